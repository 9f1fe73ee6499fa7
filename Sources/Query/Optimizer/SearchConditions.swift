import Cypher

/// Puts each condition of a search where it is decided earliest: at the relationships and nodes that a walk comes to, or, where
/// it speaks of a path as a whole, at complete paths.
struct SearchConditions {
  private(set) var search: PathSearch
  /// Conditions that mention variables which are not there yet: they can only be asked afterwards.
  private(set) var late: [Expression] = []
  private let bound: Set<String>
  private let known: Set<String>

  /// - Parameters:
  ///   - bound: the variables of the rows that come in.
  ///   - known: every variable of the pattern or its rows; others in a condition are local to it.
  init(_ search: PathSearch, bound: Set<String>, known: Set<String>) {
    self.search = search
    self.bound = bound
    self.known = known
    self.search.conditions = []
    var conditions = search.conditions
    for index in search.hops.indices { conditions += takeForeignPredicates(ofHop: index) }
    for condition in conditions { place(condition) }
  }

  /// Adds a condition on the node at which the search ends.
  mutating func add(onEnd condition: Expression) {
    search.nodeConditions[search.isBackwards ? 0 : search.nodes.count - 1].append(condition)
  }

  private func needed(_ condition: Expression) -> Set<String> { condition.mentionedVariables.intersection(known) }

  /// What a hop asks of its relationships can be asked on the way only if it speaks of nothing that the walk does not know yet;
  /// the rest becomes conditions on the path.
  private mutating func takeForeignPredicates(ofHop index: Int) -> [Expression] {
    let hop = search.hops[index]
    let usable = bound.union(hop.repetition.variables)
    let predicates = hop.repetition.pattern.predicates
    let foreign = predicates.filter { !needed($0).isSubset(of: usable) }
    guard !foreign.isEmpty else { return [] }
    search.hops[index].repetition.pattern.predicates = predicates.filter { needed($0).isSubset(of: usable) }
    guard hop.bindsLists else { return foreign }
    let variable = hop.repetition.relationships[0]
    return [EachRelationship(variable: variable, conditions: foreign).predicate(over: variable)]
  }

  private mutating func place(_ condition: Expression) {
    let open = needed(condition).subtracting(bound)
    if !open.isSubset(of: search.names) {
      late.append(condition)
    } else if open.isEmpty {
      late.append(condition)
    } else if !pushEach(condition), !pushToNode(condition, open), !pushToHop(condition, open) {
      search.conditions.append(condition)
    }
  }

  private mutating func pushToNode(_ condition: Expression, _ open: Set<String>) -> Bool {
    guard open.count == 1, let index = search.nodes.dropFirst().dropLast().firstIndex(of: open.first!) else { return false }
    search.nodeConditions[index].append(condition)
    return true
  }

  private mutating func pushToHop(_ condition: Expression, _ open: Set<String>) -> Bool {
    let index = search.hops.firstIndex { !$0.bindsLists && open.isSubset(of: $0.repetition.variables) }
    guard let index else { return false }
    search.hops[index].repetition.pattern.predicates.append(condition)
    return true
  }

  /// `all(x IN relationships(p) WHERE …)` and its like hold for a path if they hold for each of its steps.
  private mutating func pushEach(_ condition: Expression) -> Bool {
    guard case .quantifier(let quantifier, let variable, let list, let filter?) = condition.kind,
      quantifier == .all || quantifier == .none
    else { return false }
    guard needed(filter).subtracting([variable.text]).isSubset(of: bound) else { return false }
    guard let elements = elements(of: list) else { return false }
    for (hop, names) in elements where !names.isEmpty {
      let own = Expression(.list(names.map { .reference($0, list.span) }), list.span)
      let part = Expression(.quantifier(quantifier, variable: variable, list: own, filter: filter), condition.span)
      search.hops[hop].repetition.pattern.predicates.append(part)
    }
    if isNodes(list) {
      let near = Expression(.list([.reference(search.near, list.span)]), list.span)
      late.append(Expression(.quantifier(quantifier, variable: variable, list: near, filter: filter), condition.span))
    }
    return true
  }

  /// For each hop those of its variables that `list` is made of; nil for another list.
  private func elements(of list: Expression) -> [(hop: Int, names: [String])]? {
    switch list.kind {
    case .variable(let name):
      guard let hop = search.hops.firstIndex(where: { $0.bindsLists && $0.repetition.variables.contains(name) }) else {
        return nil
      }
      return [(hop, [name])]
    case .function(let call):
      guard isOfPath(call) else { return nil }
      return search.hops.indices.map { hop in
        let repetition = search.hops[hop].repetition
        guard isNodes(list) else { return (hop, repetition.relationships) }
        return (hop, Array(search.isBackwards ? repetition.nodes.dropLast() : repetition.nodes.dropFirst()))
      }
    default: return nil
    }
  }

  private func isOfPath(_ call: FunctionCall) -> Bool {
    guard let path = search.path, ["relationships", "nodes"].contains(call.name.text.lowercased()) else { return false }
    return call.arguments.count == 1 && call.arguments[0].kind == .variable(path)
  }

  private func isNodes(_ list: Expression) -> Bool {
    guard case .function(let call) = list.kind else { return false }
    return call.name.text.lowercased() == "nodes"
  }
}
