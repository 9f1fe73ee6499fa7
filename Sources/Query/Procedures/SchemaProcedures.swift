import Cypher
import Graph
import GraphStorage

/// What the graph is made of: `db.schema.visualization`, `db.schema.nodeTypeProperties`, `db.schema.relTypeProperties`.
enum SchemaProcedures {
  static let all: [Procedure] = [
    procedure(
      "db.schema.visualization", [("nodes", .list(.node)), ("relationships", .list(.relationship))],
      "The graph of the graph: one node for each label, one relationship for each type between two labels",
      body: { (context) throws(CypherError) in
        let overview = try SchemaOverview(context)
        return [[.list(overview.nodes), .list(overview.relationships)]]
      }),
    procedure(
      "db.schema.nodeTypeProperties", [("nodeType", .string), ("nodeLabels", .list(.string))] + propertyFields,
      "The properties of nodes by their labels: names, types, and whether every such node has them",
      body: { (context) throws(CypherError) in try nodeTypeProperties(context) }),
    procedure(
      "db.schema.relTypeProperties", [("relType", .string)] + propertyFields,
      "The properties of relationships by their type: names, types, and whether every such relationship has them",
      body: { (context) throws(CypherError) in try relationshipTypeProperties(context) }),
  ]

  private static let propertyFields: [(String, StaticType)] = [
    ("propertyName", .string), ("propertyTypes", .list(.string)), ("mandatory", .boolean),
  ]

  private static func procedure(
    _ name: String, _ results: [(String, StaticType)], _ summary: String,
    body: @escaping @Sendable (EvaluationContext) throws(CypherError) -> [[Value]]
  ) -> Procedure {
    let fields = results.map { ProcedureSignature.Field(name: $0.0, type: $0.1) }
    return Procedure(ProcedureSignature(name: name, arguments: [], results: fields, summary: summary)) {
      (_, context) throws(CypherError) in try body(context)
    }
  }

  private static func nodeTypeProperties(_ context: EvaluationContext) throws(CypherError) -> [[Value]] {
    let snapshot = context.snapshot
    var surveys: [[String]: PropertySurvey] = [:]
    var cursor = ScanCursor()
    while true {
      let batch = snapshot.scanNodes(from: &cursor)
      if batch.isEmpty { break }
      try context.poll()
      for node in batch {
        let labels = snapshot.labels(of: node).map { snapshot.labelName($0) }.sorted()
        surveys[labels, default: PropertySurvey()].add(snapshot.properties(of: node))
      }
    }
    return surveys.sorted { $0.key.lexicographicallyPrecedes($1.key) }.flatMap { labels, survey in
      let type = labels.map { ":`\($0)`" }.joined()
      return survey.records.map { [.string(type), .list(labels.map { .string($0) })] + $0 }
    }
  }

  private static func relationshipTypeProperties(_ context: EvaluationContext) throws(CypherError) -> [[Value]] {
    let snapshot = context.snapshot
    var surveys: [String: PropertySurvey] = [:]
    var cursor = ScanCursor()
    while true {
      let batch = snapshot.scanRelationships(from: &cursor)
      if batch.isEmpty { break }
      try context.poll()
      for relationship in batch {
        let type = snapshot.relationshipTypeName(snapshot.type(of: relationship))
        surveys[type, default: PropertySurvey()].add(snapshot.properties(of: relationship))
      }
    }
    return surveys.sorted { $0.key < $1.key }.flatMap { type, survey in
      survey.records.map { [.string(":`\(type)`")] + $0 }
    }
  }
}
