import Cypher
import Graph

/// Turns each pattern into scans and expands; where its rows are grouped, with a look at what they are grouped by.
struct SolvePatterns: OptimizerRule {
  static let name = "SolvePatterns"

  func apply(to plan: LogicalPlan, _ context: OptimizerContext) -> LogicalPlan {
    solved(plan, groupedBy: [], context)
  }

  /// - Parameter keys: what the rows will be grouped by, where their order would make that cheaper.
  private func solved(_ plan: LogicalPlan, groupedBy keys: [Expression], _ context: OptimizerContext) -> LogicalPlan {
    var plan = plan
    for index in plan.inputs.indices {
      let keysBelow = index == 0 ? self.keys(below: plan, keys, context) : []
      plan.inputs[index] = solved(plan.inputs[index], groupedBy: keysBelow, context)
    }
    return solved(pattern: plan, groupedBy: keys, context)
  }

  private func keys(below plan: LogicalPlan, _ keys: [Expression], _ context: OptimizerContext) -> [Expression] {
    if let own = plan.keysWorthOrder {
      return context.assumptions != nil && context.isEnabled(GroupAlongScans.self) ? own : []
    }
    switch plan.step {
    case .filter: return keys
    case .project(let projection): return keys.map { $0.inTerms(of: projection) }
    default: return []
    }
  }

  private func solved(
    pattern plan: LogicalPlan, groupedBy keys: [Expression], _ context: OptimizerContext
  ) -> LogicalPlan {
    guard case .match(let graph) = plan.step else { return plan }
    let scans = ChooseScans(isEnabled: !context.disabledRules.contains(ChooseScans.name), context: context)
    let known = Set(plan.input.columns.map(\.name))
    let moves =
      context.disabledRules.contains(OrderPatterns.name)
      ? PatternMove.asWritten(graph)
      : OrderPatterns(graph: graph, known: known, scans: scans, groupKeys: known.isEmpty ? keys : [], context: context).moves()
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
