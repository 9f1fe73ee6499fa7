import Cypher
import Graph
import GraphAlgorithms

/// Which nodes matter.
enum CentralityProcedures {
  static let bodies: [String: AlgorithmProcedures.Body] = [
    "degree": { (call) throws(CypherError) in try degree(call) },
    "pagerank": { (call) throws(CypherError) in try pageRank(call) },
    "eigenvector": { (call) throws(CypherError) in try eigenvector(call) },
    "betweenness": { (call) throws(CypherError) in try betweenness(call) },
    "closeness": { (call) throws(CypherError) in try closeness(call) },
    "harmonic": { (call) throws(CypherError) in try harmonic(call) },
  ]

  private static func degree(_ call: AlgorithmCall) throws(CypherError) -> Procedure.Answer {
    let direction = try call.options.direction()
    let projection = try call.projection(.any)
    // A loop begins and ends at its node, so that both ways it counts twice, which `Adjacency.undirected` would hide.
    let graphs = direction == .both ? [projection.once, projection.graph(.incoming)] : [projection.graph(direction)]
    if projection.once.weights == nil {
      let counts = graphs.map { DegreeCentrality.counts(of: $0) }
      return call.answer(projection, .integers(counts.dropFirst().reduce(counts[0]) { zip($0, $1).map { $0 + $1 } }))
    }
    let sums = graphs.map { DegreeCentrality.strengths(of: $0) }
    return call.answer(projection, .floats(sums.dropFirst().reduce(sums[0]) { zip($0, $1).map { $0 + $1 } }))
  }

  private static func pageRank(_ call: AlgorithmCall) throws(CypherError) -> Procedure.Answer {
    var parameters = PageRank.Parameters()
    if let iterations = try call.options.integer("iterations", in: 1...100_000) { parameters.iterations = iterations }
    if let damping = try call.options.number("damping", in: 0...1) { parameters.damping = damping }
    if let tolerance = try call.options.number("tolerance", in: 0...1) { parameters.tolerance = tolerance }
    let direction = try call.options.direction()
    let projection = try call.projection()
    parameters.origins = try call.vertices("origins", in: projection)
    let scores = try call.run { (checkpoint) throws(AlgorithmInterruption) in
      try PageRank.scores(
        of: projection.graph(direction), incoming: projection.graph(direction.reversed), parameters, checkpoint: checkpoint)
    }
    return call.answer(projection, .floats(scores))
  }

  private static func eigenvector(_ call: AlgorithmCall) throws(CypherError) -> Procedure.Answer {
    var parameters = EigenvectorCentrality.Parameters()
    if let iterations = try call.options.integer("iterations", in: 1...100_000) { parameters.iterations = iterations }
    if let tolerance = try call.options.number("tolerance", in: 0...1) { parameters.tolerance = tolerance }
    let direction = try call.options.direction()
    let projection = try call.projection()
    let scores = try call.run { (checkpoint) throws(AlgorithmInterruption) in
      try EigenvectorCentrality.scores(of: projection.graph(direction), parameters, checkpoint: checkpoint)
    }
    return call.answer(projection, .floats(scores))
  }

  private static func betweenness(_ call: AlgorithmCall) throws(CypherError) -> Procedure.Answer {
    var parameters = Betweenness.Parameters()
    parameters.samples = try call.options.integer("samples", in: 1...Int64(UInt32.max))
    if let seed = try call.options.integer("seed", in: 0...Int64.max) { parameters.seed = UInt64(seed) }
    let direction = try call.options.direction()
    let projection = try call.projection(.positive)
    let scores = try call.run { (checkpoint) throws(AlgorithmInterruption) in
      try Betweenness.scores(
        of: projection.lightest(direction), isDirected: direction != .both, parameters, checkpoint: checkpoint)
    }
    return call.answer(projection, .floats(scores))
  }

  private static func closeness(_ call: AlgorithmCall) throws(CypherError) -> Procedure.Answer {
    let direction = try call.options.direction()
    let projection = try call.projection()
    let scores = try call.run { (checkpoint) throws(AlgorithmInterruption) in
      try ClosenessCentrality.scores(of: projection.graph(direction), checkpoint: checkpoint)
    }
    return call.answer(projection, .floats(scores))
  }

  private static func harmonic(_ call: AlgorithmCall) throws(CypherError) -> Procedure.Answer {
    let direction = try call.options.direction()
    let projection = try call.projection()
    let scores = try call.run { (checkpoint) throws(AlgorithmInterruption) in
      try HarmonicCentrality.scores(of: projection.graph(direction), checkpoint: checkpoint)
    }
    return call.answer(projection, .floats(scores))
  }
}
