// Paths as ISO GQL has them: quantified parts, selectors and modes.
extension QueryGenerator {
  private mutating func quantifier() -> String { pick(["{1,2}", "{0,2}", "{2}", "{,2}", "{1,3}"]) }

  /// A part that is repeated: a relationship, or a whole path in parentheses whose variables are lists outside.
  mutating func quantifiedPath(_ usable: inout [Variable]) -> String {
    hopsLeft -= 1
    let type = pick(RandomGraph.types)
    guard chance(50) else {
      let name = chance(40) ? fresh("rs") : ""
      if !name.isEmpty { usable.append(Variable(name: name, kind: .list(.relationship))) }
      return arrow("[\(name)\(chance(60) ? ":" + type : "")]") + quantifier()
    }
    let ends = [fresh("q"), fresh("q")]
    let condition = inScope { generator in
      for end in ends { generator.scope.append(Variable(name: end, kind: .node)) }
      return generator.chance(40) ? " WHERE " + generator.predicate(1) : ""
    }
    for end in ends { usable.append(Variable(name: end, kind: .list(.node))) }
    return "((\(ends[0]))\(arrow("[:\(type)]"))(\(ends[1]))\(condition))\(quantifier())"
  }

  /// The only path of its clause. Where a selector leaves a choice between paths, only their ends are bound.
  mutating func selectedPaths(_ usable: inout [Variable]) -> String {
    hopsLeft -= 2
    let selector = pick(["ANY SHORTEST", "ALL SHORTEST", "SHORTEST 2", "SHORTEST 1 GROUPS", "TRAIL", "ACYCLIC", "SIMPLE", "WALK"])
    var path = node(&usable)
    path += arrow(chance(60) ? "[:\(pick(RandomGraph.types))]" : "[]") + pick(["{1,3}", "{0,2}", "{2}"])
    path += node(&usable)
    let leavesChoice = selector == "ANY SHORTEST" || selector == "SHORTEST 2"
    guard !leavesChoice, chance(40) else { return "\(selector) \(path)" }
    let name = fresh("p")
    usable.append(Variable(name: name, kind: .path))
    return "\(name) = \(selector) \(path)"
  }
}
