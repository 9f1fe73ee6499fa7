import Cypher
import Graph
import GraphAlgorithms

/// How the graph is knit.
enum StructureProcedures {
  static let bodies: [String: AlgorithmProcedures.Body] = [
    "triangles": { (call) throws(CypherError) in
      let projection = try call.projection()
      let counts = try call.run { (checkpoint) throws(AlgorithmInterruption) in
        try TriangleCount.counts(ofSimple: projection.simple, checkpoint: checkpoint)
      }
      return call.answer(projection, .integers(counts))
    },
    "clustering": { (call) throws(CypherError) in
      let projection = try call.projection()
      let coefficients = try call.run { (checkpoint) throws(AlgorithmInterruption) in
        try ClusteringCoefficient.coefficients(ofSimple: projection.simple, checkpoint: checkpoint)
      }
      return call.answer(projection, .floats(coefficients))
    },
    "kCore": { (call) throws(CypherError) in
      let projection = try call.projection()
      let numbers = try call.run { (checkpoint) throws(AlgorithmInterruption) in
        try CoreDecomposition.numbers(of: projection.once, checkpoint: checkpoint)
      }
      return call.answer(projection, .integers(numbers))
    },
    "bridges": { (call) throws(CypherError) in
      let projection = try call.projection(isNumbered: true)
      let places = try call.run { (checkpoint) throws(AlgorithmInterruption) in
        try Bridges.places(in: projection.once, checkpoint: checkpoint)
      }
      let relationships = projection.once.relationships(at: places)
      return Procedure.Answer(columns: call.columns(relationships), rowCount: relationships.count)
    },
    "articulationPoints": { (call) throws(CypherError) in
      let projection = try call.projection()
      let vertices = try call.run { (checkpoint) throws(AlgorithmInterruption) in
        try ArticulationPoints.vertices(in: projection.once, checkpoint: checkpoint)
      }
      let nodes = vertices.map { projection.nodes[Int($0)] }
      return Procedure.Answer(columns: [Vector(.nodes(nodes))], rowCount: nodes.count)
    },
    "spanningTree": { (call) throws(CypherError) in
      let projection = try call.projection(.any, isNumbered: true)
      let places = try call.run { (checkpoint) throws(AlgorithmInterruption) in
        try SpanningForest.places(in: projection.once, checkpoint: checkpoint)
      }
      let weights = Vector(.floats(places.map { projection.once.weight(at: $0) }))
      let relationships = projection.once.relationships(at: places)
      return Procedure.Answer(columns: call.columns(relationships) + [weights], rowCount: relationships.count)
    },
  ]
}
