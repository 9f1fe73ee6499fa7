// How an error looks to a person.
extension CypherError {
  /// The same error with `position` filled in from `span`.
  ///
  /// - Complexity: O(bytes of `text` before the span).
  public func located(in text: String) -> CypherError {
    guard let span, position == nil else { return self }
    var error = self
    error.position = SourcePosition(of: span, in: text)
    return error
  }

  /// The error as lines of text without a closing line break: the message, the place, the line of the statement with what
  /// is wrong underlined, and the hint. Without a span only the message and the hint.
  public func rendered(in text: String) -> String {
    var lines = ["error: " + SafeText.lines(message)]
    if let position = located(in: text).position {
      lines.append("  line \(position.line), column \(position.column)")
      if let excerpt = SourceExcerpt(position, in: text) {
        lines.append(excerpt.line)
        lines.append(excerpt.indent + excerpt.carets)
      }
    }
    if let hint { lines.append("  help: " + SafeText.lines(hint)) }
    return lines.joined(separator: "\n")
  }
}

extension SourcePosition {
  /// Where `span` lies in `text`; the length ends with the line in which the span begins.
  public init(of span: SourceSpan, in text: String) {
    var line = 1
    var column = 1
    var length = 0
    var offset = 0
    for scalar in text.unicodeScalars {
      if offset >= span.upperBound { break }
      if offset >= span.lowerBound {
        if scalar == "\n" { break }
        length += 1
      } else if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
      offset += UTF8.width(scalar)
    }
    self.init(line: line, column: column, length: length)
  }
}
