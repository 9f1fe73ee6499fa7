import Cypher
import Graph

extension LogicalPlanBuilder {
  mutating func addMatch(_ match: Match, to plan: LogicalPlan) -> LogicalPlan {
    let outer = scope
    let graph = patternGraph(match.pattern, filter: match.filter)
    guard match.isOptional else { return LogicalPlan(.match(graph), plan) }
    let rowNumber = freshName("row")
    let inner = LogicalPlan(.match(graph), LogicalPlan(.argument(outer + [RowLayout.Column(name: rowNumber)])))
    return LogicalPlan(.optional(newColumns: graph.newColumns, rowNumber: rowNumber), plan, inner)
  }

  /// The pattern as a graph, its new variables bound from now on.
  mutating func patternGraph(_ pattern: Pattern, filter: Expression?) -> PatternGraph {
    var graph = PatternGraph()
    for path in pattern.paths { add(path, to: &graph) }
    if let filter { graph.predicates += filter.conjuncts }
    for column in graph.newColumns { bind(column.name, kind: column.kind) }
    return graph
  }

  private mutating func add(_ path: PathPattern, to graph: inout PatternGraph) {
    let start = add(path.start, to: &graph)
    var assembly = PathAssembly(variable: path.variable?.text ?? "", start: start, steps: [])
    var previous = start
    for step in path.steps {
      let node = add(step.node, to: &graph)
      let relationship = add(step.relationship, from: previous, to: node, shortest: path.shortest, in: &graph)
      assembly.steps.append(
        PathAssembly.Step(relationship: relationship, isList: step.relationship.length != nil, node: node))
      previous = node
    }
    if path.variable != nil { graph.paths.append(assembly) }
  }

  private mutating func add(_ node: NodePattern, to graph: inout PatternGraph) -> String {
    let variable = node.variable?.text ?? freshName("node")
    if !graph.nodes.contains(where: { $0.variable == variable }) {
      graph.nodes.append(PatternGraph.NodeElement(variable: variable, isBound: isBound(variable)))
    }
    let reference = Expression.reference(variable, node.variable?.span ?? node.span)
    if !node.labels.isEmpty { graph.predicates.append(Expression(.hasLabels(reference, node.labels), node.span)) }
    if let properties = node.properties { graph.predicates += Self.equalities(of: reference, properties) }
    return variable
  }

  private mutating func add(
    _ relationship: RelationshipPattern, from: String, to: String, shortest: PathPattern.Shortest?, in graph: inout PatternGraph
  ) -> String {
    let variable = relationship.variable?.text ?? freshName("relationship")
    if relationship.length == nil, let properties = relationship.properties {
      let reference = Expression.reference(variable, relationship.variable?.span ?? relationship.span)
      graph.predicates += Self.equalities(of: reference, properties)
    }
    graph.relationships.append(
      PatternGraph.RelationshipElement(
        variable: variable, isBound: isBound(variable), from: from, to: to, types: relationship.distinctTypes,
        direction: relationship.direction, length: relationship.length.map { PatternGraph.Length($0) },
        properties: relationship.length == nil ? nil : relationship.properties, shortest: shortest))
    return variable
  }

  /// `element.key = value` for each entry of a property map.
  static func equalities(of element: Expression, _ properties: Expression) -> [Expression] {
    guard case .map(let entries) = properties.kind else { return [] }
    return entries.map { entry in
      let property = Expression(.property(element, entry.key), entry.key.span)
      return Expression(.comparison(operands: [property, entry.value], operators: [.equal]), entry.value.span)
    }
  }
}

extension LogicalPlanBuilder {
  /// `all(r IN relationships WHERE r.key = value AND …)`, for the property map of a list of relationships.
  static func equalities(ofEach relationships: String, _ properties: Expression) -> [Expression] {
    let element = " element"
    let span = properties.span
    let conditions = equalities(of: .reference(element, span), properties)
    guard let first = conditions.first else { return [] }
    let all = conditions.dropFirst().reduce(first) { Expression(.binary(.and, $0, $1), span) }
    let list = Expression.reference(relationships, span)
    return [Expression(.quantifier(.all, variable: Name(element, span), list: list, filter: all), span)]
  }
}

extension RelationshipPattern {
  /// The types that the pattern names, each once: `:T|T` means the same as `:T`.
  fileprivate var distinctTypes: [String] {
    types.map(\.text).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }
}

extension PatternGraph.Length {
  /// `*` is one or more, `*n` exactly n, `*..n` one to n, `*n..` n or more.
  init(_ written: RelationshipPattern.Length) {
    self.init(minimum: written.minimum ?? 1, maximum: written.maximum)
  }
}
