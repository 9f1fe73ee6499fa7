import Cypher
import Graph
import GraphAlgorithms

/// Which nodes belong together.
enum CommunityProcedures {
  static let bodies: [String: AlgorithmProcedures.Body] = [
    "components": { (call) throws(CypherError) in
      let projection = try call.projection()
      let groups = try call.run { (checkpoint) throws(AlgorithmInterruption) in
        try ConnectedComponents.labels(of: projection.once, checkpoint: checkpoint)
      }
      return call.answer(projection, groups: groups)
    },
    "strongComponents": { (call) throws(CypherError) in
      let projection = try call.projection()
      let groups = try call.run { (checkpoint) throws(AlgorithmInterruption) in
        try StronglyConnectedComponents.labels(of: projection.once, checkpoint: checkpoint)
      }
      return call.answer(projection, groups: groups)
    },
    "communities": { (call) throws(CypherError) in
      let resolution = try resolution(call)
      let projection = try call.projection()
      let groups = try call.run { (checkpoint) throws(AlgorithmInterruption) in
        try Louvain.communities(of: projection.graph(.both), resolution: resolution, checkpoint: checkpoint)
      }
      return call.answer(projection, groups: groups)
    },
    "leiden": { (call) throws(CypherError) in
      let resolution = try resolution(call)
      let projection = try call.projection()
      let groups = try call.run { (checkpoint) throws(AlgorithmInterruption) in
        try Leiden.communities(of: projection.graph(.both), resolution: resolution, checkpoint: checkpoint)
      }
      return call.answer(projection, groups: groups)
    },
    "labelPropagation": { (call) throws(CypherError) in
      var parameters = LabelPropagation.Parameters()
      if let rounds = try call.options.integer("iterations", in: 1...100_000) { parameters.rounds = rounds }
      if let seed = try call.options.integer("seed", in: 0...Int64.max) { parameters.seed = UInt64(seed) }
      let projection = try call.projection()
      let groups = try call.run { (checkpoint) throws(AlgorithmInterruption) in
        try LabelPropagation.communities(of: projection.graph(.both), parameters, checkpoint: checkpoint)
      }
      return call.answer(projection, groups: groups)
    },
  ]

  private static func resolution(_ call: AlgorithmCall) throws(CypherError) -> Double {
    try call.options.number("resolution", in: 0...1_000_000) ?? 1
  }
}
