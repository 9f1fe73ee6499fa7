import Cypher
import Graph
import GraphAlgorithms

/// How much fits through from node to node.
enum FlowProcedures {
  static let bodies: [String: AlgorithmProcedures.Body] = [
    "maxFlow": { (call) throws(CypherError) in
      let network = try Network(call)
      let places = network.flow.cut(of: network.graph, isDirected: network.isDirected)
      let cut = network.graph.relationships(at: places).sorted()
      return Procedure.Answer(
        columns: [
          Vector(.floats([network.flow.value])),
          Vector(.values([.list(cut.map { .relationship(Relationship(id: $0)) })])),
        ],
        rowCount: 1)
    },
    "flows": { (call) throws(CypherError) in
      let network = try Network(call)
      let (graph, flows) = (network.graph, network.flow.flows)
      let places = flows.indices.filter { flows[$0] != 0 }
      let sources = graph.sources
      // Against an undirected relationship the flow is negative.
      let ends = places.map { flows[$0] > 0 ? (sources[$0], graph.targets[$0]) : (graph.targets[$0], sources[$0]) }
      return Procedure.Answer(
        columns: [
          Vector(.relationships(graph.relationships(at: places))),
          Vector(.nodes(ends.map { network.projection.nodes[Int($0.0)] })),
          Vector(.nodes(ends.map { network.projection.nodes[Int($0.1)] })),
          Vector(.floats(places.map { abs(flows[$0]) })), Vector(.floats(places.map { graph.weight(at: $0) })),
        ],
        rowCount: places.count)
    },
  ]

  /// The flow that a call asks for.
  private struct Network {
    let projection: GraphProjection
    /// Every relationship once, the way that it may be followed.
    let graph: Adjacency
    let isDirected: Bool
    let flow: MaximumFlow

    init(_ call: AlgorithmCall) throws(CypherError) {
      let direction = try call.options.direction()
      let projection = try call.projection(isNumbered: true)
      let source = try call.requiredVertex("source", in: projection)
      let target = try call.requiredVertex("target", in: projection)
      guard source != target else {
        throw CypherError(
          .argumentError, .invalidArgumentValue, phase: .runtime,
          "`source` and `target` of dossier.\(call.options.algorithm.name)() are the same node",
          hint: "what flows from a node to itself has no limit: choose two nodes")
      }
      let graph = projection.graph(direction == .both ? .outgoing : direction)
      let isDirected = direction != .both
      flow = try call.run { (checkpoint) throws(AlgorithmInterruption) in
        try MaximumFlow(from: source, to: target, in: graph, isDirected: isDirected, checkpoint: checkpoint)
      }
      self.projection = projection
      self.graph = graph
      self.isDirected = isDirected
    }
  }
}
