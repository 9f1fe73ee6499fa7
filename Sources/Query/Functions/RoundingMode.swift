import Cypher
import Graph

/// How `round(x, precision, mode)` treats what it cuts off.
enum RoundingMode: String, CaseIterable {
  case up = "UP"
  case down = "DOWN"
  case ceiling = "CEILING"
  case floor = "FLOOR"
  case halfUp = "HALF_UP"
  case halfDown = "HALF_DOWN"
  case halfEven = "HALF_EVEN"

  /// `round(x)` goes to the nearest whole number and from the middle upwards (−1.5 → −1.0); with a precision it goes from the
  /// middle away from zero unless a mode says otherwise.
  static func round(_ arguments: Arguments) throws(CypherError) -> Double {
    let number = try arguments.double(0)
    guard arguments.count > 1, number.isFinite else { return round(number) }
    let precision = try arguments.count(1, "precision")
    let mode = arguments.count > 2 ? try RoundingMode(named: arguments.string(2)) : .halfUp
    // The digits that a user sees are rounded: 1.005 to two places is 1.01, though the nearest double is a little less.
    return DecimalText(number.description)?.rounded(toPlaces: precision, mode).float ?? number
  }

  /// To the nearest whole number.
  @Sendable static func round(_ number: Double) -> Double {
    guard number.isFinite else { return number }
    let below = number.rounded(.down)
    return number - below >= 0.5 ? below + 1 : below
  }

  private init(named name: String) throws(CypherError) {
    guard let mode = RoundingMode(rawValue: name.uppercased()) else {
      let modes = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw CypherError(
        .argumentError, .invalidArgumentValue, phase: .runtime, "\"\(name)\" is not a rounding mode, expected one of \(modes)")
    }
    self = mode
  }

  /// Whether the digits that stay are increased by one in their last place.
  /// - Parameters:
  ///   - last: the last digit that stays.
  ///   - first: the first digit that is cut off, with `isMore` where a digit behind it is not 0.
  func increases(last: UInt8, cutting first: UInt8, isMore: Bool, isNegative: Bool) -> Bool {
    let isExact = first == 0 && !isMore
    return switch self {
    case .up: !isExact
    case .down: false
    case .ceiling: !isExact && !isNegative
    case .floor: !isExact && isNegative
    case .halfUp: first >= 5
    case .halfDown: first > 5 || first == 5 && isMore
    case .halfEven: first > 5 || first == 5 && (isMore || last % 2 == 1)
    }
  }
}
