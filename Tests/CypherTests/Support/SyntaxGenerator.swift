import Cypher
import Graph
import TestSupport

/// Random syntax trees that the parser could have made: what is printed from them must be read back as the same tree. Their
/// meaning is none of its business; most of them make no sense.
struct SyntaxGenerator {
  private var random: SeededGenerator
  let nowhere = SourceSpan(0, 0)

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  // MARK: - Chances

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...(elements.count - 1))] }

  mutating func many<Element>(
    _ range: ClosedRange<Int>, _ make: (inout SyntaxGenerator) -> Element
  ) -> [Element] {
    var elements: [Element] = []
    for _ in 0..<number(range) { elements.append(make(&self)) }
    return elements
  }

  mutating func maybe<Element>(_ percent: Int, _ make: (inout SyntaxGenerator) -> Element) -> Element? {
    chance(percent) ? make(&self) : nil
  }

  // MARK: - Names and literals

  private static let names = [
    "n", "m", "name", "x1", "Straße", "count", "any", "match", "in", "end", "a b", "`tick`", "", "日本", "e5", "$x", "all", "index",

    "filter", "let", "next", "offset", "nulls", "show", "finish", "foreach", "insert", "use", "collect",
    "case", "exists", "order", "yield", "_", "0", "a$b", "shortestPath", "reduce", "not",
  ]

  mutating func name() -> Name { Name(pick(Self.names), nowhere) }

  mutating func string() -> String {
    let pieces = ["a", "'", "\"", "\\", "\n", "é", "👩‍👩‍👧", " ", "//", "/*", ";", "`", "$", "\u{0}", "\t", "\\u0041"]
    return many(0...5) { $0.pick(pieces) }.joined()
  }

  private mutating func literal() -> Expression.Kind {
    switch number(0...8) {
    case 0: .null
    case 1: .boolean(chance(50))
    case 2: .integer(pick([0, 1, 7, 42, -1, -42, Int64.max, Int64.min]))
    case 3: .float(pick([0.0, 0.5, 1e22, 2.5e-308, 1.7976931348623157e308, 3.0, -2.5, -1e-9]))
    case 4: .string(string())
    case 5: .parameter(pick(["x", "0", "12", "a b", "limit", "match", "1a", "日本"]))
    default: .variable(name().text)
    }
  }

  // MARK: - Expressions

  mutating func expression(_ depth: Int) -> Expression {
    Expression(depth <= 0 ? literal() : kind(depth - 1), nowhere)
  }

  private mutating func kind(_ depth: Int) -> Expression.Kind {
    if depth <= 1, chance(1) { return chain() }
    switch number(0...22) {
    case 0: return .list(many(0...3) { $0.expression(depth) })
    case 1: return .map(many(0...3) { $0.entry(depth) })
    case 2: return .mapProjection(variable(), includesAll: chance(50), entries: many(0...2) { $0.entry(depth) })
    case 3: return unary(depth)
    case 4, 5, 6: return .binary(pick(Self.binaryOperators), expression(depth), expression(depth))
    case 7: return comparison(depth)
    case 8: return test(depth)
    case 9: return .hasLabels(expression(depth), labels(depth, 2))
    case 10, 11: return .property(expression(depth), name())
    case 12: return .subscripted(expression(depth), expression(depth))
    case 13:
      return .slice(expression(depth), from: maybe(60) { $0.expression(depth) }, to: maybe(60) { $0.expression(depth) })
    case 14: return .function(call(depth))
    case 15: return .countAll
    case 16: return .case(cases(depth))
    case 17: return comprehension(depth)
    case 18:
      return .quantifier(
        pick([.all, .any, .none, .single]), variable: name(), list: expression(depth), filter: maybe(70) { $0.expression(depth) })
    case 19:
      return .reduce(
        accumulator: name(), start: expression(depth), variable: name(), list: expression(depth), step: expression(depth),
        test: maybe(30) { $0.expression(depth) })
    case 20: return .patternPredicate(path(depth, steps: 1...2))
    case 21:
      let subquery = subquery(depth)
      // `collect {finish}` is a map.
      if case .query(let query) = subquery, query.parts[0].clauses[0].kind != .finish, chance(50) { return .collect(query) }
      return chance(50) ? .exists(subquery) : .count(subquery)
    default:
      var shortest = path(depth, steps: 1...1)
      shortest.shortest = chance(50) ? .single : .all
      return .shortestPath(shortest)
    }
  }

  private static let binaryOperators: [BinaryOperator] = [
    .or, .xor, .and, .add, .subtract, .multiply, .divide, .modulo, .power, .concatenate, .in, .startsWith, .endsWith, .contains,
    .matches,
  ]

  /// So many operands that they are kept in one node.
  private mutating func chain() -> Expression.Kind {
    let symbols: [BinaryOperator] = pick([[.add, .subtract, .concatenate], [.multiply, .divide, .modulo], [.power]])
    return .chain(expression(1), many(70...80) { ChainLink($0.pick(symbols), $0.expression(0)) })
  }

  private mutating func variable() -> Expression { Expression(.variable(name().text), nowhere) }

  private mutating func entry(_ depth: Int) -> MapEntry { MapEntry(key: name(), value: expression(depth)) }

  private mutating func unary(_ depth: Int) -> Expression.Kind { .unary(pick([.not, .plus, .minus]), expression(depth)) }

  private mutating func test(_ depth: Int) -> Expression.Kind {
    switch number(0...5) {
    case 0: .isNull(expression(depth))
    case 1: .isNotNull(expression(depth))
    case 2: .typeTest(expression(depth), type(2))
    case 3: .truthTest(expression(depth), pick([.true, .false, .unknown]))
    case 4: .normalizationTest(expression(depth), pick(NormalizationForm.allCases))
    default: .cast(expression(depth), type(2))
    }
  }

  /// A type of at most `height` levels.
  private mutating func type(_ height: Int) -> ValueTypePattern {
    let plain: [ValueTypePattern.Kind] = [
      .any, .nothing, .null, .boolean, .string, .integer, .float, .date, .localTime, .zonedTime, .localDateTime,
      .zonedDateTime, .duration, .node, .relationship, .path, .map, .propertyValue,
    ]
    let kind: ValueTypePattern.Kind
    switch number(0...5) {
    case 0 where height > 0: kind = .list(type(height - 1))
    case 1 where height > 0: kind = .anyOf(many(2...3) { $0.type(height - 1) })
    default: kind = pick(plain)
    }
    return ValueTypePattern(kind, isNullable: chance(70), span: nowhere)
  }

  private mutating func comparison(_ depth: Int) -> Expression.Kind {
    let operators: [ComparisonOperator] = [.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual]
    let chosen = many(1...3) { $0.pick(operators) }
    var operands = [expression(depth)]
    for _ in chosen { operands.append(expression(depth)) }
    return .comparison(operands: operands, operators: chosen)
  }

  private mutating func call(_ depth: Int) -> FunctionCall {
    let functions = ["toUpper", "count", "date.truncate", "any", "reduce", "exists", "case", "a.match.b", "left", "shortestPath"]
    return FunctionCall(
      name: Name(pick(functions), nowhere), isDistinct: chance(20), arguments: many(0...3) { $0.expression(depth) })
  }

  private mutating func cases(_ depth: Int) -> CaseExpression {
    let subject = maybe(50) { $0.expression(depth) }
    return CaseExpression(
      subject: subject,
      alternatives: many(1...2) {
        let testsSubject = subject != nil && $0.chance(40)
        let when = testsSubject ? $0.subjectTests(depth) : $0.expression(depth)
        return CaseExpression.Alternative(when: when, then: $0.expression(depth), testsSubject: testsSubject)
      },
      otherwise: maybe(50) { $0.expression(depth) })
  }

  private mutating func subjectTests(_ depth: Int) -> Expression {
    let subject = Expression(.variable(CaseExpression.subjectName), nowhere)
    return Expression.balanced(
      .or,
      many(1...4) { generator in
        let value = generator.expression(depth)
        let kind: Expression.Kind =
          switch generator.number(0...6) {
          case 0: .isNull(subject)
          case 1: .unary(.not, Expression(.truthTest(subject, .unknown), generator.nowhere))
          case 2: .binary(.startsWith, subject, value)
          case 3: .binary(.in, subject, value)
          default: .comparison(operands: [subject, value], operators: [generator.pick([.equal, .less, .greaterOrEqual])])
          }
        return Expression(kind, generator.nowhere)
      })
  }

  private mutating func comprehension(_ depth: Int) -> Expression.Kind {
    let filter = maybe(50) { $0.expression(depth) }
    if chance(50) {
      return .listComprehension(
        variable: name(), list: expression(depth), filter: filter, projection: maybe(60) { $0.expression(depth) })
    }
    var pattern = path(depth, steps: 1...2)
    pattern.variable = maybe(30) { $0.name() }
    return .patternComprehension(pattern: pattern, filter: filter, projection: expression(depth))
  }

  private mutating func subquery(_ depth: Int) -> Subquery {
    chance(50) ? .query(query(depth)) : .pattern(searchedPattern(depth), filter: maybe(50) { $0.expression(depth) })
  }

  // MARK: - Patterns

  private mutating func pattern(_ depth: Int) -> Pattern {
    Pattern(
      paths: many(1...2) { generator in
        var path = generator.path(depth, steps: 0...2)
        path.variable = generator.maybe(20) { $0.name() }
        return path
      })
  }

  /// A pattern with what only those that are looked for may have.
  private mutating func searchedPattern(_ depth: Int) -> Pattern {
    var pattern = self.pattern(depth)
    pattern.mode = maybe(15) { $0.pick([.differentRelationships, .repeatableElements]) }
    for index in pattern.paths.indices {
      pattern.paths[index].selector = maybe(25) { $0.selector() }
      pattern.paths[index].mode = maybe(20) { $0.pick(PathMode.allCases) }
      pattern.paths[index].filter = maybe(15) { $0.expression(depth) }
      if chance(25) {
        let step = PathPattern.Step(.group(group(depth)), node: node(depth))
        pattern.paths[index].steps.insert(step, at: number(0...pattern.paths[index].steps.count))
      }
    }
    return pattern
  }

  private mutating func selector() -> PathSelector {
    let count = Expression(chance(70) ? .integer(3) : .parameter("k"), nowhere)
    return pick([
      .all, .any(nil), .any(count), .anyShortest, .allShortest, .shortest(count), .shortestGroups(nil), .shortestGroups(count),
    ])
  }

  private mutating func group(_ depth: Int) -> QuantifiedPath {
    var path = path(depth, steps: 1...2)
    path.variable = maybe(20) { $0.name() }
    path.mode = maybe(15) { $0.pick(PathMode.allCases) }
    path.filter = maybe(30) { $0.expression(depth) }
    return QuantifiedPath(path: path, quantifier: quantifier(), span: nowhere)
  }

  private mutating func quantifier() -> PathQuantifier {
    let bounds: [(Int, Int?)] = [(0, nil), (1, nil), (2, 2), (1, 3), (0, 3), (2, nil)]
    let (minimum, maximum) = pick(bounds)
    return PathQuantifier(minimum: minimum, maximum: maximum)
  }

  private mutating func path(_ depth: Int, steps: ClosedRange<Int>) -> PathPattern {
    PathPattern(
      start: node(depth),
      steps: many(steps) { PathPattern.Step(relationship: $0.relationship(depth), node: $0.node(depth)) }, span: nowhere)
  }

  private mutating func properties(_ depth: Int) -> Expression? {
    guard chance(30) else { return nil }
    let map = chance(80) ? Expression.Kind.map(many(0...2) { $0.entry(depth) }) : .parameter("p")
    return Expression(map, nowhere)
  }

  private mutating func node(_ depth: Int) -> NodePattern {
    NodePattern(
      variable: maybe(50) { $0.name() }, labels: maybe(50) { $0.labels(depth, 2) }, properties: properties(depth),
      predicate: maybe(15) { $0.expression(depth) }, span: nowhere)
  }

  /// A label expression of at most `height` levels.
  private mutating func labels(_ depth: Int, _ height: Int) -> LabelExpression {
    switch number(0...9) {
    case 0: return .wildcard
    case 1: return .dynamic(DynamicLabels(chance(50) ? .all : .any, expression(depth)))
    case 2 where height > 0: return .not(labels(depth, height - 1))
    case 3 where height > 0: return .and(many(2...3) { $0.labels(depth, height - 1) })
    case 4 where height > 0: return .or(many(2...3) { $0.labels(depth, height - 1) })
    case 5: return .and(many(2...3) { .name($0.name()) })
    default: return .name(name())
    }
  }

  private mutating func relationship(_ depth: Int) -> RelationshipPattern {
    let bounds: [(Int?, Int?)] = [(nil, nil), (2, 2), (1, 3), (nil, 3), (0, nil)]
    let length = maybe(30) { generator -> RelationshipPattern.Length in
      if generator.chance(40) { return .quantified(generator.quantifier()) }
      let (minimum, maximum) = generator.pick(bounds)
      return .starred(minimum: minimum, maximum: maximum)
    }
    return RelationshipPattern(
      variable: maybe(40) { $0.name() }, types: maybe(50) { $0.labels(depth, 2) },
      direction: pick([.outgoing, .incoming, .both]),
      length: length, properties: properties(depth), predicate: maybe(15) { $0.expression(depth) }, span: nowhere)
  }
}

// MARK: - Clauses

extension SyntaxGenerator {
  mutating func statement(_ depth: Int) -> Statement {
    Statement(mode: pick([.run, .run, .explain, .profile]), body: .query(query(depth)))
  }

  private mutating func query(_ depth: Int) -> RegularQuery {
    var query = unionQuery(depth)
    if chance(15) { query.continuations = many(1...2) { $0.unionQuery(depth) } }
    return query
  }

  private mutating func unionQuery(_ depth: Int) -> RegularQuery {
    let parts = many(1...2) { SingleQuery(clauses: Self.separated($0.many(1...3) { $0.clause(depth - 1) })) }
    return RegularQuery(parts: parts, unions: parts.dropFirst().map { _ in chance(50) ? .all : .distinct })
  }

  private mutating func clause(_ depth: Int) -> Clause {
    Clause(clauseKind(depth), nowhere)
  }

  /// Where an ORDER BY of its own would be read as that of the clause before, it is left out.
  private static func separated(_ clauses: [Clause]) -> [Clause] {
    var kept: [Clause] = []
    for clause in clauses {
      if case .order = clause.kind, kept.last.map({ takesOrder($0) }) ?? false { continue }
      kept.append(clause)
    }
    return kept
  }

  private static func takesOrder(_ clause: Clause) -> Bool {
    switch clause.kind {
    case .return, .order: true
    case .with(_, let filter): filter == nil
    case .show(let command): command.filter == nil
    default: false
    }
  }

  private mutating func rowClause(_ depth: Int) -> Clause.Kind {
    switch number(0...5) {
    case 0: return .let(many(1...2) { LetItem(variable: $0.name(), value: $0.expression(depth)) })
    case 1: return .filter(expression(depth))
    case 2:
      let position = maybe(50) { generator in
        ForLoop.Position(counting: generator.chance(50) ? .ordinality : .offset, variable: generator.name())
      }
      return .for(ForLoop(variable: name(), list: expression(depth), position: position))
    case 3: return .order(RowOrder(items: many(1...2) { $0.sortItem(depth) }, limit: maybe(50) { $0.expression(depth) }))
    case 4: return .finish
    default:
      var command = ShowCommand(subject: pick(ShowSubject.allCases), filter: maybe(30) { $0.expression(depth) })
      if let restriction = command.subject.restrictions.first, chance(50) { command.restriction = restriction }
      if chance(50) {
        command.yield = many(1...2) { ProcedureCall.YieldItem(field: $0.name(), alias: $0.maybe(50) { $0.name() }) }
        command.order = RowOrder(items: many(0...1) { $0.sortItem(depth) }, skip: maybe(20) { $0.expression(depth) })
      }
      return .show(command)
    }
  }

  private mutating func sortItem(_ depth: Int) -> Projection.SortItem {
    Projection.SortItem(expression: expression(depth), isDescending: chance(50), nulls: maybe(30) { $0.pick([.first, .last]) })
  }

  private mutating func subqueryCall(_ depth: Int) -> SubqueryCall {
    let imports = pick([SubqueryCall.Imports.leadingWith, .all, .names(many(0...2) { $0.name() })])
    return SubqueryCall(
      query: query(depth), imports: imports, isOptional: chance(20),
      batches: maybe(20) { generator in TransactionBatches(rowCount: generator.maybe(50) { $0.expression(depth) }) })
  }

  private mutating func clauseKind(_ depth: Int) -> Clause.Kind {
    switch number(0...14) {
    case 13 where depth > 0: return .subquery(subqueryCall(depth - 1))
    case 14 where depth > 0:
      let clauses = Self.separated(many(1...2) { $0.clause(depth - 1) })
      return .foreach(Foreach(variable: name(), list: expression(depth), clauses: clauses))
    case 10...12: return rowClause(depth)
    case 0, 1:
      return .match(Match(pattern: searchedPattern(depth), isOptional: chance(30), filter: maybe(50) { $0.expression(depth) }))
    case 2: return .unwind(expression(depth), as: name())
    case 3: return .with(projection(depth), filter: maybe(30) { $0.expression(depth) })
    case 4: return .return(projection(depth))
    case 5: return .create(pattern(depth))
    case 6:
      return .merge(
        Merge(
          pattern: path(depth, steps: 0...1), onCreate: many(0...2) { $0.setItem(depth) },
          onMatch: many(0...1) { $0.setItem(depth) }))
    case 7: return .set(many(1...2) { $0.setItem(depth) })
    case 8:
      if chance(50) { return .remove(many(1...2) { $0.removeItem(depth) }) }
      return .delete(many(1...2) { $0.expression(depth) }, detach: chance(50))
    default: return .call(procedureCall(depth))
    }
  }

  private mutating func projection(_ depth: Int) -> Projection {
    let includesAll = chance(20)
    return Projection(
      isDistinct: chance(20), includesAll: includesAll, items: many((includesAll ? 0 : 1)...3) { $0.item(depth) },
      order: many(0...2) { $0.sortItem(depth) },
      skip: maybe(20) { $0.expression(depth) }, limit: maybe(20) { $0.expression(depth) })
  }

  private mutating func item(_ depth: Int) -> Projection.Item {
    let expression = expression(depth)
    if chance(50) {
      let alias = name()
      return Projection.Item(expression: expression, alias: alias, columnName: alias.text)
    }
    if case .variable(let name) = expression.kind {
      return Projection.Item(expression: expression, alias: nil, columnName: name)
    }
    return Projection.Item(expression: expression, alias: nil, columnName: CypherPrinter.text(of: expression))
  }

  private mutating func setItem(_ depth: Int) -> SetItem {
    switch number(0...4) {
    case 0: .property(of: expression(depth), key: name(), value: expression(depth))
    case 1: .replaceProperties(name(), expression(depth))
    case 2: .mergeProperties(name(), expression(depth))
    case 3: .dynamicProperty(of: expression(depth), key: expression(depth), value: expression(depth))
    default: .labels(name(), labels(depth, 1))
    }
  }

  private mutating func removeItem(_ depth: Int) -> RemoveItem {
    switch number(0...2) {
    case 0: .property(of: expression(depth), key: name())
    case 1: .dynamicProperty(of: expression(depth), key: expression(depth))
    default: .labels(name(), labels(depth, 1))
    }
  }

  private mutating func procedureCall(_ depth: Int) -> ProcedureCall {
    let arguments = maybe(70) { $0.many(0...2) { $0.expression(depth) } }
    var call = ProcedureCall(name: Name("db.labels", nowhere), arguments: arguments, yield: nil, isOptional: chance(10))
    switch number(0...3) {
    case 0: call.yieldsAll = true
    case 1: call.yield = []
    case 2:
      call.yield = many(1...2) { generator in
        ProcedureCall.YieldItem(field: generator.name(), alias: generator.maybe(50) { $0.name() })
      }
    default: return call
    }
    call.filter = maybe(30) { $0.expression(depth) }
    return call
  }
}
