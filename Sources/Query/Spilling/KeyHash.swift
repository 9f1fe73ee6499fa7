import Graph

/// Hashes of key rows by which temporary space is cut into partitions: equivalent keys hash alike, whatever the vectors they come
/// in, and the same in every run.
enum KeyHash {
  /// One hash a row, of all keys together.
  static func hashes(of keys: [Vector], rowCount: Int) -> [UInt64] {
    var hashes = [UInt64](repeating: 0x9E37_79B9_7F4A_7C15, count: rowCount)
    for key in keys { add(key, to: &hashes) }
    return hashes
  }

  private static func add(_ key: Vector, to hashes: inout [UInt64]) {
    let nulls = key.nulls
    @inline(__always) func add(_ word: (Int) -> UInt64) {
      for row in hashes.indices { hashes[row] = mix(hashes[row], nulls?[row] == true ? nullWord : word(row)) }
    }
    switch key.storage {
    case .nodes(let rows): add { UInt64(rows[$0].rawValue) }
    case .relationships(let rows): add { UInt64(rows[$0].rawValue) }
    case .booleans(let rows): add { rows[$0] ? 1 : 2 }
    case .integers(let rows), .dates(let rows): add { UInt64(bitPattern: rows[$0]) }
    case .floats(let rows): add { word(of: rows[$0]) }
    case .strings(let codes, let pool): add { word(of: pool.bytes(of: codes[$0])) }
    case .values(let rows): add { word(of: rows[$0]) }
    case .lists: add { word(of: key[$0]) }
    case .constant(let value, _):
      let word = word(of: value)
      add { _ in word }
    }
  }

  private static let nullWord: UInt64 = 0xD6E8_FEB8_6659_FD93

  /// A float that is a whole number is equivalent to the integer.
  private static func word(of number: Double) -> UInt64 {
    if let whole = Int64(exactly: number) { return UInt64(bitPattern: whole) }
    return number.isNaN ? Double.nan.bitPattern : number.bitPattern
  }

  private static func word(of bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var word = UInt64(bytes.count)
    for byte in bytes { word = (word ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return mix(word, word >> 32)
  }

  private static func word(of text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { word(of: $0) }
  }

  private static func word(of value: Value) -> UInt64 {
    switch value {
    case .null: nullWord
    case .boolean(let flag): flag ? 1 : 2
    case .integer(let number): UInt64(bitPattern: number)
    case .float(let number): word(of: number)
    case .string(let text): word(of: text)
    case .list(let elements): elements.reduce(UInt64(elements.count)) { mix($0, word(of: $1)) }
    // Maps are equivalent whatever the order of their entries.
    case .map(let map): map.entries.reduce(UInt64(map.count)) { $0 &+ mix(word(of: $1.key), word(of: $1.value)) }
    case .node(let node): UInt64(node.id.rawValue)
    case .relationship(let relationship): UInt64(relationship.id.rawValue)
    case .path(let path):
      path.relationships.reduce(UInt64(path.nodes[0].id.rawValue)) { mix($0, UInt64($1.id.rawValue)) }
    default: wordOfTemporal(value)
    }
  }

  private static func wordOfTemporal(_ value: Value) -> UInt64 {
    switch value {
    case .date(let date): UInt64(bitPattern: date.daysSinceEpoch)
    case .localTime(let time): UInt64(bitPattern: time.nanosecondOfDay)
    case .time(let time): UInt64(bitPattern: time.localTime.nanosecondOfDay)
    case .localDateTime(let instant): word(of: instant)
    case .dateTime(let instant): word(of: instant.local)
    case .duration(let duration):
      mix(mix(UInt64(bitPattern: duration.months), UInt64(bitPattern: duration.days)), UInt64(bitPattern: duration.seconds))
    default: nullWord
    }
  }

  private static func word(of instant: LocalDateTime) -> UInt64 {
    mix(UInt64(bitPattern: instant.date.daysSinceEpoch), UInt64(bitPattern: instant.time.nanosecondOfDay))
  }

  /// Multiply and fold, after wyhash's mixing step.
  @inline(__always)
  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    let (high, low) = (a ^ 0xA076_1D64_78BD_642F).multipliedFullWidth(by: b ^ 0xE703_7ED1_A0B4_28DB)
    return high ^ low
  }
}
