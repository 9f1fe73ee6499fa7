import Cypher
import Graph

/// `+ - * / % ^ ||` of two expressions.
struct ArithmeticExpression: CompiledExpression {
  enum Operation: Sendable { case add, subtract, multiply, divide, modulo, power, concatenate }

  let operation: Operation
  let left: any CompiledExpression
  let right: any CompiledExpression
  let span: SourceSpan

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let left = try self.left.evaluate(batch, context)
    let right = try self.right.evaluate(batch, context)
    return try ArithmeticKernel(operation: operation, span: span).evaluate(left, right, batch, context)
  }
}

/// An operation on two vectors; `span` is where an error has its place.
struct ArithmeticKernel {
  let operation: ArithmeticExpression.Operation
  let span: SourceSpan

  func evaluate(
    _ left: Vector, _ right: Vector, _ batch: Batch, _ context: EvaluationContext
  ) throws(CypherError) -> Vector {
    let nulls = NullMask.union(left.nulls, right.nulls)
    if operation != .concatenate, !(left.isConstant && right.isConstant) {
      if let a = left.integerRows, let b = right.integerRows, operation != .power {
        return try integers(batch, a, b, nulls)
      }
      if let a = left.floatRows, let b = right.floatRows, let result = floats(batch, a, b, nulls) { return result }
    }
    if operation == .add || operation == .concatenate,
      let texts = TextConcatenation(left, right, writesIntegers: operation == .add)
    {
      return texts.run(batch, context)
    }
    if case .dates(let days) = left.storage, case .constant(.duration(let duration), _) = right.storage,
      operation == .add || operation == .subtract
    {
      return try shift(days, nulls, by: duration, batch)
    }
    let (operation, span) = (operation, span)
    return try batch.values(from: [left, right]) { row throws(CypherError) in
      try operation.apply(left[row], right[row], span)
    }
  }

  // MARK: - Typed loops

  /// Dates with a duration added to each, or subtracted.
  private func shift(
    _ days: [Int64], _ nulls: NullMask?, by duration: CalendarDuration, _ batch: Batch
  ) throws(CypherError) -> Vector {
    let isBack = operation == .subtract
    do throws(CypherError) {
      return try batch.dates(days, nulls) { (date) throws(ValueError) -> CalendarDate in
        try date.adding(isBack ? duration.negated() : duration)
      }
    } catch {
      throw error.placed(at: span)
    }
  }

  /// Integers, checked: the loop gathers whether any row went wrong, and only then are rows looked at one by one, because a row
  /// that is null or not selected may hold anything.
  private func integers(
    _ batch: Batch, _ a: TypedRows<Int64>, _ b: TypedRows<Int64>, _ nulls: NullMask?
  ) throws(CypherError) -> Vector {
    var failed = false
    let rows: [Int64]
    switch operation {
    case .add:
      rows = batch.map(a, b, placeholder: 0) {
        let (result, overflow) = $0.addingReportingOverflow($1)
        failed = failed || overflow
        return result
      }
    case .subtract:
      rows = batch.map(a, b, placeholder: 0) {
        let (result, overflow) = $0.subtractingReportingOverflow($1)
        failed = failed || overflow
        return result
      }
    case .multiply:
      rows = batch.map(a, b, placeholder: 0) {
        let (result, overflow) = $0.multipliedReportingOverflow(by: $1)
        failed = failed || overflow
        return result
      }
    case .divide:
      rows = batch.map(a, b, placeholder: 0) {
        let (result, overflow) = $0.dividedReportingOverflow(by: $1)
        failed = failed || overflow
        return result
      }
    case .modulo, .power, .concatenate:
      rows = batch.map(a, b, placeholder: 0) {
        if $1 == -1 { return 0 }
        let (result, overflow) = $0.remainderReportingOverflow(dividingBy: $1)
        failed = failed || overflow
        return result
      }
    }
    if failed { try raiseFirstError(batch, a, b, nulls) }
    return Vector(.integers(rows), nulls: nulls)
  }

  private func raiseFirstError(
    _ batch: Batch, _ a: TypedRows<Int64>, _ b: TypedRows<Int64>, _ nulls: NullMask?
  ) throws(CypherError) {
    for selected in batch.selectedRows {
      let row = Int(selected)
      if let nulls, nulls[row] { continue }
      _ = try operation.apply(.integer(a[row]), .integer(b[row]), span)
    }
  }

  private func floats(
    _ batch: Batch, _ a: TypedRows<Double>, _ b: TypedRows<Double>, _ nulls: NullMask?
  ) -> Vector? {
    let rows: [Double]
    switch operation {
    case .add: rows = batch.map(a, b, placeholder: 0) { $0 + $1 }
    case .subtract: rows = batch.map(a, b, placeholder: 0) { $0 - $1 }
    case .multiply: rows = batch.map(a, b, placeholder: 0) { $0 * $1 }
    case .divide: rows = batch.map(a, b, placeholder: 0) { $0 / $1 }
    case .modulo, .power, .concatenate: return nil
    }
    return Vector(.floats(rows), nulls: nulls)
  }
}

extension ArithmeticExpression.Operation {
  /// The operation on two values of any type.
  func apply(_ a: Value, _ b: Value, _ span: SourceSpan) throws(CypherError) -> Value {
    if self == .concatenate { return try Self.concatenated(a, b, span) }
    return try CypherError.translating(at: span) { () throws(ValueError) in
      switch self {
      case .add, .concatenate: try Value.adding(a, b)
      case .subtract: try Value.subtracting(a, b)
      case .multiply: try Value.multiplying(a, b)
      case .divide: try Value.dividing(a, by: b)
      case .modulo: try Value.remainder(a, by: b)
      case .power: try Value.power(a, b)
      }
    }
  }

  /// The operation on `value` and `other`, in the place of `value`; a string or a list that nobody else holds only grows.
  ///
  /// - Complexity: amortised O(size of `other`) where strings or lists are joined.
  func apply(to value: inout Value, _ other: Value, _ span: SourceSpan) throws(CypherError) {
    if self == .add || self == .concatenate {
      if case .string(let more) = other, case .string(var text) = value {
        value = .null
        text += more
        value = .string(text)
        return
      }
      if case .list(let more) = other, case .list(var elements) = value {
        value = .null
        elements += more
        value = .list(elements)
        return
      }
    }
    value = try apply(value, other, span)
  }

  /// `a || b`: two strings or two lists as one; null where either side is.
  private static func concatenated(_ a: Value, _ b: Value, _ span: SourceSpan) throws(CypherError) -> Value {
    switch (a, b) {
    case (.null, .null), (.null, .string), (.null, .list), (.string, .null), (.list, .null): return .null
    case (.string(let a), .string(let b)): return .string(a + b)
    case (.list(let a), .list(let b)): return .list(a + b)
    default:
      throw .invalidType("|| joins two Strings or two Lists, found \(a.type.phrase) and \(b.type.phrase)", at: span)
    }
  }
}

/// `-x` and `+x`.
struct SignExpression: CompiledExpression {
  let isNegative: Bool
  let operand: any CompiledExpression
  let span: SourceSpan

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let operand = try self.operand.evaluate(batch, context)
    if case .floats(let rows) = operand.storage {
      return isNegative ? Vector(.floats(batch.map(placeholder: 0) { -rows[$0] }), nulls: operand.nulls) : operand
    }
    let (isNegative, span) = (isNegative, span)
    return try batch.values(from: [operand]) { row throws(CypherError) in
      try Self.apply(operand[row], isNegative, span)
    }
  }

  private static func apply(_ value: Value, _ isNegative: Bool, _ span: SourceSpan) throws(CypherError) -> Value {
    // Unary plus takes what minus takes, the one integer whose negation overflows included.
    if !isNegative, value.isNumber { return value }
    let negated = try CypherError.translating(at: span) { () throws(ValueError) in try Value.negating(value) }
    return isNegative ? negated : value
  }
}

extension TypedRows {
  subscript(row: Int) -> Element {
    switch self {
    case .column(let rows): rows[row]
    case .constant(let element): element
    }
  }
}

extension Vector {
  /// The rows as integers, nil where they are anything else.
  var integerRows: TypedRows<Int64>? {
    switch storage {
    case .integers(let rows): .column(rows)
    case .constant(.integer(let value), _): .constant(value)
    default: nil
    }
  }

  /// The rows as doubles, integers converted; nil where they are not numbers.
  var floatRows: TypedRows<Double>? {
    switch storage {
    case .floats(let rows): .column(rows)
    case .integers(let rows): .column(rows.map { Double($0) })
    case .constant(.float(let value), _): .constant(value)
    case .constant(.integer(let value), _): .constant(Double(value))
    default: nil
    }
  }
}
