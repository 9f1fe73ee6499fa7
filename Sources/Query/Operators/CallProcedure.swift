import Cypher
import Graph

/// CALL: the rows that a procedure gives for the arguments of each row; a procedure without results gives the row back.
final class CallProcedure: RowExpansion {
  private let procedure: Procedure
  private let arguments: [any CompiledExpression]
  /// Which of the procedure's results become columns.
  private let results: [Int]
  private var values: [Vector] = []
  private var answer: Procedure.Answer?
  /// The rows of the answer that have been handed on.
  private var position = 0
  private var builders: [VectorBuilder]

  init(
    layout: RowLayout, input: Operator, kept: [Int], procedure: Procedure, arguments: [any CompiledExpression], results: [Int]
  ) {
    self.procedure = procedure
    self.arguments = arguments
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
      let given = values.map { $0[Int(row)] }
      answer = try procedure.call(given, context.evaluation)
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

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    var columns: [Vector] = []
    for index in builders.indices { columns.append(builders[index].finish()) }
    return columns
  }

  override func reset() {
    super.reset()
    answer = nil
    builders = results.map { _ in VectorBuilder() }
  }
}
