import Cypher
import Graph

/// Repeated parts of paths, and paths of which only some are wanted.
extension LogicalPlanBuilder {
  /// Adds a part that is repeated between two nodes; gives the variable that holds all its relationships.
  mutating func add(
    _ group: QuantifiedPath, from: String, to: String, _ role: PathRole, in graph: inout PatternGraph
  ) -> String {
    if let relationship = group.plainRelationship {
      return add(relationship, from: from, to: to, role, in: &graph)
    }
    let variable = freshName("group")
    let repetition = repetition(of: group, role)
    graph.links.append(
      PatternGraph.Link(
        variable: variable, isBound: false, from: from, to: to, trail: role.trail,
        body: .repetition(repetition, role.restriction)))
    return variable
  }

  private mutating func repetition(of group: QuantifiedPath, _ role: PathRole) -> PathRepetition {
    var inner = PatternGraph()
    let restriction = PathRestriction(group.path.mode, in: role.restriction.repeatsRelationships ? .repeatableElements : nil)
    let innerRole = PathRole(restriction: restriction, trail: restriction.repeatsRelationships ? nil : 0)
    let assembly = add(group.path, innerRole, to: &inner)
    return PathRepetition(
      pattern: inner, nodes: [assembly.start] + assembly.steps.map(\.node), relationships: assembly.steps.map(\.relationship),
      bounds: group.quantifier, path: group.path.variable?.text)
  }

  // MARK: - Searches

  /// Adds a path of which only the shortest are wanted.
  ///
  /// - Parameter conditions: what WHERE asks of the pattern; what the search itself must heed is taken out.
  mutating func addSearch(
    _ path: PathPattern, _ selection: PathSearch.Selection, _ role: PathRole, _ conditions: inout [Expression],
    to graph: inout PatternGraph
  ) {
    let start = add(path.start, to: &graph)
    let end = path.steps.last.map { add($0.node, to: &graph) } ?? start
    var search = PathSearch(
      hops: [], nodes: [start], nodeConditions: [[]], selection: selection, restriction: role.restriction,
      path: path.variable?.text, conditions: [], leavesOutLoops: path.shortest != nil)
    for (index, step) in path.steps.enumerated() {
      let node = index == path.steps.count - 1 ? end : addInnerNode(step.node, apartFrom: end, to: &search)
      addHop(step.link, to: node, role, &search)
      search.nodes.append(node)
      search.nodeConditions.append([])
    }
    for condition in path.filter?.conjuncts ?? [] {
      let names = condition.mentionedVariables.intersection(search.names)
      if names.isSubset(of: [start]) || names.isSubset(of: [end]) {
        graph.predicates.append(condition)
      } else {
        search.conditions.append(condition)
      }
    }
    if path.shortest != nil {
      // The functions know no WHERE of their own: what the clause asks of the path they find is asked while they search.
      let own = search.names.subtracting([start, end])
      search.conditions += conditions.filter { !$0.mentionedVariables.isDisjoint(with: own) }
      conditions.removeAll { !$0.mentionedVariables.isDisjoint(with: own) }
    }
    graph.links.append(
      PatternGraph.Link(
        variable: freshName("search"), isBound: false, from: start, to: end, trail: nil, body: .search(search)))
  }

  /// The variable of a node between two hops; a second place for a variable becomes a condition.
  private mutating func addInnerNode(_ node: NodePattern, apartFrom end: String, to search: inout PathSearch) -> String {
    var variable = node.variable?.text ?? freshName("node")
    let span = node.variable?.span ?? node.span
    if variable == end || isBound(variable) || search.nodes.contains(variable) {
      let twin = variable
      variable = freshName("node")
      search.conditions.append(.equality(.reference(variable, span), .reference(twin, span)))
    }
    search.conditions += Self.conditions(
      on: .reference(variable, span), node.labels, node.properties, node.predicate, node.span)
    return variable
  }

  private mutating func addHop(_ link: PathPattern.Link, to node: String, _ role: PathRole, _ search: inout PathSearch) {
    switch link {
    case .group(let group): search.hops.append(.init(repetition: repetition(of: group, role), bindsLists: true))
    case .relationship(var relationship):
      let bounds = relationship.length?.bounds ?? .once
      let isList = relationship.length != nil
      relationship.length = nil
      if let variable = relationship.variable, isBound(variable.text) {
        let twin = freshName("relationship")
        relationship.variable = Name(twin, variable.span)
        search.conditions.append(.equality(.reference(twin, variable.span), .reference(variable.text, variable.span)))
      }
      let from = isList ? freshName("node") : search.nodes[search.nodes.count - 1]
      let to = isList ? freshName("node") : node
      var inner = PatternGraph()
      for name in Set([from, to]).sorted() { inner.nodes.append(.init(variable: name, isBound: false)) }
      let variable = add(relationship, from: from, to: to, PathRole(restriction: role.restriction, trail: nil), in: &inner)
      let repetition = PathRepetition(pattern: inner, nodes: [from, to], relationships: [variable], bounds: bounds)
      search.hops.append(.init(repetition: repetition, bindsLists: isList))
    }
  }
}

extension QuantifiedPath {
  /// The same as a quantified relationship, where nothing is asked or wanted of the nodes.
  fileprivate var plainRelationship: RelationshipPattern? {
    guard path.steps.count == 1, var relationship = path.steps[0].relationship, relationship.length == nil else { return nil }
    guard path.variable == nil, path.mode == nil, path.filter == nil else { return nil }
    guard path.nodes.allSatisfy({ $0.variable == nil && $0.expressions.isEmpty }) else { return nil }
    relationship.length = .quantified(quantifier)
    return relationship
  }
}

/// What the pattern around a path says of it.
struct PathRole {
  var restriction: PathRestriction
  /// Relationships of paths with the same number are never the same; nil where they may be.
  var trail: Int?
}

extension PathSearch.Selection {
  /// Nil for a path of which all matches are wanted.
  init?(_ path: PathPattern) {
    let one = Expression(.integer(1), path.span)
    switch (path.shortest, path.selector) {
    case (.single, _), (nil, .anyShortest), (nil, .any(nil)): self = .paths(one)
    case (.all, _), (nil, .allShortest), (nil, .shortestGroups(nil)): self = .groups(one)
    case (nil, .any(let count?)), (nil, .shortest(let count)): self = .paths(count)
    case (nil, .shortestGroups(let count?)): self = .groups(count)
    case (nil, .all), (nil, nil): return nil
    }
  }
}

extension PathSearch {
  /// Every variable that the search binds, its ends included.
  var names: Set<String> { Set(innerColumns.map(\.name) + [start, end]) }
}

extension Expression {
  static func equality(_ left: Expression, _ right: Expression) -> Expression {
    Expression(.comparison(operands: [left, right], operators: [.equal]), left.span.union(right.span))
  }
}
