import Cypher
import Graph

/// A sentence of a document that was asked for.
struct FoundSentence {
  var text: String
  var document: Node
  var number: Int?
  /// The text with what was searched for between `**`.
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

  /// The sentence that first speaks of each of these nodes, as far as one does.
  func firstMentions(of nodes: [NodeID]) throws(ShellError) -> [NodeID: FoundSentence] {
    let rows = try runner.rows(
      """
      MATCH (n)-[m:MENTIONED_IN]->(d:Document) WHERE id(n) IN $ids
      WITH n, d, m.begin AS place ORDER BY d.date, id(d), place
      WITH n, collect([d, place])[0] AS first
      WITH n, first[0] AS d, first[1] AS place
      MATCH (s:Sentence)-[o:SENTENCE_OF]->(d) WHERE o.begin <= place AND place < o.end
      RETURN id(n), s.text, d, o.sentence
      """, ["ids": .list(nodes.map { .integer(Int64($0.rawValue)) })])
    return rows.records.reduce(into: [:]) { found, record in
      guard case .integer(let id) = record[0], case .string(let text) = record[1], case .node(let document) = record[2] else {
        return
      }
      found[NodeID(UInt32(id))] = FoundSentence(
        text: text, document: document, number: Described.integer(record[3]), marked: text)
    }
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
