/// Reads the compiled form of a time zone, TZif (RFC 8536): the 64-bit block of versions 2 to 4 with its footer, or a version
/// 1 file's only block.
enum TimeZoneFile {
  /// The rules in `bytes`, nil where they are no sound TZif data.
  static func rules(named name: String, from bytes: [UInt8]) -> TimeZoneRules? {
    guard let first = Header(bytes, at: 0) else { return nil }
    if first.version == 0 {
      return rules(named: name, from: bytes, header: first, at: Header.byteCount, timeByteCount: 4)
    }
    let second = Header.byteCount + first.blockByteCount(timeByteCount: 4)
    guard let header = Header(bytes, at: second) else { return nil }
    return rules(named: name, from: bytes, header: header, at: second + Header.byteCount, timeByteCount: 8)
  }

  private struct Header {
    static let byteCount = 44

    var version: UInt8
    var utcIndicatorCount, standardIndicatorCount, leapSecondCount, transitionCount, typeCount, nameByteCount: Int

    init?(_ bytes: [UInt8], at start: Int) {
      guard start + Self.byteCount <= bytes.count, bytes[start..<start + 4].elementsEqual("TZif".utf8) else { return nil }
      version = bytes[start + 4]
      let counts = (0..<6).map { Int(TimeZoneFile.integer(bytes, at: start + 20 + $0 * 4, byteCount: 4)) }
      guard counts.allSatisfy({ $0 >= 0 }) else { return nil }
      (utcIndicatorCount, standardIndicatorCount, leapSecondCount) = (counts[0], counts[1], counts[2])
      (transitionCount, typeCount, nameByteCount) = (counts[3], counts[4], counts[5])
    }

    func blockByteCount(timeByteCount: Int) -> Int {
      let transitions = transitionCount * (timeByteCount + 1)
      let leapSeconds = leapSecondCount * (timeByteCount + 4)
      return transitions + typeCount * 6 + nameByteCount + leapSeconds + standardIndicatorCount + utcIndicatorCount
    }
  }

  private static func rules(
    named name: String, from bytes: [UInt8], header: Header, at start: Int, timeByteCount: Int
  ) -> TimeZoneRules? {
    let end = start + header.blockByteCount(timeByteCount: timeByteCount)
    guard end <= bytes.count, header.typeCount > 0 else { return nil }
    let typeIndexes = start + header.transitionCount * timeByteCount
    let types = typeIndexes + header.transitionCount
    let typeOffsets = (0..<header.typeCount).map { Int32(integer(bytes, at: types + $0 * 6, byteCount: 4)) }
    var transitions: [Int64] = []
    var offsets: [Int32] = []
    for index in 0..<header.transitionCount {
      let type = Int(bytes[typeIndexes + index])
      guard type < typeOffsets.count else { return nil }
      let instant = integer(bytes, at: start + index * timeByteCount, byteCount: timeByteCount)
      if let last = transitions.last, instant <= last { return nil }
      transitions.append(instant)
      offsets.append(typeOffsets[type])
    }
    return TimeZoneRules(
      name: name, transitions: transitions, offsets: offsets, firstOffset: typeOffsets[0], footer: footer(bytes, at: end))
  }

  /// The rule between two line feeds after the 64-bit block.
  private static func footer(_ bytes: [UInt8], at start: Int) -> TimeZoneFooter? {
    let lineFeed = UInt8(ascii: "\n")
    guard start < bytes.count, bytes[start] == lineFeed else { return nil }
    return TimeZoneFooter(bytes[(start + 1)...].prefix { $0 != lineFeed })
  }

  /// A signed big-endian integer of 4 or 8 bytes.
  private static func integer(_ bytes: [UInt8], at start: Int, byteCount: Int) -> Int64 {
    var value: UInt64 = 0
    for byte in bytes[start..<start + byteCount] { value = value << 8 | UInt64(byte) }
    return byteCount == 4 ? Int64(Int32(truncatingIfNeeded: value)) : Int64(bitPattern: value)
  }
}
