import Cypher
import Graph
import GraphAlgorithms

/// How to get from node to node.
enum PathProcedures {
  static let bodies: [String: AlgorithmProcedures.Body] = [
    "shortestPath": { (call) throws(CypherError) in try shortestPath(call) },
    "shortestPaths": { (call) throws(CypherError) in try shortestPaths(call) },
    "allPairs": { (call) throws(CypherError) in try allPairs(call) },
    "kShortestPaths": { (call) throws(CypherError) in try kShortestPaths(call) },
  ]

  private static func shortestPath(_ call: AlgorithmCall) throws(CypherError) -> Procedure.Answer {
    let direction = try call.options.direction()
    let projection = try call.projection(isNumbered: true)
    let source = try call.requiredVertex("source", in: projection)
    let target = try call.requiredVertex("target", in: projection)
    let graph = projection.lightest(direction)
    var tree = ShortestPathTree(vertexCount: graph.vertexCount)
    try call.run { (checkpoint) throws(AlgorithmInterruption) in
      try tree.grow(from: source, in: graph, to: target, checkpoint: checkpoint)
    }
    let routes = [tree.route(to: target)].compactMap { $0 }
    return Procedure.Answer(
      columns: [Vector(.values(routes.map { call.path($0, in: graph, projection) })), Vector(.floats(routes.map(\.length)))],
      rowCount: routes.count)
  }

  private static func shortestPaths(_ call: AlgorithmCall) throws(CypherError) -> Procedure.Answer {
    let direction = try call.options.direction()
    let limit = try limit(call)
    let projection = try call.projection(isNumbered: true)
    let source = try call.requiredVertex("source", in: projection)
    let graph = projection.lightest(direction)
    var tree = ShortestPathTree(vertexCount: graph.vertexCount)
    try call.run { (checkpoint) throws(AlgorithmInterruption) in
      try tree.grow(from: source, in: graph, limit: limit, checkpoint: checkpoint)
    }
    let reached = tree.reached.dropFirst()
    var paths: [Value] = []
    let memory = call.memory
    for vertex in reached {
      guard let route = tree.route(to: Int(vertex)) else { preconditionFailure("a vertex was reached without a way") }
      if paths.count & 0xFFF == 0 { try call.context.poll() }
      try memory.take((2 * route.vertices.count + 2) * MemoryBudget.bytesPerCell)
      paths.append(call.path(route, in: graph, projection))
    }
    let targets = reached.map { projection.nodes[Int($0)] }
    let distances = reached.map { tree.distances[Int($0)] }
    return Procedure.Answer(
      columns: [Vector(.nodes(targets)), Vector(.floats(distances)), Vector(.values(paths))], rowCount: paths.count)
  }

  private static func allPairs(_ call: AlgorithmCall) throws(CypherError) -> Procedure.Answer {
    let direction = try call.options.direction()
    let limit = try limit(call)
    let projection = try call.projection()
    let graph = projection.graph(direction)
    var tree = ShortestPathTree(vertexCount: graph.vertexCount)
    var sources: [NodeID] = []
    var targets: [NodeID] = []
    var distances: [Double] = []
    let memory = call.memory
    for source in 0..<graph.vertexCount {
      try call.run { (checkpoint) throws(AlgorithmInterruption) in
        try checkpoint()
        try tree.grow(from: source, in: graph, limit: limit, checkpoint: checkpoint)
      }
      try memory.take(tree.reached.count * 3 * MemoryBudget.bytesPerCell)
      for vertex in tree.reached.dropFirst().sorted() {
        sources.append(projection.nodes[source])
        targets.append(projection.nodes[Int(vertex)])
        distances.append(tree.distances[Int(vertex)])
      }
    }
    return Procedure.Answer(
      columns: [Vector(.nodes(sources)), Vector(.nodes(targets)), Vector(.floats(distances))], rowCount: distances.count)
  }

  private static func kShortestPaths(_ call: AlgorithmCall) throws(CypherError) -> Procedure.Answer {
    let direction = try call.options.direction()
    let count = try call.options.integer("k", in: 1...100_000) ?? 3
    let projection = try call.projection(isNumbered: true)
    let source = try call.requiredVertex("source", in: projection)
    let target = try call.requiredVertex("target", in: projection)
    let graph = projection.lightest(direction)
    let routes = try call.run { (checkpoint) throws(AlgorithmInterruption) in
      try KShortestPaths.routes(from: source, to: target, count: count, in: graph, checkpoint: checkpoint)
    }
    return Procedure.Answer(
      columns: [
        Vector(.integers(routes.indices.map { Int64($0 + 1) })),
        Vector(.values(routes.map { call.path($0, in: graph, projection) })), Vector(.floats(routes.map(\.length))),
      ],
      rowCount: routes.count)
  }

  private static func limit(_ call: AlgorithmCall) throws(CypherError) -> Double {
    try call.options.number("limit", in: 0 ... .infinity) ?? .infinity
  }
}
