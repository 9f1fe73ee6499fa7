import Cypher
import Graph

/// `:timeline`: dated events in order, of the whole graph or of one entity, within a range of days.
enum TimelineCommand {
  static let run: ShellCommand.Action = { (context, arguments) throws(ShellError) in
    var words = arguments.words
    var range = DayRange()
    if let last = words.last, let given = DayRange(last) {
      if let missing = given.missingDay {
        throw ShellError(.usage, "there is no `\(missing)`", hint: "a day is written 2013-02-28, a month 2013-02, a year 2013")
      }
      range = given
      words.removeLast()
    }
    let name = words.joined(separator: " ")
    let node = name.isEmpty ? nil : try ElementFinder(context: context).node(name)
    let entries = try events(with: node, context).filter { range.contains($0.from, $0.to) }
    let about = node.map { " with " + Described.caption($0) } ?? ""
    guard !entries.isEmpty else { return context.console.writeLine("no dated events\(about)\(range.words)") }
    write(entries, context)
    context.lastResult = LastResult(
      columns: ["event"], records: entries.map { [.node($0.event)] }, rowCount: entries.count)
  }

  private struct Entry {
    var event: Node
    /// Who claims something about it, and in which sentences.
    var speakers: [String]
    var sentences: [Int]

    var from: String? { Described.string(event.properties["dateFrom"]) }
    var to: String? { Described.string(event.properties["dateTo"]) }

    var date: String {
      switch (from, to) {
      case (let from?, let to?): from == to ? from : DayRange.wholeMonth(from, to) ?? from + ".." + to
      case (let from?, nil): from + ".."
      case (nil, let to?): ".." + to
      case (nil, nil): ""
      }
    }

    /// `reported, Chadian authorities, s3`.
    var source: String {
      let certainty = Described.string(event.properties["certainty"])
      let disputed: String? = if case .boolean(true)? = event.properties["disputed"] { "disputed" } else { nil }
      let numbers = sentences.sorted().map { "s\($0)" }
      return ([certainty, disputed].compactMap { $0 } + speakers + numbers).joined(separator: ", ")
    }
  }

  private static func events(with node: Node?, _ context: ShellContext) throws(ShellError) -> [Entry] {
    let start = node == nil ? "MATCH (e:Event)" : "MATCH (e:Event)-[:PARTICIPANT|LOCATED_IN]->(x) WHERE id(x) = $id"
    let rows = try StatementRunner(context: context).rows(
      """
      \(start)
      WITH DISTINCT e WHERE e.dateFrom IS NOT NULL OR e.dateTo IS NOT NULL
      OPTIONAL MATCH (e)<-[:ABOUT]-(c:Claim)
      OPTIONAL MATCH (c)-[:SAID_BY]->(who)
      OPTIONAL MATCH (c)-[s:STATED_IN]->()
      RETURN e, collect(DISTINCT who.name) AS who, collect(DISTINCT s.sentence) AS sentences
      ORDER BY coalesce(e.dateFrom, e.dateTo), e.name, id(e)
      """, node.map { ["id": .integer(Int64($0.id.rawValue))] } ?? [:])
    return rows.records.compactMap { record in
      guard case .node(let event) = record[0], case .list(let sentences) = record[2] else { return nil }
      return Entry(
        event: event, speakers: Described.strings(record[1]).sorted(), sentences: sentences.compactMap { Described.integer($0) })
    }
  }

  private static let narrowestSource = 30

  private static func write(_ entries: [Entry], _ context: ShellContext) {
    let cells = entries.map { entry in
      [entry.date, Described.string(entry.event.properties["type"]) ?? "", Described.caption(entry.event), entry.source]
        .map(SafeText.oneLine)
    }
    var widths = (0..<3).map { column in min(cells.map { LetterWidth.of($0[column]) }.max() ?? 0, 48) }
    // The name gives way, so that there is room for who says it.
    if let width = context.console.width {
      let rest = width - widths[0] - widths[1] - 11
      widths[2] = min(widths[2], max(rest - narrowestSource, rest / 2, 10))
    }
    let style = context.console.sinkStyle
    for (index, row) in cells.enumerated() {
      var line = style.dim(String(index + 1).padded(toWidth: 3, right: true))
      for (cell, width) in zip(row, widths) { line += "  " + cell.cut(toWidth: width).padded(toWidth: width) }
      let used = 3 + widths.reduce(0) { $0 + $1 + 2 }
      let room = context.console.width.map { max($0 - used - 2, 10) } ?? Int.max
      context.console.writeLine(line + "  " + style.dim(row[3].cut(toWidth: room)))
    }
  }
}

/// `2013-01..2013-03-15`, either end open; a month or a year stands for all its days.
struct DayRange: Equatable {
  var from: String?
  var to: String?

  init() {}

  /// Nil if the text is no range of days.
  init?(_ text: String) {
    if let dots = text.firstRange(of: "..") {
      from = String(text[..<dots.lowerBound])
      to = String(text[dots.upperBound...])
    } else {
      from = text
      to = text
    }
    if from?.isEmpty == true { from = nil }
    if to?.isEmpty == true { to = nil }
    guard from != nil || to != nil, [from, to].compactMap({ $0 }).allSatisfy(Self.isDay) else { return nil }
  }

  /// An end that the calendar does not have, such as `2013-02-31`.
  var missingDay: String? {
    [from, to].compactMap { $0 }.first { text in
      let parts = text.split(separator: "-").compactMap { Int64($0) }
      return (try? CalendarDate(year: parts[0], month: parts.count > 1 ? parts[1] : 1, day: parts.count > 2 ? parts[2] : 1))
        == nil
    }
  }

  /// Whether an event between two days, either unknown, may have been within the range.
  func contains(_ first: String?, _ last: String?) -> Bool {
    let begin = first ?? last ?? ""
    let end = last ?? first ?? ""
    if let from, end < from, !end.hasPrefix(from) { return false }
    if let to, begin > to, !begin.hasPrefix(to) { return false }
    return true
  }

  var words: String {
    switch (from, to) {
    case (nil, nil): ""
    case (let from, let to): " in \(from ?? "")..\(to ?? "")"
    }
  }

  /// `2024-03` for its first and its last day.
  static func wholeMonth(_ first: String, _ last: String) -> String? {
    let month = first.prefix(7)
    guard first.utf8.count == 10, first.hasSuffix("-01"), last.hasPrefix(month), let year = Int(first.prefix(4)) else {
      return nil
    }
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    let lastDay =
      switch month.suffix(2) {
      case "02": isLeap ? "29" : "28"
      case "04", "06", "09", "11": "30"
      default: "31"
      }
    return last == month + "-" + lastDay ? String(month) : nil
  }

  /// A year, a month or a day.
  private static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4, parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }) else {
      return false
    }
    return parts.allSatisfy { $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }
  }
}
