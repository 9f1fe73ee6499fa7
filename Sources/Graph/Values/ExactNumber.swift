/// Comparing 64-bit integers with doubles without rounding the integer.
///
/// `Double(integer)` rounds beyond 2⁵³, which would make 9,007,199,254,740,993 equal to its neighbour.
enum ExactNumber {
  /// 2⁶³, the first double beyond every `Int64`.
  private static let upperLimit = 9_223_372_036_854_775_808.0

  /// The order of `integer` and `float`, nil where `float` is NaN.
  static func compare(_ integer: Int64, _ float: Double) -> Ordering? {
    if float.isNaN { return nil }
    if float >= upperLimit { return .less }
    if float < -upperLimit { return .greater }
    let whole = float.rounded(.towardZero)
    let wholeInteger = Int64(whole)
    if integer != wholeInteger { return integer < wholeInteger ? .less : .greater }
    let fraction = float - whole
    if fraction == 0 { return .equal }
    return fraction > 0 ? .less : .greater
  }

  /// The integer that `float` is exactly, nil where it is none.
  static func integer(_ float: Double) -> Int64? { Int64(exactly: float) }
}

/// The outcome of a comparison in a total order.
public enum Ordering: Int, Sendable {
  case less = -1
  case equal = 0
  case greater = 1

  public var reversed: Ordering { Ordering(rawValue: -rawValue).unsafelyUnwrapped }

  @inlinable public static func of<T: Comparable>(_ a: T, _ b: T) -> Ordering {
    a < b ? .less : a == b ? .equal : .greater
  }
}
