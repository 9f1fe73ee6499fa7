import Cypher
import Graph
import GraphStorage

/// IndexEnds: the one row of an aggregation that indexes can give; that of the aggregation itself where they cannot.
final class AggregateIndexEnds: Operator {
  private let ends: IndexEnds
  private var isDone = false

  /// - Parameter aggregate: the same aggregation over the nodes.
  init(ends: IndexEnds, aggregate: Operator) {
    self.ends = ends
    super.init(layout: aggregate.layout, inputs: [aggregate])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    guard !isDone else { return nil }
    guard let values = values(context.snapshot) else { return try input.next(context) }
    isDone = true
    return Batch(columns: values.map { Vector(.constant($0, count: 1)) }, rowCount: 1)
  }

  private func values(_ snapshot: GraphSnapshot) -> [Value]? {
    guard let label = snapshot.labelID(ends.label) else { return nil }
    var values: [Value] = []
    for item in ends.items {
      let end: Value?
      switch item {
      case .rowCount: end = .integer(Int64(snapshot.nodeCount(label)))
      case .least(let key): end = snapshot.propertyKeyID(key).flatMap { snapshot.indexEnds(label, $0)?.least }
      case .greatest(let key): end = snapshot.propertyKeyID(key).flatMap { snapshot.indexEnds(label, $0)?.greatest }
      case .valueCount: end = nil
      }
      guard let end else { return nil }
      values.append(end)
    }
    return values
  }

  override var isReusable: Bool { true }

  override func reset() { isDone = false }
}
