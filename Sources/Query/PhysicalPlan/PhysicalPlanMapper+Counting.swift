import Cypher
import Graph

extension PhysicalPlanMapper {
  /// A pattern to be counted, with its conditions compiled.
  func compile(_ pattern: CountedPattern) throws(CypherError) -> CompiledPattern {
    var compiled = CompiledPattern(pattern: pattern)
    for node in pattern.nodes {
      let layout = RowLayout([.init(name: node.variable, kind: .node)])
      compiled.nodeConditions.append(try predicates(node.predicates, layout))
    }
    for link in pattern.links {
      let from = RowLayout.Column(name: pattern.nodes[link.from].variable, kind: .node)
      let to = RowLayout.Column(name: pattern.nodes[link.to].variable, kind: .node)
      let layout = RowLayout([from, .init(name: link.variable, kind: .relationship), to])
      let conditions = try predicates(link.predicates, layout)
      var parts: [(isPresent: Bool, pattern: CompiledPattern)] = []
      for part in link.parts { parts.append((part.isPresent, try compile(part.pattern))) }
      let isFree = conditions.isEmpty && parts.isEmpty
      compiled.linkConditions.append(
        isFree ? nil : LinkCondition(predicates: conditions, readsNodes: link.readsNodes, parts: parts))
    }
    for part in pattern.parts { compiled.parts.append(try compile(part.pattern)) }
    return compiled
  }

  private func predicates(
    _ expressions: [Expression], _ layout: RowLayout
  ) throws(CypherError) -> [any CompiledPredicate] {
    let compiler = compiler(layout)
    var compiled: [any CompiledPredicate] = []
    for expression in expressions { compiled.append(try compiler.compilePredicate(expression)) }
    return compiled
  }
}
