import Cypher
import Graph

/// The names that `$(expression)` stands for in one row.
enum ComputedNames {
  /// - Throws: InvalidArgumentType for everything but a string or a list of strings.
  static func names(of value: Value, at span: SourceSpan) throws(CypherError) -> [String] {
    switch value {
    case .string(let name): return [name]
    case .list(let elements):
      var names: [String] = []
      for element in elements {
        guard case .string(let name) = element else { throw wrongValue(element, at: span) }
        names.append(name)
      }
      return names
    default: throw wrongValue(value, at: span)
    }
  }

  private static func wrongValue(_ value: Value, at span: SourceSpan) -> CypherError {
    .invalidType("a label or type is computed as a String or a List of Strings, found \(value.type.phrase)", at: span)
  }
}
