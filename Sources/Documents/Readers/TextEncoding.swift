/// How bytes stand for characters, and the way from there to UTF-8.
///
/// A byte order mark decides; then what the document declares; then UTF-8 where the bytes are that; then UTF-16 where every
/// other byte of Latin text is zero; at last Windows-1252, the superset of Latin-1, where the bytes read as words of a Latin
/// script. Labels mean what the WHATWG Encoding Standard says they mean.
enum TextEncoding: Sendable {
  case utf8, utf16LittleEndian, utf16BigEndian, windows1252, latin9

  /// More letters beyond ASCII than this are no Latin script in an old encoding.
  private static let largestHighShare = 0.25
  /// Text that is broken more often than that is none.
  private static let leastBytesPerBreak = 100

  /// The encoding that a label such as `ISO-8859-1` names; nil for one that is not read.
  init?(label: String) {
    let bare = label.lowercased().filter { $0.isLetter || $0.isNumber }
    switch bare {
    case "utf8", "unicode11utf8", "xunicode20utf8": self = .utf8
    case "utf16", "utf16le", "unicode", "ucs2", "iso10646ucs2": self = .utf16LittleEndian
    case "utf16be", "unicodefffe": self = .utf16BigEndian
    case "windows1252", "cp1252", "xcp1252", "iso88591", "latin1", "l1", "usascii", "ascii", "ansix341968", "iso885911987",
      "ibm819":
      self = .windows1252
    case "iso885915", "latin9", "l9", "csisolatin9": self = .latin9
    default: return nil
    }
  }

  /// The text as UTF-8.
  ///
  /// - Parameter declared: what the document or its envelope says; text that contradicts it is detected.
  /// - Throws: `DocumentError` with the first byte that is no text.
  static func decoded(_ bytes: [UInt8], declared: String? = nil, fileName: String) throws(DocumentError) -> [UInt8] {
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes[2...], isBig: false, fileName) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes[2...], isBig: true, fileName) }
    let broken = firstInvalidByte(of: bytes)
    guard let broken else { return bytes }
    if let declared, let encoding = TextEncoding(label: declared) {
      switch encoding {
      case .utf16LittleEndian where isHalfZero(bytes, at: 1): return try utf16(bytes[...], isBig: false, fileName)
      case .utf16BigEndian where isHalfZero(bytes, at: 0): return try utf16(bytes[...], isBig: true, fileName)
      case .windows1252, .latin9:
        guard !bytes.contains(0) else { break }
        return singleByte(bytes, encoding)
      case .utf8: if let repaired = repaired(bytes) { return repaired }
      default: break
      }
    }
    if isHalfZero(bytes, at: 1) { return try utf16(bytes[...], isBig: false, fileName) }
    if isHalfZero(bytes, at: 0) { return try utf16(bytes[...], isBig: true, fileName) }
    if declared.map({ TextEncoding(label: $0) != nil }) ?? true, isLatin(bytes) { return singleByte(bytes, .windows1252) }
    let said = declared.map { " and is said to be \($0)" } ?? ""
    throw DocumentError(
      code: .notText, fileName: fileName, byteOffset: broken,
      message: "byte \(broken) is not UTF-8 text\(said); convert the file to UTF-8 or to plain text first")
  }

  /// What is said to be UTF-8 and has a few bytes that are not: these become U+FFFD, as browsers read them.
  private static func repaired(_ bytes: [UInt8]) -> [UInt8]? {
    guard !bytes.contains(0) else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    let brokenCount = text.unicodeScalars.count { $0 == "\u{FFFD}" }
    return brokenCount * leastBytesPerBreak <= bytes.count ? Array(text.utf8) : nil
  }

  private static func isHalfZero(_ bytes: [UInt8], at parity: Int) -> Bool {
    let head = bytes.prefix(1024)
    guard bytes.count >= 8, bytes.count % 2 == 0 else { return false }
    let zeros = stride(from: parity, to: head.count, by: 2).count { head[$0] == 0 }
    let others = stride(from: 1 - parity, to: head.count, by: 2).count { head[$0] == 0 }
    return zeros * 4 > head.count && others == 0
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBig: Bool, _ fileName: String) throws(DocumentError) -> [UInt8] {
    var units: [UInt16] = []
    for index in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBig ? first << 8 | second : second << 8 | first)
    }
    let text = Array(String(decoding: units, as: UTF16.self).utf8)
    if let zero = text.firstIndex(of: 0) {
      throw DocumentError(
        code: .notText, fileName: fileName, byteOffset: zero * 2,
        message: "a zero stands in the UTF-16 text; convert the file to plain text first")
    }
    return text
  }

  /// Words of ASCII letters with some others between them, and no byte that Windows-1252 gives no meaning to.
  private static func isLatin(_ bytes: [UInt8]) -> Bool {
    var highCount = 0
    for byte in bytes {
      switch byte {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E: continue
      case 0x81, 0x8D, 0x8F, 0x90, 0x9D, 0..<0x20, 0x7F: return false
      default: highCount += 1
      }
    }
    return Double(highCount) <= Double(bytes.count) * largestHighShare
  }

  private static func singleByte(_ bytes: [UInt8], _ encoding: TextEncoding) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      guard byte >= 0x80 else {
        text.append(byte)
        continue
      }
      text += Array(String(Character(scalar(byte, encoding))).utf8)
    }
    return text
  }

  private static func scalar(_ byte: UInt8, _ encoding: TextEncoding) -> Unicode.Scalar {
    let own: UInt32? = encoding == .latin9 ? latin9Letters[byte] : byte < 0xA0 ? windows1252Letters[Int(byte) - 0x80] : nil
    return own.flatMap { Unicode.Scalar($0) } ?? Unicode.Scalar(byte)
  }

  /// 0x80 to 0x9F.
  private static let windows1252Letters: [UInt32] = [
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0xFFFD, 0x017D,
    0xFFFD,
    0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E,
    0x0178,
  ]
  /// Where ISO 8859-15 differs from ISO 8859-1.
  private static let latin9Letters: [UInt8: UInt32] = [
    0xA4: 0x20AC, 0xA6: 0x0160, 0xA8: 0x0161, 0xB4: 0x017D, 0xB8: 0x017E, 0xBC: 0x0152, 0xBD: 0x0153, 0xBE: 0x0178,
  ]

  /// Where bytes stop being UTF-8 without zeros.
  static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if scalar.value == 0 { return offset }
        offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
