// Patterns to search for.
extension QueryGenerator {
  /// One path or two, without the clause's word.
  mutating func pattern() -> String {
    var usable = scope
    if chance(10), hopsLeft > 1 {
      let selected = selectedPaths(&usable)
      scope = usable
      return selected
    }
    var paths = [path(&usable)]
    if chance(20) { paths.append(path(&usable)) }
    scope = usable
    return paths.joined(separator: ", ")
  }

  /// A path; what it binds is added to `usable`, as the property maps inside may only use what was there before.
  private mutating func path(_ usable: inout [Variable]) -> String {
    let hops = min(hopsLeft, pick([0, 1, 1, 1, 2, 2, 3]))
    hopsLeft -= hops
    if chance(6), let shortest = shortestPath() { return shortest }
    var text = node(&usable)
    for _ in 0..<hops { text += relationship(&usable) + node(&usable) }
    guard chance(15) else { return text }
    let name = fresh("p")
    usable.append(Variable(name: name, kind: .path))
    return "\(name) = \(text)"
  }

  /// The length of a shortest path is the same for all plans; which one is found is not, so it gets no name.
  private mutating func shortestPath() -> String? {
    guard let start = variable(.node), let end = variable(.node), start != end else { return nil }
    return "shortestPath((\(start))\(arrow("[:\(pick(RandomGraph.types))*..3]"))(\(end)))"
  }

  mutating func node(_ usable: inout [Variable]) -> String {
    let known = usable.filter { $0.kind == .node }.map(\.name)
    if !known.isEmpty && chance(30) { return chance(20) ? "(\(pick(known)):\(pick(RandomGraph.labels)))" : "(\(pick(known)))" }
    let labels = chance(30) ? labels() : ""
    let properties = chance(10) ? " {\(propertyMap())}" : ""
    guard chance(75) else { return "(\(labels)\(properties))" }
    let name = fresh("n")
    let element = Variable(name: name, kind: .node)
    usable.append(element)
    return "(\(name)\(labels)\(properties)\(inlineWhere(element)))"
  }

  /// Mostly one label; otherwise what can be said of several.
  mutating func labels() -> String {
    switch number(0...9) {
    case 0: ":\(pick(RandomGraph.labels)):\(pick(RandomGraph.labels))"
    case 1, 2: ":" + labelExpression(RandomGraph.labels, 2)
    case 3: ":$(\(pick(["'A'", "['A', 'B']", "'No such label'"])))"
    case 4: ":$any(['A', '\(pick(RandomGraph.labels))'])"
    default: ":\(pick(RandomGraph.labels))"
    }
  }

  /// `A|B&!C` over `names`.
  private mutating func labelExpression(_ names: [String], _ depth: Int) -> String {
    guard depth > 0 else { return chance(10) ? "%" : pick(names) }
    switch number(0...4) {
    case 0: return "\(labelExpression(names, depth - 1))|\(labelExpression(names, depth - 1))"
    case 1: return "(\(labelExpression(names, depth - 1)))&(\(labelExpression(names, depth - 1)))"
    case 2: return "!\(labelExpression(names, 0))"
    case 3: return "!(\(labelExpression(names, depth - 1)))"
    default: return pick(names)
    }
  }

  /// WHERE inside a node or a relationship: what it says is of that element, and of what was known before.
  private mutating func inlineWhere(_ element: Variable) -> String {
    guard chance(10) else { return "" }
    return inScope { generator in
      generator.scope.append(element)
      return " WHERE " + generator.predicate(1)
    }
  }

  private mutating func propertyMap() -> String {
    switch number(0...3) {
    case 0: "x: \(expression(.integer, 1))"
    case 1: "name: \(expression(.string, 1))"
    default: "x: \(number(0...3))"
    }
  }

  mutating func relationship(_ usable: inout [Variable]) -> String {
    let types = chance(45) ? ":" + types() : ""
    if chance(8), hopsLeft > 0 { return quantifiedPath(&usable) }
    if chance(18) {
      let name = chance(30) ? fresh("rs") : ""
      if !name.isEmpty { usable.append(Variable(name: name, kind: .list(.relationship))) }
      let condition = name.isEmpty ? "" : " WHERE \(name).w > 0"
      let map = chance(20) ? pick([" {w: \(number(0...2))}", condition]) : ""
      return arrow("[\(name)\(types)*\(pick(["1..2", "0..2", "..2", "2", "0..1", "2..3"]))\(map)]")
    }
    let map = chance(10) ? " {w: \(number(0...2))}" : ""
    guard chance(45) else { return types.isEmpty && map.isEmpty && chance(50) ? arrow("") : arrow("[\(types)\(map)]") }
    let element = Variable(name: fresh("r"), kind: .relationship)
    usable.append(element)
    let condition = inlineWhere(element)
    if types.isEmpty && chance(10) {
      return arrow("[\(element.name):\(labelExpression(RandomGraph.types, 2))\(map)\(condition)]")
    }
    return arrow("[\(element.name)\(types)\(map)\(condition)]")
  }

  private mutating func types() -> String {
    let (first, second) = (pick(RandomGraph.types), pick(RandomGraph.types))
    switch number(0...19) {
    case 0...3: return "\(first)|\(second)"
    case 4: return "!\(first)"
    case 5: return pick(["%", "!\(first)&!\(second)", "$('\(first)')", "$any(['\(first)', '\(second)'])"])
    default: return first
    }
  }

  /// A relationship in any direction.
  mutating func arrow(_ detail: String) -> String { pick(["-\(detail)->", "<-\(detail)-", "-\(detail)-"]) }

  /// A pattern around a node that is there: a truth value, or the start of a comprehension. Only `end` is bound.
  mutating func neighbourhood() -> (text: String, end: String)? {
    guard let start = variable(.node), hopsLeft > 0 else { return nil }
    hopsLeft -= 1
    let detail = pick(["", "[:R]", "[:S|T]", "[:R*1..2]", "[{w: 1}]"])
    let end = fresh("m")
    return ("(\(start))\(arrow(detail))(\(end)\(chance(30) ? labels() : ""))", end)
  }
}
