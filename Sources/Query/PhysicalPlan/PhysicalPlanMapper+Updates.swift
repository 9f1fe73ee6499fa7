import Cypher
import Graph

extension PhysicalPlanMapper {
  func mapUpdating(_ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    switch plan.step {
    case .create(let pattern): return try mapCreate(pattern, plan, required)
    case .merge(let merge): return try mapMerge(merge, plan, required)
    case .set(let items):
      let input = try map(plan.input, required.union(mentioned(items.flatMap(\.expressions))))
      return UpdateProperties(input: input, updates: try compile(items, input.layout))
    case .remove(let items):
      let input = try map(plan.input, required.union(mentioned(items.flatMap(\.expressions))))
      return UpdateProperties(input: input, updates: try compile(items, input.layout))
    case .delete(let expressions, let detach):
      let input = try map(plan.input, required.union(mentioned(expressions)))
      return Delete(
        input: input, targets: try compile(expressions, input.layout), spans: expressions.map(\.span), isDetaching: detach)
    case .eager: return Eager(input: try map(plan.input, required))
    case .emptyResult: return EmptyResult(input: try map(plan.input, []))
    default: preconditionFailure("not an updating step")
    }
  }

  // MARK: - CREATE and MERGE

  private func mapCreate(
    _ pattern: CreationPattern, _ plan: LogicalPlan, _ required: Set<String>
  ) throws(CypherError) -> Operator {
    let new = pattern.newColumns
    let below = required.subtracting(new.map(\.name)).union(pattern.usedVariables)
    let input = try map(plan.input, below)
    let kept = output(input.layout, required, adding: new)
    return Create(layout: kept.layout, input: input, kept: kept.kept, creation: try compile(pattern, input.layout))
  }

  private func mapMerge(_ merge: MergeStep, _ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    let items = merge.onCreate + merge.onMatch
    let new = merge.newColumns
    let needed = required.union(mentioned(items.flatMap(\.expressions)))
    let (finder, arguments) = try mapInner(plan.inputs[1], Set(new.map(\.name)))
    let handedNames = arguments.flatMap(\.layout.names)
    let below = needed.subtracting(new.map(\.name)).union(merge.creation.usedVariables).union(handedNames)
    let input = try map(plan.input, below)
    let output = output(input.layout, needed, adding: new)
    let made = merge.creation.newColumns.map(\.name)
    let mergePlan = MergePattern.Plan(
      finder: finder, handedRows: handedRows(arguments, from: input.layout),
      foundColumns: new.map { place($0.name, finder.layout) }, creation: try compile(merge.creation, input.layout),
      createdColumns: new.map { column in made.firstIndex(of: column.name)! },
      onCreate: try compile(merge.onCreate, output.layout), onMatch: try compile(merge.onMatch, output.layout))
    return MergePattern(layout: output.layout, input: input, kept: output.kept, plan: mergePlan)
  }

  private func compile(_ pattern: CreationPattern, _ layout: RowLayout) throws(CypherError) -> Creation {
    var creation = Creation(nodes: [], relationships: [])
    let made = pattern.nodes.map(\.variable)
    for node in pattern.nodes {
      creation.nodes.append(
        .init(
          labels: try compile(node.labels, layout), properties: try compileProperties(node.properties, layout),
          span: node.properties?.span ?? node.span))
    }
    for item in pattern.relationships {
      creation.relationships.append(
        .init(
          type: try compile(item.type, layout), source: end(item.source, made, layout), target: end(item.target, made, layout),
          properties: try compileProperties(item.properties, layout), span: item.span,
          propertySpan: item.properties?.span ?? item.span))
    }
    return creation
  }

  private func compile(
    _ labels: WrittenLabels<Expression>, _ layout: RowLayout
  ) throws(CypherError) -> WrittenLabels<any CompiledExpression> {
    let compiler = compiler(layout)
    return try labels.map { names throws(CypherError) in try compiler.compile(names) }
  }

  private func end(_ name: String, _ made: [String], _ layout: RowLayout) -> Creation.End {
    made.firstIndex(of: name).map { .created($0) } ?? .column(place(name, layout))
  }

  private func compileProperties(_ properties: Expression?, _ layout: RowLayout) throws(CypherError) -> PropertyExpressions {
    guard let properties else { return .none }
    guard case .map(let entries) = properties.kind else { return .whole(try compiler(layout).compile(properties)) }
    var compiled: [(key: String, value: any CompiledExpression)] = []
    for entry in entries { compiled.append((entry.key.text, try compiler(layout).compile(entry.value))) }
    return .entries(compiled)
  }

  // MARK: - SET and REMOVE

  private func compile(_ items: [SetItem], _ layout: RowLayout) throws(CypherError) -> PropertyUpdates {
    let compiler = compiler(layout)
    var updates: [PropertyUpdates.Update] = []
    for item in items {
      let action: PropertyUpdates.Action
      switch item {
      case .property(_, let key, let value): action = .property(key: key.text, value: try compiler.compile(value))
      case .dynamicProperty(_, let key, let value):
        action = .computedProperty(key: try compiler.compile(key), value: try compiler.compile(value), key.span)
      case .replaceProperties(_, let value): action = .allProperties(try compiler.compile(value), isReplacing: true)
      case .mergeProperties(_, let value): action = .allProperties(try compiler.compile(value), isReplacing: false)
      case .labels(_, let labels): action = .addLabels(try compile(WrittenLabels(labels), layout))
      }
      updates.append(PropertyUpdates.Update(owner: try compiler.compile(item.owner), action: action, span: item.span))
    }
    return PropertyUpdates(updates: updates)
  }

  private func compile(_ items: [RemoveItem], _ layout: RowLayout) throws(CypherError) -> PropertyUpdates {
    let compiler = compiler(layout)
    var updates: [PropertyUpdates.Update] = []
    for item in items {
      let action: PropertyUpdates.Action
      switch item {
      case .property(_, let key):
        action = .property(key: key.text, value: try compiler.compile(Expression(.null, key.span)))
      case .dynamicProperty(_, let key):
        let null = try compiler.compile(Expression(.null, key.span))
        action = .computedProperty(key: try compiler.compile(key), value: null, key.span)
      case .labels(_, let labels): action = .removeLabels(try compile(WrittenLabels(labels), layout))
      }
      updates.append(PropertyUpdates.Update(owner: try compiler.compile(item.owner), action: action, span: item.owner.span))
    }
    return PropertyUpdates(updates: updates)
  }
}

extension Name {
  /// The name as a reference to a variable.
  var asVariable: Expression { .reference(text, span) }
}

extension SetItem {
  var owner: Expression {
    switch self {
    case .property(let owner, _, _), .dynamicProperty(let owner, _, _): owner
    case .replaceProperties(let owner, _), .mergeProperties(let owner, _), .labels(let owner, _): owner.asVariable
    }
  }

  /// From the changed element to the new value.
  var span: SourceSpan {
    switch self {
    case .property(_, _, let value), .dynamicProperty(_, _, let value): owner.span.union(value.span)
    case .replaceProperties(_, let value), .mergeProperties(_, let value): owner.span.union(value.span)
    case .labels: owner.span
    }
  }

  /// Every expression in it, the changed element included.
  var expressions: [Expression] {
    switch self {
    case .property(let owner, _, let value): [owner, value]
    case .dynamicProperty(let owner, let key, let value): [owner, key, value]
    case .replaceProperties(let owner, let value), .mergeProperties(let owner, let value): [owner.asVariable, value]
    case .labels(let owner, let labels): [owner.asVariable] + labels.expressions
    }
  }
}

extension RemoveItem {
  var owner: Expression {
    switch self {
    case .property(let owner, _), .dynamicProperty(let owner, _): owner
    case .labels(let owner, _): owner.asVariable
    }
  }

  /// Every expression in it, the changed element included.
  var expressions: [Expression] {
    switch self {
    case .property: [owner]
    case .dynamicProperty(_, let key): [owner, key]
    case .labels(_, let labels): [owner] + labels.expressions
    }
  }
}

extension CreationPattern {
  /// The variables of the row that it reads: ends that it does not make itself, and what its expressions mention.
  var usedVariables: Set<String> {
    var collector = VariableCollector()
    for expression in expressions { collector.add(expression) }
    let made = Set(nodes.map(\.variable))
    return collector.names.union(relationships.flatMap { [$0.source, $0.target] }).subtracting(made)
  }
}
