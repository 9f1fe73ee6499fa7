// Lists, maps and temporal values.
extension QueryGenerator {
  /// A list whose order is nobody's promise: fit for what does not look at the order.
  mutating func bag() -> (text: String, element: Kind)? {
    if hopsLeft > 0, chance(25) {
      let element = pick([Kind.integer, .string, .node, .date])
      return (collected(element, isOrdered: false), element)
    }
    guard let (pattern, end) = neighbourhood() else { return nil }
    return inScope { generator in
      generator.scope.append(Variable(name: end, kind: .node))
      let element = generator.pick([Kind.integer, .string, .node, .date])
      let filter = generator.chance(35) ? " WHERE " + generator.predicate(1) : ""
      return ("[\(pattern)\(filter) | \(generator.expression(element, 1))]", element)
    }
  }

  mutating func list(of element: Kind, _ depth: Int) -> String {
    if chance(6), let cast = cast(to: .list(element), depth) { return cast }
    switch number(0...10) {
    case 10 where hopsLeft > 0 && Self.plainKinds.contains(element): return collected(element, isOrdered: true)
    case 0, 1: return comprehension(of: element, depth)
    case 2: return "(\(expression(.list(element), depth)) \(pick(["+", "||"])) \(expression(.list(element), depth)))"
    case 3: return "\(expression(.list(element), depth))[\(number(-1...1))..\(chance(50) ? "\(number(1...3))" : "")]"
    case 4: return "\(pick(["tail", "reverse"]))(\(expression(.list(element), depth)))"
    case 5 where element == .integer: return "range(\(number(0...2)), \(number(0...4))\(chance(30) ? ", 2" : ""))"
    case 5 where element == .node && !variables(.path).isEmpty: return "nodes(\(variable(.path) ?? "null"))"
    case 5 where element == .relationship && !variables(.path).isEmpty: return "relationships(\(variable(.path) ?? "null"))"
    case 6 where element == .string: return "split(\(expression(.string, depth)), \(pick(["'a'", "','", "''"])))"
    case 6 where element == .integer && !variables(.list(.relationship)).isEmpty:
      return "[r IN \(variable(.list(.relationship)) ?? "[]") | r.w]"
    case 6 where element == .integer && !variables(.path).isEmpty: return "[n IN nodes(\(variable(.path) ?? "null")) | n.id]"
    default: return "[\((0..<number(0...3)).map { _ in expression(element, depth) }.joined(separator: ", "))]"
    }
  }

  private mutating func comprehension(of element: Kind, _ depth: Int) -> String {
    let source = pick([element, .integer, .string])
    let list = expression(.list(source), depth)
    let name = fresh("e")
    return inScope { generator in
      generator.scope.append(Variable(name: name, kind: source))
      let filter = generator.chance(50) ? " WHERE " + generator.predicate(1) : ""
      let isMapped = source != element || generator.chance(60)
      return "[\(name) IN \(list)\(filter)\(isMapped ? " | " + generator.expression(element, 1) : "")]"
    }
  }

  mutating func map(_ depth: Int) -> String {
    switch number(0...3) {
    case 0:
      guard let node = variable(.node) else { return leaf(.map) }
      return "\(node) {\(pick([".*", ".x, .name", ".id, .*"])), k: \(expression(.integer, depth))}"
    case 1:
      guard let node = variable(.node) else { return leaf(.map) }
      return "properties(\(node))"
    case 2: return "{a: \(expression(.integer, depth)), b: {c: \(expression(.string, depth))}}"
    default: return "{a: \(expression(.list(.integer), depth)), b: \(expression(.boolean, depth))}"
    }
  }

  mutating func date(_ depth: Int) -> String {
    guard depth > 0 else { return leaf(.date) }
    switch number(0...4) {
    case 0: return "(\(expression(.date, depth - 1)) \(pick(["+", "-"])) \(expression(.duration, 0)))"
    case 1: return "date.truncate('\(pick(["month", "year", "week", "quarter"]))', \(expression(.date, depth - 1)))"
    case 2: return "date(toString(\(expression(.date, depth - 1))))"
    case 3: return "date({date: coalesce(\(expression(.date, 0)), date('2013-01-11')), day: \(number(1...9))})"
    default: return leaf(.date)
    }
  }

  mutating func duration(_ depth: Int) -> String {
    switch number(0...3) {
    case 0: return "duration.\(pick(["between", "inDays", "inMonths"]))(\(expression(.date, depth)), \(expression(.date, depth)))"
    case 1: return "(\(expression(.duration, depth)) \(pick(["+", "-"])) \(expression(.duration, depth)))"
    case 2: return "(\(expression(.duration, depth)) * \(number(0...3)))"
    default: return "duration({days: \(expression(.integer, depth)), hours: \(number(0...30))})"
    }
  }
}
