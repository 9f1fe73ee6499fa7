import Cypher
import Graph

/// Keeps the rows in which a path meets no node more often than it may.
final class RestrictPath: Operator {
  private let path: Int
  private let restriction: PathRestriction

  init(input: Operator, path: Int, restriction: PathRestriction) {
    self.path = path
    self.restriction = restriction
    super.init(layout: input.layout, inputs: [input])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while let batch = try input.next(context) {
      let paths = batch.columns[path]
      let kept = batch.narrowed(to: batch.rows { isAllowed(paths[$0]) })
      if kept.selectedCount > 0 { return kept }
    }
    return nil
  }

  override var isReusable: Bool { true }

  private func isAllowed(_ value: Value) -> Bool {
    guard case .path(let path) = value else { return false }
    var nodes = Set<NodeID>()
    for (index, node) in path.nodes.enumerated() where !nodes.insert(node.id).inserted {
      let closes = index == path.nodes.count - 1 && node.id == path.nodes[0].id
      guard restriction.nodes == .onceOrClosing, closes else { return false }
    }
    return true
  }
}
