import Cypher
import Graph

/// Turns each pattern into scans and expands.
struct SolvePatterns: OptimizerRule {
  static let name = "SolvePatterns"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    plan.rewritten { solved($0, context) }
  }

  private func solved(_ plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    guard case .match(let graph) = plan.step else { return plan }
    let scans = ChooseScans(isEnabled: !context.disabledRules.contains(ChooseScans.name), context: context)
    let known = Set(plan.input.columns.map(\.name))
    let moves =
      context.disabledRules.contains(OrderPatterns.name)
      ? PatternMove.asWritten(graph) : OrderPatterns(graph: graph, known: known, scans: scans, context: context).moves()
    var solver = PatternSolver(graph: graph, input: plan.input, scans: scans)
    return solver.solve(moves)
  }
}

/// A step in walking a pattern.
enum PatternMove: Sendable {
  /// Bind a node by a scan.
  case scan(String)
  /// Follow the n-th relationship from one of its ends, which is bound.
  case walk(Int, from: String)
  /// Bind both ends of the n-th relationship, which is bound itself.
  case takeEnds(Int)

  /// Moves from the left to the right of the text; a shortest path whose conditions mention other parts of the pattern comes
  /// last.
  static func asWritten(_ graph: PatternGraph) -> [PatternMove] {
    var bound = Set(graph.nodes.filter(\.isBound).map(\.variable))
    var moves: [PatternMove] = []
    let new = Set(graph.newColumns.map(\.name))
    let last = graph.relationships.indices.filter { !graph.relationships[$0].searchedWith.isDisjoint(with: new) }
    for (index, relationship) in graph.relationships.enumerated() where !last.contains(index) {
      if relationship.isBound {
        moves.append(.takeEnds(index))
      } else {
        if !bound.contains(relationship.from) && !bound.contains(relationship.to) { moves.append(.scan(relationship.from)) }
        if relationship.shortest != nil { moves += missingEnds(of: relationship, bound.union([relationship.from])) }
        moves.append(
          .walk(
            index,
            from: bound.contains(relationship.from) || !bound.contains(relationship.to)
              ? relationship.from : relationship.to))
      }
      bound.formUnion([relationship.from, relationship.to])
    }
    for node in graph.nodes where !bound.contains(node.variable) { moves.append(.scan(node.variable)) }
    return moves + last.map { .walk($0, from: graph.relationships[$0].from) }
  }

  private static func missingEnds(of relationship: PatternGraph.RelationshipElement, _ bound: Set<String>) -> [PatternMove] {
    [relationship.from, relationship.to].filter { !bound.contains($0) }.map { .scan($0) }
  }
}
