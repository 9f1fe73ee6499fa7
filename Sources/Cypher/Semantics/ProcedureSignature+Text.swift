extension ProcedureSignature {
  /// Reads `name(argument :: TYPE, …) :: (result :: TYPE, …)`, the notation of openCypher; a `?` behind a type and a `:` at the
  /// end are passed over.
  public init(text: String) throws(CypherError) {
    var parser = Parser(Array(text.utf8))
    do throws(CypherError) {
      let name = try parser.namespacedName("a procedure")
      let arguments = try parser.signatureFields()
      try parser.expect(.doubleColon, "`::`")
      let results = try parser.signatureFields()
      _ = parser.accept(.colon)
      guard parser.at(.endOfText) else { throw parser.unexpected("the end of the signature") }
      self.init(name: name.text, arguments: arguments, results: results)
    } catch {
      throw error.located(in: text)
    }
  }
}

extension Parser {
  fileprivate mutating func signatureFields() throws(CypherError) -> [ProcedureSignature.Field] {
    try expect(.leftParenthesis, "`(`")
    var fields: [ProcedureSignature.Field] = []
    if !at(.rightParenthesis) {
      repeat { fields.append(try signatureField()) } while accept(.comma)
    }
    try expect(.rightParenthesis, "`,`", "`)`")
    return fields
  }

  private mutating func signatureField() throws(CypherError) -> ProcedureSignature.Field {
    let name = try schemaName("a name")
    try expect(.doubleColon, "`::`")
    return ProcedureSignature.Field(name: name.text, type: try signatureType())
  }

  private mutating func signatureType() throws(CypherError) -> StaticType {
    let name = try schemaName("a type")
    var type: StaticType
    switch name.text.uppercased() {
    case "LIST":
      // The element type stands behind OF or in angle brackets, or is left out.
      var element = StaticType.any
      if at(word: "of") {
        advance()
        element = try signatureType()
      } else if accept(.less) {
        element = try signatureType()
        try expect(.greater, "`>`")
      }
      type = .list(element)
    case "DATE", "TIME", "LOCALTIME", "DATETIME", "LOCALDATETIME", "TEMPORAL": type = .temporal
    default:
      guard let known = StaticType(name: name.text.uppercased()) else {
        throw CypherError(.procedureError, .unexpectedSyntax, "no type `\(name.text)`", at: name.span)
      }
      type = known
    }
    // A question mark, for which the lexer has no token, says that null is allowed, which it always is.
    if at(.unexpectedCharacter), text(token.span) == "?" { advance() }
    return type
  }
}
