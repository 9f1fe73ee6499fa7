import Cypher
import Graph
import GraphStorage

/// The items of SET or REMOVE, compiled.
struct PropertyUpdates {
  enum Item {
    case property(owner: any CompiledExpression, key: String, value: any CompiledExpression)
    case computedProperty(
      owner: any CompiledExpression, key: any CompiledExpression, value: any CompiledExpression, SourceSpan)
    case allProperties(owner: any CompiledExpression, value: any CompiledExpression, isReplacing: Bool)
    case addLabels(owner: any CompiledExpression, WrittenLabels<any CompiledExpression>)
    case removeLabels(owner: any CompiledExpression, WrittenLabels<any CompiledExpression>)

    fileprivate var owner: any CompiledExpression {
      switch self {
      case .property(let owner, _, _), .computedProperty(let owner, _, _, _), .allProperties(let owner, _, _): owner
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
      case .computedProperty(_, let key, let value, let span):
        let keys = try key.evaluate(batch, context.evaluation)
        let values = try value.evaluate(batch, context.evaluation)
        for row in 0..<batch.rowCount { try writer.set(try Self.key(keys[row], span), of: owners[row], to: values[row]) }
      case .allProperties(_, let value, let isReplacing):
        let values = try value.evaluate(batch, context.evaluation)
        for row in 0..<batch.rowCount where !owners[row].isNull {
          let entries = try values[row].propertyEntries(context.changes.state)
          try writer.set(entries ?? [], of: owners[row], replacing: isReplacing)
        }
      case .addLabels(_, let written):
        let labels = try LabelColumn(written, batch, writer)
        for row in 0..<batch.rowCount { try writer.addLabels(try labels.labels(of: UInt32(row)), to: owners[row]) }
      case .removeLabels(_, let written):
        let labels = try written.map { names throws(CypherError) in try names.evaluate(batch, context.evaluation) }
        for row in 0..<batch.rowCount { try writer.removeLabels(try labels.names(of: row), from: owners[row]) }
      }
      context.showChanges()
    }
  }

  private static func key(_ value: Value, _ span: SourceSpan) throws(CypherError) -> String {
    guard case .string(let key) = value else {
      throw CypherError(
        .typeError, .mapElementAccessByNonString, phase: .runtime,
        "a property key is computed as a String, found \(value.type.phrase)", at: span)
    }
    return key
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
