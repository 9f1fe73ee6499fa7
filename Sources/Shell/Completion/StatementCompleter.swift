import Cypher
import Graph

/// Completes Cypher by position: labels behind `:` in a node, types in a relationship, keys behind `.` and in maps, procedures
/// behind CALL, else variables, keywords and functions.
struct StatementCompleter {
  private let outline: StatementOutline
  private let context: ShellContext
  /// The beginning of the word at the cursor, and how many scalars of it are replaced.
  private var typed = ""
  private var typedCount = 0
  private var isInside = false
  /// The tokens before that word.
  private var before: [StatementOutline.Word]

  init(statement: String, context: ShellContext) {
    self.context = context
    outline = StatementOutline(statement)
    before = outline.words
    guard let last = before.last, last.end == statement.utf8.count else { return }
    switch last.kind {
    case .name, .keyword, .parameter:
      typed = last.text
    case .unterminatedName:
      typed = String(last.text.dropFirst())
    case .malformedParameter where last.text == "$":
      typed = "$"
    case .comment, .unterminatedComment, .unterminatedString:
      isInside = true
    default:
      return
    }
    typedCount = last.text.unicodeScalars.count
    before.removeLast()
  }

  func complete() -> Completion {
    if isInside { return Completion() }
    if typed.hasPrefix("$") { return parameters }
    if let procedures { return procedures }
    switch before.last?.kind {
    case .colon: return names(insideRelationship ? types : labels)
    case .bar where outline.innermostBracket(before) == .leftBracket: return names(types)
    case .bar where outline.innermostBracket(before) == .leftParenthesis: return names(labels)
    case .ampersand, .exclamation: return names(insideRelationship ? types : labels)
    case .dot: return behindDot
    case .leftBrace, .comma:
      if outline.innermostBracket(before) == .leftBrace, let keys = keysOfPattern { return names(keys, suffix: ": ") }
      return words
    default: return words
    }
  }

  // MARK: - Names of the graph

  private var labels: [String] { context.names.schema?.labels.map(\.name) ?? [] }
  private var types: [String] { context.names.schema?.relationshipTypes.map(\.name) ?? [] }
  private var insideRelationship: Bool { outline.innermostBracket(before) == .leftBracket }

  private func names(_ names: [String], suffix: String = "") -> Completion {
    Completion(typed, replacing: typedCount, among: names.map { .init(ValueText.name($0), label: $0, suffix: suffix) })
  }

  private func keys(ofLabels wanted: Set<String>) -> [String] {
    guard let schema = context.names.schema else { return [] }
    let all = schema.labels.map { ($0.name, $0.properties) } + schema.relationshipTypes.map { ($0.name, $0.properties) }
    let fitting = all.filter { wanted.contains($0.0) }
    return Set((fitting.isEmpty ? all : fitting).flatMap { $0.1.map(\.key) }).sorted()
  }

  /// The keys for a map behind a node's label or a relationship's type.
  private var keysOfPattern: [String]? {
    guard let names = outline.namesBeforeOpenBrace(before) else { return nil }
    return keys(ofLabels: names)
  }

  /// Properties of a variable, or functions of a namespace such as `duration.`.
  private var behindDot: Completion {
    guard before.count >= 2 else { return Completion() }
    let owner = before[before.count - 2]
    let namespace = owner.text.lowercased() + "."
    let functions = (context.names.schema?.functions ?? []).filter { $0.lowercased().hasPrefix(namespace) }
    if !functions.isEmpty, !outline.variables(before).contains(owner.text) {
      let candidates = functions.map { signature in
        Completion.Candidate(String(Self.callName(signature).dropFirst(namespace.count)) + "(", label: signature, suffix: "")
      }
      return Completion(typed, replacing: typedCount, among: candidates)
    }
    return names(keys(ofLabels: outline.names(of: owner.text)))
  }

  // MARK: - Words of the language

  private var words: Completion {
    let variables = outline.variables(before)
    let isLowercase = !typed.isEmpty && typed == typed.lowercased()
    let isAtStart = before.isEmpty
    let keywords = isAtStart ? Self.openingKeywords : Keyword.allCases.map(\.rawValue)
    var candidates = isAtStart ? [] : variables.sorted().map { Completion.Candidate(ValueText.name($0), suffix: "") }
    candidates += keywords.sorted().map { .init(isLowercase ? $0.lowercased() : $0) }
    if !typed.isEmpty, !isAtStart {
      candidates += (context.names.schema?.functions ?? []).sorted().map {
        .init(Self.callName($0) + "(", label: $0, suffix: "")
      }
    }
    return Completion(typed, replacing: typedCount, among: candidates)
  }

  private static let openingKeywords = [
    "BEGIN", "CALL", "COMMIT", "CREATE", "DROP", "EXPLAIN", "MATCH", "MERGE", "OPTIONAL", "PROFILE", "RETURN", "ROLLBACK", "SHOW",
    "UNWIND", "WITH",
  ]

  private var parameters: Completion {
    Completion(typed, replacing: typedCount, among: context.parameters.keys.sorted().map { .init("$" + $0, suffix: "") })
  }

  /// What can be called, if the cursor is in the dotted name behind CALL.
  private var procedures: Completion? {
    var name = typed
    var rest = before
    while let last = rest.last, last.kind == .dot || (last.kind == .name && name.hasPrefix(".")) {
      name = last.text + name
      rest.removeLast()
    }
    guard rest.last?.keyword == .call else { return nil }
    let candidates = (context.names.schema?.procedures ?? []).map { signature in
      Completion.Candidate(signature.name + "(", label: signature.signatureText, suffix: "")
    }
    return Completion(name, among: candidates)
  }

  /// `name` of `name(argument, …)`.
  private static func callName(_ signature: String) -> String {
    String(signature.prefix { $0 != "(" })
  }
}
