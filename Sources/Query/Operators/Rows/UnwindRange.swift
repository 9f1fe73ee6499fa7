import Cypher
import Graph

/// `UNWIND range(first, last, step) AS x` without the list in between: one row for each number, however many there are.
final class UnwindRange: RowExpansion {
  private let arguments: [any CompiledExpression]
  private let span: SourceSpan
  private var columns: [Vector] = []
  private var range: IntegerRange?
  private var position: UInt64 = 0
  private var numbers: [Int64] = []

  /// - Parameters:
  ///   - arguments: the two or three of `range`.
  ///   - span: the place of the call.
  init(layout: RowLayout, input: Operator, kept: [Int], arguments: [any CompiledExpression], span: SourceSpan) {
    self.arguments = arguments
    self.span = span
    super.init(layout: layout, input: input, kept: kept)
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    columns = []
    for argument in arguments { columns.append(try argument.evaluate(batch, context.evaluation)) }
  }

  override func expand(
    _ row: UInt32, limit: Int, _ context: ExecutionContext
  ) throws(CypherError) -> (count: Int, isDone: Bool) {
    // A long range fills batch after batch of one row, which the rows' own polling would not notice.
    try context.evaluation.poll()
    let current: IntegerRange
    if let range {
      current = range
    } else {
      // The function of a null is null, and null has no elements.
      guard !columns.contains(where: { $0.isNull(Int(row)) }) else { return (0, true) }
      current = try CypherError.placing(at: span) { () throws(CypherError) in try IntegerRange(columns.map { $0[Int(row)] }) }
    }
    let found = current.take(from: &position, limit: limit, into: &numbers)
    range = found.isDone ? nil : current
    if found.isDone { position = 0 }
    return found
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    defer { numbers = [] }
    return [Vector(.integers(numbers))]
  }

  override func makePart(_ range: Range<Int>) -> Operator? {
    input.part(range).map { UnwindRange(layout: layout, input: $0, kept: kept, arguments: arguments, span: span) }
  }

  override var isReusable: Bool { true }

  override func reset() {
    super.reset()
    columns = []
    range = nil
    position = 0
    numbers = []
  }
}
