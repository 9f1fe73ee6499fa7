import Cypher
import Graph

/// A call of a scalar function. One that compiles its arguments itself is another expression.
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
    do throws(CypherError) {
      for kernel in function.kernels {
        if let result = try kernel.run(columns, batch, context) { return result }
      }
      switch function.implementation {
      case .vectors(let implementation): return try implementation(columns, batch, context)
      case .rows(let implementation): return try callRows(implementation, columns, batch, context)
      case .compiled: preconditionFailure("a function that compiles its arguments has no values of them")
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
    if isVolatile { return try batch.values(call) }
    if batch.selectedCount >= KnownValues.leastRowCount, var known = KnownValues(columns) {
      return try batch.values { row throws(CypherError) in try known.value(row, call) }
    }
    return try batch.values(from: columns, call)
  }
}

/// What was made of the rows of a batch whose value depends on one word: of a word that comes often it is made once.
private struct KnownValues {
  static let leastRowCount = 64
  private static let placeCount = 256

  private let words: [UInt64]
  private let nulls: NullMask?
  private var known = [(word: UInt64, value: Value?)](repeating: (0, nil), count: placeCount)

  /// Nil unless one of the columns holds words, such as codes of strings, and the others are the same for every row.
  init?(_ columns: [Vector]) {
    let differing = columns.filter { !$0.isConstant }
    guard differing.count == 1 else { return nil }
    switch differing[0].storage {
    case .strings(let codes, _): words = codes.map { UInt64($0) }
    case .integers(let numbers), .dates(let numbers): words = numbers.map { UInt64(bitPattern: $0) }
    default: return nil
    }
    nulls = differing[0].nulls
  }

  @inline(__always)
  mutating func value(_ row: Int, _ make: (Int) throws(CypherError) -> Value) throws(CypherError) -> Value {
    if let nulls, nulls[row] { return try make(row) }
    let place = Int(truncatingIfNeeded: (words[row] &* 0x9E37_79B9_7F4A_7C15) &>> 56)
    if known[place].word == words[row], let value = known[place].value { return value }
    let value = try make(row)
    known[place] = (words[row], value)
    return value
  }
}
