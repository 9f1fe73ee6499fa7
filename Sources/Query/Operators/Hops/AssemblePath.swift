import Cypher
import Graph
import GraphStorage

/// Adds a path made of the nodes and relationships of each row; null where one of them is.
final class AssemblePath: Operator {
  struct Step {
    var relationship: Int
    var node: Int
  }

  private let kept: [Int]
  private let start: Int
  private let steps: [Step]

  init(layout: RowLayout, input: Operator, kept: [Int], start: Int, steps: [Step]) {
    self.kept = kept
    self.start = start
    self.steps = steps
    super.init(layout: layout, inputs: [input])
  }

  override var isReusable: Bool { true }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    guard let batch = try input.next(context) else { return nil }
    var paths = [Value](repeating: .null, count: batch.rowCount)
    for row in batch.selectedRows {
      if let path = path(of: Int(row), batch, context.snapshot) { paths[Int(row)] = .path(path) }
    }
    return Batch(
      columns: kept.map { batch.columns[$0] } + [Vector(.values(paths))], rowCount: batch.rowCount, selection: batch.selection)
  }

  private func path(of row: Int, _ batch: Batch, _ snapshot: GraphSnapshot) -> Path? {
    guard case .node(let first) = batch.columns[start][row] else { return nil }
    var nodes = [Node(id: first.id)]
    var relationships: [Relationship] = []
    for step in steps {
      switch batch.columns[step.relationship][row] {
      case .relationship(let relationship):
        guard case .node(let node) = batch.columns[step.node][row] else { return nil }
        relationships.append(Relationship(id: relationship.id))
        nodes.append(Node(id: node.id))
      case .list(let chain):
        for element in chain {
          guard case .relationship(let relationship) = element else { return nil }
          let source = snapshot.source(of: relationship.id)
          let isForward = source == nodes[nodes.count - 1].id
          relationships.append(Relationship(id: relationship.id))
          nodes.append(Node(id: isForward ? snapshot.target(of: relationship.id) : source))
        }
      default: return nil
      }
    }
    return Path(nodes: nodes, relationships: relationships)
  }
}
