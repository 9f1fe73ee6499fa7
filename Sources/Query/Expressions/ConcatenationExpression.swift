import Cypher
import Graph

/// `a || b`: two strings or two lists as one; null where either side is.
struct ConcatenationExpression: CompiledExpression {
  let left: any CompiledExpression
  let right: any CompiledExpression
  let span: SourceSpan

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let left = try self.left.evaluate(batch, context)
    let right = try self.right.evaluate(batch, context)
    return try batch.values(from: [left, right]) { row throws(CypherError) in
      switch (left[row], right[row]) {
      case (.null, .null), (.null, .string), (.null, .list), (.string, .null), (.list, .null): return .null
      case (.string(let a), .string(let b)): return .string(a + b)
      case (.list(let a), .list(let b)): return .list(a + b)
      case (let a, let b):
        throw .invalidType("|| joins two Strings or two Lists, found \(a.type.phrase) and \(b.type.phrase)", at: span)
      }
    }
  }
}
