import Graph
import TestSupport
import Testing

@testable import Interchange

@Suite struct CSVPlainReaderTests {
  private static let types: [CSVColumnType] = [
    CSVColumnType(.integer), CSVColumnType(.float), CSVColumnType(.temporal(.date)), CSVColumnType(.string),
    CSVColumnType(.boolean),
  ]

  /// Cells of which the first ones are plain.
  private static let cells = [
    "", "0", "7", "42", "123456789", "999999999999999999", "1.5", "-3", "0.25", "true", "false", "2012-02-29", "1999-12-31",
    "word",
    "\"word\"", "\"\"", "Zoë", "\"a, b\"", "\"two\nlines\"", "a rather long text without quotes, so cut",
    "\"a rather long text between quotes\"",
    // What takes a detour, and what is wrong.
    "007", "-0", "+1", "-", ".", ".5", "5.", "1e3", "NaN", "TRUE", "1234567890123456789", "99999999999999999999",
    "0.1234567890123456", "12345678901234.5", "2013-02-29", "2012-13-01", "0000-01-01", "2012-1-1", "2012-01-011",
    "\"say \"\"no\"\"\"", "\"12\"", "wo\"rd", "1 ", " 1", "\"ab\"c", "1_000", "\r",
  ]

  @Test("what is read without a detour is what cells say one by one, and nothing wrong is read", arguments: 1...20)
  func oracle(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let types = (0..<Int.random(in: 1...5, using: &generator)).map { _ in Self.types.randomElement(using: &generator)! }
    let pool = StringPool.unshared()
    let steps = [.identifier] + types.map { CSVPlainReader.Step(CSVColumnBuilder.form(of: $0))! } + [.skipped]
    func builders() -> [CSVColumnBuilder] {
      let builders =
        [CSVColumnBuilder(type: CSVColumnType(.integer), pool: pool, form: .identifiers)]
        + types.map { CSVColumnBuilder(type: $0, pool: pool) } + [CSVColumnBuilder(type: CSVColumnType(.string), pool: pool)]
      for builder in builders { builder.reserve(1) }
      return builders
    }
    for _ in 0..<400 {
      let cells = steps.map { step in
        Self.cells.prefix(Bool.random(using: &generator) ? 21 : .max).randomElement(using: &generator)!
      }
      let record = cells.joined(separator: ",") + (Bool.random(using: &generator) ? "\n" : "\r\n")
      let bytes = Array((record + String(repeating: "x", count: 100)).utf8)
      try bytes.withUnsafeBufferPointer { bytes in
        let (plain, slow) = (builders(), builders())
        var lanes = plain.map(\.lane)
        var (position, row) = (0, 0)
        CSVPlainReader(bytes: bytes, steps: steps, pool: pool)
          .read(from: &position, before: 1, row: &row, rowLimit: 1, lanes: &lanes)
        guard row == 1 else { return }
        var scanner = CSVScanner(bytes, from: 0)
        var fields: [CSVScanner.Field] = []
        #expect(try scanner.next(into: &fields) && scanner.position == position, "seed \(seed): \(record)")
        try #require(fields.count == steps.count, "seed \(seed): \(record)")
        for column in 0..<(steps.count - 1) {
          let holds = slow[column].set(fields[column], of: scanner, row: 0)
          let (read, expected) = (plain[column].vector(1)[0], slow[column].vector(1)[0])
          #expect(holds && read.literal == expected.literal, "seed \(seed): column \(column) of \(record)")
        }
      }
    }
  }

  @Test("plain records take no detour")
  func plainness() throws {
    let text = "17,-4,0.5,2012-07-23,\"Ana, Müller\",true,word\n18,,,,,,\"\"\r\n"
    let bytes = Array((text + String(repeating: "x", count: 100)).utf8)
    let pool = StringPool.unshared()
    let forms: [CSVColumnBuilder.Form] = [.identifiers, .integers, .floats, .dates, .strings, .booleans, .strings]
    let builders = forms.map { CSVColumnBuilder(type: CSVColumnType(.string), pool: pool, form: $0) }
    for builder in builders { builder.reserve(2) }
    var lanes = builders.map(\.lane)
    var (position, row) = (0, 0)
    bytes.withUnsafeBufferPointer { bytes in
      CSVPlainReader(bytes: bytes, steps: forms.map { CSVPlainReader.Step($0)! }, pool: pool)
        .read(from: &position, before: text.utf8.count, row: &row, rowLimit: 2, lanes: &lanes)
    }
    #expect(row == 2 && position == text.utf8.count)
    let rows = builders.map { builder in (0..<2).map { builder.vector(2)[$0].literal } }
    #expect(rows.map { $0[0] } == ["17", "-4", "0.5", "'2012-07-23'", "'Ana, Müller'", "true", "'word'"])
    #expect(rows.map { $0[1] } == ["18", "null", "null", "null", "null", "null", "''"])
  }

  @Test("digits are a number up to eighteen of them")
  func digits() {
    for count in 0...20 {
      let digits = String("12345678901234567890".prefix(count))
      let bytes = Array((digits + "," + String(repeating: "9", count: 40)).utf8)
      let number = bytes.withUnsafeBufferPointer { CSVDigits.number($0.baseAddress!) }
      if count <= 18 {
        #expect(number?.count == count && number?.value == UInt64(digits) ?? 0)
      } else {
        #expect(number == nil)
      }
    }
  }

  @Test("a date is read as the calendar has it, from year 1 to 9999")
  func dates() throws {
    for year in [1, 4, 100, 400, 1582, 1899, 1900, 1970, 2000, 2012, 2013, 2100, 9999] {
      for month in 0...13 {
        for day in 0...32 {
          let text = [(year, 4), (month, 2), (day, 2)]
            .map { number, width in String(repeating: "0", count: width - "\(number)".count) + "\(number)" }
            .joined(separator: "-")
          let bytes = Array((text + String(repeating: ",", count: 30)).utf8)
          let days = bytes.withUnsafeBufferPointer { CSVDigits.date($0.baseAddress!) }
          let expected = try? CalendarDate(year: Int64(year), month: Int64(month), day: Int64(day))
          #expect(days == expected?.daysSinceEpoch, "\(text)")
        }
      }
    }
  }
}
