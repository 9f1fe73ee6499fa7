extension SyntaxWriter {
  /// How strongly the outermost operator of an expression holds it together; what holds less than its place asks for gets
  /// parentheses.
  enum Strength: Int, Comparable {
    case or, xor, and, not, comparison, predicate, sum, product, power, unary, labelled, atom

    static func < (a: Strength, b: Strength) -> Bool { a.rawValue < b.rawValue }

    var next: Strength { Strength(rawValue: rawValue + 1) ?? .atom }
  }

  /// Writes `expression` at a place that asks for `strength`.
  mutating func write(_ expression: Expression, _ strength: Strength = .or) {
    // A `|` between types would be taken for the one that a projection begins with.
    let hasLooseBar = guardsBars && expression.testsAlternatives
    guard expression.strength < strength || hasLooseBar else { return writeBare(expression) }
    write("(")
    writeBare(expression)
    write(")")
  }

  private mutating func writeBare(_ expression: Expression) {
    switch expression.kind {
    case .null: write("null")
    case .boolean(let value): write(value ? "true" : "false")
    case .integer(let value): write(String(value))
    case .float(let value): write("\(value)")
    case .string(let value): write(CypherPrinter.quoted(string: value))
    case .parameter(let name): write(parameter: name)
    case .variable(CaseExpression.subjectName): break
    case .variable(let name): write(CypherPrinter.quoted(variable: name))
    case .list(let elements): write(list: elements)
    case .map(let entries): write(map: entries)
    case .mapProjection(let base, let includesAll, let entries): writeProjection(of: base, includesAll, entries)
    case .unary(let symbol, let operand): write(symbol, operand)
    case .binary(let symbol, let left, let right): write(symbol, left, right, expression.strength)
    case .chain(let first, let links): write(chain: first, links, expression.strength)
    case .comparison(let operands, let operators): write(comparing: operands, operators)
    case .isNull(let operand): write(operand, .predicate, suffix: " IS NULL")
    case .isNotNull(let operand): write(operand, .predicate, suffix: " IS NOT NULL")
    case .typeTest(let operand, let type):
      write(operand, .predicate, suffix: " IS :: ")
      write(type)
    case .truthTest(let operand, let truth): write(operand, .predicate, suffix: " IS \(truth.rawValue)")
    case .normalizationTest(let operand, let form): write(operand, .predicate, suffix: " IS \(form.rawValue) NORMALIZED")
    case .cast(let operand, let type):
      write("CAST(")
      write(operand)
      write(" AS ")
      write(type)
      write(")")
    case .hasLabels(let element, let labels):
      write(element, .atom)
      write(testedLabels: labels)
    case .property(let owner, let key):
      write(owner, .atom)
      write(".")
      write(schemaName: key)
    case .subscripted(let list, let index): write(element: list, at: index)
    case .slice(let list, let lower, let upper): write(slice: list, lower, upper)
    case .function(let call): write(call)
    case .countAll: write("count(*)")
    case .case(let cases): write(cases)
    case .listComprehension, .patternComprehension, .quantifier, .reduce: write(comprehension: expression)
    case .patternPredicate(let path), .shortestPath(let path): write(path)
    case .exists(let subquery): write("EXISTS", subquery)
    case .count(let subquery): write("COUNT", subquery)
    case .collect(let query): write("COLLECT", .query(query))
    }
  }

  // MARK: - Operators

  private mutating func write(_ operand: Expression, _ strength: Strength, suffix: String) {
    write(operand, strength)
    write(suffix)
  }

  private mutating func write(_ symbol: UnaryOperator, _ operand: Expression) {
    switch symbol {
    case .not:
      write("NOT ")
      write(operand, .not)
    case .plus, .minus:
      write(symbol == .plus ? "+" : "-")
      // A bare number would take the minus for its own.
      write(operand, inParentheses: symbol == .minus && operand.isUnsignedNumber, .unary)
    }
  }

  private mutating func write(_ symbol: BinaryOperator, _ left: Expression, _ right: Expression, _ strength: Strength) {
    // The operators behind a chain would become part of it.
    if case .chain = left.kind { write(left, strength.next) } else { write(left, strength) }
    write(" \(symbol.text) ")
    write(right, inParentheses: symbol == .subtract && right.looksLikeRelationshipBehindDash, strength.next)
  }

  private mutating func write(_ operand: Expression, inParentheses needsParentheses: Bool, _ strength: Strength) {
    guard needsParentheses else { return write(operand, strength) }
    write("(")
    writeBare(operand)
    write(")")
  }

  private mutating func write(chain first: Expression, _ links: [ChainLink], _ strength: Strength) {
    write(first, strength.next)
    for link in links {
      write(" \(link.symbol.text) ")
      let looksLikePattern = link.symbol == .subtract && link.operand.looksLikeRelationshipBehindDash
      write(link.operand, inParentheses: looksLikePattern, strength.next)
    }
  }

  private mutating func write(comparing operands: [Expression], _ operators: [ComparisonOperator]) {
    for (index, operand) in operands.enumerated() {
      if index > 0 { write(" \(operators[index - 1].text) ") }
      let looksLikePattern = index > 0 && operators[index - 1] == .less && operand.looksLikeRelationshipBehindArrowHead
      write(operand, inParentheses: looksLikePattern, .predicate)
    }
  }

  mutating func write(element list: Expression, at index: Expression) {
    write(list, .atom)
    write("[")
    write(index)
    write("]")
  }

  private mutating func write(slice list: Expression, _ lower: Expression?, _ upper: Expression?) {
    write(list, .atom)
    write("[")
    if let lower { write(lower) }
    write("..")
    if let upper { write(upper) }
    write("]")
  }

  // MARK: - Lists, maps and calls

  private mutating func write(list elements: [Expression]) {
    write("[")
    write(guarding: elements)
    write("]")
  }

  /// Writes `elements` so that the first is not taken for the beginning of a comprehension, or for a pattern.
  private mutating func write(guarding elements: [Expression]) {
    write(elements.enumerated()) { writer, element in
      let needsParentheses = element.offset == 0 && element.element.looksLikeComprehension
      if needsParentheses { writer.write("(") }
      writer.write(element.element)
      if needsParentheses { writer.write(")") }
    }
  }

  private mutating func write(map entries: [MapEntry]) {
    write("{")
    write(entries) { $0.write(entry: $1) }
    write("}")
  }

  private mutating func write(entry: MapEntry) {
    write(schemaName: entry.key)
    write(": ")
    write(entry.value)
  }

  private mutating func writeProjection(of base: Expression, _ includesAll: Bool, _ entries: [MapEntry]) {
    // `count {` would begin a subquery.
    if case .variable(let name) = base.kind, name.lowercased() == "count" {
      write(SyntaxWriter.inBackticks(name))
    } else {
      write(base, .atom)
    }
    write(" {")
    if includesAll { write(entries.isEmpty ? ".*" : ".*, ") }
    write(entries) { $0.write(entry: $1) }
    write("}")
  }

  private mutating func write(_ call: FunctionCall) {
    write(callable: call.name)
    write(call.isDistinct ? "(DISTINCT " : "(")
    // `exists((a)-->(b))` would be a subquery.
    if call.name.text.lowercased() == "exists" { write(guarding: call.arguments) } else { write(call.arguments) { $0.write($1) } }
    write(")")
  }

  private mutating func write(_ cases: CaseExpression) {
    write("CASE ")
    if let subject = cases.subject {
      write(subject)
      write(" ")
    }
    for alternative in cases.alternatives {
      write("WHEN")
      if alternative.testsSubject {
        write(tests: alternative.when)
      } else {
        write(" ")
        write(alternative.when)
      }
      write(" THEN ")
      write(alternative.then)
      write(" ")
    }
    if let otherwise = cases.otherwise {
      write("ELSE ")
      write(otherwise)
      write(" ")
    }
    write("END")
  }

  /// Tests of the subject, which has no text of its own, each from the blank in front of its operator on.
  private mutating func write(tests: Expression) {
    switch tests.kind {
    case .binary(.or, let left, let right):
      write(tests: left)
      write(",")
      write(tests: right)
    case .unary(.not, let test):
      var inner = self
      inner.text = ""
      inner.write(test, .predicate)
      write(" IS NOT" + inner.text.dropFirst(" IS".count))
    default: writeBare(tests)
    }
  }

  private mutating func write(comprehension expression: Expression) {
    let outerGuard = guardsBars
    guardsBars = true
    defer { guardsBars = outerGuard }
    switch expression.kind {
    case .listComprehension(let variable, let list, let filter, let projection):
      write("[")
      write(variable, in: list)
      write(filter: filter)
      if let projection { write(behindBar: projection) }
      write("]")
    case .patternComprehension(let path, let filter, let projection):
      write("[")
      write(path)
      write(filter: filter)
      write(behindBar: projection)
      write("]")
    case .quantifier(let quantifier, let variable, let list, let filter):
      write("\(quantifier.rawValue)(")
      write(variable, in: list)
      write(filter: filter)
      write(")")
    case .reduce(let accumulator, let start, let variable, let list, let step, let test):
      write(test == nil ? "reduce(" : "allReduce(")
      write(variable: accumulator)
      write(" = ")
      write(start)
      write(", ")
      write(variable, in: list)
      write(behindBar: step)
      if let test {
        write(", ")
        write(test)
      }
      write(")")
    default: preconditionFailure("only called for expressions that bind variables")
    }
  }

  private mutating func write(_ variable: Name, in list: Expression) {
    write(variable: variable)
    write(" IN ")
    write(list)
  }

  private mutating func write(behindBar expression: Expression) {
    write(" | ")
    write(expression)
  }
}

extension Expression {
  fileprivate var strength: SyntaxWriter.Strength {
    switch kind {
    case .binary(let symbol, _, _): symbol.strength
    case .chain(_, let links): links[0].symbol.strength
    case .unary(.not, _): .not
    case .unary: .unary
    // A chain of relationships goes on over a minus or a less-than.
    case .patternPredicate: .not
    case .comparison: .comparison
    // Behind a type, a less-than would open its parts.
    case .typeTest: .comparison
    case .truthTest, .normalizationTest: .predicate
    case .isNull, .isNotNull: .predicate
    case .hasLabels: .labelled
    case .integer(let value): value < 0 ? .unary : .atom
    case .float(let value): value.sign == .minus ? .unary : .atom
    default: .atom
    }
  }

  fileprivate var isUnsignedNumber: Bool {
    switch kind {
    case .integer(let value): value >= 0
    case .float(let value): value.sign == .plus
    default: false
    }
  }

  /// True if the expression begins with a dash or a bracket, so that, with a dash before it and something in parentheses before
  /// that, it would be taken for a relationship of a pattern.
  fileprivate var looksLikeRelationshipBehindDash: Bool {
    switch kind {
    case .list, .listComprehension, .patternComprehension, .unary(.minus, _): true
    case .integer(let value): value < 0
    case .float(let value): value.sign == .minus
    case .subscripted(let left, _), .slice(let left, _, _), .property(let left, _), .binary(.power, let left, _),
      .chain(let left, _):
      left.looksLikeRelationshipBehindDash
    default: false
    }
  }

  /// The same with the head of an arrow before it.
  fileprivate var looksLikeRelationshipBehindArrowHead: Bool {
    switch kind {
    case .unary(.minus, let operand): operand.looksLikeRelationshipBehindDash
    case .binary(_, let left, _), .chain(let left, _), .subscripted(let left, _), .slice(let left, _, _), .property(let left, _):
      left.looksLikeRelationshipBehindArrowHead
    default: false
    }
  }

  /// True if the expression begins with `x IN` or with a pattern.
  fileprivate var looksLikeComprehension: Bool {
    switch kind {
    case .patternPredicate: true
    case .binary(.in, let left, _):
      if case .variable = left.kind { true } else { left.looksLikeComprehension }
    case .binary(_, let left, _), .chain(let left, _), .isNull(let left), .isNotNull(let left), .typeTest(let left, _),
      .truthTest(let left, _),
      .normalizationTest(let left, _):
      left.looksLikeComprehension
    case .comparison(let operands, _): operands[0].looksLikeComprehension
    default: false
    }
  }
}

extension BinaryOperator {
  fileprivate var strength: SyntaxWriter.Strength {
    switch self {
    case .or: .or
    case .xor: .xor
    case .and: .and
    case .in, .startsWith, .endsWith, .contains, .matches: .predicate
    case .add, .subtract, .concatenate: .sum
    case .multiply, .divide, .modulo: .product
    case .power: .power
    }
  }
}

extension ComparisonOperator {
  /// The operator as it is written.
  public var text: String {
    switch self {
    case .equal: "="
    case .notEqual: "<>"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}
