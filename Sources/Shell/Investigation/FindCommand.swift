import Cypher
import Graph

/// `:find`: nodes by their names, and the sentences that hold the words, with their document and place.
enum FindCommand {
  private static let shownCount = 200

  static let run: ShellCommand.Action = { (context, arguments) throws(ShellError) in
    guard !arguments.isEmpty else { throw ShellError(.usage, "no text was given", hint: "the command is :find TEXT") }
    let wanted = arguments.whole
    let finder = SentenceFinder(context)
    let keepsSentences = try finder.keepsSentences()
    let nodes = try namedNodes(wanted, keepsSentences: keepsSentences, context)
    let sentences = keepsSentences ? try finder.sentences(wanted) : []
    guard !nodes.isEmpty || !sentences.isEmpty else {
      return context.console.writeLine("nothing holds `\(SafeText.oneLine(wanted))`")
    }
    let room = context.console.width.map { max($0 - 6, 20) } ?? Int.max
    var number = 0
    for node in nodes.prefix(shownCount) {
      number += 1
      context.console.writeLine(margin(number, context) + Described.node(node).cut(toWidth: room))
    }
    for sentence in sentences.prefix(max(0, shownCount - nodes.count)) {
      number += 1
      let lines = sentence.lines(context.console.sinkStyle, width: context.console.width.map { $0 - 5 })
      context.console.writeLine(margin(number, context) + lines.joined(separator: "\n     "))
    }
    let count = nodes.count + sentences.count
    if count > number { context.console.dimNote("\(number) of \(Count.of(count, "result")) — :last shows all") }
    let claims = try finder.claims(in: Array(sentences.prefix(shownCount)))
    let records =
      nodes.map { [.node($0), .null, .null] }
      + sentences.enumerated().map { [.node($1.document), .string($1.text), $0 < claims.count ? claims[$0] : .null] }
    context.lastResult = LastResult(columns: ["found", "sentence", "claims"], records: records, rowCount: records.count)
  }

  private static func margin(_ number: Int, _ context: ShellContext) -> String {
    context.console.sinkStyle.dim(String(number).padded(toWidth: 3, right: true)) + "  "
  }

  /// What bears the text in its name, a part of a name being enough; where sentences are kept, claims are found by theirs.
  private static func namedNodes(
    _ wanted: String, keepsSentences: Bool, _ context: ShellContext
  ) throws(ShellError) -> [Node] {
    let rows = try StatementRunner(context: context).rows(
      """
      MATCH (n) WHERE NOT n:Sentence
        AND (any(text IN [n.name, n.title] WHERE toLower(toString(text)) CONTAINS $text)
          OR any(alias IN coalesce(n.aliases, []) WHERE toLower(toString(alias)) CONTAINS $text)
          OR NOT ($keepsSentences AND n:Claim) AND toLower(toString(n.text)) CONTAINS $text)
      RETURN n ORDER BY labels(n), coalesce(n.name, n.title, n.text), id(n)
      """, ["text": .string(wanted.lowercased()), "keepsSentences": .boolean(keepsSentences)])
    return rows.records.compactMap { if case .node(let node) = $0[0] { node } else { nil } }
  }
}

/// A sentence that a search has found.
struct FoundSentence {
  var text: String
  var document: Node
  var number: Int?
  /// The text with what was found between `**`.
  var marked: String

  /// `Are the Two Commanders Dead?, sentence 3: Officials said …`, set in lines.
  func lines(_ style: Style, width: Int?) -> [String] {
    let place = Described.caption(document) + (number.map { ", sentence \($0)" } ?? "") + ":"
    var words = place.split(separator: " ").map { TextFlow.Word(text: String($0), isMarked: false) }
    let begin = words.count
    var isMarked = false
    var endsInBlank = true
    for part in marked.split(separator: "**", omittingEmptySubsequences: false) {
      let pieces = part.split { $0.isWhitespace }.map { SafeText.oneLine(String($0)) }
      for (index, piece) in pieces.enumerated() {
        // A stop behind a marked word stands close to it.
        let isClose = index == 0 && !endsInBlank && part.first?.isWhitespace == false && words.count > begin
        if isClose, !isMarked {
          words[words.count - 1].text += piece
        } else {
          words.append(TextFlow.Word(text: piece, isMarked: isMarked))
        }
      }
      endsInBlank = part.last?.isWhitespace ?? endsInBlank
      isMarked.toggle()
    }
    return TextFlow.lines(words, width: width, style: style)
  }
}

/// Searches the sentences of a graph of documents.
struct SentenceFinder {
  private let runner: StatementRunner

  init(_ context: ShellContext) { runner = StatementRunner(context: context) }

  /// Whether the graph keeps the sentences of its documents.
  func keepsSentences() throws(ShellError) -> Bool {
    try !runner.rows("SHOW INDEXES YIELD name WHERE name = 'sentences' RETURN name").records.isEmpty
  }

  /// Sentences with all the words, or where there is none with any of them.
  func sentences(_ wanted: String) throws(ShellError) -> [FoundSentence] {
    let words = wanted.split { !$0.isLetter && !$0.isNumber }
    let isPlain = wanted.allSatisfy { $0.isLetter || $0.isNumber || $0 == " " }
    if isPlain, words.count > 1 {
      let all = try search(words.map { "+" + $0 }.joined(separator: " "))
      if !all.isEmpty { return all }
    }
    // What is no search is a text to be found.
    return try search(isPlain ? words.joined(separator: " ") : wanted, or: words.joined(separator: " "))
  }

  /// The claims that each sentence makes, as a list of nodes.
  func claims(in sentences: [FoundSentence]) throws(ShellError) -> [Value] {
    let documents = Set(sentences.map(\.document.id)).sorted().map { Value.integer(Int64($0.rawValue)) }
    let rows = try runner.rows(
      "MATCH (c:Claim)-[s:STATED_IN]->(d) WHERE id(d) IN $documents RETURN id(d), s.sentence, c ORDER BY s.begin, id(c)",
      ["documents": .list(documents)])
    var claims: [[Int]: [Value]] = [:]
    for record in rows.records {
      guard let document = Described.integer(record[0]), let number = Described.integer(record[1]) else { continue }
      claims[[document, number], default: []].append(record[2])
    }
    return sentences.map { .list(claims[[Int($0.document.id.rawValue), $0.number ?? -1]] ?? []) }
  }

  private func search(_ text: String, or plain: String? = nil) throws(ShellError) -> [FoundSentence] {
    let rows: LastResult
    do {
      rows = try runner.rows(
        "CALL dossier.sentences($text) YIELD sentence, document, number, marked RETURN sentence, document, number, marked",
        ["text": .string(text)])
    } catch {
      guard let plain else { throw error }
      return try search(plain)
    }
    return rows.records.compactMap { record in
      guard case .string(let sentence) = record[0], case .node(let document) = record[1], case .string(let marked) = record[3]
      else { return nil }
      return FoundSentence(text: sentence, document: document, number: Described.integer(record[2]), marked: marked)
    }
  }
}
