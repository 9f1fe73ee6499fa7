// Walking the tree without a switch over every kind of expression.

extension Expression {
  /// The expressions directly inside this one, in the order of the text; those of patterns included, those of subqueries not,
  /// which have scopes of their own.
  public var children: [Expression] {
    switch kind {
    case .null, .boolean, .integer, .float, .string, .variable, .parameter, .countAll, .exists, .count,
      .collect:
      []
    case .list(let elements): elements
    case .map(let entries): entries.map(\.value)
    case .mapProjection(let base, _, let entries): [base] + entries.map(\.value)
    case .unary(_, let operand), .isNull(let operand), .isNotNull(let operand), .property(let operand, _),
      .typeTest(let operand, _), .truthTest(let operand, _), .normalizationTest(let operand, _), .cast(let operand, _):
      [operand]
    case .hasLabels(let element, let labels): [element] + labels.expressions
    case .binary(_, let left, let right), .subscripted(let left, let right): [left, right]
    case .chain(let first, let links): [first] + links.map(\.operand)
    case .comparison(let operands, _): operands
    case .slice(let list, let lower, let upper): [list] + [lower, upper].compactMap { $0 }
    case .function(let call): call.arguments
    case .case(let expression): expression.children
    case .listComprehension(_, let list, let filter, let projection): [list] + [filter, projection].compactMap { $0 }
    case .patternComprehension(let path, let filter, let projection):
      path.expressions + [filter, projection].compactMap { $0 }
    case .quantifier(_, _, let list, let filter): [list] + [filter].compactMap { $0 }
    case .reduce(_, let start, _, let list, let step, let test): [start, list, step] + [test].compactMap { $0 }
    case .patternPredicate(let path), .shortestPath(let path): path.expressions
    }
  }

  /// How many expressions are inside each other, this one included, at least; those of a subquery, which are not looked at, at
  /// most as many as the parser admits.
  public var height: Int {
    switch kind {
    case .exists, .count, .collect: Parser.deepestNesting
    default: children.reduce(0) { max($0, $1.height) } + 1
    }
  }

  /// True if this expression or one inside it satisfies `condition`; subqueries are not searched.
  public func contains(where condition: (Expression) -> Bool) -> Bool {
    condition(self) || children.contains { $0.contains(where: condition) }
  }

  /// The same, subqueries searched as well.
  public func containsAnywhere(where condition: (Expression) -> Bool) -> Bool {
    if condition(self) { return true }
    switch kind {
    case .exists(.pattern(let pattern, let filter)), .count(.pattern(let pattern, let filter)):
      return (pattern.expressions + [filter].compactMap { $0 }).contains { $0.containsAnywhere(where: condition) }
    case .exists(.query(let query)), .count(.query(let query)), .collect(let query):
      return query.containsAnywhere(where: condition)
    default: return children.contains { $0.containsAnywhere(where: condition) }
    }
  }
}

extension Expression {
  /// True if a clause of a subquery inside this expression, or of one inside that, satisfies `condition`.
  public func containsClauseAnywhere(where condition: (Clause) -> Bool) -> Bool {
    containsAnywhere { part in
      switch part.kind {
      case .exists(.query(let query)), .count(.query(let query)), .collect(let query): query.containsClause(where: condition)
      default: false
      }
    }
  }
}

extension RegularQuery {
  fileprivate func containsClause(where condition: (Clause) -> Bool) -> Bool {
    clauses.contains { clause in
      if condition(clause) { return true }
      if case .subquery(let call) = clause.kind { return call.query.containsClause(where: condition) }
      return false
    }
  }

  fileprivate func containsAnywhere(where condition: (Expression) -> Bool) -> Bool {
    clauses.contains { clause in
      if case .subquery(let call) = clause.kind { return call.query.containsAnywhere(where: condition) }
      return clause.expressions.contains { $0.containsAnywhere(where: condition) }
    }
  }
}

extension CaseExpression {
  var children: [Expression] {
    var children: [Expression] = []
    if let subject { children.append(subject) }
    for alternative in alternatives {
      children.append(alternative.when)
      children.append(alternative.then)
    }
    if let otherwise { children.append(otherwise) }
    return children
  }
}

extension NodePattern {
  /// What computes its labels, its property map, its predicate.
  public var expressions: [Expression] {
    (labels?.expressions ?? []) + [properties, predicate].compactMap { $0 }
  }
}

extension RelationshipPattern {
  /// What computes its type, its property map, its predicate.
  public var expressions: [Expression] {
    (types?.expressions ?? []) + [properties, predicate].compactMap { $0 }
  }
}

extension Clause {
  /// The expressions directly inside the clause, in the order of the text; those of clauses inside it left out.
  public var expressions: [Expression] {
    switch kind {
    case .match(let match): match.pattern.expressions + [match.filter].compactMap { $0 }
    case .unwind(let list, _): [list]
    case .loadCSV(let load): [load.source]
    case .with(let projection, let filter): projection.expressions + [filter].compactMap { $0 }
    case .return(let projection): projection.expressions
    case .create(let pattern): pattern.expressions
    case .merge(let merge): merge.pattern.expressions + (merge.onCreate + merge.onMatch).flatMap(\.expressions)
    case .set(let items): items.flatMap(\.expressions)
    case .remove(let items): items.flatMap(\.expressions)
    case .delete(let expressions, _): expressions
    case .call(let call): (call.arguments ?? []) + [call.filter].compactMap { $0 }
    case .let(let items): items.map(\.value)
    case .filter(let condition): [condition]
    case .for(let loop): [loop.list]
    case .order(let order): order.expressions
    case .finish, .subquery: []
    case .foreach(let loop): [loop.list]
    case .show(let command): command.order.expressions + [command.filter].compactMap { $0 }
    }
  }
}

extension Pattern {
  var expressions: [Expression] { paths.flatMap(\.expressions) }
}

extension Projection {
  var expressions: [Expression] {
    items.map(\.expression) + order.map(\.expression) + [skip, limit].compactMap { $0 }
  }
}

extension SetItem {
  var expressions: [Expression] {
    switch self {
    case .property(let owner, _, let value): [owner, value]
    case .dynamicProperty(let owner, let key, let value): [owner, key, value]
    case .replaceProperties(_, let value), .mergeProperties(_, let value): [value]
    case .labels(_, let labels): labels.expressions
    }
  }
}

extension RemoveItem {
  var expressions: [Expression] {
    switch self {
    case .property(let owner, _): [owner]
    case .dynamicProperty(let owner, let key): [owner, key]
    case .labels(_, let labels): labels.expressions
    }
  }
}
