// WITH and RETURN.
extension QueryGenerator {
  /// Kinds whose values have one order and one look, so that ORDER BY and LIMIT, DISTINCT and groups are sure of them.
  static let plainKinds: [Kind] = [.integer, .string, .boolean, .float, .date, .node, .relationship, .list(.integer)]

  mutating func with() -> String {
    var items: [String] = []
    var variables: [Variable] = []
    func keep(_ variable: Variable) {
      items.append(variable.name)
      variables.append(variable)
    }
    for variable in scope where variables.count < 4 && chance(60) { keep(variable) }
    if chance(40) || items.isEmpty { add(&items, &variables) }
    let isAggregating = chance(30)
    if isAggregating {
      let aggregate = aggregate(isExact: true)
      let name = fresh("c")
      items.append("\(aggregate.text) AS \(name)")
      variables.append(Variable(name: name, kind: aggregate.kind))
    }
    var text = chance(15) ? "WITH DISTINCT " : "WITH "
    text += items.joined(separator: ", ")
    scope = variables
    let isPlain = variables.allSatisfy { Self.plainKinds.contains($0.kind) }
    if isPlain && chance(25) { text += order(by: variables.map(\.name)) + rowLimits() }
    if chance(25) { text += " WHERE " + condition(1) }
    return text
  }

  private mutating func add(_ items: inout [String], _ variables: inout [Variable]) {
    let kind = pick(Self.plainKinds)
    let text = expression(kind, 2)
    let name = fresh("v")
    items.append("\(text) AS \(name)")
    variables.append(Variable(name: name, kind: kind))
  }

  /// RETURN of just these kinds, for the parts of a UNION.
  mutating func returnClause(of kinds: [Kind], isDistinct: Bool = false) -> String {
    let items = kinds.enumerated().map { "\(expression($0.element, 2)) AS c\($0.offset)" }
    return (isDistinct ? "RETURN DISTINCT " : "RETURN ") + items.joined(separator: ", ")
  }

  mutating func returnClause() -> (text: String, isOrdered: Bool) {
    switch number(0...9) {
    case 0: return ("RETURN count(*) AS c", true)
    case 1: return (aggregatingReturn(), false)
    case 2, 3: return orderedReturn()
    case 4:
      let kinds = (0...number(0...2)).map { _ in pick(Self.plainKinds) }
      return (returnClause(of: kinds, isDistinct: true), false)
    case 5 where !scope.isEmpty: return ("RETURN *", false)
    default: return (plainReturn(), false)
    }
  }

  /// Columns of every kind; here an expression may fail, as every row of every plan comes by.
  private mutating func plainReturn() -> String {
    var items: [String] = []
    for _ in 0...number(0...3) {
      if chance(15), let bag = bag() {
        items.append("\(bag.text) AS \(fresh(GeneratedQuery.bagPrefix))")
        continue
      }
      mayFail = items.isEmpty && chance(40)
      let kind = pick(Self.plainKinds + [.path, .map, .any, .duration, .list(.any), .list(.string), .list(.node), .list(.date)])
      items.append("\(expression(kind, 3)) AS \(fresh("c"))")
      mayFail = false
    }
    return "RETURN " + items.joined(separator: ", ")
  }

  private mutating func orderedReturn() -> (text: String, isOrdered: Bool) {
    let kinds = (0...number(0...2)).map { _ in pick(Self.plainKinds) }
    var names: [String] = []
    var items: [String] = []
    for kind in kinds {
      let name = fresh("c")
      items.append("\(expression(kind, 2)) AS \(name)")
      names.append(name)
    }
    let text = (chance(30) ? "RETURN DISTINCT " : "RETURN ") + items.joined(separator: ", ") + order(by: names)
    return (chance(60) ? text + rowLimits() : text, true)
  }

  private mutating func aggregatingReturn() -> String {
    var items: [String] = []
    for _ in 0..<number(0...2) { items.append("\(expression(pick(Self.plainKinds), 2)) AS \(fresh("k"))") }
    for _ in 0...number(0...2) {
      if chance(20) {
        items.append("collect(\(chance(30) ? "DISTINCT " : "")\(expression(pick(Self.plainKinds), 1))) AS \(fresh("bag"))")
      } else {
        items.append("\(aggregate(isExact: false).text) AS \(fresh("c"))")
      }
    }
    return "RETURN " + items.joined(separator: ", ")
  }

  // MARK: - Order

  /// ORDER BY all of `names`, in some order.
  mutating func order(by names: [String]) -> String {
    let items = names.shuffled(using: &random).map {
      $0 + pick(["", "", " DESC", " ASC", " DESCENDING"]) + pick(["", "", " NULLS FIRST", " NULLS LAST"])
    }
    return " ORDER BY " + items.joined(separator: ", ")
  }

  mutating func rowLimits() -> String {
    switch number(0...3) {
    case 0: " \(pick(["SKIP", "OFFSET"])) \(number(0...2))"
    case 1: " SKIP \(number(0...1)) LIMIT \(number(1...4))"
    default: " LIMIT \(number(0...5))"
    }
  }

  // MARK: - Aggregates

  /// - Parameter isExact: leaves out what sums up floats in the order of the rows.
  mutating func aggregate(isExact: Bool) -> (text: String, kind: Kind) {
    let distinct = chance(25) ? "DISTINCT " : ""
    switch number(0...(isExact ? 6 : 10)) {
    case 0: return ("count(*)", .integer)
    case 1: return ("count(\(distinct)\(expression(pick(Self.plainKinds), 1)))", .integer)
    case 2: return ("sum(\(distinct)\(expression(.integer, 1)))", .integer)
    case 3, 4:
      let kind = pick([Kind.integer, .string, .date, .boolean, .node, .list(.integer)])
      return ("\(pick(["min", "max"]))(\(expression(kind, 1)))", kind)
    case 5: return ("size(collect(\(distinct)\(expression(pick(Self.plainKinds), 1))))", .integer)
    case 6: return ("count(\(expression(.integer, 1))) + \(number(0...3))", .integer)
    case 7: return ("avg(\(distinct)\(expression(pick([.integer, .float]), 1)))", .float)
    case 8: return ("\(pick(["stDev", "stDevP"]))(\(expression(.integer, 1)))", .float)
    case 9:
      return ("\(pick(["percentileCont", "percentileDisc"]))(\(expression(.integer, 1)), \(pick(["0.0", "0.5", "1.0"])))", .float)
    default: return ("sum(\(expression(.float, 1)))", .float)
    }
  }
}
