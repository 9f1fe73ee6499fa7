import Cypher
import Graph

/// What OPTIONS says about an index: `{indexConfig: {`fulltext.analyzer`: 'english'}, indexProvider: '…'}`.
struct IndexOptions {
  private(set) var analyzer = TextAnalyzer.standard

  /// - Throws: an error at the place of what is not known.
  init(_ options: Expression?, kind: IndexDefinition.Kind) throws(CypherError) {
    guard let options else { return }
    for entry in try Self.entries(options, "OPTIONS") {
      switch entry.key.text {
      case "indexProvider": _ = try Self.string(entry)
      case "indexConfig":
        for setting in try Self.entries(entry.value, "indexConfig") { try apply(setting, kind) }
      default: throw Self.unknown(entry.key, among: ["indexConfig", "indexProvider"])
      }
    }
  }

  private mutating func apply(_ setting: MapEntry, _ kind: IndexDefinition.Kind) throws(CypherError) {
    guard kind == .fullText else { throw Self.unknown(setting.key, among: []) }
    switch setting.key.text {
    case "fulltext.analyzer":
      let name = try Self.string(setting)
      guard let analyzer = TextAnalyzer(rawValue: name) else {
        throw CypherError(
          .argumentError, .invalidArgumentValue, phase: .runtime, "there is no analyzer '\(name)'", at: setting.value.span,
          hint: "there are \(TextAnalyzer.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))")
      }
      self.analyzer = analyzer
    case "fulltext.eventually_consistent":
      // A search always sees what was committed; who can bear less gets more.
      guard case .boolean = setting.value.kind else { throw Self.wrong(setting, "a Boolean") }
    default: throw Self.unknown(setting.key, among: ["fulltext.analyzer", "fulltext.eventually_consistent"])
    }
  }

  private static func entries(_ expression: Expression, _ name: String) throws(CypherError) -> [MapEntry] {
    guard case .map(let entries) = expression.kind else {
      throw CypherError(
        .argumentError, .invalidArgumentValue, phase: .runtime, "\(name) takes a map", at: expression.span)
    }
    return entries
  }

  private static func string(_ entry: MapEntry) throws(CypherError) -> String {
    guard case .string(let text) = entry.value.kind else { throw wrong(entry, "a String") }
    return text
  }

  private static func wrong(_ entry: MapEntry, _ expected: String) -> CypherError {
    CypherError(
      .argumentError, .invalidArgumentValue, phase: .runtime, "`\(entry.key.text)` takes \(expected)", at: entry.value.span)
  }

  private static func unknown(_ key: Name, among known: [String]) -> CypherError {
    CypherError(
      .argumentError, .invalidArgumentValue, phase: .runtime, "there is no option `\(key.text)`", at: key.span,
      hint: known.isEmpty ? "leave it out" : "there are \(known.map { "`\($0)`" }.joined(separator: ", "))")
  }
}
