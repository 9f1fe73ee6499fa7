import Cypher
import Graph
import GraphAlgorithms

/// `CALL dossier.pagerank({…}) YIELD node, score` and its kin: one for each algorithm of the catalog.
enum AlgorithmProcedures {
  typealias Body = @Sendable (AlgorithmCall) throws(CypherError) -> Procedure.Answer

  static let all: [Procedure] = AlgorithmCatalog.all.map { algorithm in
    guard let body = bodies[algorithm.name] else {
      preconditionFailure("the catalog lists \(algorithm.name), which no procedure runs")
    }
    return Procedure(
      ProcedureSignature(algorithm),
      answer: { (arguments, context) throws(CypherError) in
        try body(AlgorithmCall(options: try AlgorithmOptions(arguments[0], for: algorithm), context: context))
      })
  }

  private static let bodies: [String: Body] = [
    CentralityProcedures.bodies, CommunityProcedures.bodies, StructureProcedures.bodies, PathProcedures.bodies,
    FlowProcedures.bodies, LikenessProcedures.bodies,
  ].reduce(into: [:]) { all, some in all.merge(some) { (_, _) in preconditionFailure("two procedures have one name") } }
}

extension ProcedureSignature {
  fileprivate init(_ algorithm: AlgorithmDescription) {
    self.init(
      name: "dossier.\(algorithm.name)", arguments: [Field(name: "options", type: .map, defaultValue: .map(PropertyMap()))],
      results: algorithm.results.map { Field(name: $0.name, type: StaticType($0.kind)) }, summary: algorithm.summary,
      details: "\(algorithm.note) Time: \(algorithm.complexity)\(algorithm.source.isEmpty ? "" : " (\(algorithm.source))").",
      options: algorithm.parameters.map { Option(name: $0.name, summary: $0.summary) })
  }
}

extension StaticType {
  fileprivate init(_ kind: AlgorithmResult.Kind) {
    switch kind {
    case .node: self = .node
    case .relationship: self = .relationship
    case .relationships: self = .list(.relationship)
    case .path: self = .path
    case .integer: self = .integer
    case .float: self = .float
    case .number: self = .number
    }
  }
}
