import Cypher
import Graph
import GraphStorage

/// Reads one property of every row's node, relationship, map or temporal value.
struct PropertyReader {
  let key: String
  let span: SourceSpan
  private let hint = NameHint()

  init(key: String, span: SourceSpan) {
    self.key = key
    self.span = span
  }

  /// The property of each selected row of `base`, whole columns where the rows are nodes or relationships.
  func read(_ base: Vector, _ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    switch base.storage {
    case .nodes(let nodes):
      try checkDeleted(nodes, base.nulls, batch, context)
      guard let keyID = context.snapshot.propertyKeyID(key, hint) else { return .nulls(count: batch.rowCount) }
      return gather(nodes, base.nulls, batch) { context.snapshot.gather(keyID, of: $0, nulls: $1) }
    case .relationships(let relationships):
      try checkDeleted(relationships, base.nulls, batch, context)
      guard let keyID = context.snapshot.propertyKeyID(key, hint) else { return .nulls(count: batch.rowCount) }
      return gather(relationships, base.nulls, batch) { context.snapshot.gather(keyID, of: $0, nulls: $1) }
    default:
      if case .dates(let days) = base.storage, let component = DateComponent(named: key) {
        let values = batch.map(placeholder: 0) { component.value(of: CalendarDate(daysSinceEpoch: days[$0])) }
        return Vector(.integers(values), nulls: base.nulls)
      }
      return try batch.values(from: [base]) { row throws(CypherError) in try property(of: base[row], context) }
    }
  }

  /// The property of one value.
  func property(of value: Value, _ context: EvaluationContext) throws(CypherError) -> Value {
    switch value {
    case .null: return .null
    case .map(let map): return map[key] ?? .null
    case .node(let node):
      if context.deletedNodes.contains(node.id) { throw .deletedAccess("node", at: span) }
      if let content = context.ownContent(of: node) { return content.properties[key] ?? .null }
      guard let keyID = context.snapshot.propertyKeyID(key, hint) else { return .null }
      return context.snapshot.property(keyID, of: node.id)
    case .relationship(let relationship):
      if context.deletedRelationships[relationship.id] != nil { throw .deletedAccess("relationship", at: span) }
      if let content = context.ownContent(of: relationship) { return content.properties[key] ?? .null }
      guard let keyID = context.snapshot.propertyKeyID(key, hint) else { return .null }
      return context.snapshot.property(keyID, of: relationship.id)
    default:
      guard !value.type.isTemporal else { return try component(of: value) }
      throw .invalidType("\(value.type.phrase) has no property `\(key)`", at: span)
    }
  }

  /// Unlike an element, a temporal value cannot have what its type does not.
  private func component(of value: Value) throws(CypherError) -> Value {
    let component = try CypherError.translating(at: span) { () throws(ValueError) in try value.temporalComponent(key) }
    if let component { return component }
    let names = value.type.componentNames
    throw CypherError(
      .typeError, .invalidArgumentType, phase: .runtime, "\(value.type.phrase) has no component `\(key)`", at: span,
      hint: NameSuggestion.hint(for: key, among: names) ?? "it has \(names.joined(separator: ", "))")
  }

  /// Gathers for all rows, or, where less than half are selected, for those and puts them in place.
  private func gather<ID>(
    _ elements: [ID], _ nulls: NullMask?, _ batch: Batch, _ fetch: ([ID], NullMask?) -> Vector
  ) -> Vector {
    guard let selection = batch.selection, selection.count * 2 < batch.rowCount else { return fetch(elements, nulls) }
    guard !selection.isEmpty else { return .nulls(count: batch.rowCount) }
    let picked = fetch(selection.map { elements[Int($0)] }, nulls?.gathered(selection))
    var places = [UInt32](repeating: 0, count: batch.rowCount)
    for (place, row) in selection.enumerated() { places[Int(row)] = UInt32(truncatingIfNeeded: place) }
    return picked.gathered(places)
  }

  private func checkDeleted(
    _ nodes: [NodeID], _ nulls: NullMask?, _ batch: Batch, _ context: EvaluationContext
  ) throws(CypherError) {
    guard !context.deletedNodes.isEmpty else { return }
    for row in batch.selectedRows where nulls.map({ !$0[Int(row)] }) ?? true {
      if context.deletedNodes.contains(nodes[Int(row)]) { throw .deletedAccess("node", at: span) }
    }
  }

  private func checkDeleted(
    _ relationships: [RelationshipID], _ nulls: NullMask?, _ batch: Batch, _ context: EvaluationContext
  ) throws(CypherError) {
    guard !context.deletedRelationships.isEmpty else { return }
    for row in batch.selectedRows where nulls.map({ !$0[Int(row)] }) ?? true {
      if context.deletedRelationships[relationships[Int(row)]] != nil { throw .deletedAccess("relationship", at: span) }
    }
  }
}

/// `base.key`.
struct PropertyExpression: CompiledExpression {
  let base: any CompiledExpression
  let reader: PropertyReader

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    try reader.read(try base.evaluate(batch, context), batch, context)
  }
}
