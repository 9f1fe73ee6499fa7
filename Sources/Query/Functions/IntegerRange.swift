import Cypher
import Graph

/// The numbers of `range(first, last, step)`: both ends belong to it; it is empty where the step leads away from the end.
struct IntegerRange {
  private let first: Int64
  private let step: Int64
  /// How many steps lead from the first number to the last; nil where there is no number at all.
  private let stepCount: UInt64?

  /// - Parameter arguments: two or three values, as the function takes them.
  init(_ arguments: [Value]) throws(CypherError) {
    var numbers: [Int64] = []
    for argument in arguments {
      guard case .integer(let number) = argument else {
        throw CypherError(
          .argumentError, .invalidArgumentType, phase: .runtime, "range() takes Integers, found \(argument.type.rawValue)")
      }
      numbers.append(number)
    }
    first = numbers[0]
    step = numbers.count > 2 ? numbers[2] : 1
    guard step != 0 else { throw .numberOutOfRange("the step of range() is 0, expected any other integer") }
    let last = numbers[1]
    if step > 0 ? first > last : first < last {
      stepCount = nil
    } else {
      let distance = step > 0 ? UInt64(bitPattern: last &- first) : UInt64(bitPattern: first &- last)
      stepCount = distance / step.magnitude
    }
  }

  /// Every number at once.
  /// - Throws: where there are more than `limit`.
  func list(limit: Int64) throws(CypherError) -> [Value] {
    guard let stepCount else { return [] }
    guard stepCount < UInt64(limit) else {
      throw .numberOutOfRange("range() would have more than \(limit) elements")
    }
    return (0...stepCount).map { .integer(self[$0]) }
  }

  /// Appends up to `limit` numbers from `position` on, which moves behind them.
  /// - Returns: how many, and whether they were the last.
  func take(from position: inout UInt64, limit: Int, into numbers: inout [Int64]) -> (count: Int, isDone: Bool) {
    guard let stepCount else { return (0, true) }
    let remaining = stepCount - position
    let count = remaining < UInt64(limit) ? Int(remaining) + 1 : limit
    for offset in 0..<UInt64(count) { numbers.append(self[position + offset]) }
    let isDone = UInt64(count) > remaining
    if !isDone { position += UInt64(count) }
    return (count, isDone)
  }

  /// The product alone may overflow, the sum never does; modulo 2⁶⁴ the detour does no harm.
  private subscript(index: UInt64) -> Int64 { first &+ Int64(bitPattern: index) &* step }
}
