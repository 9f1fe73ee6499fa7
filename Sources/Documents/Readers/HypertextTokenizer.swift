enum HypertextToken {
  /// Names and attribute names in lower case, values with their character references resolved.
  case open(String, [String: String])
  case close(String)
  case text(String)
  /// The content of a `script` that holds JSON-LD.
  case linkedData([UInt8])
}

/// Bytes of HTML → tokens, tolerant: what is no tag is text, what is never closed ends with the file. One pass.
enum HypertextTokenizer {
  static func tokenize(_ bytes: [UInt8], _ take: (HypertextToken) -> Void) {
    var index = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var textBegin = index
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "<"), index + 1 < bytes.count, startsTag(bytes[index + 1]) else {
        index += 1
        continue
      }
      if textBegin < index { take(.text(CharacterReferences.resolved(bytes[textBegin..<index]))) }
      if matches(bytes, at: index, "<!--") {
        index = (find(bytes, "-->", from: index + 4) ?? bytes.count - 3) + 3
      } else if bytes[index + 1] == UInt8(ascii: "!") || bytes[index + 1] == UInt8(ascii: "?") {
        index = (bytes[index...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count - 1) + 1
      } else {
        index = readTag(bytes, at: index, take)
      }
      textBegin = index
    }
    if textBegin < bytes.count { take(.text(CharacterReferences.resolved(bytes[textBegin...]))) }
  }

  private static func startsTag(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  private static func readTag(_ bytes: [UInt8], at start: Int, _ take: (HypertextToken) -> Void) -> Int {
    var index = start + 1
    let closing = bytes[index] == UInt8(ascii: "/")
    if closing { index += 1 }
    let nameBegin = index
    while index < bytes.count, !isBlank(bytes[index]), bytes[index] != UInt8(ascii: ">"), bytes[index] != UInt8(ascii: "/") {
      index += 1
    }
    let name = String(decoding: bytes[nameBegin..<index], as: UTF8.self).lowercased()
    var attributes: [String: String] = [:]
    index = readAttributes(bytes, from: index, into: &attributes)
    take(closing ? .close(name) : .open(name, attributes))
    guard !closing, name == "script" || name == "style" else { return index }
    // Their content is no markup: everything up to the closing tag is left out.
    let end = find(bytes, "</" + name, from: index) ?? bytes.count
    if attributes["type"]?.lowercased() == "application/ld+json" { take(.linkedData(Array(bytes[index..<end]))) }
    return end
  }

  private static func readAttributes(_ bytes: [UInt8], from start: Int, into attributes: inout [String: String]) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != UInt8(ascii: ">") {
      guard !isBlank(bytes[index]), bytes[index] != UInt8(ascii: "/") else {
        index += 1
        continue
      }
      let nameBegin = index
      while index < bytes.count, !isBlank(bytes[index]), bytes[index] != UInt8(ascii: "="), bytes[index] != UInt8(ascii: ">") {
        index += 1
      }
      let name = String(decoding: bytes[nameBegin..<index], as: UTF8.self).lowercased()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
        attributes[name] = ""
        continue
      }
      index += 1
      let quote: UInt8? = index < bytes.count && (bytes[index] == 0x22 || bytes[index] == 0x27) ? bytes[index] : nil
      if quote != nil { index += 1 }
      let valueBegin = index
      while index < bytes.count {
        if let quote {
          if bytes[index] == quote { break }
        } else if isBlank(bytes[index]) || bytes[index] == UInt8(ascii: ">") {
          break
        }
        index += 1
      }
      attributes[name] = CharacterReferences.resolved(bytes[valueBegin..<index])
      if quote != nil, index < bytes.count { index += 1 }
    }
    return min(index + 1, bytes.count)
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private static func matches(_ bytes: [UInt8], at index: Int, _ text: String) -> Bool {
    bytes[index...].prefix(text.utf8.count).elementsEqual(text.utf8)
  }

  private static func find(_ bytes: [UInt8], _ text: String, from start: Int) -> Int? {
    let needle = Array(text.utf8)
    var index = start
    while index + needle.count <= bytes.count {
      var length = 0
      while length < needle.count, lowered(bytes[index + length]) == needle[length] { length += 1 }
      if length == needle.count { return index }
      index += 1
    }
    return nil
  }

  private static func lowered(_ byte: UInt8) -> UInt8 { (0x41...0x5A).contains(byte) ? byte | 0x20 : byte }
}
