import Cypher
import Graph
import GraphAlgorithms
import GraphStorage

/// One call of an algorithm procedure: its options, and what it needs to run and to answer.
struct AlgorithmCall {
  let options: AlgorithmOptions
  let context: EvaluationContext

  /// The part of the graph that the options ask for.
  ///
  /// A statement that changes nothing shares it with those before and after it (`ProjectionCache`); another keeps the last one
  /// until it shows changes, so that a CALL for each of many rows reads the graph once.
  ///
  /// - Parameter isNumbered: whether the answer names relationships.
  func projection(
    _ weights: ProjectionRequest.WeightRange = .nonNegative, isNumbered: Bool = false
  ) throws(CypherError) -> GraphProjection {
    var request = try ProjectionRequest(options, weights, in: context.snapshot)
    request.isNumbered = isNumbered
    if let shared = context.projections {
      return try shared.projection(request, of: context.snapshot) { () throws(CypherError) in try context.poll() }
    }
    let memory = try context.remembered(Self.memoryKey) { () throws(CypherError) in LastProjection() }
    if let known = memory.projection, memory.request == request, memory.version == context.snapshotVersion { return known }
    let projection = try GraphProjection(context.snapshot, request, keepsSegments: memory.projection != nil) {
      () throws(CypherError) in try context.poll()
    }
    memory.request = request
    memory.version = context.snapshotVersion
    memory.projection = projection
    return projection
  }

  private static let memoryKey = MemoryKey()

  private final class LastProjection {
    var request: ProjectionRequest?
    var version = 0
    var projection: GraphProjection?
  }

  /// What an algorithm gives; it ends early with the statement.
  func run<Result>(_ algorithm: (Checkpoint) throws(AlgorithmInterruption) -> Result) throws(CypherError) -> Result {
    var reason: CypherError?
    do throws(AlgorithmInterruption) {
      return try algorithm { () throws(AlgorithmInterruption) in
        do throws(CypherError) { try context.poll() } catch {
          reason = error
          throw AlgorithmInterruption()
        }
      }
    } catch {
      guard let reason else { preconditionFailure("only a checkpoint ends an algorithm") }
      throw reason
    }
  }

  // MARK: - Nodes among the options

  /// The vertex of a node that has to be given.
  func requiredVertex(_ key: String, in projection: GraphProjection) throws(CypherError) -> Int {
    try vertex(of: try options.requiredNode(key), key, in: projection)
  }

  /// The vertex of a node, nil where none is given.
  func vertex(_ key: String, in projection: GraphProjection) throws(CypherError) -> Int? {
    guard let node = try options.node(key) else { return nil }
    return try vertex(of: node, key, in: projection)
  }

  /// The vertices of the nodes given, none where none are.
  func vertices(_ key: String, in projection: GraphProjection) throws(CypherError) -> [UInt32] {
    var vertices: [UInt32] = []
    for node in try options.nodes(key) ?? [] { vertices.append(UInt32(try vertex(of: node, key, in: projection))) }
    return vertices
  }

  private func vertex(of node: NodeID, _ key: String, in projection: GraphProjection) throws(CypherError) -> Int {
    if let vertex = projection.vertex(of: node) { return vertex }
    let snapshot = context.snapshot
    let isThere = snapshot.contains(node) && !context.deletedNodes.contains(node)
    let labels = isThere ? snapshot.labels(of: node).map { ":\(snapshot.labelName($0))" }.joined() : ""
    throw CypherError(
      .argumentError, .invalidArgumentValue, phase: .runtime,
      isThere
        ? "node \(node.rawValue) (\(labels.isEmpty ? "without labels" : labels)), given as `\(key)`, has none of the labels in "
          + "`labels`"
        : "node \(node.rawValue), given as `\(key)`, has been deleted",
      hint: isThere ? "add a label of the node to `labels`, or leave `labels` out for all nodes" : nil)
  }

  // MARK: - Answers

  /// A record for each vertex: its node and what is told of it.
  func answer(_ projection: GraphProjection, _ values: Vector.Storage) -> Procedure.Answer {
    Procedure.Answer(columns: [Vector(.nodes(projection.nodes)), Vector(values)], rowCount: projection.nodes.count)
  }

  /// A record for each vertex: its node and its group, which is named by the id of its first node, so that it can be looked up.
  func answer(_ projection: GraphProjection, groups: [UInt32]) -> Procedure.Answer {
    answer(projection, .integers(groups.map { Int64(projection.nodes[Int($0)].rawValue) }))
  }

  /// The columns `relationship`, `source` and `target` of some relationships.
  func columns(_ relationships: [RelationshipID]) -> [Vector] {
    let snapshot = context.snapshot
    return [
      Vector(.relationships(relationships)), Vector(.nodes(relationships.map { snapshot.source(of: $0) })),
      Vector(.nodes(relationships.map { snapshot.target(of: $0) })),
    ]
  }

  /// A route through `graph` as a path of the graph.
  func path(_ route: Route, in graph: Adjacency, _ projection: GraphProjection) -> Value {
    guard let numbers = graph.numbers else { preconditionFailure("the projection was asked for numbers") }
    return .path(
      Path(
        nodes: route.vertices.map { Node(id: projection.nodes[Int($0)]) },
        relationships: route.places.map { Relationship(id: RelationshipID(numbers[$0])) }))
  }

  /// Accounts for what an answer of many records keeps.
  var memory: MemoryBudget { MemoryBudget(byteLimit: context.memory.byteLimit) }
}

extension Adjacency {
  /// The relationships at some places of a projection's graph.
  func relationships(at places: [Int]) -> [RelationshipID] {
    guard let numbers else { preconditionFailure("the projection was asked for numbers") }
    return places.map { RelationshipID(numbers[$0]) }
  }
}
