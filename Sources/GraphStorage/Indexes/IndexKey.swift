import Graph

/// A property value as an index orders it: a family of comparable values and, inside it, 64 bits that sort as the values do,
/// with 32 more to tell apart what those bits cannot.
///
/// | family | order | detail |
/// | --- | --- | --- |
/// | numbers | the value as a `Double`, its bits made to sort as unsigned integers | how far an integer is from that `Double` |
/// | strings | the first eight bytes, big-endian, zero-padded | the pool's code; where the bytes tie the texts are compared |
/// | booleans | 0 or 1 | |
/// | dates | days since 1970, sign bit flipped | |
///
/// Integers and floats that are equal have equal keys, exactly, also beyond 2⁵³. NaN, lists and the other temporal types have
/// no key: no comparison or range finds NaN, and lookups of the others scan.
struct IndexKey {
  enum Family: Int, CaseIterable {
    case numbers, strings, booleans, dates
  }

  var family: Family
  var order: UInt64
  var detail: UInt32

  /// Nil for a value that an index does not hold. Interns a string.
  init?(_ value: Value, pool: StringPool) {
    switch value {
    case .integer(let number): self.init(integer: number)
    case .float(let number):
      guard !number.isNaN else { return nil }
      self.init(float: number)
    case .string(let text):
      let code = pool.intern(text)
      self.init(code: code, pool: pool)
    case .boolean(let flag): self.init(family: .booleans, order: flag ? 1 : 0, detail: 0)
    case .date(let date): self.init(day: date.daysSinceEpoch)
    default: return nil
    }
  }

  /// The key of one row of a gathered column, without making a `String` of a code.
  init?(_ values: Vector, _ row: Int, pool: StringPool) {
    switch values.storage {
    case .integers(let rows): self.init(integer: rows[row])
    case .strings(let codes, _): self.init(code: codes[row], pool: pool)
    default: self.init(values[row], pool: pool)
    }
  }

  init(family: Family, order: UInt64, detail: UInt32) {
    self.family = family
    self.order = order
    self.detail = detail
  }

  init(integer: Int64) {
    let rounded = Double(integer)
    // 2⁶³ itself is no Int64; every integer that rounds to it is at most 512 below.
    let distance = rounded >= 0x1p63 ? integer - Int64.max - 1 : integer - Int64(rounded)
    self.init(family: .numbers, order: Self.order(rounded), detail: UInt32(bitPattern: Int32(distance)) ^ 0x8000_0000)
  }

  init(float: Double) {
    // -0.0 equals 0.0.
    self.init(family: .numbers, order: Self.order(float == 0 ? 0 : float), detail: 0x8000_0000)
  }

  init(code: StringPool.Code, pool: StringPool) {
    self.init(family: .strings, order: Self.prefix(pool.bytes(of: code)), detail: code)
  }

  init(day: Int64) {
    self.init(family: .dates, order: UInt64(bitPattern: day) ^ (1 << 63), detail: 0)
  }

  private static func order(_ number: Double) -> UInt64 {
    let bits = number.bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  /// The first eight bytes as a big-endian number.
  static func prefix(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<8 { prefix = prefix << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
    return prefix
  }
}

extension IndexKey {
  /// A value to look for, without making the pool remember a string.
  struct Probe {
    var family: Family
    var order: UInt64
    var detail: UInt32
    /// The whole text of a string.
    var text: [UInt8]

    init?(_ value: Value) {
      if case .string(let string) = value {
        text = Array(string.utf8)
        family = .strings
        order = text.withUnsafeBufferPointer { IndexKey.prefix($0) }
        detail = 0
        return
      }
      guard let key = IndexKey(value, pool: Self.unusedPool) else { return nil }
      family = key.family
      order = key.order
      detail = key.detail
      text = []
    }

    /// Strings have been dealt with when this is used.
    private static let unusedPool = StringPool()
  }
}
