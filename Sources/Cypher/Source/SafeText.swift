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

  /// A control character, or one that changes the direction or the place of what follows.
  public static func isHostile(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    case 0x2028, 0x2029, 0xFEFF, 0xFFF9...0xFFFB, 0xFFFE, 0xFFFF, 0xE0000...0xE007F: true
    default: false
    }
  }

  private static func clean(_ text: String, keepingLines: Bool) -> String {
    guard text.unicodeScalars.contains(where: isHostile) else { return text }
    var cleaned = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where keepingLines, "\t" where keepingLines: cleaned.append(scalar)
      case "\r" where keepingLines: continue
      case "\n": cleaned.append("⏎")
      case "\t": cleaned.append("⇥")
      case _ where isHostile(scalar):
        cleaned.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
      default: cleaned.append(scalar)
      }
    }
    return String(cleaned)
  }
}
