import Cypher
import Graph

/// `duration.inDays(a, b).days` and its kin, of columns of dates: what is asked of the duration is found without one.
struct DateDistanceExpression: CompiledExpression {
  private enum Measure { case days, months, daysAfterMonths }

  private let call: FunctionExpression
  private let reader: PropertyReader
  /// What the number is made of.
  private let measure: Measure
  /// The number is divided by this, and what then passes `modulus` left out.
  private let divisor: Int64
  private let modulus: Int64

  /// Nil unless `base` is a call that measures a distance, and `reader` asks for a component of it in months or days.
  init?(_ base: any CompiledExpression, _ reader: PropertyReader) {
    guard let call = base as? FunctionExpression else { return nil }
    let isMonths: Bool
    switch reader.key.lowercased() {
    case "years": (isMonths, divisor, modulus) = (true, 12, .max)
    case "quarters": (isMonths, divisor, modulus) = (true, 3, .max)
    case "months": (isMonths, divisor, modulus) = (true, 1, .max)
    case "monthsofyear": (isMonths, divisor, modulus) = (true, 1, 12)
    case "weeks": (isMonths, divisor, modulus) = (false, 7, .max)
    case "days": (isMonths, divisor, modulus) = (false, 1, .max)
    default: return nil
    }
    switch (call.function.name, isMonths) {
    case ("duration.inDays", false): measure = .days
    case ("duration.between", true), ("duration.inMonths", true): measure = .months
    case ("duration.between", false): measure = .daysAfterMonths
    default: return nil
    }
    (self.call, self.reader) = (call, reader)
  }

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let start = try call.arguments[0].evaluate(batch, context)
    let end = try call.arguments[1].evaluate(batch, context)
    guard !(start.isConstant && end.isConstant), let a = start.dateRows, let b = end.dateRows else {
      return try reader.read(try call.applied(to: [start, end], batch, context), batch, context)
    }
    let (divisor, modulus) = (divisor, modulus)
    let numbers =
      switch measure {
      case .days: batch.map(a, b, placeholder: 0) { ($1 &- $0) / divisor % modulus }
      case .months: batch.map(a, b, placeholder: 0) { Self.distance($0, $1).months / divisor % modulus }
      case .daysAfterMonths: batch.map(a, b, placeholder: 0) { Self.distance($0, $1).days / divisor % modulus }
      }
    return Vector(.integers(numbers), nulls: NullMask.union(start.nulls, end.nulls))
  }

  private static func distance(_ a: Int64, _ b: Int64) -> (months: Int64, days: Int64) {
    TemporalDifference.monthsAndDays(from: CalendarDate(daysSinceEpoch: a), to: CalendarDate(daysSinceEpoch: b))
  }
}

extension Vector {
  /// The rows as days, nil where they are anything else.
  var dateRows: TypedRows<Int64>? {
    switch storage {
    case .dates(let rows): .column(rows)
    case .constant(.date(let date), _): .constant(date.daysSinceEpoch)
    default: nil
    }
  }
}
