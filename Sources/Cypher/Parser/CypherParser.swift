/// Text → syntax tree. What is read is openCypher 9, with the transaction, index and constraint commands, subqueries and
/// shortest paths that the language's users know from elsewhere.
public enum CypherParser {
  /// Reads one statement; a closing `;` is allowed.
  ///
  /// - Throws: a `CypherError` with the place in lines and columns and, where there is one, a hint.
  /// - Complexity: O(bytes of `text`). Statements nested deeper than `Parser.deepestNesting` are refused.
  public static func parse(_ text: String) throws(CypherError) -> Statement {
    let bytes = Array(text.utf8)
    guard bytes.count <= Lexer.largestByteCount else {
      throw CypherError(.syntaxError, .unexpectedSyntax, "the statement is larger than four gigabytes")
    }
    do throws(CypherError) {
      return try AmpleStack.run { () throws(CypherError) in
        var parser = Parser(bytes)
        return try parser.statement()
      }
    } catch {
      throw error.located(in: text)
    }
  }

  /// Reads one expression, such as the value of a parameter typed by a person.
  public static func parseExpression(_ text: String) throws(CypherError) -> Expression {
    do throws(CypherError) {
      return try AmpleStack.run { () throws(CypherError) in
        var parser = Parser(Array(text.utf8))
        let expression = try parser.expression()
        if parser.token.kind != .endOfText { throw parser.unexpected("the end of the expression") }
        return expression
      }
    } catch {
      throw error.located(in: text)
    }
  }
}
