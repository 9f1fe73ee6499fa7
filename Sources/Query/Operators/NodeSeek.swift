import Cypher
import Graph
import GraphStorage

/// NodeIndexSeek, NodeIndexRange and the look-up of a node by its id: for each row of the input the nodes that an expression over
/// that row leads to.
final class NodeSeek: RowExpansion {
  enum Target {
    case equal(label: String, key: String, value: any CompiledExpression)
    case range(label: String, key: String, lower: Bound?, upper: Bound?)
    case identity(any CompiledExpression)
  }

  struct Bound {
    var value: any CompiledExpression
    var isInclusive: Bool
  }

  private let target: Target
  private var keys: [Vector] = []
  private var pending: ArraySlice<NodeID>?
  private var found: [NodeID] = []

  init(layout: RowLayout, input: Operator, kept: [Int], target: Target) {
    self.target = target
    super.init(layout: layout, input: input, kept: kept)
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    keys = []
    switch target {
    case .equal(_, _, let value), .identity(let value): keys.append(try value.evaluate(batch, context.evaluation))
    case .range(_, _, let lower, let upper):
      for bound in [lower, upper] {
        keys.append(try bound?.value.evaluate(batch, context.evaluation) ?? Vector.nulls(count: batch.rowCount))
      }
    }
  }

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) -> (count: Int, isDone: Bool) {
    let nodes = pending ?? lookUp(Int(row), context.snapshot)[...]
    let taken = nodes.prefix(limit)
    found += taken
    let isDone = taken.count == nodes.count
    pending = isDone ? nil : nodes.dropFirst(limit)
    return (taken.count, isDone)
  }

  private func lookUp(_ row: Int, _ snapshot: GraphSnapshot) -> [NodeID] {
    switch target {
    case .equal(let label, let key, _): return nodes(label, key, [keys[0][row]], snapshot) { snapshot.lookup($0, keys[0][row]) }
    case .range(let label, let key, let lower, let upper):
      let least = lower.map { RangeBound(keys[0][row], isInclusive: $0.isInclusive) }
      let greatest = upper.map { RangeBound(keys[1][row], isInclusive: $0.isInclusive) }
      let values = [least, greatest].compactMap { $0?.value }
      return nodes(label, key, values, snapshot) { snapshot.range($0, lower: least, upper: greatest) }
    case .identity:
      guard case .integer(let number) = keys[0][row], let raw = UInt32(exactly: number) else { return [] }
      return snapshot.contains(NodeID(raw)) ? [NodeID(raw)] : []
    }
  }

  /// What `find` finds in the index; every node of the label where the index does not hold such values, because the condition
  /// itself is checked above in any case.
  private func nodes(
    _ label: String, _ key: String, _ values: [Value], _ snapshot: GraphSnapshot, _ find: (IndexDescription) -> [NodeID]
  ) -> [NodeID] {
    guard !values.contains(where: \.isNull), let labelID = snapshot.labelID(label) else { return [] }
    if let index = index(labelID, key, snapshot), values.allSatisfy(GraphSnapshot.isIndexable) { return find(index) }
    var cursor = ScanCursor()
    return snapshot.scanNodes(label: labelID, from: &cursor, limit: snapshot.nodeCount(labelID))
  }

  private func index(_ label: LabelID, _ key: String, _ snapshot: GraphSnapshot) -> IndexDescription? {
    snapshot.propertyKeyID(key).flatMap { snapshot.index(label, $0) }
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    defer { found = [] }
    return [Vector(.nodes(found))]
  }

  override func reset() {
    super.reset()
    pending = nil
    found = []
  }
}
