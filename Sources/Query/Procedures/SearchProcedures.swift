import Cypher
import Graph
import GraphStorage

/// Full-text search: `db.index.fulltext.queryNodes` and its kin, and `dossier.search` over all full-text indexes on nodes.
enum SearchProcedures {
  static let all: [Procedure] = [queryNodes, queryRelationships, listAvailableAnalyzers, search, sentences]

  private static let options = ProcedureSignature.Field(name: "options", type: .map, defaultValue: .map(PropertyMap()))
  private static let score = ProcedureSignature.Field(name: "score", type: .float)

  private static let queryNodes = Procedure(
    ProcedureSignature(
      name: "db.index.fulltext.queryNodes",
      arguments: [.init(name: "indexName", type: .string), .init(name: "queryString", type: .string), options],
      results: [.init(name: "node", type: .node), score],
      summary: "Nodes that a full-text index finds, best first; the options are limit and skip"),
    answer: { (arguments, context) throws(CypherError) in
      let hits = try hits(.node, arguments, context)
      return Procedure.Answer(
        columns: [Vector(.nodes(hits.map { NodeID($0.element) })), Vector(.floats(hits.map(\.score)))], rowCount: hits.count)
    })

  private static let queryRelationships = Procedure(
    ProcedureSignature(
      name: "db.index.fulltext.queryRelationships",
      arguments: [.init(name: "indexName", type: .string), .init(name: "queryString", type: .string), options],
      results: [.init(name: "relationship", type: .relationship), score],
      summary: "Relationships that a full-text index finds, best first; the options are limit and skip"),
    answer: { (arguments, context) throws(CypherError) in
      let hits = try hits(.relationship, arguments, context)
      let found = Vector(.relationships(hits.map { RelationshipID($0.element) }))
      return Procedure.Answer(columns: [found, Vector(.floats(hits.map(\.score)))], rowCount: hits.count)
    })

  private static let listAvailableAnalyzers = Procedure(
    ProcedureSignature(
      name: "db.index.fulltext.listAvailableAnalyzers", arguments: [],
      results: [.init(name: "analyzer", type: .string), .init(name: "description", type: .string)],
      summary: "The ways in which a full-text index can cut texts into words")
  ) { (_, _) throws(CypherError) in
    TextAnalyzer.allCases.map { [.string($0.rawValue), .string($0.summary)] }
  }

  private static let search = Procedure(
    ProcedureSignature(
      name: "dossier.search", arguments: [.init(name: "text", type: .string), options],
      results: [.init(name: "node", type: .node), score, .init(name: "index", type: .string)],
      summary: "Nodes that any full-text index finds, best first, each once; the options are limit and skip"),
    answer: { (arguments, context) throws(CypherError) in
      let window = try SearchWindow(arguments[1])
      guard case .string(let text) = arguments[0] else { return Procedure.Answer(columns: [], rowCount: 0) }
      let names = context.snapshot.indexDefinitions.filter { $0.kind == .fullText && $0.element == .node }.map(\.name)
      guard !names.isEmpty else {
        throw CypherError(
          .argumentError, "NoFullTextIndex", phase: .runtime, "the graph has no full-text index on nodes",
          hint: "make one: CREATE FULLTEXT INDEX names FOR (n:Label) ON EACH [n.name]")
      }
      var best: [UInt32: (score: Double, index: String)] = [:]
      var refusals: [StorageError] = []
      for name in names {
        do throws(StorageError) {
          for hit in try context.snapshot.search(name, text) where hit.score > best[hit.element]?.score ?? -1 {
            best[hit.element] = (hit.score, name)
          }
        } catch {
          // A property that the search names need not be one of every index.
          refusals.append(error)
        }
        try context.poll()
      }
      if refusals.count == names.count { throw CypherError(refusals[0]) }
      let ordered = best.sorted { ($0.value.score, $1.key) > ($1.value.score, $0.key) }
      let shown = window.cut(ordered)
      return Procedure.Answer(
        columns: [
          Vector(.nodes(shown.map { NodeID($0.key) })), Vector(.floats(shown.map(\.value.score))),
          Vector(packing: shown.map { .string($0.value.index) }),
        ], rowCount: shown.count)
    })

  private static let sentences = Procedure(
    ProcedureSignature(
      name: "dossier.sentences", arguments: [.init(name: "text", type: .string), options],
      results: [
        .init(name: "sentence", type: .string), .init(name: "document", type: .node), .init(name: "number", type: .integer),
        .init(name: "begin", type: .integer), .init(name: "end", type: .integer), .init(name: "marked", type: .string), score,
      ],
      summary: "Sentences of the documents that hold what is searched for, best first, and where they stand",
      details:
        "`marked` is the sentence with the words found between `**`. `number` counts the document's sentences from 0, `begin` "
        + "and `end` its characters. A sentence that several documents have comes once for each of them.",
      options: [
        .init(name: "limit", summary: "how many at most (all)"), .init(name: "skip", summary: "how many to leave out first (0)"),
      ]),
    body: { (arguments, context) throws(CypherError) in
      let window = try SearchWindow(arguments[1])
      guard case .string(let text) = arguments[0] else { return [] }
      return try SentenceSearch(context).records(text, window)
    })

  private static func hits(
    _ element: ElementKind, _ arguments: [Value], _ context: EvaluationContext
  ) throws(CypherError) -> [SearchHit] {
    let window = try SearchWindow(arguments[2])
    guard case .string(let name) = arguments[0], case .string(let text) = arguments[1] else { return [] }
    let snapshot = context.snapshot
    if let index = snapshot.indexDefinitions.first(where: { $0.name == name }), index.kind == .fullText, index.element != element
    {
      throw CypherError(
        .argumentError, .invalidArgumentValue, phase: .runtime,
        "index `\(name)` is over \(index.element == .node ? "nodes" : "relationships")",
        hint: "use db.index.fulltext.query\(index.element == .node ? "Nodes" : "Relationships")")
    }
    return window.cut(try asCypherError { () throws(StorageError) in try snapshot.search(name, text) })
  }
}

/// Which of the hits are wanted: `{skip, limit}`.
struct SearchWindow {
  private var skip = 0
  private var limit = Int.max

  init(_ options: Value) throws(CypherError) {
    guard case .map(let map) = options else { return }
    for entry in map.entries {
      switch entry.key {
      case "skip": skip = try Self.count(entry) ?? 0
      case "limit": limit = try Self.count(entry) ?? .max
      default:
        throw CypherError(
          .argumentError, .invalidArgumentValue, phase: .runtime, "a search has no option `\(entry.key)`",
          hint: "there are limit and skip")
      }
    }
  }

  func cut<Hit>(_ hits: [Hit]) -> [Hit] { Array(hits.dropFirst(skip).prefix(limit)) }

  private static func count(_ entry: PropertyMap.Entry) throws(CypherError) -> Int? {
    switch entry.value {
    case .null: return nil
    case .integer(let number) where number >= 0: return Int(number)
    default:
      throw CypherError(
        .argumentError, .invalidArgumentValue, phase: .runtime,
        "option `\(entry.key)` of a search is an Integer from 0, found \(entry.value.literal)")
    }
  }
}
