/// Appends JSON to UTF-8 bytes, without any white space.
///
/// Integers beyond ±2⁵³ are written as strings, because many readers hold numbers in doubles; so are NaN and the infinities,
/// which JSON does not have. Temporal values are ISO 8601 strings. A node is `{"id", "labels", "properties"}`, a relationship
/// `{"id", "type", "start", "end", "properties"}`, a path `{"nodes": […], "relationships": […]}`.
public struct JSONWriter: Sendable {
  public private(set) var bytes: [UInt8] = []

  /// With room for a short record and what is said about it.
  private static let leastCapacity = 512
  private static let largestExactInteger: Int64 = 1 << 53

  /// - Parameter capacity: how many bytes are expected.
  public init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  /// - Parameter room: bytes that nobody needs any more, whose place is used again.
  public init(room: consuming [UInt8]) {
    bytes = room
    bytes.removeAll(keepingCapacity: true)
    bytes.reserveCapacity(Self.leastCapacity)
  }

  /// What was written so far, and an empty writer again.
  public mutating func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }

  /// Punctuation and numbers of the caller's own: `{`, `,` and so on.
  public mutating func write(raw text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// JSON that has been written before.
  public mutating func write(raw json: [UInt8]) { bytes.append(contentsOf: json) }

  /// A key and its colon.
  public mutating func write(key: String) {
    write(key)
    bytes.append(UInt8(ascii: ":"))
  }

  public mutating func write(_ value: Value) {
    switch value {
    case .null: write(raw: "null")
    case .boolean(let value): write(raw: value ? "true" : "false")
    case .integer(let value): write(value)
    case .float(let value): write(value)
    case .string(let value): write(value)
    case .list(let elements): write(elements)
    case .map(let map): write(map)
    case .node(let node): write(node)
    case .relationship(let relationship): write(relationship)
    case .path(let path): write(path)
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration: write(value.temporalText ?? "")
    }
  }

  public mutating func write(_ value: Int64) {
    if value.magnitude > Self.largestExactInteger.magnitude { return write(String(value)) }
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    write(digits: value.magnitude, leastCount: 1, pointAt: nil)
  }

  /// The decimal digits of a number, at least so many, with a point before the last `pointAt`.
  private mutating func write(digits number: UInt64, leastCount: Int, pointAt: Int?) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 24) { digits in
      var start = 24
      var rest = number
      var count = 0
      repeat {
        if count == pointAt {
          start &-= 1
          digits[start] = UInt8(ascii: ".")
        }
        start &-= 1
        count &+= 1
        let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
        digits[start] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
        rest = quotient
      } while rest > 0 || count < leastCount
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  private static let powersOfTen: [Double] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

  /// Writes a number that has few decimal places as an integer with a point in it; false for others.
  ///
  /// n / 10ᵏ is rounded once, so that its digits read back as the number if it is the number; with at most 15 digits, no other
  /// digits as few do (D. W. Matula, "In-and-out conversions", 1968).
  private mutating func writeShort(_ value: Double) -> Bool {
    let magnitude = value.magnitude
    guard magnitude >= 1e-3 && magnitude < 1e7 else { return false }
    for places in 1..<Self.powersOfTen.count {
      let power = Self.powersOfTen[places]
      let number = (magnitude * power).rounded()
      guard number / power == magnitude else { continue }
      if value < 0 { bytes.append(UInt8(ascii: "-")) }
      write(digits: UInt64(number), leastCount: places + 1, pointAt: places)
      return true
    }
    return false
  }

  public mutating func write(_ value: Double) {
    if writeShort(value) { return }
    let text = FloatText.text(value)
    if value.isFinite { bytes.append(contentsOf: text.utf8) } else { write(text) }
  }

  /// A string in quotes. Everything but quotes, backslashes and control characters stands for itself.
  public mutating func write(_ text: String) {
    var text = text
    text.withUTF8 { write(utf8: $0) }
  }

  /// A string in quotes, from its bytes.
  public mutating func write(utf8 text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    // Most strings have nothing to escape and go over as they are.
    if text.contains(where: Self.isEscaped) { writeEscaping(text) } else { bytes.append(contentsOf: text) }
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == 0x7F || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func writeEscaping(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: write(raw: "\\n")
      case 0x0D: write(raw: "\\r")
      case 0x09: write(raw: "\\t")
      case 0x00..<0x20, 0x7F:
        write(raw: "\\u00")
        bytes.append(Self.hexadecimal(byte >> 4))
        bytes.append(Self.hexadecimal(byte & 0xF))
      default: bytes.append(byte)
      }
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
  }

  public mutating func write(_ map: PropertyMap) {
    write(raw: "{")
    for (index, entry) in map.entries.enumerated() {
      if index > 0 { write(raw: ",") }
      write(key: entry.key)
      write(entry.value)
    }
    write(raw: "}")
  }

  private mutating func write(_ elements: [Value]) {
    write(raw: "[")
    for (index, element) in elements.enumerated() {
      if index > 0 { write(raw: ",") }
      write(element)
    }
    write(raw: "]")
  }

  private mutating func write(_ node: Node) {
    write(raw: "{\"id\":")
    write(Int64(node.id.rawValue))
    write(raw: ",\"labels\":")
    write(node.labels.map(Value.string))
    write(raw: ",\"properties\":")
    write(node.properties)
    write(raw: "}")
  }

  private mutating func write(_ relationship: Relationship) {
    write(raw: "{\"id\":")
    write(Int64(relationship.id.rawValue))
    if let content = relationship.content {
      write(raw: ",\"type\":")
      write(content.type)
      write(raw: ",\"start\":")
      write(Int64(content.source.rawValue))
      write(raw: ",\"end\":")
      write(Int64(content.target.rawValue))
      write(raw: ",\"properties\":")
      write(content.properties)
    }
    write(raw: "}")
  }

  private mutating func write(_ path: Path) {
    write(raw: "{\"nodes\":")
    write(path.nodes.map(Value.node))
    write(raw: ",\"relationships\":")
    write(path.relationships.map(Value.relationship))
    write(raw: "}")
  }
}

extension Value {
  /// The value as JSON text, in the form that `JSONWriter` describes.
  public var json: String {
    var writer = JSONWriter()
    writer.write(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
