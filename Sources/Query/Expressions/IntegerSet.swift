/// Integers made ready to be asked whether one is among them: bits where they lie close together, else one after the other where
/// they are few, else by hash.
struct IntegerSet: Sendable {
  private let least: Int64
  /// One for each integer from `least` on; empty where they are hashed.
  private let bits: [UInt64]
  private let few: [Int64]
  private let hashed: Set<Int64>

  /// So many bits an integer may take.
  private static let bitsPerInteger = 64
  private static let mostCompared = 8

  init(_ integers: [Int64]) {
    let (least, greatest) = integers.reduce((Int64.max, Int64.min)) { (min($0.0, $1), max($0.1, $1)) }
    self.least = least
    let (width, overflow) = greatest.subtractingReportingOverflow(least)
    guard !overflow, width < Int64(integers.count * Self.bitsPerInteger + 1024) else {
      let areFew = integers.count <= Self.mostCompared
      (bits, few, hashed) = ([], areFew ? integers : [], areFew ? [] : Set(integers))
      return
    }
    var bits = [UInt64](repeating: 0, count: Int(width) / 64 + 1)
    for integer in integers { bits[Int(integer - least) >> 6] |= 1 << UInt64((integer - least) & 63) }
    (self.bits, few, hashed) = (bits, [], [])
  }

  @inline(__always)
  func contains(_ integer: Int64) -> Bool {
    if bits.isEmpty { return few.contains(integer) || (!hashed.isEmpty && hashed.contains(integer)) }
    let place = UInt64(bitPattern: integer &- least)
    return place < UInt64(bits.count * 64) && bits[Int(place >> 6)] & 1 << (place & 63) != 0
  }
}
