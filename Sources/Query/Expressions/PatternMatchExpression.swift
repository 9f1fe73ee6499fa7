import Cypher
import Graph

/// `text =~ pattern`: true if the whole text matches the regular expression; null where either side is not a string.
struct PatternMatchExpression: RowTestExpression {
  /// The last pattern of a run, compiled: patterns seldom differ from row to row.
  private final class LastPattern {
    var text: String?
    var expression: RegularExpression?
    /// Nil where the expression needs more than the characters so far.
    var automaton: RegularExpressionAutomaton?

    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      automaton?.matches(text) ?? expression!.matches(text)
    }
  }

  let text: any CompiledExpression
  let pattern: any CompiledExpression
  let span: SourceSpan
  private let memoryKey = MemoryKey()

  init(text: any CompiledExpression, pattern: any CompiledExpression, span: SourceSpan) {
    self.text = text
    self.pattern = pattern
    self.span = span
  }

  func run<Sink: RowTestSink>(
    _ batch: Batch, _ context: EvaluationContext, _ sink: Sink
  ) throws(CypherError) -> Sink.Output {
    let text = try self.text.evaluate(batch, context)
    let pattern = try self.pattern.evaluate(batch, context)
    if case .strings(let codes, let pool) = text.storage, case .constant(.string(let constant), _) = pattern.storage {
      let expression = try expression(constant, context)
      return sink.collect(batch, nulls: text.nulls) { row in
        if let nulls = text.nulls, nulls[row] { return false }
        return expression.matches(pool.bytes(of: codes[row]))
      }
    }
    var answers = [Bool?](repeating: nil, count: batch.rowCount)
    for row in batch.selectedRows {
      guard case .string(var text) = text[Int(row)], case .string(let pattern) = pattern[Int(row)] else { continue }
      let expression = try expression(pattern, context)
      answers[Int(row)] = text.withUTF8 { expression.matches($0) }
    }
    return sink.collect(batch) { answers[$0] }
  }

  private func expression(_ pattern: String, _ context: EvaluationContext) throws(CypherError) -> LastPattern {
    let last = try context.remembered(memoryKey) { () throws(CypherError) in LastPattern() }
    if last.expression != nil, last.text?.utf8.elementsEqual(pattern.utf8) == true { return last }
    do throws(RegularExpressionError) {
      let expression = try RegularExpression(pattern)
      (last.text, last.expression, last.automaton) = (pattern, expression, RegularExpressionAutomaton(expression))
      return last
    } catch {
      throw CypherError(
        .argumentError, .invalidArgumentValue, phase: .runtime, "invalid regular expression: \(error.message)", at: span)
    }
  }
}
