/// Syntax tree → canonical text: one clause a line, keywords in capitals, no bracket that is not needed.
///
/// Reading the text back gives an equal tree. One thing is added where it must be: a projected expression whose column is not
/// called like its canonical text gets its column's name as an alias.
public enum CypherPrinter {
  public static func text(of statement: Statement) -> String {
    written { $0.write(statement) }
  }

  public static func text(of expression: Expression) -> String {
    written { $0.write(expression) }
  }

  public static func text(of pattern: PathPattern) -> String {
    written { $0.write(pattern) }
  }

  public static func text(of type: ValueTypePattern) -> String {
    written { $0.write(type) }
  }

  /// The types of a relationship, with the colon in front.
  public static func text(ofTypes types: LabelExpression) -> String {
    written { $0.write(types: types) }
  }

  private static func written(_ write: (inout SyntaxWriter) -> Void) -> String {
    AmpleStack.run {
      var writer = SyntaxWriter()
      write(&writer)
      return writer.text
    }
  }

  /// `name` as it is written for a label, a type or a key: in backticks unless it is a plain word.
  public static func quoted(schemaName name: String) -> String {
    SyntaxWriter.isPlain(name, allowsReserved: true) ? name : SyntaxWriter.inBackticks(name)
  }

  /// `name` as it is written for a variable, for which the reserved words need backticks too.
  public static func quoted(variable name: String) -> String {
    SyntaxWriter.isPlain(name, allowsReserved: false) ? name : SyntaxWriter.inBackticks(name)
  }

  /// `text` as a string literal.
  public static func quoted(string text: String) -> String {
    var result = "'"
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "'": result += "\\'"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "'"
  }
}

/// The text that grows while a tree is written.
struct SyntaxWriter {
  var text = ""
  /// What stands between clauses: a line break, or a blank inside a subquery.
  var clauseSeparator = "\n"
  /// True inside a comprehension, where a bare `|` may begin its projection.
  var guardsBars = false

  mutating func write(_ literal: String) { text += literal }

  /// `elements` with `separator` between them.
  mutating func write<Element>(
    _ elements: some Sequence<Element>, separator: String = ", ", _ writeElement: (inout SyntaxWriter, Element) -> Void
  ) {
    var isFirst = true
    for element in elements {
      if !isFirst { write(separator) }
      isFirst = false
      writeElement(&self, element)
    }
  }

  // MARK: - Names

  mutating func write(schemaName name: Name) { write(CypherPrinter.quoted(schemaName: name.text)) }

  mutating func write(variable name: Name) { write(CypherPrinter.quoted(variable: name.text)) }

  /// A function or procedure with its namespace. Words that begin a special form when a parenthesis follows need backticks.
  mutating func write(callable name: Name) {
    let parts = name.text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let special = ["all", "any", "none", "single", "reduce", "allreduce", "cast", "shortestpath", "allshortestpaths"]
    if parts.count == 1, special.contains(name.text.lowercased()) {
      write(SyntaxWriter.inBackticks(name.text))
      return
    }
    let isExists = name.text.lowercased() == "exists"
    write(parts.enumerated(), separator: ".") { writer, part in
      let mayBeReserved = part.offset > 0 || isExists
      let isPlain = SyntaxWriter.isPlain(part.element, allowsReserved: mayBeReserved)
      writer.write(isPlain ? part.element : SyntaxWriter.inBackticks(part.element))
    }
  }

  mutating func write(parameter name: String) {
    let isNumber = !name.isEmpty && name.utf8.allSatisfy(ASCII.isDigit)
    write("$")
    write(isNumber ? name : CypherPrinter.quoted(schemaName: name))
  }

  /// True if the lexer reads all of `name` as one word.
  static func isPlain(_ name: String, allowsReserved: Bool) -> Bool {
    var lexer = Lexer(Array(name.utf8))
    let token = lexer.next()
    guard token.lowerBound == 0, token.upperBound == lexer.bytes.count else { return false }
    switch token.kind {
    case .name: return true
    case .keyword: return allowsReserved || token.keyword?.isReserved == false
    default: return false
    }
  }

  static func inBackticks(_ name: String) -> String {
    var result = "`"
    for scalar in name.unicodeScalars {
      if scalar == "`" { result += "`" }
      result.unicodeScalars.append(scalar)
    }
    return result + "`"
  }
}
