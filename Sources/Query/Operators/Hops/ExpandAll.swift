import Cypher
import Graph
import GraphStorage

/// For each row every relationship of a node, with the node at its other end: as many nodes at a time as fill a batch.
final class ExpandAll: Operator {
  private let kept: [Int]
  private let from: Int
  private let types: RelationshipTypes
  private let direction: Direction
  private let parts: ExpansionPart
  // One thread at a time runs an operator, so no access needs to be tracked.
  @exclusivity(unchecked) private var expander: Expander?
  @exclusivity(unchecked) private var isReady = false
  @exclusivity(unchecked) private var batch: Batch?
  /// The nodes of the batch's rows that have one, and those rows; nil where they are all rows.
  @exclusivity(unchecked) private var nodes: [NodeID] = []
  @exclusivity(unchecked) private var rows: [UInt32]?
  @exclusivity(unchecked) private var position = 0
  /// What a node with more relationships than a batch has room for has given, and how many of them have been given out.
  @exclusivity(unchecked) private var large: (expansion: Expansion, position: Int)?

  init(
    layout: RowLayout, input: Operator, kept: [Int], from: Int, types: RelationshipTypes, direction: Direction,
    givesRelationships: Bool, givesNeighbours: Bool
  ) {
    self.kept = kept
    self.from = from
    self.types = types
    self.direction = direction
    var parts: ExpansionPart = []
    if givesRelationships { parts.insert(.relationships) }
    if givesNeighbours { parts.insert(.neighbours) }
    self.parts = parts
    super.init(layout: layout, inputs: [input])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while true {
      if large != nil { return giveOfLarge() }
      if position == nodes.count {
        guard let next = try input.next(context) else { return nil }
        try begin(next, context)
      }
      guard let expander else {
        position = nodes.count
        continue
      }
      try context.evaluation.poll()
      let expansion = expander.expand(nodes, from: &position, limit: Batch.capacity, parts)
      if expansion.count > Batch.capacity {
        large = (expansion, 0)
      } else if expansion.count > 0 {
        return give(expansion, 0..<expansion.count)
      }
    }
  }

  private func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    // Only a statement that updates may find another graph with the next batch.
    if !isReady || context.transaction != nil {
      expander = RelationshipTypeFilter(types, context.snapshot).expander(direction, context.snapshot)
      isReady = true
    }
    self.batch = batch
    position = 0
    let column = batch.columns[from]
    if batch.selection == nil, column.nulls == nil, case .nodes(let ids) = column.storage {
      (nodes, rows) = (ids, nil)
      return
    }
    let ids = try NodeRows(column, batch)
    let present = batch.selectedRows.filter { ids[$0] != nil }
    (nodes, rows) = (present.map { ids.ids[Int($0)] }, present)
  }

  private func giveOfLarge() -> Batch {
    let (expansion, first) = large!
    let end = min(expansion.count, first + Batch.capacity)
    large = end == expansion.count ? nil : (expansion, end)
    return give(expansion, first..<end)
  }

  private func give(_ expansion: Expansion, _ range: Range<Int>) -> Batch {
    let isWhole = range.count == expansion.count
    var columns: [Vector] = []
    columns.reserveCapacity(kept.count + 2)
    if !kept.isEmpty {
      var places = isWhole ? expansion.rows : Array(expansion.rows[range])
      if let rows { places = places.map { rows[Int($0)] } }
      for index in kept { columns.append(batch!.columns[index].gathered(places)) }
    }
    if parts.contains(.relationships) {
      columns.append(Vector(.relationships(isWhole ? expansion.relationships : Array(expansion.relationships[range]))))
    }
    if parts.contains(.neighbours) {
      columns.append(Vector(.nodes(isWhole ? expansion.neighbours : Array(expansion.neighbours[range]))))
    }
    return Batch(columns: columns, rowCount: range.count)
  }

  override func makePart(_ range: Range<Int>) -> Operator? {
    input.part(range).map {
      ExpandAll(
        layout: layout, input: $0, kept: kept, from: from, types: types, direction: direction,
        givesRelationships: parts.contains(.relationships), givesNeighbours: parts.contains(.neighbours))
    }
  }

  override var isReusable: Bool { true }

  override func reset() {
    expander = nil
    isReady = false
    batch = nil
    nodes = []
    position = 0
    large = nil
  }
}
