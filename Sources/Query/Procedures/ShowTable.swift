import Cypher
import Graph
import GraphStorage

/// The rows of a SHOW command, as a procedure: one column for each of `subject.columns`, in their order.
struct ShowTable {
  let subject: ShowSubject
  /// One of `subject.restrictions`, nil for the whole table.
  let restriction: String?
  let procedures: ProcedureRegistry

  var procedure: Procedure {
    let results = subject.columns.map { ProcedureSignature.Field(name: $0.name, type: $0.type) }
    let signature = ProcedureSignature(name: "SHOW \(subject.rawValue)", arguments: [], results: results)
    return Procedure(signature) { [self] (_, context) throws(CypherError) in records(context.snapshot) }
  }

  private func records(_ snapshot: GraphSnapshot) -> [[Value]] {
    switch subject {
    case .functions: restriction == "USER DEFINED" ? [] : functions
    case .procedures: procedures.catalog.names.compactMap { procedures.procedure(named: $0) }.map { record($0.signature) }
    case .indexes: SchemaListing(snapshot: snapshot, restriction: restriction).indexes
    case .constraints: SchemaListing(snapshot: snapshot, restriction: restriction).constraints
    }
  }

  // MARK: - Functions and procedures

  private var functions: [[Value]] {
    let all = FunctionCatalog.areas.flatMap { area in area.functions.map { (area.category, $0) } }
    return all.sorted { $0.1.name.lowercased() < $1.1.name.lowercased() }.map { category, signature in
      [
        .string(signature.name), .string(category), .string(signature.summary), .string(signature.signatureText), .boolean(true),
        .list(signature.parameters.map(Self.describe)), .string(signature.result.signatureText), .boolean(signature.isAggregate),
      ]
    }
  }

  private static func describe(_ parameter: FunctionSignature.Parameter) -> Value {
    .map([
      "name": .string(parameter.name), "type": .string(parameter.types.map(\.signatureText).joined(separator: " | ")),
      "isOptional": .boolean(parameter.isOptional),
    ])
  }

  private func record(_ signature: ProcedureSignature) -> [Value] {
    [
      .string(signature.name), .string(signature.summary), .string("READ"), .string(signature.signatureText),
      .list(signature.arguments.map(Self.describe)), .list(signature.results.map(Self.describe)),
    ]
  }

  private static func describe(_ field: ProcedureSignature.Field) -> Value {
    .map(["name": .string(field.name), "type": .string(field.type.signatureText)])
  }
}
