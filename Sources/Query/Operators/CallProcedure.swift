import Cypher
import Graph

/// CALL: the rows that a procedure gives for the arguments of each row; a procedure without results gives the row back.
final class CallProcedure: RowExpansion {
  private let procedure: Procedure
  private let arguments: [any CompiledExpression]
  /// Which of the procedure's results become columns.
  private let results: [Int]
  private var values: [Vector] = []
  private var pending: ArraySlice<[Value]>?
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
    if pending == nil {
      let given = values.map { $0[Int(row)] }
      pending = try procedure.call(given, context.evaluation)[...]
      if procedure.signature.results.isEmpty { pending = [[]] }
    }
    let taken = pending!.prefix(limit)
    for record in taken {
      for (index, result) in results.enumerated() { builders[index].append(record[result]) }
    }
    let isDone = taken.count == pending!.count
    pending = isDone ? nil : pending!.dropFirst(limit)
    return (taken.count, isDone)
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    var columns: [Vector] = []
    for index in builders.indices { columns.append(builders[index].finish()) }
    return columns
  }

  override func reset() {
    super.reset()
    pending = nil
    builders = results.map { _ in VectorBuilder() }
  }
}
