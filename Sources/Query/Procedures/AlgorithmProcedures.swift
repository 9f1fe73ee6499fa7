import Cypher
import Graph
import GraphAlgorithms
import GraphStorage

/// `CALL dossier.pagerank({…}) YIELD node, score` and its kin: one for each algorithm of the catalog, one record a node.
enum AlgorithmProcedures {
  static let all: [Procedure] = AlgorithmCatalog.all.map(procedure)

  private static func procedure(_ algorithm: AlgorithmDescription) -> Procedure {
    let options = ProcedureSignature.Field(name: "options", type: .map)
    let results = [
      ProcedureSignature.Field(name: "node", type: .node),
      ProcedureSignature.Field(name: algorithm.result, type: algorithm.result == "score" ? .float : .integer),
    ]
    let signature = ProcedureSignature(
      name: "dossier.\(algorithm.name)", arguments: [options], results: results, summary: algorithm.summary)
    return Procedure(
      signature,
      answer: { (arguments, context) throws(CypherError) in
        try run(algorithm, try AlgorithmOptions(arguments[0], for: algorithm), context)
      })
  }

  private static func run(
    _ algorithm: AlgorithmDescription, _ options: AlgorithmOptions, _ context: EvaluationContext
  ) throws(CypherError) -> Procedure.Answer {
    let snapshot = context.snapshot
    let labels = try options.labels(in: snapshot)
    let types = try options.types(in: snapshot)
    var reason: CypherError?
    let checkpoint: Checkpoint = { () throws(AlgorithmInterruption) in
      do throws(CypherError) { try context.poll() } catch {
        reason = error
        throw AlgorithmInterruption()
      }
    }
    let work = try Work(algorithm, options)
    do throws(AlgorithmInterruption) {
      let projection = try GraphProjection(snapshot, labels: labels, types: types, checkpoint: checkpoint)
      let results = try work.run(on: projection, checkpoint)
      return Procedure.Answer(columns: [Vector(.nodes(projection.nodes)), results], rowCount: projection.nodes.count)
    } catch {
      guard let reason else { preconditionFailure("only a checkpoint ends an algorithm") }
      throw reason
    }
  }

  /// An algorithm with its options read, so that what is wrong with them shows before the work begins.
  private enum Work {
    case pageRank(PageRank.Parameters)
    case components, communities, triangles, degree
    case betweenness(samples: Int?)

    init(_ algorithm: AlgorithmDescription, _ options: AlgorithmOptions) throws(CypherError) {
      switch algorithm.name {
      case "pagerank":
        var parameters = PageRank.Parameters()
        if let iterations = try options.integer("iterations", in: 1...10_000) { parameters.iterations = iterations }
        if let damping = try options.fraction("damping") { parameters.damping = damping }
        self = .pageRank(parameters)
      case "components": self = .components
      case "communities": self = .communities
      case "betweenness": self = .betweenness(samples: try options.integer("samples", in: 1...Int64(UInt32.max)))
      case "triangles": self = .triangles
      case "degree": self = .degree
      default: preconditionFailure("the catalog lists \(algorithm.name), which no procedure runs")
      }
    }

    /// One row a vertex.
    func run(on projection: GraphProjection, _ checkpoint: Checkpoint) throws(AlgorithmInterruption) -> Vector {
      let graph = projection.adjacency
      // A group is named by the id of its first node, which the caller can look up.
      func named(_ labels: [UInt32]) -> Vector {
        Vector(.integers(labels.map { Int64(projection.nodes[Int($0)].rawValue) }))
      }
      switch self {
      case .pageRank(let parameters):
        return Vector(.floats(try PageRank.scores(of: graph, parameters, checkpoint: checkpoint)))
      case .components: return named(try ConnectedComponents.labels(of: graph, checkpoint: checkpoint))
      case .communities: return named(try Louvain.communities(of: graph.undirected, checkpoint: checkpoint))
      case .betweenness(let samples):
        return Vector(.floats(try Betweenness.scores(of: graph.simple, samples: samples, checkpoint: checkpoint)))
      case .triangles: return Vector(.integers(try TriangleCount.counts(of: graph, checkpoint: checkpoint)))
      case .degree: return Vector(.integers(DegreeCentrality.counts(of: graph)))
      }
    }
  }
}
