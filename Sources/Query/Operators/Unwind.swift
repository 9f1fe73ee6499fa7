import Cypher
import Graph

/// One row for each element of a list; none for null, one for a value that is not a list.
final class Unwind: RowExpansion {
  private let list: any CompiledExpression
  private var lists = Vector.nulls(count: 0)
  private var position = 0
  private var builder = VectorBuilder()

  init(layout: RowLayout, input: Operator, kept: [Int], list: any CompiledExpression) {
    self.list = list
    super.init(layout: layout, input: input, kept: kept)
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    lists = try list.evaluate(batch, context.evaluation)
  }

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) -> (count: Int, isDone: Bool) {
    switch lists[Int(row)] {
    case .null: return (0, true)
    case .list(let elements):
      let end = min(elements.count, position + limit)
      for index in position..<end { builder.append(elements[index]) }
      let count = end - position
      position = end == elements.count ? 0 : end
      return (count, end == elements.count)
    case let value:
      builder.append(value)
      return (1, true)
    }
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] { [builder.finish()] }

  override func reset() {
    super.reset()
    position = 0
    builder = VectorBuilder()
  }
}
