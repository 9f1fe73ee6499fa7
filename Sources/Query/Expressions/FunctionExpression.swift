import Cypher
import Graph

/// A call of a scalar function.
struct FunctionExpression: CompiledExpression {
  let function: ScalarFunction
  let arguments: [any CompiledExpression]
  /// True if the call may differ from row to row though its arguments do not.
  let isVolatile: Bool
  let span: SourceSpan

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    var columns: [Vector] = []
    columns.reserveCapacity(arguments.count)
    for argument in arguments { columns.append(try argument.evaluate(batch, context)) }
    return try applied(to: columns, batch, context)
  }

  /// - Parameter columns: the values of the arguments.
  func applied(to columns: [Vector], _ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    if let kernel = function.kernel, let result = kernel.run(columns, batch) { return result }
    do throws(CypherError) {
      switch function.implementation {
      case .vectors(let implementation): return try implementation(columns, batch, context)
      case .rows(let implementation): return try callRows(implementation, columns, batch, context)
      case .compiled(let make): return try make(arguments, span).evaluate(batch, context)
      }
    } catch {
      throw error.placed(at: span)
    }
  }

  private func callRows(
    _ implementation: ([Value], EvaluationContext) throws(CypherError) -> Value, _ columns: [Vector], _ batch: Batch,
    _ context: EvaluationContext
  ) throws(CypherError) -> Vector {
    // One array for all rows: filling it costs no allocation.
    var values = [Value](repeating: .null, count: columns.count)
    let propagatesNull = function.propagatesNull
    func call(_ row: Int) throws(CypherError) -> Value {
      for index in columns.indices {
        values[index] = columns[index][row]
        if propagatesNull, values[index].isNull { return .null }
      }
      return try implementation(values, context)
    }
    return isVolatile ? try batch.values(call) : try batch.values(from: columns, call)
  }
}
