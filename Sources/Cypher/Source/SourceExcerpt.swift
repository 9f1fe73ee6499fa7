/// The line of a statement in which something is wrong, and the carets that go under it, as a terminal shows them.
public struct SourceExcerpt {
  /// `12 | MATCH (n) RETRUN n`.
  public let line: String
  /// What stands before the carets in the line below.
  public let indent: String
  public let carets: String

  /// Letters that are shown at most: a statement may be one line of megabytes.
  private static let longest = 240
  /// How many of them stand before the place, where the line is cut.
  private static let before = 80

  /// Nil where `text` has no such line.
  ///
  /// - Parameter firstLine: the number of `text`'s first line, in a file for instance.
  public init?(_ position: SourcePosition, in text: String, firstLine: Int = 1) {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.indices.contains(position.line - 1) else { return nil }
    var shown = lines[position.line - 1]
    if shown.last == "\r" { shown.removeLast() }
    let isCut = shown.count > Self.longest
    let skipped = isCut ? max(0, position.column - 1 - Self.before) : 0
    shown = shown.dropFirst(skipped).prefix(Self.longest)
    let lead = skipped > 0 ? "…" : ""
    let start = lead + SafeText.oneLine(String(shown.prefix(position.column - 1 - skipped)))
    let marked = SafeText.oneLine(String(shown.dropFirst(position.column - 1 - skipped).prefix(position.length)))
    let margin = "\(position.line + firstLine - 1) | "
    line = margin + lead + SafeText.oneLine(String(shown)) + (isCut ? "…" : "")
    indent = String(repeating: " ", count: margin.count - 2) + "| " + String(repeating: " ", count: LetterWidth.of(start))
    carets = String(repeating: "^", count: max(1, LetterWidth.of(marked)))
  }
}
