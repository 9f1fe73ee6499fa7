// Rows that are grouped along the node that they begin with, joined by values, or sorted and cut for each of others; and patterns
// that look alike from several of their nodes.
extension QueryGenerator {
  mutating func groupingStatement() -> GeneratedQuery {
    hopsLeft = number(1...3)
    switch number(0...9) {
    case 0, 1: return valueJoin()
    case 2, 3: return cutForEach()
    case 4: return GeneratedQuery(text: clique())
    default: return groupedAlongStart()
    }
  }

  // MARK: - Groups

  /// Keys that determine the first node of the pattern, mostly, and others beside them.
  private mutating func groupedAlongStart() -> GeneratedQuery {
    var text = chain()
    let start = scope[0].name
    var items = [chance(60) ? (start, Kind.node) : ("\(start).id", .integer)]
    for _ in 0..<number(0...2) {
      let kind = pick(Self.plainKinds)
      items.append((expression(kind, 1), kind))
    }
    items.shuffle(using: &random)
    var variables: [Variable] = []
    var columns: [String] = []
    func add(_ item: String, _ kind: Kind) {
      let name = fresh("k")
      columns.append("\(item) AS \(name)")
      variables.append(Variable(name: name, kind: kind))
    }
    for (item, kind) in items { add(item, kind) }
    let isDistinct = chance(35)
    if !isDistinct {
      for _ in 0...number(0...1) {
        let aggregate = aggregate(isExact: true)
        add(aggregate.text, aggregate.kind)
      }
    }
    scope = variables
    text += (isDistinct ? " WITH DISTINCT " : " WITH ") + columns.joined(separator: ", ")
    if chance(30) { text += " WHERE " + condition(1) }
    let answer = chance(40) ? (text: returnOfAll(), isOrdered: true) : returnClause()
    return GeneratedQuery(text: text + " " + answer.text, isOrdered: answer.isOrdered)
  }

  /// The first rows of an order by all variables.
  private mutating func returnOfAll() -> String {
    let names = scope.filter { Self.plainKinds.contains($0.kind) }.map(\.name)
    return "RETURN " + names.joined(separator: ", ") + order(by: names) + rowLimits()
  }

  /// A path from a new node that has a name; its other nodes may have one.
  private mutating func chain() -> String {
    var text = "MATCH (\(bind("n", .node))\(chance(60) ? ":A" : ""))"
    let length = hopsLeft
    for _ in 0..<length {
      let name = chance(80) ? bind("n", .node) : ""
      text += arrow("[\(chance(70) ? ":\(pick(RandomGraph.types))" : "")]") + "(\(name)\(chance(25) ? labels() : ""))"
    }
    hopsLeft = 0
    return chance(30) ? text + " WHERE " + condition(1) : text
  }

  // MARK: - Joins

  /// Two parts that hang together by what is equal only, and by other comparisons.
  private mutating func valueJoin() -> GeneratedQuery {
    hopsLeft = number(0...1)
    let first = chain()
    let (start, end) = (scope[0].name, scope[scope.count - 1].name)
    let other = bind("n", .node)
    var second = "(\(other)\(chance(60) ? ":\(pick(RandomGraph.labels))" : ""))"
    var last = other
    if chance(30) {
      last = bind("n", .node)
      second += arrow("[:\(pick(RandomGraph.types))]") + "(\(last))"
    }
    let key = pick(["x", "name", "f", "any", "day"])
    var conditions = ["\(chance(50) ? start : end).\(key) = \(last).\(key)"]
    if chance(60) {
      let comparison = pick(["<", "<=", "<>", ">"])
      conditions.append("\(start).\(pick(["id", "x"])) \(comparison) \(other).\(pick(["id", "x"]))")
    }
    if chance(20) { conditions.append(condition(1)) }
    conditions.shuffle(using: &random)
    let text = "\(first) MATCH \(second) WHERE \(conditions.joined(separator: " AND ")) "
    let answer = returnClause()
    return GeneratedQuery(text: text + answer.text, isOrdered: answer.isOrdered)
  }

  // MARK: - Subqueries

  /// A subquery that sorts, cuts, groups or takes apart the rows of each node.
  private mutating func cutForEach() -> GeneratedQuery {
    let hops = hopsLeft
    hopsLeft = number(0...1)
    var text = chain()
    let outer = scope
    let start = pick(variables(.node))
    hopsLeft = hops
    let form = pick(["CALL (\(start)) {", "CALL { WITH \(start)", "OPTIONAL CALL (\(start)) {"])
    let result = Variable(name: fresh("s"), kind: .integer)
    let body = inScope { generator -> String in
      generator.scope = [Variable(name: start, kind: .node)]
      let end = generator.bind("n", .node)
      let relationship = generator.bind("r", .relationship)
      let labels = generator.chance(30) ? generator.labels() : ""
      var body = " MATCH (\(start))\(generator.arrow("[\(relationship)]"))(\(end)\(labels))"
      if generator.chance(20) { body = " OPTIONAL" + body }
      if generator.chance(50) {
        let value = generator.fresh("v")
        body += " WITH \(generator.chance(30) ? "DISTINCT " : "")\(end).x AS \(value), \(relationship).id AS id"
        body += generator.order(by: [value, "id"]) + generator.rowLimits()
        let results = ["count(*)", "sum(id)", "max(\(value))", "size(collect(DISTINCT \(value)))"]
        return body + " RETURN \(generator.pick(results)) AS "
      }
      switch generator.number(0...3) {
      case 0: return body + " RETURN \(generator.pick(["count(\(relationship))", "min(\(end).x)", "count(DISTINCT \(end))"])) AS "
      case 1: return body + " WITH \(end), count(*) AS c RETURN c + \(end).id AS "
      case 2: return body + " RETURN DISTINCT \(end).x AS "
      default:
        let cut = generator.pick(["LIMIT 1", "SKIP 1", "SKIP 1 LIMIT 2", "LIMIT 0", ""])
        return body + " RETURN \(relationship).id * 10 + \(end).id AS " + result.name + " ORDER BY " + result.name + " " + cut
      }
    }
    text += " \(form)\(body)\(body.contains("ORDER BY \(result.name)") ? "" : result.name) } "
    scope = outer + [result]
    let answer = returnClause()
    return GeneratedQuery(text: text + answer.text, isOrdered: answer.isOrdered)
  }

  // MARK: - Symmetry

  /// Triangles and larger cliques, or what is nearly one, with as many other relationships as there is room for.
  private mutating func clique() -> String {
    let size = number(3...4)
    let names = (0..<size).map { _ in bind("n", .node) }
    let type = ":\(pick(RandomGraph.types))"
    let label = chance(60) ? ":\(pick(RandomGraph.labels))" : ""
    var paths: [String] = []
    for second in 1..<size {
      for first in 0..<second where !chance(6) {
        let detail = chance(4) ? "[]" : "[\(type)]"
        let arrow = chance(92) ? "-\(detail)-" : arrow(detail)
        paths.append("(\(names[first]))\(arrow)(\(names[second]))")
      }
    }
    if chance(25) { paths.append("(\(names[0]))-[\(type)]-()") }
    var text = "MATCH \((names.map { "(\($0)\(chance(95) ? label : ""))" } + paths).joined(separator: ", "))"
    if chance(15) { text += " WHERE \(names[0]) <> \(names[1])" }
    return text + " RETURN " + pick(["count(*) AS c", "\(names[0]) AS k, count(*) AS c", "count(\(names[1])) AS c"])
  }
}
