/// Cuts CSV (RFC 4180) into records and fields, without copying a byte: a field is a range of the input, and whether its
/// quotes have to be taken out is said beside it.
struct CSVScanner {
  struct Field {
    var start: Int
    var end: Int
    /// Stood between quotes, so that an empty one is an empty text and not nothing.
    var isQuoted: Bool
    /// Has doubled quotes inside.
    var hasEscapes: Bool
  }

  let bytes: UnsafeBufferPointer<UInt8>
  private let separator: UInt8
  private(set) var position: Int
  /// The record that `next` read last, from 1.
  private(set) var record = 0

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  /// - Parameters:
  ///   - bytes: must outlive the scanner; a byte-order mark before them is passed over.
  ///   - separator: what ends a field.
  init(_ bytes: UnsafeBufferPointer<UInt8>, separator: UInt8 = UInt8(ascii: ",")) {
    self.bytes = bytes
    self.separator = separator
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// - Parameter start: where a record begins.
  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    self.bytes = bytes
    separator = UInt8(ascii: ",")
    position = start
    skipEmptyLines()
  }

  /// Goes on behind records that somebody else has read.
  mutating func advance(to position: Int, recordCount: Int) {
    self.position = position
    record += recordCount
  }

  /// Where the first line begins that does not begin before `position`; the end where there is none.
  static func lineStart(atOrAfter position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var end = position - 1
    while end < bytes.count, bytes[end] != lineFeed { end += 1 }
    return min(end + 1, bytes.count)
  }

  /// As `next(into:)`, but false as well where the next record begins at `limit` or later.
  mutating func next(into fields: inout [Field], before limit: Int) throws(InterchangeError) -> Bool {
    skipEmptyLines()
    guard position < limit else { return false }
    return try next(into: &fields)
  }

  /// Replaces `fields` by those of the next record; false at the end. Lines without a byte are passed over.
  mutating func next(into fields: inout [Field]) throws(InterchangeError) -> Bool {
    fields.removeAll(keepingCapacity: true)
    skipEmptyLines()
    guard position < bytes.count else { return false }
    record += 1
    let base = bytes.baseAddress!
    let count = bytes.count
    let comma = separator
    while true {
      if position < count, base[position] == Self.quote {
        fields.append(try quotedField())
      } else {
        let start = position
        var end = position
        while end < count {
          let byte = base[end]
          if byte == comma || byte == Self.lineFeed { break }
          end &+= 1
        }
        position = end
        let hasReturn = end > start && (end == count || base[end] == Self.lineFeed) && base[end - 1] == Self.carriageReturn
        fields.append(Field(start: start, end: hasReturn ? end - 1 : end, isQuoted: false, hasEscapes: false))
      }
      if position >= count { return true }
      let ending = base[position]
      position += 1
      if ending == Self.lineFeed { return true }
    }
  }

  /// The text of a field, its doubled quotes made single.
  func text(of field: Field) -> String {
    field.hasEscapes
      ? String(decoding: unescaped(field), as: UTF8.self) : String(decoding: bytes[field.start..<field.end], as: UTF8.self)
  }

  func unescaped(_ field: Field) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(field.end - field.start)
    var index = field.start
    while index < field.end {
      result.append(bytes[index])
      index += bytes[index] == Self.quote ? 2 : 1
    }
    return result
  }

  /// Passes over lines without a byte, as `next` does.
  mutating func skipEmptyLines() {
    while position < bytes.count, bytes[position] == Self.lineFeed || bytes[position] == Self.carriageReturn { position += 1 }
  }

  /// A field whose opening quote is at the position; leaves the position at the separator after it.
  private mutating func quotedField() throws(InterchangeError) -> Field {
    let start = position + 1
    var end = start
    var hasEscapes = false
    while true {
      guard end < bytes.count else {
        throw InterchangeError(
          .malformed, "the text ends inside quotes that open in this record",
          remedy: "close the quotes, and write a quote inside them twice", record: record)
      }
      if bytes[end] == Self.quote {
        guard end + 1 < bytes.count, bytes[end + 1] == Self.quote else { break }
        hasEscapes = true
        end += 2
      } else {
        end += 1
      }
    }
    position = end + 1
    if position < bytes.count, bytes[position] == Self.carriageReturn,
      position + 1 == bytes.count || bytes[position + 1] == Self.lineFeed
    {
      position += 1
    }
    if position < bytes.count, bytes[position] != separator, bytes[position] != Self.lineFeed {
      let found = String(decoding: bytes[position..<min(position + 12, bytes.count)], as: UTF8.self)
      throw InterchangeError(
        .malformed,
        "found `\(found)` after closing quotes, expected `\(Character(UnicodeScalar(separator)))` or the end of the line",
        remedy: "write a quote inside quotes twice", record: record)
    }
    return Field(start: start, end: end, isQuoted: true, hasEscapes: hasEscapes)
  }
}
