import Cypher
import Graph

/// One row for each element of a list, if wanted with its place in the list; none for null, one for a value that is not a list.
final class Unwind: RowExpansion {
  private let list: any CompiledExpression
  /// The place of the first element; nil where places are not wanted.
  private let firstPosition: Int?
  private var batches = HalvedBatches()
  private var lists = Vector.nulls(count: 0)
  private var position = 0
  private var builder = VectorBuilder()
  private var positions: [Int64] = []
  /// Where elements of lists that share them lie.
  @exclusivity(unchecked) private var places: [UInt32] = []

  init(layout: RowLayout, input: Operator, kept: [Int], list: any CompiledExpression, firstPosition: Int? = nil) {
    self.list = list
    self.firstPosition = firstPosition
    super.init(layout: layout, input: input, kept: kept)
  }

  override func nextBatch(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    try batches.next(input, context) { (batch) throws(CypherError) in
      lists = try list.evaluate(batch, context.evaluation)
      return batch
    }
  }

  override var isExhausted: Bool { batches.isEmpty && super.isExhausted }

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) -> (count: Int, isDone: Bool) {
    if case .lists(let rows, _) = lists.storage { return expand(rows[Int(row)], isNull: lists.isNull(Int(row)), limit: limit) }
    switch lists[Int(row)] {
    case .null: return (0, true)
    case .list(let elements):
      let end = min(elements.count, position + limit)
      for index in position..<end { add(elements[index], at: index) }
      let count = end - position
      position = end == elements.count ? 0 : end
      return (count, end == elements.count)
    case let value:
      add(value, at: 0)
      return (1, true)
    }
  }

  private func expand(_ list: ListRange, isNull: Bool, limit: Int) -> (count: Int, isDone: Bool) {
    if isNull { return (0, true) }
    let rest = list.cut(position..<min(Int(list.count), position + limit))
    places.append(contentsOf: rest.start..<rest.start + rest.count)
    if firstPosition != nil { positions += rest.places.map { Int64(firstPosition! + $0 - Int(list.start)) } }
    let end = position + Int(rest.count)
    position = end == Int(list.count) ? 0 : end
    return (Int(rest.count), position == 0)
  }

  private func add(_ element: Value, at index: Int) {
    builder.append(element)
    if let firstPosition { positions.append(Int64(firstPosition + index)) }
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    defer { (positions, places) = ([], []) }
    return [takeElements()] + (firstPosition == nil ? [] : [Vector(.integers(positions))])
  }

  private func takeElements() -> Vector {
    guard case .lists(_, let elements) = lists.storage else { return builder.finish() }
    return elements.vector.gathered(places)
  }

  override func makePart(_ range: Range<Int>) -> Operator? {
    input.part(range).map { Unwind(layout: layout, input: $0, kept: kept, list: list, firstPosition: firstPosition) }
  }

  override var isReusable: Bool { true }

  override func reset() {
    super.reset()
    batches = HalvedBatches()
    lists = Vector.nulls(count: 0)
    position = 0
    builder = VectorBuilder()
    positions = []
    places = []
  }
}
