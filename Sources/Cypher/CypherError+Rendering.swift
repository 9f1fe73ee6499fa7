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
    var lines = ["error: \(message)"]
    if span != nil, let position = located(in: text).position {
      lines.append("  line \(position.line), column \(position.column)")
      let source = SourceLine(position.line, of: text)
      let number = String(position.line)
      let margin = String(repeating: " ", count: number.count)
      lines.append("\(number) | \(source.shown)")
      lines.append("\(margin) | \(source.underline(from: position.column, length: position.length))")
    }
    if let hint { lines.append("  help: \(hint)") }
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

/// One line of a statement as a terminal shows it.
private struct SourceLine {
  private let scalars: [Unicode.Scalar]

  init(_ number: Int, of text: String) {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    scalars = number <= lines.count ? Array(lines[number - 1]) : []
  }

  /// Control characters would move the caret away from what it points at.
  var shown: String {
    var result = String.UnicodeScalarView()
    for scalar in scalars where scalar != "\r" { result.append(scalar.value < 0x20 ? " " : scalar) }
    return String(result)
  }

  func underline(from column: Int, length: Int) -> String {
    let before = scalars.prefix(column - 1).reduce(0) { $0 + Self.width($1) }
    let covered = scalars.dropFirst(column - 1).prefix(length).reduce(0) { $0 + Self.width($1) }
    return String(repeating: " ", count: before) + String(repeating: "^", count: max(1, covered))
  }

  /// Terminal cells; a control character is shown as a blank.
  private static func width(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < 0x20 ? 1 : LetterWidth.of(scalar)
  }
}
