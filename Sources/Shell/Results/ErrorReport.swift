import Cypher

/// How errors and warnings look: the message, the place with a caret below the text, and the remedy.
struct ErrorReport {
  let style: Style
  /// Lines are broken here; nil leaves them as they are.
  var width: Int?

  /// - Parameters:
  ///   - file: where the statement comes from, if that is a file.
  ///   - firstLine: the line of that file on which the statement begins.
  func text(_ error: ShellError, file: String? = nil, firstLine: Int = 1) -> String {
    var lines = [(style.error("error:") + " " + SafeText.lines(error.message)).broken(toWidth: width)]
    if let cause = error.cause, let statement = error.statement {
      lines += place(cause.position, in: statement, file: file, firstLine: firstLine)
    }
    if let hint = error.hint { lines.append(("  help: " + SafeText.lines(hint)).broken(toWidth: width)) }
    return lines.joined(separator: "\n")
  }

  /// `{"error": {"code", "message", "line", "column", "length", "hint"}}`, members without a value left out.
  func json(_ error: ShellError, firstLine: Int = 1) -> String {
    var members = ["\"code\": " + ValueJSON.quoted(error.cause?.detail.rawValue ?? error.code.rawValue)]
    members.append("\"message\": " + ValueJSON.quoted(error.message))
    if let position = error.cause?.position {
      members.append("\"line\": \(position.line + firstLine - 1)")
      members.append("\"column\": \(position.column)")
      members.append("\"length\": \(position.length)")
    }
    if let hint = error.hint { members.append("\"hint\": " + ValueJSON.quoted(hint)) }
    return "{\"error\": {" + members.joined(separator: ", ") + "}}"
  }

  func warning(_ notification: Notification) -> String {
    let hint = notification.hint.map { "; " + $0 } ?? ""
    return (style.warning("warning:") + " " + SafeText.lines(notification.message + hint)).broken(toWidth: width)
  }

  private func place(_ position: SourcePosition?, in statement: String, file: String?, firstLine: Int) -> [String] {
    guard let position else { return [] }
    let number = position.line + firstLine - 1
    let place = (file.map { SafeText.oneLine($0) + ", " } ?? "") + "line \(number), column \(position.column)"
    guard let excerpt = SourceExcerpt(position, in: statement, firstLine: firstLine) else { return ["  " + place] }
    return ["  " + place, excerpt.line, excerpt.indent + style.error(excerpt.carets)]
  }
}
