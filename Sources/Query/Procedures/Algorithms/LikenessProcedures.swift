import Cypher
import Graph
import GraphAlgorithms

/// Who is like whom.
enum LikenessProcedures {
  static let bodies: [String: AlgorithmProcedures.Body] = [
    "similarity": { (call) throws(CypherError) in try similarity(call) },
    "commonNeighbours": { (call) throws(CypherError) in try prediction(.commonNeighbours, call) },
    "adamicAdar": { (call) throws(CypherError) in try prediction(.adamicAdar, call) },
    "resourceAllocation": { (call) throws(CypherError) in try prediction(.resourceAllocation, call) },
    "preferentialAttachment": { (call) throws(CypherError) in try prediction(.preferentialAttachment, call) },
  ]

  private static func similarity(_ call: AlgorithmCall) throws(CypherError) -> Procedure.Answer {
    let direction = try call.options.direction()
    let metric = try call.options.word("metric").flatMap(NodeSimilarity.Metric.init) ?? .jaccard
    let projection = try call.projection()
    let isDirected = direction != .both
    let graph = projection.graph(isDirected ? direction : .outgoing)
    var similarity = NodeSimilarity(graph, isDirected: isDirected, metric)
    return try Pairs(call, projection).answer {
      similarity.score($0, $1)
    } pairs: {
      similarity.pairs(of: $0)
    }
  }

  private static func prediction(_ metric: LinkPrediction.Metric, _ call: AlgorithmCall) throws(CypherError) -> Procedure.Answer {
    let projection = try call.projection()
    var prediction = LinkPrediction(projection.once, metric)
    return try Pairs(call, projection).answer {
      prediction.score($0, $1)
    } pairs: {
      prediction.pairs(of: $0)
    }
  }

  /// Which pairs a call asks for.
  private struct Pairs {
    let call: AlgorithmCall
    let projection: GraphProjection
    let source: Int?
    let target: Int?
    let cutoff: Double

    init(_ call: AlgorithmCall, _ projection: GraphProjection) throws(CypherError) {
      self.call = call
      self.projection = projection
      source = try call.vertex("source", in: projection)
      target = try call.vertex("target", in: projection)
      cutoff = try call.options.number("cutoff", in: 0 ... .infinity) ?? 0
      if target != nil, source == nil { _ = try call.options.requiredNode("source") }
    }

    /// One pair with whatever score it has, the pairs of one node, or every pair once.
    func answer(
      score: (_ source: Int, _ target: Int) -> Double, pairs: (_ source: Int) -> [VertexPair]
    ) throws(CypherError) -> Procedure.Answer {
      if let source, let target {
        return answer([VertexPair(source: UInt32(source), target: UInt32(target), score: score(source, target))])
      }
      if let source { return answer(pairs(source).filter { $0.score >= cutoff }) }
      var found: [VertexPair] = []
      let memory = call.memory
      for source in projection.nodes.indices {
        if source & 0xFF == 0 { try call.context.poll() }
        let some = pairs(source).filter { $0.target > source && $0.score >= cutoff }
        try memory.take(some.count * 3 * MemoryBudget.bytesPerCell)
        found += some
      }
      return answer(found)
    }

    private func answer(_ pairs: [VertexPair]) -> Procedure.Answer {
      Procedure.Answer(
        columns: [
          Vector(.nodes(pairs.map { projection.nodes[Int($0.source)] })),
          Vector(.nodes(pairs.map { projection.nodes[Int($0.target)] })), Vector(.floats(pairs.map(\.score))),
        ],
        rowCount: pairs.count)
    }
  }
}
