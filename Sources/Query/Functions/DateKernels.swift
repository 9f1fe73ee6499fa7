import Cypher
import Graph

/// `date.truncate(unit, date)` of a column of dates.
struct DateTruncation: ColumnKernel {
  func run(_ arguments: [Vector], _ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector? {
    guard arguments.count == 2, let name = arguments[0].constantText, case .dates(let days) = arguments[1].storage else {
      return nil
    }
    let unit = try CypherError.translating { () throws(ValueError) in try TemporalTruncation.Unit(named: name) }
    guard unit.isAtLeastOneDay else { return nil }
    return try batch.dates(days, arguments[1].nulls) { (date) throws(ValueError) -> CalendarDate in
      try TemporalTruncation.first(of: unit, date)
    }
  }
}

extension Batch {
  /// The date that `body` makes of each date.
  @inline(__always)
  func dates(
    _ days: [Int64], _ nulls: NullMask?, _ body: (CalendarDate) throws(ValueError) -> CalendarDate
  ) throws(CypherError) -> Vector {
    var failure: ValueError?
    let result = map(placeholder: Int64(0)) { row in
      if let nulls, nulls[row] { return 0 }
      do throws(ValueError) {
        return try body(CalendarDate(daysSinceEpoch: days[row])).daysSinceEpoch
      } catch {
        failure = failure ?? error
        return 0
      }
    }
    if let failure { throw CypherError(failure) }
    return Vector(.dates(result), nulls: nulls)
  }
}
