// LOAD CSV, a form of Cypher's other implementations.
extension Parser {
  /// `LOAD CSV [WITH HEADERS] FROM address AS variable [FIELDTERMINATOR ';']`, behind LOAD.
  mutating func loadCSV() throws(CypherError) -> LoadCSV {
    guard at(word: "csv") else { throw unexpected("CSV") }
    advance()
    var hasHeaders = false
    if accept(.with) {
      guard at(word: "headers") else { throw unexpected("HEADERS") }
      advance()
      hasHeaders = true
    }
    guard at(word: "from") else { throw hasHeaders ? unexpected("FROM") : unexpected("FROM", "WITH HEADERS") }
    advance()
    let source = try expression()
    try expect(.as)
    var load = LoadCSV(hasHeaders: hasHeaders, source: source, variable: try variable())
    guard at(word: "fieldterminator") else { return load }
    advance()
    let terminator = try expression()
    load.fieldTerminator = terminator
    guard load.separator != nil else {
      throw CypherError(
        .syntaxError, .unexpectedSyntax, "FIELDTERMINATOR takes a string of one character, no quote and no line end",
        at: terminator.span, hint: "such as ';' or '\\t'")
    }
    return load
  }
}
