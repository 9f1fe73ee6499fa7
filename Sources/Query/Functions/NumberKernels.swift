import Cypher
import Graph

/// A function of one number that gives a float.
struct FloatKernel: ColumnKernel {
  let body: @Sendable (Double) -> Double

  func run(_ arguments: [Vector], _ batch: Batch, _ context: EvaluationContext) -> Vector? {
    guard arguments.count == 1, !arguments[0].isConstant, case .column(let rows)? = arguments[0].floatRows else { return nil }
    return Vector(.floats(batch.map(placeholder: 0) { body(rows[$0]) }), nulls: arguments[0].nulls)
  }
}

/// `abs` of a column of numbers.
struct MagnitudeKernel: ColumnKernel {
  func run(_ arguments: [Vector], _ batch: Batch, _ context: EvaluationContext) -> Vector? {
    switch arguments[0].storage {
    case .floats(let rows): return Vector(.floats(rows.map(\.magnitude)), nulls: arguments[0].nulls)
    case .integers(let rows):
      // The least one has none.
      guard !rows.contains(.min) else { return nil }
      return Vector(.integers(rows.map(abs)), nulls: arguments[0].nulls)
    default: return nil
    }
  }
}

/// `toFloat` of a column of numbers, `toInteger` of one of integers: what is of the type already stays.
enum NumberConversionKernel: ColumnKernel {
  case toFloat, toInteger

  func run(_ arguments: [Vector], _ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector? {
    switch (self, arguments[0].storage) {
    case (.toFloat, .floats), (.toInteger, .integers): return arguments[0]
    case (.toFloat, .integers(let rows)): return Vector(.floats(rows.map { Double($0) }), nulls: arguments[0].nulls)
    case (.toInteger, .floats(let rows)): return wholeNumbers(rows, arguments[0].nulls, batch)
    default: return nil
    }
  }

  /// Nil where one is out of range or no number.
  private func wholeNumbers(_ rows: [Double], _ nulls: NullMask?, _ batch: Batch) -> Vector? {
    var areAll = true
    let numbers = batch.map(placeholder: Int64(0)) { row in
      let number = rows[row]
      guard number > -9e18 && number < 9e18 else {
        areAll = areAll && nulls?[row] == true
        return 0
      }
      return Int64(number)
    }
    return areAll ? Vector(.integers(numbers), nulls: nulls) : nil
  }
}
