/// Collects every variable that is mentioned anywhere in an expression, pattern or query, those that it binds itself included.
///
/// Who asks intersects the answer with the variables of a row. A local variable that happens to have the name of a column
/// makes the answer larger than it must be, which costs a column and never an answer.
public struct VariableCollector {
  public private(set) var names: Set<String> = []

  public init() {}

  public mutating func add(_ expression: Expression) {
    switch expression.kind {
    case .variable(let name): names.insert(name)
    case .patternPredicate(let path), .shortestPath(let path): add(path)
    case .patternComprehension(let path, let filter, let projection):
      add(path)
      if let filter { add(filter) }
      add(projection)
    case .exists(let subquery), .count(let subquery): add(subquery)
    case .function(let call) where LoadCSV.column(of: call) != nil: names.insert(LoadCSV.column(of: call)!)
    case .collect(let query): add(query)
    default:
      for child in expression.children { add(child) }
    }
  }

  public mutating func add(_ path: PathPattern) {
    names.formUnion(path.variableNames)
    for expression in path.expressions { add(expression) }
  }

  private mutating func add(_ subquery: Subquery) {
    switch subquery {
    case .pattern(let pattern, let filter):
      for path in pattern.paths { add(path) }
      if let filter { add(filter) }
    case .query(let query): add(query)
    }
  }

  public mutating func add(_ query: RegularQuery) {
    for clause in query.clauses { add(clause) }
  }

  private mutating func add(_ name: Name?) {
    if let name { names.insert(name.text) }
  }

  private mutating func add(_ clause: Clause) {
    switch clause.kind {
    case .match(let match):
      for path in match.pattern.paths { add(path) }
      if let filter = match.filter { add(filter) }
    case .unwind(let list, let variable):
      add(list)
      add(variable)
    case .loadCSV(let load):
      add(load.source)
      add(load.variable)
    case .with(let projection, let filter):
      add(projection)
      if let filter { add(filter) }
    case .return(let projection): add(projection)
    case .create(let pattern):
      for path in pattern.paths { add(path) }
    case .call(let call):
      for argument in call.arguments ?? [] { add(argument) }
      for item in call.yield ?? [] { add(item.alias ?? item.field) }
      if let filter = call.filter { add(filter) }
    case .let(let items):
      for item in items {
        add(item.value)
        add(item.variable)
      }
    case .for(let loop):
      add(loop.list)
      add(loop.variable)
      add(loop.position?.variable)
    case .filter, .order, .finish, .show:
      for expression in clause.expressions { add(expression) }
    case .subquery(let call):
      if case .names(let names) = call.imports { for name in names { add(name) } }
      add(call.query)
    case .merge, .set, .remove, .delete, .foreach: addUpdate(clause)
    }
  }

  private mutating func addUpdate(_ clause: Clause) {
    for expression in clause.expressions { add(expression) }
    switch clause.kind {
    case .merge(let merge):
      add(merge.pattern)
      for item in merge.onCreate + merge.onMatch { add(item.changedVariable) }
    case .set(let items): for item in items { add(item.changedVariable) }
    case .remove(let items): for item in items { add(item.changedVariable) }
    case .foreach(let loop):
      add(loop.variable)
      for clause in loop.clauses { add(clause) }
    default: break
    }
  }

  private mutating func add(_ projection: Projection) {
    for item in projection.items {
      add(item.expression)
      add(item.alias)
    }
    for item in projection.order { add(item.expression) }
    for bound in [projection.skip, projection.limit].compactMap({ $0 }) { add(bound) }
  }
}

extension Expression {
  /// Every variable mentioned in this expression, local ones included.
  public var mentionedVariables: Set<String> {
    var collector = VariableCollector()
    collector.add(self)
    return collector.names
  }
}

extension SetItem {
  /// The element that is changed, where it is named by itself.
  fileprivate var changedVariable: Name? {
    switch self {
    case .property, .dynamicProperty: nil
    case .replaceProperties(let name, _), .mergeProperties(let name, _), .labels(let name, _): name
    }
  }
}

extension RemoveItem {
  fileprivate var changedVariable: Name? { if case .labels(let name, _) = self { name } else { nil } }
}
