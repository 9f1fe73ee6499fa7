import Cypher
import Graph
import GraphStorage
import Query
import TestSupport

/// What an engine makes of a statement, as text that is equal for equal answers.
struct Answer: Equatable, CustomStringConvertible {
  /// What can be wrong with it that says nothing about the plan: it took too long, or too much memory.
  private static let limits: Set<String> = ["TimeLimitExceeded", "MemoryLimitExceeded"]

  /// The error's kind, phase and detail; nil if the statement ended well.
  private(set) var failure: String?
  private(set) var records: [String] = []
  /// The graph afterwards, if the statement could change it.
  private(set) var graph: [String] = []
  private(set) var isLimited = false

  /// Runs `query` and takes back what it does to the graph.
  init(_ engine: QueryEngine, _ query: GeneratedQuery) {
    let isTransaction = query.updates || !query.changes.isEmpty
    // What is kept from run to run has to notice the changes, and that they are taken back.
    let looksTwice = isTransaction && !query.updates
    do throws(CypherError) {
      if isTransaction {
        if looksTwice { records = try Self.records(engine, query) }
        _ = try engine.run("BEGIN", parameters: [:])
        for change in query.changes { _ = try engine.run(change, parameters: GeneratedQuery.parameters).allRecords() }
      }
      records += try Self.records(engine, query)
      if isTransaction { graph = try Self.graph(engine) }
    } catch {
      failure = "\(error.kind.rawValue), \(error.phase.rawValue): \(error.detail.rawValue)"
      message = error.rendered(in: query.text)
      isLimited = Self.limits.contains(error.detail.rawValue)
    }
    guard isTransaction else { return }
    _ = try? engine.run("ROLLBACK", parameters: [:])
    if failure == nil && looksTwice { records += (try? Self.records(engine, query)) ?? ["failed afterwards"] }
  }

  private static func records(_ engine: QueryEngine, _ query: GeneratedQuery) throws(CypherError) -> [String] {
    let result = try engine.run(query.text, parameters: GeneratedQuery.parameters)
    let columns = result.columns
    let records = try result.allRecords().map { text($0, columns) }
    return query.isOrdered ? records : records.sorted()
  }

  /// The error as a person sees it.
  private var message = ""

  static func == (a: Answer, b: Answer) -> Bool {
    a.failure == b.failure && a.records == b.records && a.graph == b.graph
  }

  var description: String {
    if failure != nil { return message }
    return (["\(records.count) records"] + records.prefix(12) + (graph.isEmpty ? [] : ["graph:"] + graph)).joined(
      separator: "\n  ")
  }

  private static func text(_ record: [Value], _ columns: [String]) -> String {
    zip(record, columns).map { value, column in
      CanonicalText(ignoresListOrder: column.hasPrefix(GeneratedQuery.bagPrefix)).text(of: value)
    }.joined(separator: " | ")
  }

  /// Nodes and relationships by what they hold: the identities of new ones depend on the order in which they were made.
  private static func graph(_ engine: QueryEngine) throws(CypherError) -> [String] {
    let nodes = try engine.run("MATCH (n) RETURN n", parameters: [:]).allRecords()
    let relationships = try engine.run("MATCH (a)-[r]->(b) RETURN a, r, b", parameters: [:]).allRecords()
    return (nodes + relationships).map { $0.map { CanonicalText().text(of: $0) }.joined(separator: " ") }.sorted()
  }
}
