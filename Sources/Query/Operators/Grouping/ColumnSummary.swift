import Graph
import GraphStorage

/// The least and the greatest value of properties, and how many there are, over all nodes of a label or all relationships of a
/// type: read from the bounds of the columns' blocks (`ColumnZones`).
struct ColumnSummary {
  private enum Source {
    case nodes(label: String?)
    case relationships(type: String?)
  }

  private let source: Source
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
      if scan.types.areAll {
        source = .relationships(type: nil)
      } else {
        guard let names = scan.types.names, names.count == 1 else { return nil }
        source = .relationships(type: names[0])
      }
    default: return nil
    }
  }

  /// One row with the items; nil where the bounds do not tell: of values of several types or that are not numbers or dates, and
  /// of NaN.
  func row(in snapshot: GraphSnapshot) -> Batch? {
    var bounds: [String: ColumnBounds] = [:]
    var columns: [Vector] = []
    for item in items {
      let value: Value
      switch item {
      case .rowCount: value = .integer(Int64(rowCount(in: snapshot)))
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

  private func rowCount(in snapshot: GraphSnapshot) -> Int {
    switch source {
    case .nodes(let label?): snapshot.labelID(label).map { snapshot.nodeCount($0) } ?? 0
    case .nodes: snapshot.nodeCount
    case .relationships(let type?): snapshot.relationshipTypeID(type).map { snapshot.relationshipCount($0) } ?? 0
    case .relationships: snapshot.relationshipCount
    }
  }

  private func bounds(_ key: String, in snapshot: GraphSnapshot) -> ColumnBounds? {
    guard let key = snapshot.propertyKeyID(key) else { return ColumnBounds() }
    switch source {
    case .nodes(let label):
      guard let label else { return snapshot.bounds(of: key, onNodesOf: nil) }
      return snapshot.labelID(label).map { snapshot.bounds(of: key, onNodesOf: $0) } ?? ColumnBounds()
    case .relationships(let type):
      guard let type else { return snapshot.bounds(of: key, onRelationshipsOf: nil) }
      return snapshot.relationshipTypeID(type).map { snapshot.bounds(of: key, onRelationshipsOf: $0) } ?? ColumnBounds()
    }
  }
}
