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
    var solver = PatternSolver(graph: graph, input: plan.input, scans: scans) { apply(to: $0, context) }
    return solver.solve(moves)
  }
}

/// A step in walking a pattern.
enum PatternMove: Sendable {
  /// Bind a node by a scan.
  case scan(String)
  /// Follow the n-th relationship from one of its ends, which is bound.
  case walk(Int, from: String)
  /// Find the n-th relationship in an index and bind both its ends.
  case seek(Int)
  /// Bind both ends of the n-th relationship, which is bound itself.
  case takeEnds(Int)

  /// Moves from the left to the right of the text; a shortest path whose conditions mention other parts of the pattern comes
  /// last.
  static func asWritten(_ graph: PatternGraph) -> [PatternMove] {
    var bound = Set(graph.nodes.filter(\.isBound).map(\.variable))
    var moves: [PatternMove] = []
    let new = Set(graph.newColumns.map(\.name))
    let last = Set(graph.links.indices.filter { !graph.links[$0].searchedWith.isDisjoint(with: new) })
    for (index, link) in graph.links.enumerated() where !last.contains(index) {
      if link.isBound {
        moves.append(.takeEnds(index))
      } else {
        let startsFromEnd = bound.contains(link.to) && !bound.contains(link.from)
        if !startsFromEnd && !bound.contains(link.from) { moves.append(.scan(link.from)) }
        moves.append(.walk(index, from: startsFromEnd ? link.to : link.from))
      }
      bound.formUnion([link.from, link.to])
    }
    for node in graph.nodes where !bound.contains(node.variable) { moves.append(.scan(node.variable)) }
    return moves + last.sorted().map { .walk($0, from: graph.links[$0].from) }
  }
}
