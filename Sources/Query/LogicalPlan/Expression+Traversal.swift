import Cypher

extension Expression {
  /// The expressions directly inside this one, in the order of the text. Patterns and subqueries, whose variables are not those
  /// of the row, are not looked into.
  var operands: [Expression] {
    switch kind {
    case .patternPredicate, .shortestPath, .patternComprehension: []
    default: children
    }
  }

  /// The same expression with each of `operands` replaced by what `transform` makes of it.
  func mapOperands(_ transform: (Expression) -> Expression) -> Expression {
    Expression(mappedKind(transform), span)
  }

  private func mappedKind(_ transform: (Expression) -> Expression) -> Kind {
    switch kind {
    case .list(let items): return .list(items.map(transform))
    case .map(let entries): return .map(entries.map { MapEntry(key: $0.key, value: transform($0.value)) })
    case .mapProjection(let base, let includesAll, let entries):
      return .mapProjection(
        transform(base), includesAll: includesAll, entries: entries.map { MapEntry(key: $0.key, value: transform($0.value)) })
    case .unary(let symbol, let operand): return .unary(symbol, transform(operand))
    case .isNull(let operand): return .isNull(transform(operand))
    case .isNotNull(let operand): return .isNotNull(transform(operand))
    case .typeTest(let operand, let type): return .typeTest(transform(operand), type)
    case .truthTest(let operand, let truth): return .truthTest(transform(operand), truth)
    case .normalizationTest(let operand, let form): return .normalizationTest(transform(operand), form)
    case .cast(let operand, let type): return .cast(transform(operand), type)
    case .hasLabels(let operand, let labels): return .hasLabels(transform(operand), labels.mapExpressions(transform))
    case .binary(let symbol, let left, let right): return .binary(symbol, transform(left), transform(right))
    case .chain(let first, let links):
      return .chain(transform(first), links.map { ChainLink($0.symbol, transform($0.operand)) })
    case .subscripted(let left, let right): return .subscripted(transform(left), transform(right))
    case .comparison(let operands, let operators): return .comparison(operands: operands.map(transform), operators: operators)
    case .property(let owner, let key): return .property(transform(owner), key)
    case .slice(let list, let from, let to): return .slice(transform(list), from: from.map(transform), to: to.map(transform))
    case .function(var call):
      call.arguments = call.arguments.map(transform)
      return .function(call)
    case .case(let expression): return .case(expression.mapParts(transform))
    case .listComprehension(let variable, let list, let filter, let projection):
      return .listComprehension(
        variable: variable, list: transform(list), filter: filter.map(transform), projection: projection.map(transform))
    case .quantifier(let quantifier, let variable, let list, let filter):
      return .quantifier(quantifier, variable: variable, list: transform(list), filter: filter.map(transform))
    case .reduce(let accumulator, let start, let variable, let list, let step, let test):
      return .reduce(
        accumulator: accumulator, start: transform(start), variable: variable, list: transform(list), step: transform(step),
        test: test.map(transform))
    default: return kind
    }
  }

  /// This expression with the outermost expressions for which `replacement` gives something replaced by it.
  func replacing(_ replacement: (Expression) -> Expression?) -> Expression {
    if let replaced = replacement(self) { return replaced }
    return mapOperands { $0.replacing(replacement) }
  }

  /// True if this expression or one inside it, patterns and subqueries left out, meets `condition`.
  func containsOutsidePatterns(where condition: (Expression) -> Bool) -> Bool {
    condition(self) || operands.contains { $0.containsOutsidePatterns(where: condition) }
  }

  /// True if the value may depend on what the graph holds: a property, a pattern, a function of an element.
  var readsGraph: Bool {
    containsOutsidePatterns { part in
      switch part.kind {
      case .property, .subscripted, .hasLabels, .function, .mapProjection: true
      case .patternComprehension, .patternPredicate, .exists, .count, .collect, .shortestPath: true
      default: false
      }
    }
  }

  /// True if two evaluations may differ though neither the row nor the graph does.
  var isVolatile: Bool {
    containsAnywhere { part in
      if case .function(let call) = part.kind {
        FunctionCatalog.signature(named: call.name.text)?.isVolatile ?? true
      } else {
        false
      }
    }
  }

  /// True if a name inside may mean something else than a column: comprehensions, patterns and subqueries have variables of
  /// their own.
  var hasOwnScope: Bool {
    containsOutsidePatterns { part in
      switch part.kind {
      case .listComprehension, .quantifier, .reduce: true
      case .patternComprehension, .patternPredicate, .exists, .count, .collect, .shortestPath: true
      default: false
      }
    }
  }

  /// The expressions that AND joins, from left to right.
  var conjuncts: [Expression] {
    if case .binary(.and, let left, let right) = kind { return left.conjuncts + right.conjuncts }
    return [self]
  }

  /// The reference to a variable that the planner itself introduced.
  static func reference(_ name: String, _ span: SourceSpan) -> Expression {
    Expression(.variable(name), span)
  }
}

extension CaseExpression {
  fileprivate func mapParts(_ transform: (Expression) -> Expression) -> CaseExpression {
    CaseExpression(
      subject: subject.map(transform),
      alternatives: alternatives.map {
        Alternative(when: transform($0.when), then: transform($0.then), testsSubject: $0.testsSubject)
      },
      otherwise: otherwise.map(transform))
  }
}
