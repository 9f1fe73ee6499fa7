import Cypher
import Graph

/// `a + b - c …`, from left to right without recursion: for the long chains that programs write.
struct ChainExpression: CompiledExpression {
  struct Link: Sendable {
    let operation: ArithmeticExpression.Operation
    let operand: any CompiledExpression
    /// All of the chain up to the operand.
    let span: SourceSpan
  }

  /// How many links pass between two questions whether to go on.
  private static let linksPerPoll = 64

  let first: any CompiledExpression
  let links: [Link]

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    guard batch.selectedCount > 0 else { return .nulls(count: batch.rowCount) }
    var result = try first.evaluate(batch, context)
    for (index, link) in links.enumerated() {
      if index % Self.linksPerPoll == 0 { try context.poll() }
      guard result.holdsNumbers else { return try evaluateByRows(result, links[index...], batch, context) }
      let operand = try link.operand.evaluate(batch, context)
      result = try ArithmeticKernel(operation: link.operation, span: link.span).evaluate(result, operand, batch, context)
    }
    return result
  }

  /// What is no number grows row by row in its place, as making it anew at each link would take quadratic time.
  private func evaluateByRows(
    _ start: Vector, _ links: ArraySlice<Link>, _ batch: Batch, _ context: EvaluationContext
  ) throws(CypherError) -> Vector {
    let rows = batch.selectedRows.map(Int.init)
    var values = [Value](repeating: .null, count: batch.rowCount)
    for row in rows { values[row] = start[row] }
    for (index, link) in links.enumerated() {
      if index % Self.linksPerPoll == 0 { try context.poll() }
      let operand = try link.operand.evaluate(batch, context)
      for row in rows { try link.operation.apply(to: &values[row], operand[row], link.span) }
    }
    return try batch.values { row throws(CypherError) in values[row] }
  }
}

extension Vector {
  fileprivate var holdsNumbers: Bool {
    switch storage {
    case .integers, .floats, .constant(.integer, _), .constant(.float, _): true
    default: false
    }
  }
}
