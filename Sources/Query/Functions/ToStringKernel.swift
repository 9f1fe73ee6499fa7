import Cypher
import Graph

/// `toString` of columns: what it writes are codes of a pool.
struct ToStringKernel: ColumnKernel {
  func run(_ arguments: [Vector], _ batch: Batch, _ context: EvaluationContext) -> Vector? {
    let nulls = arguments[0].nulls
    var scratch: [UInt8] = []
    switch arguments[0].storage {
    case .strings: return arguments[0]
    case .integers(let numbers):
      let pool = context.texts.pool
      return batch.texts(pool, nulls: nulls, word: { UInt64(bitPattern: numbers[$0]) }) { row in
        scratch.removeAll(keepingCapacity: true)
        scratch.append(decimal: numbers[row])
        return scratch.withUnsafeBufferPointer { pool.intern($0) }
      }
    case .dates(let days):
      let pool = context.texts.pool
      return batch.texts(pool, nulls: nulls, word: { UInt64(bitPattern: days[$0]) }) { row in
        let date = CalendarDate(daysSinceEpoch: days[row])
        scratch.removeAll(keepingCapacity: true)
        guard scratch.append(date) else { return pool.intern(Value.date(date).temporalText ?? "") }
        return scratch.withUnsafeBufferPointer { pool.intern($0) }
      }
    case .floats(let numbers):
      let pool = context.texts.pool
      return batch.texts(pool, nulls: nulls, word: { numbers[$0].bitPattern }) { pool.intern(Value.float(numbers[$0]).literal) }
    default: return nil
    }
  }
}

extension [UInt8] {
  /// Appends a date as it is written; false, and nothing, where the year has more than four digits or a sign.
  fileprivate mutating func append(_ date: CalendarDate) -> Bool {
    let (year, month, day) = date.civil
    guard (0...9_999).contains(year) else { return false }
    append(digits: year / 100)
    append(digits: year % 100)
    append(UInt8(ascii: "-"))
    append(digits: month)
    append(UInt8(ascii: "-"))
    append(digits: day)
    return true
  }

  /// Appends two digits.
  private mutating func append(digits number: Int64) {
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10))
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
