/// The ways in which mail writes bytes as ASCII (RFC 2045, 2231): quoted-printable, base64 and percent signs. What breaks their
/// rules is kept or stepped over, never refused.
enum TransferEncoding {
  static func decoded(_ bytes: ArraySlice<UInt8>, _ name: String) -> [UInt8] {
    switch name.lowercased() {
    case "quoted-printable": quotedPrintable(bytes)
    case "base64": base64(bytes)
    default: Array(bytes)
    }
  }

  /// - Parameter underscoreIsBlank: as in the encoded words of headers.
  static func quotedPrintable(_ bytes: ArraySlice<UInt8>, underscoreIsBlank: Bool = false) -> [UInt8] {
    var text: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == UInt8(ascii: "=") {
        if let end = softBreak(bytes, after: index) {
          index = end
          continue
        }
        if index + 2 < bytes.endIndex, let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2]) {
          text.append(high << 4 | low)
          index += 3
          continue
        }
      }
      text.append(underscoreIsBlank && byte == UInt8(ascii: "_") ? 0x20 : byte)
      index += 1
    }
    return text
  }

  static func percent(_ bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
        let low = digit(bytes[index + 2])
      {
        text.append(high << 4 | low)
        index += 3
      } else {
        text.append(bytes[index])
        index += 1
      }
    }
    return text
  }

  /// Past `=`, blanks and the line end.
  private static func softBreak(_ bytes: ArraySlice<UInt8>, after equals: Int) -> Int? {
    var index = equals + 1
    while index < bytes.endIndex, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    guard index < bytes.endIndex else { return index }
    if bytes[index] == 0x0D { index += 1 }
    if index < bytes.endIndex, bytes[index] == 0x0A { return index + 1 }
    return bytes[index - 1] == 0x0D ? index : nil
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }

  static func base64(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var (bits, bitCount): (UInt32, UInt32) = (0, 0)
    for byte in bytes {
      let value: UInt8
      switch byte {
      case 0x41...0x5A: value = byte - 0x41
      case 0x61...0x7A: value = byte - 0x61 + 26
      case 0x30...0x39: value = byte - 0x30 + 52
      case 0x2B, 0x2D: value = 62
      case 0x2F, 0x5F: value = 63
      default: continue
      }
      bits = bits << 6 | UInt32(value)
      bitCount += 6
      if bitCount >= 8 {
        bitCount -= 8
        text.append(UInt8(truncatingIfNeeded: bits >> bitCount))
      }
    }
    return text
  }
}
