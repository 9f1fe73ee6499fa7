import Cypher
import Graph

/// CALL: the rows that a procedure gives for the arguments of each row; a procedure without results gives the row back.
final class CallProcedure: RowExpansion {
  private let procedure: Procedure
  private let arguments: [any CompiledExpression]
  /// Where the statement says what the procedure is to do; nil where it does not call it by name.
  private let span: SourceSpan?
  /// Which of the procedure's results become columns.
  private let results: [Int]
  private var values: [Vector] = []
  private var answer: Procedure.Answer?
  /// The rows of the answer that have been handed on.
  private var position = 0
  private var builders: [VectorBuilder]

  init(
    layout: RowLayout, input: Operator, kept: [Int], procedure: Procedure, arguments: [any CompiledExpression], span: SourceSpan?,
    results: [Int]
  ) {
    self.procedure = procedure
    self.arguments = arguments
    self.span = span
    self.results = results
    builders = results.map { _ in VectorBuilder() }
    super.init(layout: layout, input: input, kept: kept)
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    values = []
    for argument in arguments { values.append(try argument.evaluate(batch, context.evaluation)) }
  }

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) throws(CypherError) -> (count: Int, isDone: Bool) {
    if answer == nil {
      answer = try call(values.map { $0[Int(row)] }, context)
      if procedure.signature.results.isEmpty { answer?.rowCount = 1 }
      position = 0
    }
    let answer = answer!
    let end = min(position + limit, answer.rowCount)
    let rows = (position..<end).map { UInt32($0) }
    for (index, result) in results.enumerated() { builders[index].append(contentsOf: answer.columns[result].gathered(rows)) }
    let isDone = end == answer.rowCount
    position = end
    if isDone { self.answer = nil }
    return (rows.count, isDone)
  }

  private func call(_ given: [Value], _ context: ExecutionContext) throws(CypherError) -> Procedure.Answer {
    let reuseCount = context.evaluation.projections?.reuseCount
    defer { if context.evaluation.projections?.reuseCount != reuseCount { profile?.isReused = true } }
    do throws(CypherError) {
      return try procedure.call(given, context)
    } catch {
      var error = error
      error.span = error.span ?? span
      throw error
    }
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    var columns: [Vector] = []
    for index in builders.indices { columns.append(builders[index].finish()) }
    return columns
  }

  override var isReusable: Bool { true }

  override func reset() {
    super.reset()
    values = []
    answer = nil
    builders = results.map { _ in VectorBuilder() }
  }
}
