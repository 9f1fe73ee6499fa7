import Graph
import GraphStorage

/// The least and the greatest value of properties, and how many there are, over all nodes of a label or all relationships of a
/// type: read from the ends of indexes, and from the bounds of the columns' blocks (`ColumnZones`) where there is none.
struct ColumnSummary {
  private let source: ScanSource
  private let items: [ColumnSummaryItem]

  /// Nil where the rows are not those of one scan without conditions.
  init?(_ items: [ColumnSummaryItem], of input: LogicalPlan) {
    var scanned = input
    if case .gather = scanned.step { scanned = scanned.input }
    self.items = items
    switch scanned.step {
    case .nodeScan(let scan) where scan.conditions.isEmpty:
      switch scan.access {
      case .allNodes: source = .nodes(label: nil)
      case .label(let label): source = .nodes(label: label)
      default: return nil
      }
    case .relationshipScan(let scan) where scan.conditions.isEmpty:
      guard scan.types.areAll || scan.types.names?.count == 1 else { return nil }
      source = .relationships(scan.types)
    default: return nil
    }
  }

  /// One row with the items; nil where neither tells: of values of several types, and without an index of values that are not
  /// numbers or dates, and of NaN.
  func row(in snapshot: GraphSnapshot) -> Batch? {
    var bounds: [String: ColumnBounds] = [:]
    var columns: [Vector] = []
    for item in items {
      let value: Value
      switch item {
      case .rowCount: value = .integer(Int64(source.elementCount(in: snapshot)))
      case .valueCount(let key), .least(let key), .greatest(let key):
        if bounds[key] == nil { bounds[key] = self.bounds(key, in: snapshot) }
        guard let known = bounds[key] else { return nil }
        switch item {
        case .least: value = known.least
        case .greatest: value = known.greatest
        default: value = .integer(Int64(known.valueCount))
        }
      }
      columns.append(Vector(packing: [value]))
    }
    return Batch(columns: columns, rowCount: 1)
  }

  private func bounds(_ key: String, in snapshot: GraphSnapshot) -> ColumnBounds? {
    guard let key = snapshot.propertyKeyID(key) else { return ColumnBounds() }
    switch source {
    case .nodes(let label):
      guard let label else { return snapshot.bounds(of: key, onNodesOf: nil) }
      guard let id = snapshot.labelID(label) else { return ColumnBounds() }
      return snapshot.indexBounds(of: key, onNodesOf: id) ?? snapshot.bounds(of: key, onNodesOf: id)
    case .relationships(let types):
      guard !types.areAll else { return snapshot.bounds(of: key, onRelationshipsOf: nil) }
      return types.ids(in: snapshot)?.first.map { snapshot.bounds(of: key, onRelationshipsOf: $0) } ?? ColumnBounds()
    }
  }
}
