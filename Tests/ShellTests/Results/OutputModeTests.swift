import Cypher
import Graph
import TestSupport
import Testing

@testable import Shell

@Suite struct OutputModeTests {
  static let columns = ["n", "r", "text", "number", "list"]
  static let records: [[Value]] = [
    [.node(Sample.ana), .relationship(Sample.worksFor), .string("plain"), .integer(1), .list([.string("a"), .null])],
    [.null, .null, .string(""), .float(0.5), .map(["k": .boolean(true)])],
    [
      .path(Path(nodes: [Sample.board, Sample.ana], relationships: [Sample.worksFor])), .null,
      .string("comma, \"quote\" | bar\nline\ttab \u{1B}[31m \u{202E}日本 Zoë"), .integer(9_007_199_254_740_993),
      .date(CalendarDate(daysSinceEpoch: 19_877)),
    ],
  ]

  static func written(_ mode: OutputMode, width: Int? = nil, limit: Int? = nil, records: [[Value]] = records) -> String {
    let sink = MemorySink()
    let layout = ResultLayout(width: width, rowLimit: limit, text: ValueText(isBrief: width != nil))
    let writer = mode.writer(columns: columns, sink: sink, layout: layout)
    writer.write(records)
    _ = writer.finish()
    return sink.text
  }

  @Test("each mode writes what it always wrote", arguments: OutputMode.allCases.filter { $0 != .dot && $0 != .trash })
  func snapshot(mode: OutputMode) {
    assertSnapshot(Self.written(mode), named: "\(mode.rawValue).txt")
  }

  @Test("a result without rows has its heading where a program reads it", arguments: [OutputMode.csv, .tsv, .markdown, .json])
  func empty(mode: OutputMode) {
    assertSnapshot(Self.written(mode, records: []), named: "\(mode.rawValue)-empty.txt")
  }

  @Test func `a table is cut to the window`() {
    let text = Self.written(.box, width: 100)
    assertSnapshot(text, named: "box-100.txt")
    for line in text.linesOfText() { #expect(LetterWidth.of(line) <= 100) }
  }

  @Test func `a table that cannot be narrowed any more becomes vertical`() {
    assertSnapshot(Self.written(.box, width: 40), named: "box-40.txt")
  }

  @Test func `nothing is cut where there is no window`() {
    #expect(!Self.written(.box).contains("…"))
    #expect(!Self.written(.line).contains("…"))
  }

  @Test("trash and an empty table write nothing", arguments: [(OutputMode.trash, records), (.box, []), (.line, [])])
  func nothing(mode: OutputMode, records: [[Value]]) {
    #expect(Self.written(mode, records: records) == "")
  }

  @Test func `every line of JSON lines reads back`() throws {
    let lines = Self.written(.jsonl).linesOfText().filter { !$0.isEmpty }
    #expect(lines.count == Self.records.count)
    for line in lines {
      guard case .map(let record) = try JSONParser.parse(line) else {
        Issue.record("\(line) is no object")
        continue
      }
      #expect(record.keys == Self.columns)
      #expect(!line.unicodeScalars.contains { $0.isHostile })
    }
  }
}

@Suite struct RowWindowTests {
  static func rows(_ count: Int, limit: Int?) -> RowWindow {
    var window = RowWindow(limit: limit)
    for index in 1...max(count, 1) where index <= count { window.append([.integer(Int64(index))]) }
    return window
  }

  @Test("up to the limit every row is shown", arguments: [0, 1, 39, 40])
  func all(count: Int) {
    let window = Self.rows(count, limit: 40)
    #expect(window.shown.rows.map(\.number) == Array(1..<(count + 1)))
    #expect(window.hiddenRowCount == 0)
  }

  @Test("above it the first and the last twenty are", arguments: [41, 42, 60, 1000])
  func ends(count: Int) {
    let window = Self.rows(count, limit: 40)
    let shown = window.shown
    #expect(shown.rows.map(\.number) == Array(1...20) + Array((count - 19)...count))
    #expect(shown.countBeforeGap == 20)
    #expect(window.hiddenRowCount == count - 40)
    for row in shown.rows {
      guard case .integer(let value) = row.record[0] else { continue }
      #expect(Int(value) == row.number)
    }
  }

  @Test func `without a limit everything is shown`() {
    #expect(Self.rows(500, limit: nil).shown.rows.count == 500)
  }
}
