import Cypher
import Graph

/// Strings. Positions and lengths count Unicode scalars, as everywhere in the graph.
enum StringFunctions {
  static let all: [ScalarFunction] = letterCase + trimming + cutting + length

  private static let letterCase: [ScalarFunction] =
    ["toUpper", "upper"].map { name in
      .pure(name, 1) { (arguments) throws(CypherError) in .string(try arguments.string(0).uppercased()) }
    }
    + ["toLower", "lower"].map { name in
      .pure(name, 1) { (arguments) throws(CypherError) in .string(try arguments.string(0).lowercased()) }
    }

  private static let trimming: [ScalarFunction] = [
    .pure("trim", 1) { (arguments) throws(CypherError) in .string(trimmed(try arguments.string(0))) },
    .pure("lTrim", 1) { (arguments) throws(CypherError) in .string(trimmed(try arguments.string(0), end: false)) },
    .pure("rTrim", 1) { (arguments) throws(CypherError) in .string(trimmed(try arguments.string(0), start: false)) },
  ]

  private static let cutting: [ScalarFunction] = [
    .pure("left", 2) { (arguments) throws(CypherError) in
      let scalars = try arguments.string(0).unicodeScalars
      return .string(String(scalars.prefix(try arguments.count(1, "length"))))
    },
    .pure("right", 2) { (arguments) throws(CypherError) in
      let scalars = try arguments.string(0).unicodeScalars
      return .string(String(scalars.suffix(try arguments.count(1, "length"))))
    },
    .pure("substring", 2...3) { (arguments) throws(CypherError) in
      let rest = try arguments.string(0).unicodeScalars.dropFirst(arguments.count(1, "start"))
      guard arguments.count > 2 else { return .string(String(rest)) }
      return .string(String(rest.prefix(try arguments.count(2, "length"))))
    },
    .pure("split", 2) { (arguments) throws(CypherError) in try split(arguments) },
    .pure("replace", 3) { (arguments) throws(CypherError) in
      let text = try arguments.string(0)
      let pieces = try TextSearch.split(text, by: [arguments.string(1)])
      return .string(pieces.joined(separator: try arguments.string(2)))
    },
  ]

  private static let length: [ScalarFunction] = ["char_length", "character_length"].map { name in
    .pure(name, 1) { (arguments) throws(CypherError) in .integer(scalarCount(try arguments.string(0))) }
  }

  static func scalarCount(_ text: String) -> Int64 {
    // Every scalar has exactly one byte that is not a continuation byte.
    Int64(text.utf8.count { $0 & 0xC0 != 0x80 })
  }

  static func trimmed(_ text: String, start: Bool = true, end: Bool = true) -> String {
    var scalars = text.unicodeScalars[...]
    if start { scalars = scalars.drop { $0.properties.isWhitespace } }
    if end { while let last = scalars.last, last.properties.isWhitespace { scalars.removeLast() } }
    return String(scalars)
  }

  /// By one delimiter or by any of a list of them; an empty one splits between all scalars.
  private static func split(_ arguments: Arguments) throws(CypherError) -> Value {
    let text = try arguments.string(0)
    var delimiters: [String] = []
    if case .list(let elements) = arguments[1] {
      for element in elements {
        guard case .string(let delimiter) = element else { throw arguments.wrong(1, "a String or a List of Strings") }
        delimiters.append(delimiter)
      }
    } else {
      delimiters = [try arguments.string(1)]
    }
    if delimiters.contains("") { return .list(text.unicodeScalars.map { .string(String(Character($0))) }) }
    return .list(TextSearch.split(text, by: delimiters).map(Value.string))
  }
}
