// Names (openCypher productions `SymbolicName`, `SchemaName`, `Variable`, `Namespace`).
extension Parser {
  /// `SchemaName`: a label, type, key or alias part, for which every keyword will do.
  mutating func schemaName(_ description: String) throws(CypherError) -> Name {
    switch token.kind {
    case .name, .keyword:
      let span = token.span
      advance()
      return Name(text(span), span)
    case .quotedName: return try quotedName()
    case .malformedNumber:
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "expected \(description), found `\(text(token.span))`", at: token.span,
        hint: "a name that begins with a digit needs backticks")
    default: throw unexpected(description)
    }
  }

  /// `Variable`: any name. A reserved word is one where it cannot be meant as that word; from then on expressions may use it, as
  /// they may a word that would be a function of the clock otherwise.
  mutating func variable(_ description: String = "a variable") throws(CypherError) -> Name {
    guard let keyword = token.keyword, keyword.isReserved else {
      let name = try schemaName(description)
      if Self.clockWords.contains(name.text.lowercased()) { boundWords.insert(name.text) }
      return name
    }
    guard keyword.canNameVariable, !beginsWhatItIsReservedFor else { throw reservedWord(description) }
    let name = try schemaName(description)
    boundWords.insert(name.text)
    return name
  }

  /// True if the current token is a reserved word that has become a variable.
  var atBoundWord: Bool { !boundWords.isEmpty && token.kind == .keyword && boundWords.contains(text(token.span)) }

  func reservedWord(_ description: String) -> CypherError {
    let word = text(token.span)
    let remedy = token.keyword.map { Self.remedy(for: $0, in: description) }
    return CypherError(
      .syntaxError, .unexpectedSyntax, "expected \(description), found the keyword `\(word)`", at: token.span,
      hint: hint([description]) ?? remedy)
  }

  /// True for `ORDER BY`, `LIMIT 5`, `RETURN n` and the like: what stands behind a reserved word goes with it, and the name in
  /// front of it is missing.
  private var beginsWhatItIsReservedFor: Bool {
    let following = token(after: 1)
    switch following.kind {
    case .name, .quotedName, .string, .leftParenthesis, .decimalInteger, .hexInteger, .octalInteger, .float: return true
    case .keyword: return at(.order) && following.keyword == .by
    default: return false
    }
  }

  /// True if the token can be a variable where what follows it leaves no doubt.
  func canNameVariable(_ token: Token) -> Bool { isVariable(token) || token.keyword?.canNameVariable == true }

  /// True if a variable stands at token `position`, the first in the brackets of a node or relationship that `closing` ends.
  func namesElement(at position: Int, until closing: Token.Kind) -> Bool {
    let word = tokens[position]
    guard word.keyword?.isReserved == true else { return isVariable(word) }
    let following = tokens[min(position + 1, tokens.count - 1)]
    guard canNameVariable(word), continuesElement(following, until: closing) || following.kind == .star else { return false }
    // `(IS $x)`, `(WHERE $x)` and `(WHERE {a: 1}.a)` begin with what the words say.
    switch word.keyword {
    case .is: return following.kind != .parameter
    case .where: return following.kind != .parameter && following.kind != .leftBrace
    default: return true
    }
  }

  /// True if `token` can stand behind the variable of a node or relationship, or begin one without.
  func continuesElement(_ token: Token, until closing: Token.Kind) -> Bool {
    switch token.kind {
    case closing, .colon, .leftBrace, .parameter: true
    default: token.keyword == .is || token.keyword == .where
    }
  }

  /// A word that goes on with the statement stands where something is missing; any other may have been meant as a name.
  private static func remedy(for keyword: Keyword, in place: String) -> String {
    let goesOn = keyword.beginsClause || keyword == .where || keyword == .then || keyword == .else || keyword == .end
    if place == "an expression", goesOn { return "something is missing in front of \(keyword.rawValue)" }
    return "a keyword can be a name in backticks: `\(keyword.rawValue.lowercased())`"
  }

  func isVariable(_ token: Token) -> Bool {
    switch token.kind {
    case .name, .quotedName: true
    case .keyword: !(token.keyword?.isReserved ?? false)
    default: false
    }
  }

  private mutating func quotedName() throws(CypherError) -> Name {
    let span = token.span
    advance()
    return Name(unquoted(SourceSpan(span.lowerBound + 1, span.upperBound - 1)), span)
  }

  /// The text between two backticks, doubled ones made single.
  private func unquoted(_ span: SourceSpan) -> String {
    var result: [UInt8] = []
    var position = span.lowerBound
    while position < span.upperBound {
      result.append(bytes[position])
      position += bytes[position] == ASCII.backtick ? 2 : 1
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// `Parameter`: the name behind the dollar sign.
  mutating func parameterName() -> String {
    let span = token.span
    advance()
    if bytes[span.lowerBound + 1] == ASCII.backtick {
      return unquoted(SourceSpan(span.lowerBound + 2, span.upperBound - 1))
    }
    return text(SourceSpan(span.lowerBound + 1, span.upperBound))
  }

  /// `Namespace SymbolicName`: `a.b.name`, written together as one name.
  mutating func namespacedName(_ description: String) throws(CypherError) -> Name {
    var name = try schemaName(description)
    while accept(.dot) {
      let part = try schemaName(description)
      name = Name(name.text + "." + part.text, name.span.union(part.span))
    }
    return name
  }
}
