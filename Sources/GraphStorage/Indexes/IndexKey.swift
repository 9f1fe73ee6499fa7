import Graph

/// A property value as an index orders it: a family of comparable values and, inside it, 64 bits that sort as the values do,
/// with 32 more to tell apart what those bits cannot.
///
/// | family | order | detail |
/// | --- | --- | --- |
/// | numbers | the value as a `Double`, its bits made to sort as unsigned integers | how far an integer is from that `Double` |
/// | strings | the first eight bytes, big-endian, zero-padded | the pool's code; where the bytes tie the texts are compared |
/// | booleans | 0 or 1 | |
/// | dates | days since 1970 | |
/// | local times | nanoseconds of the day | |
/// | times | nanoseconds from midnight UTC | the offset |
/// | local date-times, date-times | seconds since 1970 | nanoseconds of the second |
/// | others | a hash | |
///
/// Signed numbers have their sign bit flipped. Integers and floats that are equal have equal keys, exactly, also beyond 2⁵³.
/// Durations, lists and the values of several properties are among the others: equal ones have equal keys, but so may
/// different ones. The zone of a date-time is not in its key. What an index finds there has to be compared once more. NaN has
/// no key: no comparison or range finds it.
struct IndexKey {
  enum Family: Int, CaseIterable {
    case numbers, strings, booleans, dates, localTimes, times, localDateTimes, dateTimes, others

    /// The families that files of format version 1 have.
    static let first: [Family] = [.numbers, .strings, .booleans, .dates]

    /// True where two values may share a key although one is less than the other.
    var isCoarse: Bool { self == .dateTimes }
    /// True where values with one key are equal, and no others.
    var isExact: Bool {
      switch self {
      case .numbers, .strings, .booleans, .dates: true
      case .localTimes, .times, .localDateTimes, .dateTimes, .others: false
      }
    }
    /// True where keys are in the order of the values.
    var isOrdered: Bool { self != .others }
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
    case .null, .map, .node, .relationship, .path: return nil
    case .duration, .list: self.init(hashing: [value])
    default: self.init(temporal: value)
    }
  }

  private init?(temporal value: Value) {
    switch value {
    case .date(let date): self.init(family: .dates, order: Self.order(date.daysSinceEpoch), detail: 0)
    case .localTime(let time): self.init(family: .localTimes, order: Self.order(time.nanosecondOfDay), detail: 0)
    case .time(let time):
      let utc = time.localTime.nanosecondOfDay - Int64(time.offsetSeconds) * 1_000_000_000
      self.init(family: .times, order: Self.order(utc), detail: UInt32(bitPattern: time.offsetSeconds) ^ 1 << 31)
    case .localDateTime(let instant):
      self.init(
        family: .localDateTimes, order: Self.order(instant.secondsSinceEpoch), detail: UInt32(instant.time.nanosecond))
    case .dateTime(let instant):
      self.init(family: .dateTimes, order: Self.order(instant.epochSecond), detail: UInt32(instant.local.time.nanosecond))
    default: return nil
    }
  }

  /// The key of the values of several properties; nil where one is null or NaN.
  init?(_ values: [Value], pool: StringPool) {
    if values.count == 1 {
      self.init(values[0], pool: pool)
    } else {
      self.init(hashing: values)
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

  private static func order(_ number: Double) -> UInt64 {
    let bits = number.bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  private static func order(_ number: Int64) -> UInt64 { UInt64(bitPattern: number) ^ (1 << 63) }

  /// The first eight bytes as a big-endian number.
  static func prefix(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var prefix: UInt64 = 0
    for index in 0..<8 { prefix = prefix << 8 | (index < bytes.count ? UInt64(bytes[index]) : 0) }
    return prefix
  }
}

// MARK: - Hashes

extension IndexKey {
  /// Equal values give equal bytes: a float that is a whole number is written as the integer. Part of the file format.
  fileprivate init?(hashing values: [Value]) {
    var writer = ByteWriter()
    for value in values {
      guard Self.write(value, to: &writer) else { return nil }
    }
    self.init(family: .others, order: Checksum.of(writer.bytes, seed: UInt64(values.count)), detail: 0)
  }

  /// False for what equals nothing.
  private static func write(_ value: Value, to writer: inout ByteWriter) -> Bool {
    switch value {
    case .null, .map, .node, .relationship, .path: return false
    case .float(let number):
      if number.isNaN { return false }
      ValueCoding.write(Int64(exactly: number).map { .integer($0) } ?? value, to: &writer)
    case .list(let elements):
      writer.write(count: elements.count)
      return elements.allSatisfy { write($0, to: &writer) }
    default: ValueCoding.write(value, to: &writer)
    }
    return true
  }
}

extension IndexKey {
  /// A value, or the values of several properties, to look for, without making the pool remember a string.
  struct Probe {
    var family: Family
    var order: UInt64
    var detail: UInt32
    /// The whole text of a string.
    var text: [UInt8]

    init?(_ values: [Value]) {
      if values.count == 1 {
        self.init(values[0])
      } else {
        self.init(IndexKey(values, pool: Self.unusedPool))
      }
    }

    init?(_ value: Value) {
      guard case .string(let string) = value else {
        self.init(IndexKey(value, pool: Self.unusedPool))
        return
      }
      let text = Array(string.utf8)
      self.init(family: .strings, order: text.withUnsafeBufferPointer { IndexKey.prefix($0) }, detail: 0, text: text)
    }

    private init?(_ key: IndexKey?) {
      guard let key else { return nil }
      self.init(family: key.family, order: key.order, detail: key.detail, text: [])
    }

    private init(family: Family, order: UInt64, detail: UInt32, text: [UInt8]) {
      self.family = family
      self.order = order
      self.detail = detail
      self.text = text
    }

    /// Strings have been dealt with when this is used.
    private static let unusedPool = StringPool()
  }
}
