/// Text as DOT wants it: each kind of attribute is unescaped by Graphviz in a way of its own, and some of what a document may
/// hold ends a file early or makes the SVG invalid XML. The rules were found by trial against Graphviz 2.43.
enum DOTText {
  /// The lexer of Graphviz refuses a quoted string of 16,384 bytes.
  static let largestByteCount = 16_000
  static let labelLetterCount = 60
  static let tooltipLetterCount = 1_000

  /// A quoted label. Graphviz decodes entities in labels and puts names in the place of `\N`, `\G` and their kind, so `&` and
  /// `\` are escaped.
  static func label(_ text: String, letters: Int = labelLetterCount) -> String {
    quoted(cut(clean(text), letters: letters)) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "\\": "\\\\"
      case "\"": "\\\""
      case "\n": "\\n"
      default: nil
      }
    }
  }

  /// A quoted tooltip. Graphviz unescapes tooltips twice, so no spelling of a backslash is safe: a reverse solidus operator
  /// takes its place.
  static func tooltip(_ text: String) -> String {
    quoted(cut(clean(text), letters: tooltipLetterCount)) { scalar in
      switch scalar {
      case "&": "&amp;"
      case "\\": "\u{29F5}"
      case "\"": "&quot;"
      case "\n": "&#10;"
      default: nil
      }
    }
  }

  /// A quoted link, nil where the address is of a kind that must not be followed from a picture or is too long.
  static func url(_ address: String) -> String? {
    let lowercase = address.lowercased()
    let isAllowed = ["http://", "https://", "mailto:", "#"].contains { lowercase.hasPrefix($0) }
    guard isAllowed else { return nil }
    var result = "\""
    for byte in address.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += "&amp;"
      case 0x21, 0x23...0x25, 0x27...0x3B, 0x3D, 0x3F...0x5A, 0x5B, 0x5D, 0x5F, 0x61...0x7A, 0x7E:
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default: result += "%" + hexadecimal(byte)
      }
    }
    return result.utf8.count < largestByteCount ? result + "\"" : nil
  }

  /// `text` without what no attribute may hold: control characters, characters that XML forbids and marks that turn the
  /// direction of what follows become U+FFFD, a tab a space, CR LF a line feed.
  static func clean(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var previousIsReturn = false
    for scalar in text.unicodeScalars {
      if previousIsReturn, scalar == "\n" { result.removeLast() }
      previousIsReturn = scalar == "\r"
      switch scalar {
      case "\t": result.append(" ")
      case "\n": result.append(scalar)
      default: result.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return String(result)
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0x202A...0x202E, 0x2066...0x2069, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// At most `letters` letters as a reader counts them, with an ellipsis in the place of what was cut.
  static func cut(_ text: String, letters: Int) -> String {
    guard text.utf8.count > letters, let end = text.index(text.startIndex, offsetBy: letters, limitedBy: text.endIndex),
      end != text.endIndex
    else { return text }
    return text[..<text.index(before: end)] + "…"
  }

  private static func quoted(_ text: String, escape: (Unicode.Scalar) -> String?) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      if let escaped = escape(scalar) { result += escaped } else { result.unicodeScalars.append(scalar) }
      if result.utf8.count > largestByteCount {
        result += "…"
        break
      }
    }
    return result + "\""
  }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}
