/// Checks one expression in its scope and says what type it has: variables exist, functions are called as they can be,
/// operands have types that can work, patterns and aggregates stand where they may.
struct ExpressionCheck {
  enum Aggregation { case forbidden, allowed, insideAggregate }

  let context: SemanticContext
  var scope: Scope
  var aggregation = Aggregation.forbidden
  /// Expressions that were computed already, with their types: what a projection projects, for its ORDER BY and WHERE.
  var known: [(expression: Expression, type: StaticType)] = []

  init(context: SemanticContext, scope: Scope, aggregation: Aggregation = .forbidden) {
    self.context = context
    self.scope = scope
    self.aggregation = aggregation
  }

  /// The same check where `name` is bound to something of type `type`; aggregates cannot see such a variable.
  func binding(_ name: Name, _ type: StaticType) -> ExpressionCheck {
    var inner = self
    inner.scope.define(name.text, type)
    inner.aggregation = .forbidden
    return inner
  }

  /// Checks an expression that must be a truth value, in which patterns may stand.
  func check(predicate expression: Expression) throws(CypherError) {
    try requireBoolean(try type(ofPredicate: expression), expression)
  }

  /// The type of an expression where a truth value is wanted.
  func type(ofPredicate expression: Expression) throws(CypherError) -> StaticType {
    switch expression.kind {
    case .patternPredicate(let path):
      try BoundPatternCheck(context: context, scope: scope).check(path)
      return .boolean
    case .unary(.not, let operand):
      try check(predicate: operand)
      return .boolean
    case .binary(.and, let left, let right), .binary(.or, let left, let right), .binary(.xor, let left, let right):
      try check(predicate: left)
      try check(predicate: right)
      return .boolean
    default: return try type(of: expression)
    }
  }

  func type(of expression: Expression) throws(CypherError) -> StaticType {
    if let computed = known.first(where: { $0.expression == expression }) { return computed.type }
    switch expression.kind {
    case .null: return .any
    case .boolean: return .boolean
    case .integer: return .integer
    case .float: return .float
    case .string: return .string
    case .list(let elements): return .list(try commonType(of: elements))
    case .map(let entries): return try type(ofMap: entries)
    case .mapProjection(let base, _, let entries): return try type(ofProjecting: base, entries)
    case .variable(let name): return try type(ofVariable: name, expression.span)
    case .parameter(let name):
      try context.use(parameter: name, at: expression.span)
      return .any
    case .unary(let symbol, let operand): return try type(of: symbol, operand)
    case .binary(let symbol, let left, let right): return try type(of: symbol, left, right)
    case .chain(let first, let links): return try type(ofChain: first, links)
    case .comparison(let operands, _): return try type(ofComparing: operands)
    case .isNull(let operand), .isNotNull(let operand): return try type(ofComparing: [operand])
    case .typeTest(let operand, _), .normalizationTest(let operand, _): return try type(ofComparing: [operand])
    case .truthTest(let operand, _):
      try requireBoolean(try type(of: operand), operand)
      return .boolean
    case .cast(let operand, let target):
      _ = try type(of: operand)
      return StaticType(target)
    case .hasLabels(let element, let labels): return try type(ofLabelTest: element, labels)
    case .property(let owner, let key): return try type(ofProperty: key, of: owner)
    case .subscripted(let list, let index): return try type(ofSubscript: list, index)
    case .slice(let list, let lower, let upper): return try type(ofSlice: list, lower, upper)
    case .function(let call): return try type(ofCall: call, expression)
    case .countAll: return try type(ofCountAll: expression)
    case .case(let cases): return try type(ofCase: cases)
    case .listComprehension, .patternComprehension, .quantifier, .reduce: return try type(ofComprehension: expression)
    case .patternPredicate: throw misplacedPattern(expression)
    case .exists(let subquery):
      try QueryCheck.check(subquery, in: scope, context: context)
      return .boolean
    case .count(let subquery):
      try QueryCheck.check(subquery, in: scope, context: context)
      return .integer
    case .collect(let query): return .list(try QueryCheck.check(collecting: query, expression, in: scope, context: context))
    case .shortestPath(let path):
      try BoundPatternCheck(context: context, scope: scope).check(path)
      return path.shortest == .all ? .list(.path) : .path
    }
  }

  // MARK: - Small cases

  private func type(ofVariable name: String, _ span: SourceSpan) throws(CypherError) -> StaticType {
    guard let type = scope[name] else { throw scope.undefined(name, at: span) }
    return type
  }

  /// The type that all of `expressions` have, `any` where they differ.
  func commonType(of expressions: [Expression]) throws(CypherError) -> StaticType {
    var common: StaticType?
    for expression in expressions {
      let type = try type(of: expression)
      common = common?.joined(type) ?? type
    }
    return common ?? .any
  }

  private func type(ofMap entries: [MapEntry]) throws(CypherError) -> StaticType {
    for entry in entries { _ = try type(of: entry.value) }
    return .map
  }

  private func type(ofProjecting base: Expression, _ entries: [MapEntry]) throws(CypherError) -> StaticType {
    let type = try type(of: base)
    guard type.couldBe(anyOf: [.node, .relationship, .map]) else {
      throw wrongType(base, type, needed: "a node, a relationship or a map", in: "a map projection")
    }
    return try self.type(ofMap: entries)
  }

  private func type(ofCase cases: CaseExpression) throws(CypherError) -> StaticType {
    var inner = self
    if let subject = cases.subject { inner.scope.define(CaseExpression.subjectName, try type(of: subject)) }
    var results: [Expression] = []
    for alternative in cases.alternatives {
      if cases.subject == nil {
        try check(predicate: alternative.when)
      } else {
        _ = try inner.type(of: alternative.when)
      }
      results.append(alternative.then)
    }
    if let otherwise = cases.otherwise { results.append(otherwise) }
    return try commonType(of: results)
  }

  private func misplacedPattern(_ expression: Expression) -> CypherError {
    CypherError(
      .syntaxError, .unexpectedSyntax, "a pattern cannot stand here: it is a truth value for WHERE", at: expression.span,
      hint: "use EXISTS { … }, COUNT { … } or a pattern comprehension")
  }

  // MARK: - Errors

  func wrongType(
    _ expression: Expression, _ found: StaticType, needed: String, in place: String, kind: CypherError.Kind = .syntaxError,
    hint: String? = nil
  ) -> CypherError {
    CypherError(
      kind, .invalidArgumentType, "\(place) needs \(needed), not \(found.description)", at: expression.span,
      hint: hint ?? TypeRemedy.remedy(for: found, needed: needed))
  }

  func requireBoolean(_ type: StaticType, _ expression: Expression) throws(CypherError) {
    guard type.couldBe(.boolean) else { throw wrongType(expression, type, needed: "a Boolean", in: "a condition") }
  }
}
