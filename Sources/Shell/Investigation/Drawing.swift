import Graph

/// The part of a graph that is drawn: what the last result holds, with the ends of its relationships and the relationships
/// between its nodes, or the neighbourhood of one node.
struct Drawing {
  let nodes: [Node]
  let relationships: [Relationship]

  var elements: [GraphElement] { nodes.map { .node($0) } + relationships.map { .relationship($0) } }

  init(of name: String, _ context: ShellContext) throws(ShellError) {
    guard name.isEmpty else {
      let centre = try ElementFinder(context: context).node(name)
      let steps = try Neighbourhood(of: centre, depth: 1, context).steps
      let values: [Value] = [.node(centre)] + steps.flatMap { [.relationship($0.relationship), .node($0.far)] }
      self.init(ElementSet(values))
      return
    }
    guard let last = context.lastResult else {
      throw ShellError(
        .unavailable, "there is no result yet",
        hint: "run a query, name a node: :show X, or draw the graph: :show --graph FILE.svg")
    }
    try self.init(completing: ElementSet(last.records.joined()), context)
  }

  /// The last result as a part of the graph.
  static func selection(_ context: ShellContext) throws(ShellError) -> GraphSelection {
    .elements(try Drawing(of: "", context).elements)
  }

  static func selection(of result: LastResult, _ context: ShellContext) throws(ShellError) -> GraphSelection {
    .elements(try Drawing(completing: ElementSet(result.records.joined()), context).elements)
  }

  private init(_ elements: ElementSet) {
    nodes = elements.sortedNodes
    relationships = elements.sortedRelationships
  }

  /// Relationships need both their ends; nodes that came without relationships are joined by those between them.
  private init(completing given: ElementSet, _ context: ShellContext) throws(ShellError) {
    guard !given.isEmpty else {
      throw ShellError(
        .unavailable, "the last result holds neither nodes nor relationships",
        hint: "return the elements themselves: RETURN n, r, m")
    }
    var elements = given
    let runner = StatementRunner(context: context)
    if !elements.missingNodes.isEmpty {
      let rows = try runner.rows("MATCH (n) WHERE id(n) IN $ids RETURN n", ["ids": Self.ids(elements.missingNodes)])
      for record in rows.records { elements.add(record[0]) }
    }
    if elements.relationships.isEmpty {
      let rows = try runner.rows(
        "MATCH (a)-[r]->(b) WHERE id(a) IN $ids AND id(b) IN $ids RETURN r", ["ids": Self.ids(Array(elements.nodes.keys))])
      for record in rows.records { elements.add(record[0]) }
    }
    self.init(elements)
  }

  private static func ids(_ nodes: [NodeID]) -> Value {
    .list(nodes.sorted().map { .integer(Int64($0.rawValue)) })
  }

  /// One line a node, its outgoing relationships below it.
  func write(_ context: ShellContext) {
    let style = context.console.sinkStyle
    let byID = Dictionary(nodes.map { ($0.id, $0) }) { first, _ in first }
    let outgoing = Dictionary(grouping: relationships) { $0.content?.source ?? NodeID(0) }
    let targets = Set(relationships.compactMap { $0.content?.target })
    for node in nodes {
      let leaving = outgoing[node.id] ?? []
      if leaving.isEmpty, targets.contains(node.id) { continue }
      let kinds = Described.kinds(node)
      context.console.writeLine(style.bold(Described.caption(node)) + (kinds.isEmpty ? "" : " (" + kinds + ")"))
      for (index, relationship) in leaving.enumerated() {
        guard let content = relationship.content, let far = byID[content.target] else { continue }
        let step = Neighbourhood.Step(distance: 1, near: node.id, relationship: relationship, far: far)
        let branch = index == leaving.count - 1 ? "└ " : "├ "
        context.console.writeLine("  " + style.dim(branch) + NeighbourhoodText.text(step, style))
      }
    }
    context.console.dimNote(Count.of(nodes.count, "node") + ", " + Count.of(relationships.count, "relationship"))
  }
}
