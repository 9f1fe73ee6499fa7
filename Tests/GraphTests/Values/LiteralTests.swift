import Graph
import Testing
import TestSupport

@Suite struct LiteralTests {
  @Test(arguments: [
    (1.0, "1.0"), (-0.0, "-0.0"), (0.1, "0.1"), (1e9, "1.0E9"), (1e-5, "1.0E-5"), (1e-305, "1.0E-305"),
    (123456.789, "123456.789"),
    (0.001, "0.001"), (9_999_999, "9999999.0"), (10_000_000, "1.0E7"), (-1.2635418652381264e305, "-1.2635418652381264E305"),
    (1.7976931348623157e308, "1.7976931348623157E308"), (100, "100.0"), (0.00123, "0.00123"), (.infinity, "Infinity"),
  ])
  func `floats are written with a point and the fewest digits`(float: Double, expected: String) {
    #expect(Value.float(float).literal == expected)
  }

  @Test(arguments: [
    "null", "true", "-42", "1.5", "'a'", "'it\\'s \\\\ \\n'", "[1, null, [2.0]]", "{k: 1, `a b`: {}}", "()", "(:A:B {x: 1})",
    "({x: 1})",
    "[:T {x: 1}]", "[:T]", "<(:A)-[:T]->(:B)>", "<(:A)<-[:T {x: 1}]-(:B)-[:`U V`]->()>",
  ])
  func `a literal reads back as it was written`(literal: String) throws {
    #expect(try Value(literal: literal).literal == literal)
  }

  @Test(arguments: ["", "1 2", "[1", "'a", "{k 1}", "(:A", "<()-[:T]->>", "nul", "0x10", "`a`"])
  func `what is no literal is refused`(text: String) {
    #expect(throws: ValueError.self) { try Value(literal: text) }
  }

  @Test func `any value without graph elements and instants survives writing and reading`() throws {
    var generator = SeededGenerator.random()
    for _ in 0..<5_000 {
      let value = generator.value()
      let text = value.literal
      let again = try Value(literal: text)
      #expect(again.literal == text, "seed \(generator.seed)")
      if value.isPlain { #expect(again.isEquivalent(to: value), "seed \(generator.seed): \(text)") }
    }
  }
}

extension Value {
  /// True without graph elements and temporal values, which the notation does not keep.
  fileprivate var isPlain: Bool {
    switch self {
    case .null, .boolean, .integer, .float, .string: true
    case .list(let elements): elements.allSatisfy(\.isPlain)
    case .map(let map): map.entries.allSatisfy(\.value.isPlain)
    default: false
    }
  }
}
