import Cypher
import Graph

/// Lists, and what works on lists and strings alike.
enum ListFunctions {
  /// The most elements that `range` makes: more would not fit in memory and is always a slip.
  private static let largestRangeCount: Int64 = 100_000_000

  static let all: [ScalarFunction] = [
    .pure("head", 1) { (arguments) throws(CypherError) in try arguments.list(0).first ?? .null },
    .pure("last", 1) { (arguments) throws(CypherError) in try arguments.list(0).last ?? .null },
    .pure("tail", 1) { (arguments) throws(CypherError) in .list(Array(try arguments.list(0).dropFirst())) },
    .pure("size", 1) { (arguments) throws(CypherError) in
      switch arguments[0] {
      case .list(let elements): .integer(Int64(elements.count))
      case .string(let text): .integer(StringFunctions.scalarCount(text))
      case .map(let map): .integer(Int64(map.count))
      default: throw arguments.wrong(0, "a List or a String")
      }
    },
    .pure("length", 1) { (arguments) throws(CypherError) in
      switch arguments[0] {
      case .path(let path): .integer(Int64(path.length))
      case .list(let elements): .integer(Int64(elements.count))
      case .string(let text): .integer(StringFunctions.scalarCount(text))
      default: throw arguments.wrong(0, "a Path")
      }
    },
    .pure("reverse", 1) { (arguments) throws(CypherError) in
      switch arguments[0] {
      case .list(let elements): .list(elements.reversed())
      case .string(let text): .string(String(String.UnicodeScalarView(text.unicodeScalars.reversed())))
      default: throw arguments.wrong(0, "a List or a String")
      }
    },
    .pure("isEmpty", 1) { (arguments) throws(CypherError) in
      switch arguments[0] {
      case .list(let elements): .boolean(elements.isEmpty)
      case .string(let text): .boolean(text.isEmpty)
      case .map(let map): .boolean(map.isEmpty)
      default: throw arguments.wrong(0, "a List, a Map or a String")
      }
    },
    .pure("range", 2...3) { (arguments) throws(CypherError) in try range(arguments) },
  ]

  /// Both ends belong to the range; empty where the step leads away from the end.
  private static func range(_ arguments: Arguments) throws(CypherError) -> Value {
    for index in 0..<arguments.count {
      guard case .integer = arguments[index] else {
        throw CypherError(
          .argumentError, .invalidArgumentType, phase: .runtime,
          "range() takes Integers, found \(arguments[index].type.rawValue)")
      }
    }
    let start = try arguments.integer(0)
    let end = try arguments.integer(1)
    let step = arguments.count > 2 ? try arguments.integer(2) : 1
    guard step != 0 else { throw .numberOutOfRange("the step of range() is 0") }
    if step > 0 ? start > end : start < end { return .list([]) }
    let distance = step > 0 ? UInt64(bitPattern: end &- start) : UInt64(bitPattern: start &- end)
    let steps = distance / step.magnitude
    guard steps < UInt64(largestRangeCount) else {
      throw .numberOutOfRange("range() would have more than \(largestRangeCount) elements")
    }
    // The product alone may overflow, the sum never does; modulo 2⁶⁴ the detour does no harm.
    return .list((0...Int64(steps)).map { .integer(start &+ $0 &* step) })
  }
}
