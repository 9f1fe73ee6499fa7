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
    graph.predicates += Self.conditions(on: reference, node.labels, node.properties, node.predicate, node.span)
    return variable
  }

  private mutating func add(
    _ relationship: RelationshipPattern, from: String, to: String, shortest: PathPattern.Shortest?, in graph: inout PatternGraph
  ) -> String {
    let variable = relationship.variable?.text ?? freshName("relationship")
    let isSearched = relationship.length != nil || shortest != nil
    let each = relationship.variable?.text ?? (isSearched ? freshName("each") : variable)
    let types = relationship.types?.separated
    let reference = Expression.reference(each, relationship.variable?.span ?? relationship.span)
    let conditions = Self.conditions(
      on: reference, types?.computed, relationship.properties, relationship.predicate, relationship.span)
    if !isSearched { graph.predicates += conditions }
    graph.relationships.append(
      PatternGraph.RelationshipElement(
        variable: variable, isBound: isBound(variable), from: from, to: to, types: RelationshipTypes(types?.written),
        direction: relationship.direction, length: relationship.length.map { PatternGraph.Length($0) },
        each: isSearched && !conditions.isEmpty ? EachRelationship(variable: each, conditions: conditions) : nil,
        shortest: shortest))
    return variable
  }

  /// What the brackets of an element demand of it, as predicates.
  private static func conditions(
    on element: Expression, _ labels: LabelExpression?, _ properties: Expression?, _ predicate: Expression?, _ span: SourceSpan
  ) -> [Expression] {
    var conditions: [Expression] = []
    if let labels { conditions.append(Expression(.hasLabels(element, labels), span)) }
    if let properties { conditions += equalities(of: element, properties) }
    return conditions + (predicate?.conjuncts ?? [])
  }

  /// `element.key = value` for each entry of a property map.
  private static func equalities(of element: Expression, _ properties: Expression) -> [Expression] {
    guard case .map(let entries) = properties.kind else { return [] }
    return entries.map { entry in
      let property = Expression(.property(element, entry.key), entry.key.span)
      return Expression(.comparison(operands: [property, entry.value], operators: [.equal]), entry.value.span)
    }
  }
}

extension PatternGraph.Length {
  /// `*` is one or more, `*n` exactly n, `*..n` one to n, `*n..` n or more.
  init(_ written: RelationshipPattern.Length) {
    self.init(minimum: written.minimum ?? 1, maximum: written.maximum)
  }
}
