import Cypher
import Graph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

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
    guard number.isFinite else { return number }
    guard arguments.count > 1 else {
      let below = number.rounded(.down)
      return number - below >= 0.5 ? below + 1 : below
    }
    let precision = try arguments.count(1, "precision")
    let mode = arguments.count > 2 ? try RoundingMode(named: arguments.string(2)) : .halfUp
    // Beyond 300 places no double has digits left, and the scale itself would overflow.
    guard precision <= 300 else { return number }
    let scale = pow(10, Double(precision))
    let scaled = number * scale
    guard scaled.isFinite else { return number }
    return mode.apply(scaled) / scale
  }

  private init(named name: String) throws(CypherError) {
    guard let mode = RoundingMode(rawValue: name.uppercased()) else {
      let modes = Self.allCases.map(\.rawValue).joined(separator: ", ")
      throw CypherError(
        .argumentError, .invalidArgumentValue, phase: .runtime, "\"\(name)\" is not a rounding mode, expected one of \(modes)")
    }
    self = mode
  }

  private func apply(_ value: Double) -> Double {
    switch self {
    case .up: value.rounded(.awayFromZero)
    case .down: value.rounded(.towardZero)
    case .ceiling: value.rounded(.up)
    case .floor: value.rounded(.down)
    case .halfUp: value.rounded(.toNearestOrAwayFromZero)
    case .halfEven: value.rounded(.toNearestOrEven)
    case .halfDown:
      (value.magnitude - value.magnitude.rounded(.down) > 0.5) ? value.rounded(.awayFromZero) : value.rounded(.towardZero)
    }
  }
}
