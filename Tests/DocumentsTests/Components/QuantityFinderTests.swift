import Testing

@testable import Documents

@Suite struct QuantityFinderTests {
  private func quantity(_ text: String) throws -> String {
    let annotations = try Reading(text).annotations
    return annotations.quantities.map { one in
      let value = one.value.map { "\($0)" } ?? "\(one.minimum.map { "\($0)" } ?? "")..\(one.maximum.map { "\($0)" } ?? "")"
      return [value, one.qualifier?.rawValue, one.unit].compactMap { $0 }.joined(separator: " ")
    }.joined(separator: "; ")
  }

  @Test(
    "numbers are read with their qualifier, range and unit",
    arguments: [
      ("At least 11 soldiers died.", "11.0 at least"),
      ("No more than four soldiers died.", "4.0 at most"),
      ("Some 1,600 men left.", "1600.0 about"),
      ("Between 1,200 and 1,500 men left.", "1200.0..1500.0"),
      ("There were 800 or 900 men.", "800.0..900.0"),
      ("It paid $3.1 billion.", "3100000000.0 USD"),
      ("It paid $4.1 million.", "4100000.0 USD"),
      ("It paid between 1.1 and 4.1 million euros.", "1100000.0..4100000.0 EUR"),
      ("It paid 4.2 million euros.", "4200000.0 EUR"),
      ("It paid DKr29bn.", "29000000000.0 DKK"), ("It paid KSh500.", "500.0 KES"),
      ("He owns 12 percent of it.", "12.0 percent"),
      ("Dozens of people fled.", "24.0.. at least"),
      ("Two dozen people fled.", "24.0"),
      ("Roe, 43, walked for three hours.", ""),
    ])
  func numbers(text: String, expected: String) throws {
    #expect(try quantity(text) == expected)
  }
}
