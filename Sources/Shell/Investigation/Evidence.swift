import Cypher
import Graph

/// One claim with who says it, what it is about, and the passage that says so.
struct Evidence {
  var claim: Node
  /// Empty: the document says it in its own voice.
  var speakers: [String]
  /// Names of what the claim is about; of the happenings, where it is about any.
  var about: [String]
  /// For a claim that is a relation: the names of its target.
  var objects: [String] = []
  var passage: Relationship?
  var document: Node?

  var certainty: String? { Described.string(claim.properties["certainty"]) }
  var quote: String? { Described.string(passage?.content?.properties["quote"]) }
  var sentence: Int? { Described.integer(passage?.content?.properties["sentence"]) }
  /// The day on which it was said, else that of the document.
  var day: String? {
    (Described.string(claim.properties["date"]) ?? Described.string(document?.properties["date"])).map(SafeText.oneLine)
  }
  var begin: Int? { Described.integer(passage?.content?.properties["begin"]) }

  /// The claim in few words: its text, or what it says.
  var statement: String {
    if let text = Described.string(claim.properties["text"]), !text.isEmpty { return "\"" + SafeText.oneLine(text) + "\"" }
    return meaning
  }

  /// What the claim says to the graph: `Ana Ruiz WORKS_FOR Coast Survey`, `killed 11: raid on Tarsa`.
  var meaning: String {
    var words = Described.string(claim.properties["predicate"]) ?? "states"
    let subject = about.joined(separator: ", ")
    if !objects.isEmpty { return SafeText.oneLine(subject + " " + words + " " + objects.joined(separator: ", ")) }
    if let figure { words += " " + figure }
    return SafeText.oneLine(words + (about.isEmpty ? "" : ": " + subject))
  }

  /// `about 60 fighters`, `1200–1500`.
  private var figure: String? {
    let properties = claim.properties
    let number: String
    if let value = Described.string(properties["value"]) {
      number = value
    } else if let least = Described.string(properties["valueMin"]), let most = Described.string(properties["valueMax"]) {
      number = least + "–" + most
    } else {
      return nil
    }
    let parts = [Described.string(properties["qualifier"]), number, Described.string(properties["unit"])]
    return parts.compactMap { $0 }.joined(separator: " ")
  }

  /// Who says it: the speakers, or the document itself.
  var source: String {
    guard speakers.isEmpty else { return SafeText.oneLine(speakers.joined(separator: ", ")) }
    return document.map { Described.caption($0) + " itself" } ?? "the document itself"
  }

  /// `Zoë Müller, s11`.
  var briefSource: String {
    let speaker = speakers.isEmpty ? "the document" : SafeText.oneLine(speakers.joined(separator: ", "))
    return sentence.map { speaker + ", s\($0)" } ?? speaker
  }
}

/// Finds the evidence for claims, events and entities.
struct EvidenceFinder {
  let runner: StatementRunner

  init(_ context: ShellContext) { runner = StatementRunner(context: context) }

  /// For the claims with these ids, in the order of the documents.
  func evidence(claims ids: Set<NodeID>) throws(ShellError) -> [Evidence] {
    guard !ids.isEmpty else { return [] }
    let rows = try runner.rows(
      """
      MATCH (c:Claim) WHERE id(c) IN $ids
      OPTIONAL MATCH (c)-[:SAID_BY]->(who)
      OPTIONAL MATCH (c)-[:ABOUT]->(about)
      OPTIONAL MATCH (c)-[:OBJECT]->(object)
      OPTIONAL MATCH (c)-[s:STATED_IN]->(d)
      RETURN c, s, d, collect(DISTINCT who.name) AS who, collect(DISTINCT about.name) AS about,
        collect(DISTINCT CASE WHEN about:Event THEN about.name END) AS happenings, collect(DISTINCT object.name) AS object
      ORDER BY d.title, s.begin, id(c)
      """, ["ids": .list(ids.sorted().map { .integer(Int64($0.rawValue)) })])
    return rows.records.compactMap(Self.evidence)
  }

  /// Ids of claims that a statement over `parameters` finds in its first column.
  func claims(_ statement: String, _ parameters: [String: Value]) throws(ShellError) -> Set<NodeID> {
    let rows = try runner.rows(statement, parameters)
    return Set(rows.records.compactMap { if case .integer(let id)? = $0.first { NodeID(UInt32(id)) } else { nil } })
  }

  /// Claims about the nodes, as their subject or object or about an event that they take part in.
  func claims(about nodes: [NodeID]) throws(ShellError) -> Set<NodeID> {
    guard !nodes.isEmpty else { return [] }
    let parameters: [String: Value] = ["ids": .list(nodes.map { .integer(Int64($0.rawValue)) })]
    let direct = try claims(
      "MATCH (c:Claim)-[:ABOUT|OBJECT]->(x) WHERE id(x) IN $ids RETURN DISTINCT id(c)", parameters)
    let byPart = try claims(
      """
      MATCH (c:Claim)-[:ABOUT]->(:Event)-[:PARTICIPANT]->(x) WHERE id(x) IN $ids
      RETURN DISTINCT id(c)
      """, parameters)
    return direct.union(byPart)
  }

  func claims(keys: [String]) throws(ShellError) -> Set<NodeID> {
    guard !keys.isEmpty else { return [] }
    return try claims(
      "MATCH (c:Claim) WHERE c.key IN $keys RETURN id(c)", ["keys": .list(keys.map { .string($0) })])
  }

  private static func evidence(_ record: [Value]) -> Evidence? {
    guard case .node(let claim) = record[0] else { return nil }
    var evidence = Evidence(claim: claim, speakers: [], about: [])
    if case .relationship(let passage) = record[1] { evidence.passage = passage }
    if case .node(let document) = record[2] { evidence.document = document }
    evidence.speakers = Described.strings(record[3])
    let happenings = Described.strings(record[5])
    evidence.about = happenings.isEmpty ? Described.strings(record[4]) : happenings
    evidence.objects = Described.strings(record[6])
    return evidence
  }
}

extension ShellContext {
  /// Makes listed claims the last result, so that `:why 3` and `$3` speak of the third.
  func keep(_ evidence: [Evidence]) {
    lastResult = LastResult(columns: ["claim"], records: evidence.map { [.node($0.claim)] }, rowCount: evidence.count)
  }
}
