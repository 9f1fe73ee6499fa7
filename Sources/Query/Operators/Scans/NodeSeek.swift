import Cypher
import Graph
import GraphStorage

/// NodeIndexSeek, NodeIndexRange, NodeIndexStrings and the look-up of a node by its id: for each row of the input the nodes that
/// expressions over that row lead to.
final class NodeSeek: RowExpansion {
  enum Target {
    case equal(label: String, keys: [String], values: [any CompiledExpression])
    case range(label: String, key: String, lower: Bound?, upper: Bound?)
    case strings(label: String, key: String, match: StringMatch, value: any CompiledExpression)
    case identity(any CompiledExpression)
  }

  struct Bound {
    var value: any CompiledExpression
    var isInclusive: Bool
  }

  /// Fewer rows are not worth to be looked up together.
  private static let leastBatchRows = 16

  private let target: Target
  /// What `.equal` asks for, where that is one property: to take it out of the target would count references to all of it.
  private let single: (label: String, key: String, value: any CompiledExpression)?
  private let labelHint = NameHint()
  private let keyHint = NameHint()
  // Only this operator's methods touch these, each for itself, so no access needs to be tracked.
  @exclusivity(unchecked) private var keys: [Vector] = []
  /// Looks all rows of the batch up, where they are many and the graph stays as it is.
  @exclusivity(unchecked) private var batchLookup: NodeLookup?
  @exclusivity(unchecked) private var pending: ArraySlice<NodeID>?
  @exclusivity(unchecked) private var found: [NodeID] = []
  /// True as long as every node that was found in this run has exactly the values asked for, so that a condition that asks for
  /// them again need not be looked at.
  @exclusivity(unchecked) private(set) var isExact = true

  init(layout: RowLayout, input: Operator, kept: [Int], target: Target) {
    self.target = target
    if case .equal(let label, let keys, let values) = target, keys.count == 1 {
      single = (label, keys[0], values[0])
    } else {
      single = nil
    }
    super.init(layout: layout, input: input, kept: kept)
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    keys.removeAll(keepingCapacity: true)
    batchLookup = nil
    if let single {
      keys.append(try single.value.evaluate(batch, context.evaluation))
      guard context.transaction == nil, batch.selectedCount >= Self.leastBatchRows,
        let label = context.snapshot.labelID(single.label, labelHint),
        let key = context.snapshot.propertyKeyID(single.key, keyHint)
      else { return }
      batchLookup = context.snapshot.nodeLookup(label, key)
      return
    }
    switch target {
    case .equal(_, _, let values): for value in values { keys.append(try value.evaluate(batch, context.evaluation)) }
    case .strings(_, _, _, let value), .identity(let value): keys.append(try value.evaluate(batch, context.evaluation))
    case .range(_, _, let lower, let upper):
      for bound in [lower, upper] {
        keys.append(try bound?.value.evaluate(batch, context.evaluation) ?? Vector.nulls(count: batch.rowCount))
      }
    }
  }

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) -> (count: Int, isDone: Bool) {
    if pending == nil {
      let nodes = lookUp(Int(row), context.snapshot)
      if nodes.count <= limit {
        if found.isEmpty { found = nodes } else { found += nodes }
        return (nodes.count, true)
      }
      pending = nodes[...]
    }
    let nodes = pending!
    let taken = nodes.prefix(limit)
    found += taken
    let isDone = taken.count == nodes.count
    pending = isDone ? nil : nodes.dropFirst(limit)
    return (taken.count, isDone)
  }

  private func lookUp(_ row: Int, _ snapshot: GraphSnapshot) -> [NodeID] {
    if let batchLookup, let found = batchLookup.nodes(keys[0][row]) {
      if !found.isExact { isExact = false }
      return found.nodes
    }
    if let single { return lookUp(single.label, single.key, keys[0][row], snapshot) }
    switch target {
    case .equal(let label, let names, _):
      isExact = false
      let values = keys.map { $0[row] }
      let numbers = names.compactMap { snapshot.propertyKeyID($0) }
      return nodes(label, values, snapshot) { numbers.count == names.count ? snapshot.lookup($0, numbers, values) : [] }
    case .range(let label, let key, let lower, let upper):
      let least = lower.map { RangeBound(keys[0][row], isInclusive: $0.isInclusive) }
      let greatest = upper.map { RangeBound(keys[1][row], isInclusive: $0.isInclusive) }
      let values = [least, greatest].compactMap { $0?.value }
      return nodes(label, values, snapshot) { label in
        snapshot.propertyKeyID(key).flatMap { snapshot.range(label, $0, lower: least, upper: greatest) }
      }
    case .strings(let label, let key, let match, _):
      guard case .string(let text) = keys[0][row] else { return [] }
      return nodes(label, [], snapshot) { label in
        snapshot.propertyKeyID(key).flatMap { snapshot.strings(label, $0, match, text) }
      }
    case .identity:
      guard case .integer(let number) = keys[0][row], let raw = UInt32(exactly: number) else { return [] }
      return snapshot.contains(NodeID(raw)) ? [NodeID(raw)] : []
    }
  }

  private func lookUp(_ label: String, _ name: String, _ value: Value, _ snapshot: GraphSnapshot) -> [NodeID] {
    guard !value.isNull, let label = snapshot.labelID(label, labelHint), let key = snapshot.propertyKeyID(name, keyHint)
    else { return [] }
    guard let found = snapshot.lookup(label, key, value) else {
      isExact = false
      return snapshot.allNodes(label)
    }
    if !found.isExact { isExact = false }
    return found.nodes
  }

  /// What `find` finds in an index; every node of the label where no index can tell, because the condition itself is checked
  /// above in any case.
  private func nodes(
    _ label: String, _ values: [Value], _ snapshot: GraphSnapshot, _ find: (LabelID) -> [NodeID]?
  ) -> [NodeID] {
    guard !values.contains(where: \.isNull), let label = snapshot.labelID(label) else { return [] }
    if let found = find(label) { return found }
    return snapshot.allNodes(label)
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    defer { found = [] }
    return [Vector(.nodes(found))]
  }

  override var isReusable: Bool { true }

  override func reset() {
    super.reset()
    keys.removeAll(keepingCapacity: true)
    batchLookup = nil
    pending = nil
    found = []
    isExact = true
  }
}
