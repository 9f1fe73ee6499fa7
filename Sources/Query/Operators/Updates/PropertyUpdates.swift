import Cypher
import Graph
import GraphStorage

/// The items of SET or REMOVE, compiled.
struct PropertyUpdates {
  enum Item {
    case property(owner: any CompiledExpression, key: String, value: any CompiledExpression)
    case allProperties(owner: any CompiledExpression, value: any CompiledExpression, isReplacing: Bool)
    case addLabels(owner: any CompiledExpression, [String])
    case removeLabels(owner: any CompiledExpression, [String])

    fileprivate var owner: any CompiledExpression {
      switch self {
      case .property(let owner, _, _), .allProperties(let owner, _, _): owner
      case .addLabels(let owner, _), .removeLabels(let owner, _): owner
      }
    }
  }

  let items: [Item]

  /// Applies the items to every row of a batch without a selection. Where an element stands in several rows, row follows row,
  /// so that `SET n.count = n.count + 1` counts them.
  func run(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    if items.isEmpty { return }
    if try hasRepeatedOwner(batch, context) {
      for row in 0..<UInt32(batch.rowCount) { try runItems(batch.row(row), context) }
    } else {
      try runItems(batch, context)
    }
  }

  private func hasRepeatedOwner(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Bool {
    if batch.rowCount < 2 { return false }
    for item in items {
      var table = GroupTable(columnCount: 1)
      _ = table.groups(of: [try item.owner.evaluate(batch, context.evaluation)], rows: batch.selectedRows)
      if table.count < batch.rowCount { return true }
    }
    return false
  }

  private func runItems(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    let writer = GraphWriter(context)
    for item in items {
      let owners = try item.owner.evaluate(batch, context.evaluation)
      switch item {
      case .property(_, let key, let value):
        let values = try value.evaluate(batch, context.evaluation)
        for row in 0..<batch.rowCount { try writer.set(key, of: owners[row], to: values[row]) }
      case .allProperties(_, let value, let isReplacing):
        let values = try value.evaluate(batch, context.evaluation)
        for row in 0..<batch.rowCount where !owners[row].isNull {
          let entries = try values[row].propertyEntries(context.changes.state)
          try writer.set(entries ?? [], of: owners[row], replacing: isReplacing)
        }
      case .addLabels(_, let names):
        let labels = writer.labels(names)
        for row in 0..<batch.rowCount { try writer.addLabels(labels, to: owners[row]) }
      case .removeLabels(_, let names):
        for row in 0..<batch.rowCount { try writer.removeLabels(names, from: owners[row]) }
      }
      context.showChanges()
    }
  }
}

/// SET and REMOVE.
final class UpdateProperties: Operator {
  private let updates: PropertyUpdates

  init(input: Operator, updates: PropertyUpdates) {
    self.updates = updates
    super.init(layout: input.layout, inputs: [input])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    guard let batch = try input.next(context)?.compacted else { return nil }
    try updates.run(batch, context)
    return batch
  }
}
