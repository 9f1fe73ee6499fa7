/// The fields at the head of a message or of one of its parts (RFC 5322, 2045, 2047).
struct MessageHeader {
  /// Names in lower case; of fields of one name the first counts.
  private var fields: [String: String] = [:]

  subscript(name: String) -> String? { fields[name] }

  /// The field with its encoded words resolved.
  func text(_ name: String) -> String? {
    guard let text = fields[name].map(EncodedWords.resolved) else { return nil }
    return text.isEmpty ? nil : text
  }

  /// Reads the lines up to the first empty one and gives the place after it.
  static func read(_ bytes: ArraySlice<UInt8>) -> (header: MessageHeader, body: Int) {
    var header = MessageHeader()
    var name = ""
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.endIndex
      var line = bytes[index..<end]
      if line.last == 0x0D { line.removeLast() }
      index = min(end + 1, bytes.endIndex)
      if line.isEmpty { break }
      let text = latin(line)
      if line.first == 0x20 || line.first == 0x09 {
        // A folded line goes on with the field before it.
        header.fields[name]? += " " + trimmed(text)
      } else if let colon = text.firstIndex(of: ":") {
        name = text[..<colon].lowercased()
        if header.fields[name] == nil {
          header.fields[name] = trimmed(String(text[text.index(after: colon)...]))
        } else {
          name = ""
        }
      }
    }
    return (header, index)
  }

  /// Headers are ASCII; mail that breaks the rule mostly has UTF-8, else Latin-1.
  private static func latin(_ line: ArraySlice<UInt8>) -> String {
    String(validating: line, as: UTF8.self) ?? String(String.UnicodeScalarView(line.map { Unicode.Scalar($0) }))
  }

  static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }

  /// `text/plain` of `text/plain; charset="utf-8"`, in lower case.
  var mediaType: String {
    let type = (fields["content-type"] ?? "text/plain").prefix { $0 != ";" }
    return Self.trimmed(type.lowercased())
  }

  /// A parameter of the content type, quotes taken away.
  func parameter(_ name: String) -> String? { fields["content-type"].flatMap { Self.parameter(name, of: $0) } }

  /// The name of the file that a part is (RFC 2183; RFC 2231 where it is not ASCII).
  var fileName: String? {
    let disposition = fields["content-disposition"] ?? ""
    if let extended = Self.parameter("filename*", of: disposition) {
      // The character set and the language come before the name.
      let pieces = extended.split(separator: "'", maxSplits: 2, omittingEmptySubsequences: false)
      let bytes = TransferEncoding.percent(Array((pieces.last ?? "").utf8))
      let label = pieces.count == 3 ? String(pieces[0]) : nil
      if let name = try? TextEncoding.decoded(bytes, declared: label, fileName: "") {
        return String(decoding: name, as: UTF8.self)
      }
    }
    return (Self.parameter("filename", of: disposition) ?? parameter("name")).map(EncodedWords.resolved)
  }

  private static func parameter(_ name: String, of field: String) -> String? {
    for piece in Self.parameters(field) {
      guard let equals = piece.firstIndex(of: "=") else { continue }
      guard Self.trimmed(piece[..<equals].lowercased()) == name else { continue }
      let value = Self.trimmed(String(piece[piece.index(after: equals)...]))
      return value.hasPrefix("\"") && value.hasSuffix("\"") && value.utf8.count >= 2
        ? String(value.dropFirst().dropLast()) : value
    }
    return nil
  }

  /// Parted by semicolons outside quotes.
  private static func parameters(_ field: String) -> [String] {
    var pieces = [""]
    var isQuoted = false
    for character in field {
      if character == "\"" { isQuoted.toggle() }
      if character == ";", !isQuoted { pieces.append("") } else { pieces[pieces.count - 1].append(character) }
    }
    return Array(pieces.dropFirst())
  }
}

/// `=?utf-8?Q?Zo=C3=AB?=` (RFC 2047) → characters; blanks between two encoded words belong to neither.
enum EncodedWords {
  static func resolved(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    var blanks = ""
    var followsWord = false
    while let first = rest.first {
      if rest.hasPrefix("=?"), let word = word(&rest) {
        if !followsWord { result += blanks }
        result += word
        followsWord = true
        blanks = ""
      } else if first.isWhitespace {
        blanks.append(rest.removeFirst())
      } else {
        result += blanks
        blanks = ""
        result.append(rest.removeFirst())
        followsWord = false
      }
    }
    return result
  }

  private static func word(_ rest: inout Substring) -> String? {
    let pieces = rest.dropFirst(2).split(separator: "?", maxSplits: 3, omittingEmptySubsequences: false)
    guard pieces.count == 4, pieces[3].first == "=" else { return nil }
    let content = Array(pieces[2].utf8)[...]
    let bytes: [UInt8]
    switch pieces[1].lowercased() {
    case "q": bytes = TransferEncoding.quotedPrintable(content, underscoreIsBlank: true)
    case "b": bytes = TransferEncoding.base64(content)
    default: return nil
    }
    // A language may follow the character set after a star.
    let label = String(pieces[0].prefix { $0 != "*" })
    guard let text = try? TextEncoding.decoded(bytes, declared: label, fileName: "") else { return nil }
    rest = pieces[3].dropFirst()
    return String(decoding: text, as: UTF8.self)
  }
}
