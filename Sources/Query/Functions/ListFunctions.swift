import Cypher
import Graph

/// Lists, and what works on lists and strings alike.
enum ListFunctions {
  /// The most elements that `range` makes: more would not fit in memory and is always a slip.
  private static let largestRangeCount: Int64 = 100_000_000

  static let all: [ScalarFunction] = [
    .pure("head", 1) { (arguments) throws(CypherError) in try arguments.list(0).first ?? .null }
      .with(ListKernel.first),
    .pure("last", 1) { (arguments) throws(CypherError) in try arguments.list(0).last ?? .null }
      .with(ListKernel.last),
    .pure("tail", 1) { (arguments) throws(CypherError) in .list(Array(try arguments.list(0).dropFirst())) }
      .with(ListKernel.tail),
    .pure("size", 1) { (arguments) throws(CypherError) in
      switch arguments[0] {
      case .list(let elements): .integer(Int64(elements.count))
      case .string(let text): .integer(StringFunctions.scalarCount(text))
      case .map(let map): .integer(Int64(map.count))
      default: throw arguments.wrong(0, "a List or a String")
      }
    }.with(.scalarCount).with(ListKernel.count),
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
    }.with(ListKernel.isEmpty),
    .pure("range", 2...3) { (arguments) throws(CypherError) in try range(arguments) },
  ]

  private static func range(_ arguments: Arguments) throws(CypherError) -> Value {
    let range = try IntegerRange((0..<arguments.count).map { arguments[$0] })
    return .list(try range.list(limit: largestRangeCount))
  }
}
