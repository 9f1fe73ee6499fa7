#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads one JSON string, its escapes resolved. A string without escapes is decoded from where it lies.
enum JSONStringScanner {
  /// The string whose opening quote is at `start`, and the position after its closing quote.
  static func scan(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) throws(JSONError) -> (text: String, end: Int) {
    var position = start + 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        let text = try decode(UnsafeBufferPointer(rebasing: bytes[(start + 1)..<position]), at: start + 1)
        return (text, position + 1)
      }
      if byte == UInt8(ascii: "\\") { return try scanEscaped(bytes, from: start) }
      if byte < 0x20 { throw control(at: position) }
      position += 1
    }
    throw JSONError(byteOffset: start, message: "a string is not closed")
  }

  private static func scanEscaped(
    _ bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) throws(JSONError) -> (text: String, end: Int) {
    var resolved: [UInt8] = []
    var position = start + 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == UInt8(ascii: "\"") {
        let text = try resolved.withUnsafeBufferPointer { buffer in
          Result { () throws(JSONError) in try decode(buffer, at: start + 1) }
        }.get()
        return (text, position + 1)
      }
      if byte < 0x20 { throw control(at: position) }
      if byte == UInt8(ascii: "\\") {
        position = try resolveEscape(bytes, at: position, into: &resolved)
      } else {
        resolved.append(byte)
        position += 1
      }
    }
    throw JSONError(byteOffset: start, message: "a string is not closed")
  }

  /// Appends what the escape at `position` stands for; returns the position after it.
  private static func resolveEscape(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int, into resolved: inout [UInt8]
  ) throws(JSONError) -> Int {
    let letter = position + 1 < bytes.count ? bytes[position + 1] : 0
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): resolved.append(letter)
    case UInt8(ascii: "b"): resolved.append(0x08)
    case UInt8(ascii: "f"): resolved.append(0x0C)
    case UInt8(ascii: "n"): resolved.append(0x0A)
    case UInt8(ascii: "r"): resolved.append(0x0D)
    case UInt8(ascii: "t"): resolved.append(0x09)
    case UInt8(ascii: "u"):
      let (scalar, end) = try unicodeEscape(bytes, at: position)
      resolved.append(contentsOf: UTF8.encode(scalar).unsafelyUnwrapped)
      return end
    default: throw JSONError(byteOffset: position, message: "an unknown escape in a string")
    }
    return position + 2
  }

  /// `\uXXXX`, or two of them that make a surrogate pair.
  private static func unicodeEscape(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int
  ) throws(JSONError) -> (scalar: Unicode.Scalar, end: Int) {
    let first = try hexadecimal(bytes, at: position + 2)
    if let scalar = Unicode.Scalar(first) { return (scalar, position + 6) }
    let next = position + 6
    guard first < 0xDC00, next + 1 < bytes.count, bytes[next] == UInt8(ascii: "\\"), bytes[next + 1] == UInt8(ascii: "u") else {
      throw JSONError(byteOffset: position, message: "half a surrogate pair in a string")
    }
    let second = try hexadecimal(bytes, at: next + 2)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00))
    else { throw JSONError(byteOffset: position, message: "half a surrogate pair in a string") }
    return (scalar, next + 6)
  }

  private static func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) throws(JSONError) -> UInt16 {
    var value: UInt16 = 0
    for position in start..<start + 4 {
      let byte = position < bytes.count ? bytes[position] : 0
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: throw JSONError(byteOffset: min(position, bytes.count), message: "expected four hexadecimal digits after \\u")
      }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  /// `String(decoding:)` repairs what is no UTF-8; repaired text differs from its source, which is how damage is noticed.
  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) throws(JSONError) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    let isFaithful = text.withUTF8 { decoded in
      decoded.count == bytes.count && (bytes.isEmpty || memcmp(decoded.baseAddress!, bytes.baseAddress!, bytes.count) == 0)
    }
    guard isFaithful else { throw JSONError(byteOffset: offset, message: "a string is not valid UTF-8") }
    return text
  }

  private static func control(at position: Int) -> JSONError {
    JSONError(byteOffset: position, message: "a control character in a string must be written as an escape")
  }
}
