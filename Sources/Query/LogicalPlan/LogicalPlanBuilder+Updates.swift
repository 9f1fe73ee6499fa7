import Cypher
import Graph

extension LogicalPlanBuilder {
  mutating func addCreate(_ pattern: Pattern, to plan: LogicalPlan) -> LogicalPlan {
    var creations = [CreationPattern()]
    var paths: [PathAssembly] = []
    var before = plan
    // One step for a run of CREATE clauses; the builder of the query says, by an `eager`, where a run ends.
    if case .create(let last) = plan.step {
      creations = [last]
      before = plan.input
    }
    for path in pattern.paths { addCreation(of: path, to: &creations, paths: &paths) }
    return assemble(paths, on: creations.reduce(before) { LogicalPlan(.create($1), $0) })
  }

  mutating func addMerge(_ merge: Merge, to plan: LogicalPlan) -> LogicalPlan {
    let outer = scope
    var named = merge.pattern
    nameElements(of: &named)
    let variable = named.variable
    named.variable = nil
    var paths: [PathAssembly] = []
    let graph = patternGraph(Pattern(paths: [named]), filter: nil)
    scope = outer
    var creations = [CreationPattern()]
    named.variable = variable
    addCreation(of: named, to: &creations, paths: &paths)
    let step = MergeStep(
      creation: creations.joined(), newColumns: graph.newColumns, onCreate: merge.onCreate, onMatch: merge.onMatch)
    let found = LogicalPlan(.match(graph), LogicalPlan(.argument(outer)))
    return assemble(paths, on: LogicalPlan(.merge(step), plan, found))
  }

  /// Gives every element a name, so that the finding and the creating side of MERGE speak of the same columns.
  private mutating func nameElements(of path: inout PathPattern) {
    if path.start.variable == nil { path.start.variable = Name(freshName("node"), path.start.span) }
    for index in path.steps.indices {
      let step = path.steps[index]
      if var relationship = step.relationship, relationship.variable == nil {
        relationship.variable = Name(freshName("relationship"), relationship.span)
        path.steps[index].link = .relationship(relationship)
      }
      if step.node.variable == nil { path.steps[index].node.variable = Name(freshName("node"), step.node.span) }
    }
  }

  /// A property or a label may use what the pattern made before it: then what follows is made in a step of its own.
  private mutating func addCreation(of path: PathPattern, to creations: inout [CreationPattern], paths: inout [PathAssembly]) {
    let start = addCreation(of: path.start, to: &creations)
    var assembly = PathAssembly(variable: path.variable?.text ?? "", start: start, steps: [])
    var previous = start
    for step in path.steps {
      let node = addCreation(of: step.node, to: &creations)
      guard let relationship = step.relationship else { preconditionFailure("only plain relationships are created") }
      creations.beginStep(ifUsedBy: relationship.expressions)
      let variable = relationship.variable?.text ?? freshName("relationship")
      let isIncoming = relationship.direction == .incoming
      creations[creations.count - 1].relationships.append(
        CreationPattern.RelationshipItem(
          variable: variable, type: WrittenLabels(relationship.types), source: isIncoming ? node : previous,
          target: isIncoming ? previous : node, properties: relationship.properties, span: relationship.span))
      bind(variable, kind: .relationship)
      assembly.steps.append(PathAssembly.Step(relationship: variable, node: node))
      previous = node
    }
    if path.variable != nil { paths.append(assembly) }
  }

  private mutating func addCreation(of node: NodePattern, to creations: inout [CreationPattern]) -> String {
    let variable = node.variable?.text ?? freshName("node")
    guard !isBound(variable) else { return variable }
    creations.beginStep(ifUsedBy: node.expressions)
    creations[creations.count - 1].nodes.append(
      CreationPattern.NodeItem(
        variable: variable, labels: WrittenLabels(node.labels), properties: node.properties, span: node.span))
    bind(variable, kind: .node)
    return variable
  }

  private mutating func assemble(_ paths: [PathAssembly], on plan: LogicalPlan) -> LogicalPlan {
    var plan = plan
    for path in paths {
      plan = LogicalPlan(.assemblePath(path), plan)
      bind(path.variable, kind: .path)
    }
    return plan
  }
}

extension [CreationPattern] {
  /// Begins a new step where `expressions` mention something that the last one makes.
  fileprivate mutating func beginStep(ifUsedBy expressions: [Expression]) {
    let used = expressions.reduce(into: Set<String>()) { $0.formUnion($1.mentionedVariables) }
    guard !used.isEmpty else { return }
    let made = Set(self[count - 1].newColumns.map(\.name))
    if !used.isDisjoint(with: made) { append(CreationPattern()) }
  }

  fileprivate func joined() -> CreationPattern {
    CreationPattern(nodes: flatMap(\.nodes), relationships: flatMap(\.relationships))
  }
}
