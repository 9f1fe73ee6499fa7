#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads JSON (RFC 8259) from UTF-8 bytes into values: objects become maps, numbers integers where they are written without point
/// and exponent and fit in 64 bits, floats otherwise.
///
/// One pass, no tree in between. Of equal keys in an object the last one counts. At most 1,000 arrays and objects may be
/// nested, so that hostile input cannot exhaust the stack.
public struct JSONParser {
  public static let deepestNesting = 1_000

  private let bytes: UnsafeBufferPointer<UInt8>
  /// Of the next byte to be read.
  public private(set) var position = 0
  private var depth = 0

  /// A parser in front of the first of `bytes`, for who reads a text step by step.
  public init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The one value in `bytes`, with white space around it. O(byte count).
  public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONError) -> Value {
    var parser = JSONParser(bytes)
    let value = try parser.value()
    parser.skipSpace()
    guard parser.position == bytes.count else { throw parser.unexpected("the end of the text") }
    return value
  }

  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> Value {
    let result = bytes.withUnsafeBufferPointer { buffer in Result { () throws(JSONError) in try parse(buffer) } }
    return try result.get()
  }

  public static func parse(_ text: String) throws(JSONError) -> Value {
    try parse(Array(text.utf8))
  }

  // MARK: - Structure

  /// Reads a value, and white space before it.
  public mutating func value() throws(JSONError) -> Value {
    skipSpace()
    guard position < bytes.count else { throw unexpected("a value") }
    switch bytes[position] {
    case UInt8(ascii: "{"): return .map(try object())
    case UInt8(ascii: "["): return .list(try array())
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .boolean(true))
    case UInt8(ascii: "f"): return try word("false", .boolean(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    default: throw unexpected("a value")
    }
  }

  private mutating func object() throws(JSONError) -> PropertyMap {
    try enter()
    var map = PropertyMap()
    skipSpace()
    if skip("}") { return leave(map) }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
      let key = try string()
      skipSpace()
      guard skip(":") else { throw unexpected("\":\" after a key") }
      map[key] = try value()
      skipSpace()
      if skip("}") { return leave(map) }
      guard skip(",") else { throw unexpected("\",\" or \"}\"") }
    }
  }

  private mutating func array() throws(JSONError) -> [Value] {
    try enter()
    var elements: [Value] = []
    skipSpace()
    if skip("]") { return leave(elements) }
    while true {
      elements.append(try value())
      skipSpace()
      if skip("]") { return leave(elements) }
      guard skip(",") else { throw unexpected("\",\" or \"]\"") }
    }
  }

  private mutating func enter() throws(JSONError) {
    depth += 1
    guard depth <= Self.deepestNesting else {
      throw JSONError(byteOffset: position, message: "arrays and objects are nested deeper than \(Self.deepestNesting)")
    }
    position += 1
  }

  private mutating func leave<Result>(_ result: Result) -> Result {
    depth -= 1
    return result
  }

  // MARK: - Scalars

  private mutating func word(_ word: StaticString, _ value: Value) throws(JSONError) -> Value {
    let count = word.utf8CodeUnitCount
    guard position + count <= bytes.count, memcmp(bytes.baseAddress! + position, word.utf8Start, count) == 0 else {
      throw unexpected("a value")
    }
    position += count
    return value
  }

  private mutating func number() throws(JSONError) -> Value {
    let start = position
    let isNegative = skip("-")
    let wholeStart = position
    var magnitude: UInt64 = 0
    var hasOverflowed = false
    while let digit = digit {
      let (product, overflowed) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, carried) = product.addingReportingOverflow(UInt64(digit))
      hasOverflowed = hasOverflowed || overflowed || carried
      magnitude = sum
      position += 1
    }
    guard position > wholeStart else { throw unexpected("a digit") }
    if bytes[wholeStart] == UInt8(ascii: "0"), position > wholeStart + 1 {
      throw JSONError(byteOffset: wholeStart, message: "a number begins with a needless 0")
    }
    let isWhole = peek != UInt8(ascii: ".") && (peek ?? 0) | 0x20 != UInt8(ascii: "e")
    if isWhole, !hasOverflowed {
      if !isNegative, let integer = Int64(exactly: magnitude) { return .integer(integer) }
      if isNegative, magnitude <= UInt64(Int64.max) + 1 { return .integer(Int64(truncatingIfNeeded: 0 &- magnitude)) }
    }
    try skipFractionAndExponent()
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    guard let float = Double(text), float.isFinite else {
      throw JSONError(byteOffset: start, message: "the number does not fit in a float")
    }
    return .float(float)
  }

  private mutating func skipFractionAndExponent() throws(JSONError) {
    if skip(".") { try skipDigits() }
    if skip("e") || skip("E") {
      if !skip("+") { _ = skip("-") }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(JSONError) {
    guard digit != nil else { throw unexpected("a digit") }
    while digit != nil { position += 1 }
  }

  private var digit: UInt8? {
    guard position < bytes.count else { return nil }
    let digit = bytes[position] &- UInt8(ascii: "0")
    return digit < 10 ? digit : nil
  }

  /// Reads the string whose opening quote is the next byte.
  public mutating func string() throws(JSONError) -> String {
    let result = try JSONStringScanner.scan(bytes, from: position)
    position = result.end
    return result.text
  }

  // MARK: - Bytes

  /// The next byte, nil at the end of the text.
  public var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Goes past `text` if that comes next.
  public mutating func skip(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard bytes.count - position >= text.count, memcmp(bytes.baseAddress! + position, text.baseAddress!, text.count) == 0 else {
      return false
    }
    position += text.count
    return true
  }

  /// Goes past a character of ASCII if that comes next.
  public mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  public mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case 0x20, 0x0A, 0x0D, 0x09: position += 1
      default: return
      }
    }
  }

  private func unexpected(_ expected: String) -> JSONError {
    guard position < bytes.count else {
      return JSONError(byteOffset: position, message: "the text ends, expected \(expected)")
    }
    let rest = bytes[position..<min(position + 4, bytes.count)]
    let found = String(decoding: rest, as: UTF8.self).first.map(String.init) ?? ""
    return JSONError(byteOffset: position, message: "found \"\(found)\", expected \(expected)")
  }
}
