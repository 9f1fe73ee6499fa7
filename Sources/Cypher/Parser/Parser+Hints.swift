// Remedies: what the person probably meant who wrote the token that cannot stand where it stands.
extension Parser {
  /// The remedy for the current token in the place of one of `expected`; nil where nothing is known beyond what was expected.
  func hint(_ expected: [String]) -> String? {
    commentHint ?? operatorHint ?? clauseHint(expected) ?? patternHint(expected) ?? valueHint(expected) ?? spellingHint(expected)
      ?? generalHint(expected)
  }

  private func previous(_ offset: Int = 1) -> Token? { index >= offset ? tokens[index - offset] : nil }

  private func word(_ token: Token?) -> String? {
    guard let token, token.kind == .name || token.kind == .keyword else { return nil }
    return text(token.span).uppercased()
  }

  /// True if nothing stands between two tokens.
  private func touch(_ first: Token?, _ second: Token) -> Bool { first?.upperBound == second.lowerBound }

  // MARK: - Signs of other languages

  /// `-- text`, as SQL has comments.
  private var commentHint: String? {
    let isStart = at(.minus) && token(after: 1).kind == .minus && index == 0
    var place = index
    while place > 1 {
      let isPair = tokens[place - 1].kind == .minus && tokens[place - 2].kind == .minus
      if isPair, touch(tokens[place - 2], tokens[place - 1]), !touch(tokens[place - 1], tokens[place]) {
        return "a comment begins with //"
      }
      if index - place > 2 { break }
      place -= 1
    }
    return isStart ? "a comment begins with //" : nil
  }

  private var operatorHint: String? {
    switch token.kind {
    case .equal where previous()?.kind == .equal: return "equality is written with a single ="
    case .greater where previous()?.kind == .equal: return "greater or equal is written >="
    case .less where previous()?.kind == .equal: return "less or equal is written <="
    case .ampersand: return "and is written AND"
    case .exclamation where previous()?.kind == .name: return "leave the ! out: a property that is missing is null"
    case .exclamation: return "not is written NOT, not equal <>"
    case .keyword where token.keyword == .not:
      let isOperand = previous().map { currentIsOperator($0) } ?? false
      return isOperand ? "put NOT and its operand in parentheses" : "NOT stands in front of the whole condition: NOT x IN list"
    case .float where text(token.span).hasPrefix("."): return "a number has one point, and nothing between its thousands"
    default: return nil
    }
  }

  private func currentIsOperator(_ token: Token) -> Bool {
    switch token.kind {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .minus, .star, .slash: true
    default: false
    }
  }

  // MARK: - Clauses

  private func clauseHint(_ expected: [String]) -> String? {
    let found = word(token) ?? ""
    let canBeClause = expected.contains(Self.anyClause)
    switch (found, word(previous())) {
    case (_, "FROM") where canBeClause:
      return "look for the nodes, then delete them: MATCH (n:\(text(token.span))) DETACH DELETE n"
    case (_, "TOP") where canBeClause: return "write LIMIT behind the columns"
    case ("DISTINCT", _): return "write count(DISTINCT x)"
    case ("ON", "INDEX"): return "write CREATE INDEX FOR (n:Label) ON (n.key)"
    case ("ON", "CONSTRAINT"): return "write CREATE CONSTRAINT FOR (n:Label) REQUIRE n.key IS UNIQUE"
    case ("WHERE", _) where canBeClause: return misplacedWhereHint
    default: break
    }
    if at(.comma), canBeClause, word(previous(2)) == "LIMIT" { return "write SKIP first, then LIMIT: SKIP 5 LIMIT 10" }
    if canBeClause, at(.equal), previous()?.kind == .name, index == 1 {
      return "write LET x = value, and RETURN what you want to see"
    }
    if canBeClause, at(.equal), word(previous(4)) == "REMOVE" { return "REMOVE takes no value" }
    if expected.contains("AS") {
      return at(.comma) ? "a list stands in brackets: [1, 2]" : "say how the elements are called: UNWIND list AS x"
    }
    let isPattern = expected.contains(Self.aNode) && ["INTO", "TABLE", "UNIQUE"].contains(found)
    guard canBeClause || isPattern || expected.contains("INDEX") else { return nil }
    return ForeignWords.remedies[found]
  }

  private var misplacedWhereHint: String {
    var place = index
    while place > 0 {
      place -= 1
      switch tokens[place].keyword {
      case .where: return "join conditions with AND"
      case .return: return "filter before RETURN, or write WITH … WHERE … RETURN …"
      case .match, .with: return "WHERE stands right behind the pattern or the columns of its clause"
      default: continue
      }
    }
    return "WHERE belongs to a clause before it: MATCH (n) WHERE …"
  }

  // MARK: - Patterns

  static let aNode = "a node such as `(n)`"

  private func patternHint(_ expected: [String]) -> String? {
    if expected.contains(Self.aNode) { return nodeHint }
    if expected == ["`-`"] {
      return previous()?.kind == .rightBracket
        ? "a relationship ends with - or ->" : "a relationship is written -[:TYPE]-> or -->"
    }
    if expected == ["`]`"], at(.minus) {
      return previous()?.kind == .decimalInteger ? "write *1..3 for one to three" : "close the bracket first: -[:TYPE]->"
    }
    if expected.contains("a label"), expected.contains("`)`") { return insideNodeHint }
    if expected.contains(Self.anyClause), previous()?.kind == .rightParenthesis {
      if at(.equal) { return "a relationship is written -[:TYPE]-> or -->" }
      if token.kind == .name, token(after: 1).kind == .leftParenthesis, ForeignWords.remedies[word(token) ?? ""] == nil {
        return "a relationship is written (a)-[:\(text(token.span))]->(b)"
      }
    }
    return nil
  }

  private var nodeHint: String? {
    switch token.kind {
    case .leftBracket: return "a relationship stands between two nodes: (a)-[r]->(b)"
    case .leftBrace: return "properties stand in a node: (n {key: value})"
    case .name: return "a node stands in parentheses"
    case .keyword where previous()?.kind == .comma: return "leave the comma out"
    case .keyword where previous()?.kind == .greater || previous()?.kind == .minus:
      return "a relationship ends at a node, such as ()"
    default: return nil
    }
  }

  private var insideNodeHint: String? {
    switch token.kind {
    case .name where token(after: 1).kind == .colon, .leftParenthesis: return "properties stand in braces: {key: value}"
    case .name: return "a label begins with a colon: (n:Label)"
    case .keyword: return "close the node with )"
    case .comma: return "leave the comma out"
    case .rightBrace: return "there is a } too many"
    case .minus: return "a name that is no plain word stands in backticks"
    case .string: return "properties stand in braces: {key: value}"
    default: return nil
    }
  }

  // MARK: - Values

  private func valueHint(_ expected: [String]) -> String? {
    if expected.contains("`:`") {
      if at(.equal) { return "a key and its value are separated by a colon: {key: value}" }
      return "a map needs a value for each key, {key: value}; a parameter is written $name"
    }
    switch token.kind {
    case .string: return stringHint(expected)
    case .comma where expected.contains("`)`") && isInListOfSQL: return "a list stands in brackets: IN [1, 2]"
    case .rightParenthesis where expected.contains(Self.anyClause): return "there is a ) too many"
    case .rightBracket where expected.contains(Self.anyClause): return "there is a ] too many"
    case .rightBrace where expected.contains(Self.anyClause): return "there is a } too many"
    case .name, .decimalInteger, .float:
      return expected.contains("`,`") && !expected.contains("`)`") ? "separate them by a comma" : nil
    case .keyword where token.keyword == .then && expected.contains("WHEN"): return "write CASE WHEN condition THEN value END"
    case .keyword where token.keyword == .where: return "a list is filtered in brackets: [x IN list WHERE condition]"
    case .bar where expected.contains("`)`"): return "a list is mapped in brackets: [x IN list | expression]"
    case .leftParenthesis where expected.contains(Self.columnName): return "a query inside a query stands in braces: CALL { … }"
    default: return nil
    }
  }

  static let columnName = "a name for the column"

  private func stringHint(_ expected: [String]) -> String? {
    if expected.contains("a key") || expected.contains("a label") || expected.contains(Self.columnName) {
      return "names are written without quotes, or in backticks"
    }
    if expected.contains("NULL") { return "not equal is written <>" }
    if let before = previous(), before.kind == .string {
      return touch(before, token) ? "a quote inside a string is written \\'" : "join texts with +"
    }
    if let name = word(previous()), FunctionCatalog.signature(named: name) != nil {
      return "arguments stand in parentheses: \(text(tokens[index - 1].span))(…)"
    }
    return nil
  }

  /// The comma stands in the parentheses behind IN.
  private var isInListOfSQL: Bool {
    var depth = 0
    var place = index
    while place > 1 {
      place -= 1
      switch tokens[place].kind {
      case .rightParenthesis: depth += 1
      case .leftParenthesis where depth == 0: return tokens[place - 1].keyword == .in
      case .leftParenthesis: depth -= 1
      default: break
      }
    }
    return false
  }

  // MARK: - Spelling, and what is left

  private func generalHint(_ expected: [String]) -> String? {
    if word(previous(2)) == "AS", token.kind == .name { return "a name with blanks stands in backticks" }
    if token.kind == .name, expected.contains(Self.anyClause), word(previous(2)) != "IS", isAmongColumns {
      return "separate columns by a comma"
    }
    guard index == 0, expected.contains(Self.anyClause) else { return nil }
    if at(.colon) { return "commands that begin with a colon are the shell's, and stand on a line of their own" }
    return "such as MATCH (n) RETURN n LIMIT 10"
  }

  /// True if the clause that the current token stands in is RETURN or WITH, before its ORDER BY, WHERE and the like.
  private var isAmongColumns: Bool {
    var place = index
    while place > 0 {
      place -= 1
      guard let keyword = tokens[place].keyword else { continue }
      if keyword == .return || keyword == .with { return true }
      if keyword.beginsClause || keyword == .where || keyword == .order { return false }
    }
    return false
  }

  /// `RETRUN` where a keyword is wanted.
  private func spellingHint(_ expected: [String]) -> String? {
    guard token.kind == .name else { return nil }
    var candidates = expected
    if expected.contains(Self.anyClause) {
      candidates = Keyword.allCases.filter(\.beginsClause).map(\.rawValue)
      if index > 0 { candidates += ["WHERE", "AND", "OR", "AS", "UNION", "ASCENDING", "DESCENDING"] }
    }
    let keywords = candidates.filter { candidate in Keyword.allCases.contains { $0.rawValue == candidate } }
    return NameSuggestion.hint(for: text(token.span), among: keywords)
  }
}
