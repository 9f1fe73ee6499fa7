/// A statement for each procedure of the program, which runs on `Reference.graph`.
enum ProcedureExamples {
  static let all: [String: String] = catalog.merging(algorithms) { (_, second) in preconditionFailure("two examples: \(second)") }

  private static let catalog = [
    "db.labels": "CALL db.labels() YIELD label RETURN label ORDER BY label",
    "db.propertyKeys": "CALL db.propertyKeys() YIELD propertyKey RETURN collect(propertyKey) AS keys",
    "db.relationshipTypes": "CALL db.relationshipTypes() YIELD relationshipType AS type RETURN type ORDER BY type",
  ]

  private static let algorithms = [
    "dossier.betweenness": "CALL dossier.betweenness({type: 'KNOWS'}) YIELD node, score WHERE score > 0 RETURN node.name, score",
    "dossier.communities": """
    CALL dossier.communities({type: 'KNOWS'}) YIELD node, community
    RETURN community, collect(node.name) AS names ORDER BY size(names) DESC
    """,
    "dossier.components": """
    CALL dossier.components({}) YIELD node, component
    RETURN component, count(node) AS nodes ORDER BY nodes DESC
    """,
    "dossier.degree": "CALL dossier.degree({type: 'KNOWS'}) YIELD node, degree WHERE degree > 0 RETURN node.name, degree",
    "dossier.pagerank": """
    CALL dossier.pagerank({type: 'KNOWS', label: 'Person'}) YIELD node, score
    RETURN node.name, round(score, 3) AS score ORDER BY score DESC
    """,
    "dossier.triangles": "CALL dossier.triangles({type: 'KNOWS'}) YIELD node, triangles WHERE triangles > 0 RETURN node.name",
  ]
}
