import Graph

/// Texts of documents made safe to show: what would move a terminal's cursor, turn the direction of writing or hide is shown as
/// `\u{…}`, line ends and tabs as a blank.
enum VisibleText {
  static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isHostile) else { return text }
    var visible = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" || scalar == "\t" || scalar == "\u{2028}" || scalar == "\u{2029}" {
        visible += " "
      } else if scalar.isHostile {
        visible += scalar.escaped
      } else {
        visible.unicodeScalars.append(scalar)
      }
    }
    return visible
  }

  /// For HTML, in text and in quoted attributes alike.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in of(text).unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
