import Cypher
import Graph

/// Strings. Positions and lengths count Unicode scalars, as everywhere in the graph.
enum StringFunctions {
  static let all: [ScalarFunction] = forms + trimming + cutting + length

  private static let forms: [ScalarFunction] = [
    .pure("toUpper", 1) { (arguments) throws(CypherError) in .string(try arguments.string(0).uppercased()) }
      .with(.letters(.upper)),
    .pure("toLower", 1) { (arguments) throws(CypherError) in .string(try arguments.string(0).lowercased()) }
      .with(.letters(.lower)),
    .pure("normalize", 1...2) { (arguments) throws(CypherError) in
      let text = try arguments.string(0)
      return .string(text.normalized(arguments.count > 1 ? try normalizationForm(arguments.string(1)) : .composed))
    },
  ]

  /// The second argument of each says which letters are cut off, in any order; without it blanks are.
  private static let trimming: [ScalarFunction] = [
    .pure("trim", 1) { (arguments) throws(CypherError) in .string(trimmed(try arguments.string(0))) }
      .with(.trim(start: true, end: true)),
    .pure("bTrim", 1...2) { (arguments) throws(CypherError) in try trim(arguments, start: true, end: true) }
      .with(.trim(start: true, end: true)),
    .pure("lTrim", 1...2) { (arguments) throws(CypherError) in try trim(arguments, start: true, end: false) }
      .with(.trim(start: true, end: false)),
    .pure("rTrim", 1...2) { (arguments) throws(CypherError) in try trim(arguments, start: false, end: true) }
      .with(.trim(start: false, end: true)),
  ]

  private static let cutting: [ScalarFunction] = [
    .pure("left", 2) { (arguments) throws(CypherError) in
      let scalars = try arguments.string(0).unicodeScalars
      return .string(String(scalars.prefix(try arguments.count(1, "length"))))
    }.with(.prefix),
    .pure("right", 2) { (arguments) throws(CypherError) in
      let scalars = try arguments.string(0).unicodeScalars
      return .string(String(scalars.suffix(try arguments.count(1, "length"))))
    }.with(.suffix),
    .pure("substring", 2...3) { (arguments) throws(CypherError) in
      let rest = try arguments.string(0).unicodeScalars.dropFirst(arguments.count(1, "start"))
      guard arguments.count > 2 else { return .string(String(rest)) }
      return .string(String(rest.prefix(try arguments.count(2, "length"))))
    }.with(.substring),
    .pure("split", 2) { (arguments) throws(CypherError) in try split(arguments) }.with(.split),
    .pure("replace", 3) { (arguments) throws(CypherError) in
      let text = try arguments.string(0)
      let pieces = try TextSearch.split(text, by: [arguments.string(1)])
      return .string(pieces.joined(separator: try arguments.string(2)))
    }.with(.replace),
  ]

  private static let length: [ScalarFunction] = [
    .pure("char_length", 1) { (arguments) throws(CypherError) in .integer(scalarCount(try arguments.string(0))) }
      .with(.scalarCount),
    .pure("byte_length", 1) { (arguments) throws(CypherError) in .integer(Int64(try arguments.string(0).utf8.count)) }
      .with(.byteCount),
  ]

  static func scalarCount(_ text: String) -> Int64 {
    // Every scalar has exactly one byte that is not a continuation byte.
    Int64(text.utf8.count { $0 & 0xC0 != 0x80 })
  }

  /// The text without the scalars at its ends that `isCut` says, blanks if nothing else is said.
  static func trimmed(
    _ text: String, start: Bool = true, end: Bool = true,
    where isCut: (Unicode.Scalar) -> Bool = { $0.properties.isWhitespace }
  ) -> String {
    var scalars = text.unicodeScalars[...]
    if start { scalars = scalars.drop(while: isCut) }
    if end { while let last = scalars.last, isCut(last) { scalars.removeLast() } }
    return String(scalars)
  }

  private static func trim(_ arguments: Arguments, start: Bool, end: Bool) throws(CypherError) -> Value {
    let text = try arguments.string(0)
    guard arguments.count > 1 else { return .string(trimmed(text, start: start, end: end)) }
    let cut = Set(try arguments.string(1).unicodeScalars)
    return .string(trimmed(text, start: start, end: end) { cut.contains($0) })
  }

  private static func normalizationForm(_ name: String) throws(CypherError) -> NormalizationForm {
    guard let form = NormalizationForm(rawValue: name.uppercased()) else {
      let forms = NormalizationForm.allCases.map(\.rawValue).joined(separator: ", ")
      throw CypherError(
        .argumentError, .invalidArgumentValue, phase: .runtime, "\"\(name)\" is not a normal form, expected one of \(forms)")
    }
    return form
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
