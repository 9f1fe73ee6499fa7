import Graph

/// Makes text from documents harmless to a terminal and visible to its reader: a document may hold escape sequences,
/// control characters and marks that reorder what is shown.
public enum SafeText {
  /// One line: newline and tab as `⏎` and `⇥`, other control and bidirectional marks as `\u{…}`.
  public static func oneLine(_ text: String) -> String {
    clean(text, keepingLines: false)
  }

  /// The same, but newlines and tabs stay.
  public static func lines(_ text: String) -> String {
    clean(text, keepingLines: true)
  }

  private static func clean(_ text: String, keepingLines: Bool) -> String {
    guard text.unicodeScalars.contains(where: \.isHostile) else { return text }
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where keepingLines, "\t" where keepingLines: cleaned.append(scalar)
      case "\r" where keepingLines: continue
      case "\n": cleaned.append("⏎")
      case "\t": cleaned.append("⇥")
      case _ where scalar.isHostile: cleaned.append(contentsOf: scalar.escaped.unicodeScalars)
      default: cleaned.append(scalar)
      }
    }
    return String(cleaned)
  }
}
