import Cypher
import Graph
import GraphStorage

/// The items of SET or REMOVE, compiled.
struct PropertyUpdates {
  struct Update {
    var owner: any CompiledExpression
    var action: Action
    /// The place of the item, for what the store refuses.
    var span: SourceSpan
  }

  enum Action {
    case property(key: String, value: any CompiledExpression)
    /// The span is that of the key.
    case computedProperty(key: any CompiledExpression, value: any CompiledExpression, SourceSpan)
    case allProperties(any CompiledExpression, isReplacing: Bool)
    case addLabels(WrittenLabels<any CompiledExpression>)
    case removeLabels(WrittenLabels<any CompiledExpression>)
  }

  let updates: [Update]

  /// Applies the items to every row of a batch without a selection. Where an element stands in several rows, row follows row,
  /// so that `SET n.count = n.count + 1` counts them.
  func run(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    if updates.isEmpty { return }
    if try hasRepeatedOwner(batch, context) {
      for row in 0..<UInt32(batch.rowCount) { try runUpdates(batch.row(row), context) }
    } else {
      try runUpdates(batch, context)
    }
  }

  private func hasRepeatedOwner(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Bool {
    if batch.rowCount < 2 { return false }
    for update in updates {
      var table = GroupTable(columnCount: 1)
      _ = table.groups(of: [try update.owner.evaluate(batch, context.evaluation)], rows: batch.selectedRows)
      if table.count < batch.rowCount { return true }
    }
    return false
  }

  private func runUpdates(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    for update in updates {
      try CypherError.placing(at: update.span) { () throws(CypherError) in try run(update, batch, context) }
      context.showChanges()
    }
  }

  private func run(_ update: Update, _ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    let writer = GraphWriter(context)
    let owners = try update.owner.evaluate(batch, context.evaluation)
    switch update.action {
    case .property(let key, let value):
      let values = try value.evaluate(batch, context.evaluation)
      for row in 0..<batch.rowCount { try writer.set(key, of: owners[row], to: values[row]) }
    case .computedProperty(let key, let value, let span):
      let keys = try key.evaluate(batch, context.evaluation)
      let values = try value.evaluate(batch, context.evaluation)
      for row in 0..<batch.rowCount { try writer.set(try Self.key(keys[row], span), of: owners[row], to: values[row]) }
    case .allProperties(let value, let isReplacing):
      let values = try value.evaluate(batch, context.evaluation)
      for row in 0..<batch.rowCount where !owners[row].isNull {
        let entries = try values[row].propertyEntries(context.changes.state)
        try writer.set(entries ?? [], of: owners[row], replacing: isReplacing)
      }
    case .addLabels(let written):
      let labels = try LabelColumn(written, batch, writer)
      for row in 0..<batch.rowCount { try writer.addLabels(try labels.labels(of: UInt32(row)), to: owners[row]) }
    case .removeLabels(let written):
      let labels = try written.map { names throws(CypherError) in try names.evaluate(batch, context.evaluation) }
      for row in 0..<batch.rowCount { try writer.removeLabels(try labels.names(of: row), from: owners[row]) }
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

  override var isReusable: Bool { true }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    guard let batch = try input.next(context)?.compacted else { return nil }
    try updates.run(batch, context)
    return batch
  }
}
