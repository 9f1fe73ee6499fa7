import Cypher
import Graph

/// Every procedure by name; names are compared without regard to case.
struct ProcedureRegistry: Sendable {
  private var procedures: [String: Procedure] = [:]
  /// The same, for the semantic checks.
  private(set) var catalog = ProcedureCatalog()

  /// The procedures of the program, with their examples.
  static let standard = ProcedureRegistry(
    (CatalogProcedures.all + SchemaProcedures.all + SearchProcedures.all + CorrectionProcedures.all + AlgorithmProcedures.all)
      .map { procedure in
        var procedure = procedure
        procedure.signature.example = ProcedureExamples.all[procedure.signature.name] ?? ""
        return procedure
      })

  init(_ procedures: [Procedure] = []) {
    for procedure in procedures { add(procedure) }
  }

  /// Adds a procedure, in place of the one of that name.
  mutating func add(_ procedure: Procedure) {
    procedures[procedure.signature.name.lowercased()] = procedure
    catalog.add(procedure.signature)
  }

  func procedure(named name: String) -> Procedure? { procedures[name.lowercased()] }

  /// The procedure that a clause calls.
  func procedure(for call: ProcedureCall) throws(CypherError) -> Procedure {
    if let procedure = procedure(named: call.name.text) { return procedure }
    throw CypherError(
      .procedureError, "ProcedureNotFound", "there is no procedure `\(call.name.text)`", at: call.name.span)
  }

  /// The signature of each, sorted by name.
  var signatures: [ProcedureSignature] { procedures.values.map(\.signature).sorted { $0.name < $1.name } }
}
