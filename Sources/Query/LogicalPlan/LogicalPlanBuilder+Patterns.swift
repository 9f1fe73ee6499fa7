import Cypher
import Graph

extension LogicalPlanBuilder {
  mutating func addMatch(_ match: Match, to plan: LogicalPlan) -> LogicalPlan {
    let outer = scope
    let graph = patternGraph(match.pattern, filter: match.filter)
    guard match.isOptional else { return LogicalPlan(.match(graph), plan) }
    let rowNumber = freshName("row")
    let inner = LogicalPlan(.match(graph), LogicalPlan(.argument(outer + [RowLayout.Column(name: rowNumber)])))
    return LogicalPlan(.apply(ApplyStep(kind: .optional, newColumns: graph.newColumns, rowNumber: rowNumber)), plan, inner)
  }

  /// The pattern as a graph, its new variables bound from now on.
  mutating func patternGraph(_ pattern: Pattern, filter: Expression?) -> PatternGraph {
    var graph = PatternGraph()
    var conditions = filter?.conjuncts ?? []
    for (index, path) in pattern.paths.enumerated() {
      let restriction = PathRestriction(path.mode, in: pattern.mode)
      let ownTrail = restriction.repeatsRelationships ? nil : index
      let role = PathRole(restriction: restriction, trail: pattern.mode == .repeatableElements ? ownTrail : 0)
      if let selection = PathSearch.Selection(path), !path.steps.isEmpty {
        addSearch(path, selection, role, &conditions, to: &graph)
      } else {
        _ = add(path, role, to: &graph)
      }
    }
    graph.predicates += conditions
    for column in graph.newColumns { bind(column.name, kind: column.kind) }
    return graph
  }

  /// Adds a path of which every match is wanted.
  mutating func add(_ path: PathPattern, _ role: PathRole, to graph: inout PatternGraph) -> PathAssembly {
    let start = add(path.start, to: &graph)
    var assembly = PathAssembly(variable: path.variable?.text ?? freshName("path"), start: start, steps: [])
    var previous = start
    for step in path.steps {
      let node = add(step.node, to: &graph)
      let variable: String
      switch step.link {
      case .relationship(let relationship): variable = add(relationship, from: previous, to: node, role, in: &graph)
      case .group(let group): variable = add(group, from: previous, to: node, role, in: &graph)
      }
      assembly.steps.append(PathAssembly.Step(relationship: variable, node: node))
      previous = node
    }
    if path.variable != nil { graph.paths.append(assembly) }
    // A single chain minds its nodes itself.
    let isChain = path.steps.count == 1 && path.steps[0].bounds != .once
    if role.restriction.nodes != .repeatable, !isChain {
      graph.restrictedPaths.append(.init(path: assembly, restriction: role.restriction))
    }
    graph.predicates += path.filter?.conjuncts ?? []
    return assembly
  }

  mutating func add(_ node: NodePattern, to graph: inout PatternGraph) -> String {
    let variable = node.variable?.text ?? freshName("node")
    if !graph.nodes.contains(where: { $0.variable == variable }) {
      graph.nodes.append(PatternGraph.NodeElement(variable: variable, isBound: isBound(variable)))
    }
    let reference = Expression.reference(variable, node.variable?.span ?? node.span)
    graph.predicates += Self.conditions(on: reference, node.labels, node.properties, node.predicate, node.span)
    return variable
  }

  mutating func add(
    _ relationship: RelationshipPattern, from: String, to: String, _ role: PathRole, in graph: inout PatternGraph
  ) -> String {
    var variable = relationship.variable?.text ?? freshName("relationship")
    let span = relationship.variable?.span ?? relationship.span
    if graph.links.contains(where: { $0.variable == variable }) {
      // Where elements may be repeated, a name may stand for the same relationship in two places.
      let twin = variable
      variable = freshName("relationship")
      graph.predicates.append(.equality(.reference(variable, span), .reference(twin, span)))
    }
    let isChain = relationship.length != nil
    let each = relationship.variable?.text ?? (isChain ? freshName("each") : variable)
    let types = relationship.types?.separated
    let conditions = Self.conditions(
      on: .reference(isChain ? each : variable, span), types?.computed, relationship.properties, relationship.predicate,
      relationship.span)
    var chain = RelationshipChain(
      types: RelationshipTypes(types?.written), direction: relationship.direction, length: relationship.length?.bounds,
      restriction: role.restriction)
    if !isChain {
      graph.predicates += conditions
    } else if !conditions.isEmpty {
      chain.each = EachRelationship(variable: each, conditions: conditions)
    }
    graph.links.append(
      PatternGraph.Link(
        variable: variable, isBound: isBound(variable), from: from, to: to, trail: role.trail, body: .chain(chain)))
    return variable
  }

  /// What the brackets of an element demand of it, as predicates.
  static func conditions(
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
