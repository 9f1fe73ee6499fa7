import Cypher
import Graph
import GraphStorage

/// The names that the graph uses: `db.labels`, `db.relationshipTypes`, `db.propertyKeys`; and whom one speaks to:
/// `dbms.components`.
enum CatalogProcedures {
  static let all: [Procedure] = [
    names("db.labels", yielding: "label", "Every label that a node has") { snapshot in
      snapshot.labels.enumerated().filter { snapshot.nodeCount(LabelID(UInt32($0.offset))) > 0 }.map(\.element)
    },
    names("db.relationshipTypes", yielding: "relationshipType", "Every type that a relationship has") { snapshot in
      snapshot.relationshipTypes.enumerated()
        .filter { snapshot.relationshipCount(RelationshipTypeID(UInt32($0.offset))) > 0 }.map(\.element)
    },
    names("db.propertyKeys", yielding: "propertyKey", "Every key that a property has or had") { $0.propertyKeys },
    components,
  ]

  private static let components = Procedure(
    ProcedureSignature(
      name: "dbms.components", arguments: [],
      results: [
        ProcedureSignature.Field(name: "name", type: .string), ProcedureSignature.Field(name: "versions", type: .list(.string)),
        ProcedureSignature.Field(name: "edition", type: .string),
      ],
      summary: "The program that answers, and its version"),
    body: { (_, _) throws(CypherError) in
      [[.string("dossier"), .list([.string(Version.text)]), .string("embedded")]]
    })

  private static func names(
    _ name: String, yielding field: String, _ summary: String, _ list: @escaping @Sendable (GraphSnapshot) -> [String]
  ) -> Procedure {
    let results = [ProcedureSignature.Field(name: field, type: .string)]
    return Procedure(ProcedureSignature(name: name, arguments: [], results: results, summary: summary)) {
      (_, context) throws(CypherError) in list(context.snapshot).sorted().map { [.string($0)] }
    }
  }
}
