// What operators and look-ups need of their operands, and what they give.
extension ExpressionCheck {
  func type(of symbol: UnaryOperator, _ operand: Expression) throws(CypherError) -> StaticType {
    switch symbol {
    case .not:
      try requireBoolean(try type(of: operand), operand)
      return .boolean
    case .plus, .minus:
      let type = try type(of: operand)
      guard type.couldBe(anyOf: [.number, .duration]) else {
        throw wrongType(operand, type, needed: "a number", in: "a sign")
      }
      return type
    }
  }

  func type(of symbol: BinaryOperator, _ left: Expression, _ right: Expression) throws(CypherError) -> StaticType {
    let leftType = try type(of: left)
    return try type(of: symbol, left, leftType, right, try type(of: right))
  }

  func type(ofChain first: Expression, _ links: [ChainLink]) throws(CypherError) -> StaticType {
    var left = first
    var leftType = try type(of: first)
    for link in links {
      leftType = try type(of: link.symbol, left, leftType, link.operand, try type(of: link.operand))
      left.span = left.span.union(link.operand.span)
    }
    return leftType
  }

  private func type(
    of symbol: BinaryOperator, _ left: Expression, _ leftType: StaticType, _ right: Expression, _ rightType: StaticType
  ) throws(CypherError) -> StaticType {
    switch symbol {
    case .and, .or, .xor:
      try requireBoolean(leftType, left)
      try requireBoolean(rightType, right)
      return .boolean
    case .in:
      guard rightType.couldBe(.list(.any)) else { throw wrongType(right, rightType, needed: "a list", in: "IN") }
      return .boolean
    case .startsWith, .endsWith, .contains, .matches: return .boolean
    case .concatenate:
      try requireJoinable(leftType, left)
      try requireJoinable(rightType, right)
      return sum(leftType, rightType)
    case .add: return sum(leftType, rightType)
    case .subtract, .multiply, .divide, .modulo, .power:
      let place = "the operator \(symbol.text)"
      try requireArithmetic(leftType, left, symbol, place)
      try requireArithmetic(rightType, right, symbol, place)
      return result(of: symbol, leftType, rightType)
    }
  }

  /// `+` joins lists, texts and numbers, and shifts moments, so that few pairs are surely wrong.
  private func sum(_ left: StaticType, _ right: StaticType) -> StaticType {
    if case .list = left { return .list(.any) }
    if case .list = right { return .list(.any) }
    if left == .string, right == .string { return .string }
    return result(of: .add, left, right)
  }

  private func result(of symbol: BinaryOperator, _ left: StaticType, _ right: StaticType) -> StaticType {
    let numbers: [StaticType] = [.integer, .float, .number]
    guard numbers.contains(left), numbers.contains(right) else { return .any }
    if symbol == .power || left == .float || right == .float { return .float }
    return left == .integer && right == .integer ? .integer : .number
  }

  private func requireJoinable(_ type: StaticType, _ operand: Expression) throws(CypherError) {
    guard type.couldBe(anyOf: [.string, .list(.any)]) else {
      throw wrongType(operand, type, needed: "a string or a list", in: "the operator ||")
    }
  }

  private func requireArithmetic(
    _ type: StaticType, _ operand: Expression, _ symbol: BinaryOperator, _ place: String
  ) throws(CypherError) {
    let allowsTime = symbol == .subtract || symbol == .multiply || symbol == .divide
    let allowed: [StaticType] = allowsTime ? [.number, .temporal, .duration] : [.number]
    guard type.couldBe(anyOf: allowed) else { throw wrongType(operand, type, needed: "a number", in: place) }
  }

  func type(ofComparing operands: [Expression]) throws(CypherError) -> StaticType {
    for operand in operands { _ = try type(of: operand) }
    return .boolean
  }

  func type(ofLabelTest element: Expression, _ labels: LabelExpression) throws(CypherError) -> StaticType {
    let type = try type(of: element)
    try LabelCheck(expressions: self).check(labels)
    guard type.couldBe(anyOf: [.node, .relationship]) else {
      throw wrongType(element, type, needed: "a node or a relationship", in: "a label test")
    }
    return .boolean
  }

  func type(ofProperty key: Name, of owner: Expression) throws(CypherError) -> StaticType {
    let type = try type(of: owner)
    guard type.couldBe(anyOf: [.node, .relationship, .map, .temporal, .duration]) else {
      // The TCK tells apart what can never hold properties and what only looks as if it did.
      throw CypherError(
        type == .path ? .syntaxError : .typeError, .invalidArgumentType, "\(type.description) has no property `\(key.text)`",
        at: owner.span.union(key.span), hint: type.couldBe(.list(.any)) ? "ask its elements: [x IN list | x.\(key.text)]" : nil)
    }
    return .any
  }

  func type(ofSubscript list: Expression, _ index: Expression) throws(CypherError) -> StaticType {
    let listType = try type(of: list)
    _ = try type(of: index)
    guard listType.couldBe(anyOf: [.list(.any), .map, .node, .relationship]) else {
      throw wrongType(list, listType, needed: "a list, a map, a node or a relationship", in: "[…]", kind: .typeError)
    }
    return listType.element
  }

  func type(ofSlice list: Expression, _ lower: Expression?, _ upper: Expression?) throws(CypherError) -> StaticType {
    let listType = try type(of: list)
    guard listType.couldBe(.list(.any)) else {
      throw wrongType(list, listType, needed: "a list", in: "a slice")
    }
    for bound in [lower, upper].compactMap({ $0 }) {
      let boundType = try type(of: bound)
      guard boundType.couldBe(.integer) else {
        throw wrongType(bound, boundType, needed: "an integer", in: "the bound of a slice")
      }
    }
    return listType
  }
}

extension BinaryOperator {
  /// The operator as it is written.
  public var text: String {
    switch self {
    case .or: "OR"
    case .xor: "XOR"
    case .and: "AND"
    case .add: "+"
    case .concatenate: "||"
    case .subtract: "-"
    case .multiply: "*"
    case .divide: "/"
    case .modulo: "%"
    case .power: "^"
    case .in: "IN"
    case .startsWith: "STARTS WITH"
    case .endsWith: "ENDS WITH"
    case .contains: "CONTAINS"
    case .matches: "=~"
    }
  }
}
