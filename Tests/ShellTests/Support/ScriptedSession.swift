import Cypher
import Graph

/// A session that gives prepared answers: to a statement that holds a given text, or by the parser's own judgement.
final class ScriptedSession: CypherSession {
  struct Answer {
    var fragment: String
    var columns: [String]
    var records: [[Value]]
    var summary = QuerySummary()
    var error: CypherError?
  }

  var answers: [Answer] = []
  var transactionState = TransactionState.none
  var graphSchema = GraphSchema(
    nodeCount: 3, relationshipCount: 2,
    labels: [
      .init(name: "Event", count: 1, properties: [.init(key: "name", types: ["String"], count: 1)]),
      .init(
        name: "Person", count: 2,
        properties: [.init(key: "age", types: ["Integer"], count: 1), .init(key: "name", types: ["String"], count: 2)]),
      .init(name: "Odd label", count: 0, properties: []),
    ],
    relationshipTypes: [
      .init(name: "KNOWS", count: 1, properties: [.init(key: "since", types: ["Date"], count: 1)], ends: [("Person", "Person")]),
      .init(name: "SAID_BY", count: 1, properties: [], ends: []),
    ],
    functions: ["duration.between(from, to)", "toLower(text)", "toString(value)"],
    procedures: [
      ProcedureSignature(
        name: "db.labels", arguments: [], results: [.init(name: "label", type: .string)], summary: "Every label that a node has",
        example: "CALL db.labels() YIELD label"),
      ProcedureSignature(name: "db.propertyKeys", arguments: [], results: [.init(name: "propertyKey", type: .string)]),
    ])
  /// Every statement that was run, with its parameters.
  private(set) var ran: [(text: String, parameters: [String: Value])] = []

  func on(_ fragment: String, _ columns: [String], _ records: [[Value]], _ summary: QuerySummary = QuerySummary()) {
    answers.append(Answer(fragment: fragment, columns: columns, records: records, summary: summary))
  }

  func fail(_ fragment: String, _ error: CypherError) {
    answers.append(Answer(fragment: fragment, columns: [], records: [], error: error))
  }

  func run(_ text: String, parameters: [String: Value]) throws(CypherError) -> QueryResult {
    ran.append((text, parameters))
    switch text {
    case "BEGIN": transactionState = .open
    case "COMMIT", "ROLLBACK": transactionState = .none
    default: break
    }
    if let answer = answers.first(where: { text.contains($0.fragment) }) {
      if let error = answer.error { throw error }
      var rest: [[[Value]]] = answer.records.isEmpty ? [] : [answer.records]
      return QueryResult(columns: answer.columns, pull: { rest.popLast() }, finish: { answer.summary })
    }
    _ = try CypherParser.parse(text)
    return QueryResult(columns: [], pull: { nil }, finish: { QuerySummary() })
  }

  func schema() throws(CypherError) -> GraphSchema { graphSchema }
}
