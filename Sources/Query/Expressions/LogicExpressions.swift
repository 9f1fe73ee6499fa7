import Cypher
import Graph

/// `left AND right`, `left OR right` in three values. The right side is evaluated only where the left does not decide.
struct JunctionExpression: CompiledExpression, CompiledPredicate {
  /// The value that decides: false for AND, true for OR.
  let deciding: Bool
  let left: any CompiledExpression
  let right: any CompiledExpression
  let leftCondition: any CompiledPredicate
  let rightCondition: any CompiledPredicate
  let leftSpan: SourceSpan
  let rightSpan: SourceSpan

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let left = try TruthRows(self.left.evaluate(batch, context), batch, leftSpan)
    let open = batch.rows { left.isNull($0) || left.values[$0] != deciding }
    guard !open.isEmpty else { return left.vector }
    let narrowed = batch.narrowed(to: open)
    let right = try TruthRows(self.right.evaluate(narrowed, context), narrowed, rightSpan)
    var result = left
    for selected in open {
      let row = Int(selected)
      if right.isNull(row) {
        result.setNull(row)
      } else if right.values[row] == deciding {
        result.set(row, deciding)
      }
    }
    return result.vector
  }

  func select(_ truth: Bool, _ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> [UInt32] {
    if truth != deciding {
      // Both sides must say it.
      let selection = try leftCondition.select(truth, batch, context)
      return selection.isEmpty ? [] : try rightCondition.select(truth, batch.narrowed(to: selection), context)
    }
    let decided = try leftCondition.select(truth, batch, context)
    let open = decided.isEmpty ? batch.selectedRows : batch.selectedRows.without(decided)
    guard !open.isEmpty else { return decided }
    return merge(decided, try rightCondition.select(truth, batch.narrowed(to: open), context))
  }

  /// Two ascending lists without a common row as one.
  private func merge(_ a: [UInt32], _ b: [UInt32]) -> [UInt32] {
    if a.isEmpty { return b }
    if b.isEmpty { return a }
    var merged: [UInt32] = []
    merged.reserveCapacity(a.count + b.count)
    var (i, j) = (0, 0)
    while i < a.count || j < b.count {
      if j == b.count || i < a.count && a[i] < b[j] {
        merged.append(a[i])
        i += 1
      } else {
        merged.append(b[j])
        j += 1
      }
    }
    return merged
  }
}

/// `left XOR right`: null where either is.
struct ExclusiveOrExpression: CompiledExpression {
  let left: any CompiledExpression
  let right: any CompiledExpression
  let leftSpan: SourceSpan
  let rightSpan: SourceSpan

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let left = try TruthRows(self.left.evaluate(batch, context), batch, leftSpan)
    let right = try TruthRows(self.right.evaluate(batch, context), batch, rightSpan)
    let rows = batch.map(placeholder: false) { left.values[$0] != right.values[$0] }
    return Vector(.booleans(rows), nulls: NullMask.union(left.nulls, right.nulls))
  }
}

/// `NOT operand`.
struct NegationExpression: CompiledExpression, CompiledPredicate {
  let operand: any CompiledExpression
  let condition: any CompiledPredicate
  let span: SourceSpan

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let operand = try TruthRows(self.operand.evaluate(batch, context), batch, span)
    return Vector(.booleans(operand.values.map { !$0 }), nulls: operand.nulls)
  }

  func select(_ truth: Bool, _ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> [UInt32] {
    try condition.select(!truth, batch, context)
  }
}

/// `operand IS NULL`, `operand IS NOT NULL`: never null themselves.
struct NullTestExpression: CompiledExpression, CompiledPredicate {
  let operand: any CompiledExpression
  /// What the test says of null.
  let answerForNull: Bool

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    test(try operand.evaluate(batch, context), batch, BooleanSink())
  }

  func select(_ truth: Bool, _ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> [UInt32] {
    test(try operand.evaluate(batch, context), batch, SelectionSink(truth: truth))
  }

  private func test<Sink: RowTestSink>(_ operand: Vector, _ batch: Batch, _ sink: Sink) -> Sink.Output {
    let answer = answerForNull
    return sink.collect(batch, nulls: nil) { operand.isNull($0) == answer }
  }
}

/// A vector read as three-valued truths.
struct TruthRows {
  private(set) var values: [Bool]
  private(set) var nulls: NullMask?

  /// - Throws: InvalidArgumentType if a selected row is neither Boolean nor null.
  init(_ vector: Vector, _ batch: Batch, _ span: SourceSpan) throws(CypherError) {
    switch vector.storage {
    case .booleans(let rows):
      (values, nulls) = (rows, vector.nulls)
    case .constant(.boolean(let value), let count):
      (values, nulls) = ([Bool](repeating: value, count: count), nil)
    default:
      values = [Bool](repeating: false, count: batch.rowCount)
      for row in batch.selectedRows {
        switch vector[Int(row)] {
        case .boolean(let value): values[Int(row)] = value
        case .null: setNull(Int(row))
        case let other: throw .notBoolean(other, at: span)
        }
      }
    }
  }

  func isNull(_ row: Int) -> Bool { nulls.map { $0[row] } ?? false }

  mutating func set(_ row: Int, _ truth: Bool) {
    values[row] = truth
    nulls?[row] = false
  }

  mutating func setNull(_ row: Int) {
    if nulls == nil { nulls = NullMask(count: values.count) }
    nulls![row] = true
  }

  var vector: Vector { Vector(.booleans(values), nulls: nulls) }
}
