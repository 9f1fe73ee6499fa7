/// The codes of a string pool by the hashes of their strings: open addressing with linear probing.
///
/// An entry is the hash in the high and the code in the low half of a word, so that different strings are told apart, and all of
/// them moved to a larger table, without a look at one. Memory that its owner frees.
struct StringTable {
  /// No hash has the code of 2³² − 1 strings.
  static let empty = UInt64.max

  private var entries: UnsafeMutablePointer<UInt64>
  private var mask: Int
  private(set) var count = 0

  /// - Parameter expectedCount: for so many strings it need not grow.
  init(expectedCount: Int) {
    var capacity = 256
    while capacity * 3 < expectedCount * 4 { capacity *= 2 }
    entries = .allocate(capacity: capacity)
    entries.initialize(repeating: Self.empty, count: capacity)
    mask = capacity - 1
  }

  func deallocate() { entries.deallocate() }

  /// Where to look first for a string with this hash.
  @inline(__always) func home(of hash: UInt32) -> Int { Int(hash) & mask }
  @inline(__always) func next(_ position: Int) -> Int { (position &+ 1) & mask }
  @inline(__always) subscript(position: Int) -> UInt64 { entries[position] }

  /// Puts a code in an empty place that was found for its hash, or where growing has moved that.
  mutating func insert(_ code: UInt32, hash: UInt32, at position: Int) {
    count += 1
    guard count * 4 > (mask + 1) * 3 else {
      entries[position] = UInt64(hash) << 32 | UInt64(code)
      return
    }
    grow()
    place(UInt64(hash) << 32 | UInt64(code))
  }

  /// Adds a code that is not there.
  mutating func insert(_ code: UInt32, hash: UInt32) {
    var position = home(of: hash)
    while entries[position] != Self.empty { position = next(position) }
    insert(code, hash: hash, at: position)
  }

  private mutating func grow() {
    let (old, oldCapacity) = (entries, mask + 1)
    defer { old.deallocate() }
    entries = .allocate(capacity: oldCapacity * 2)
    entries.initialize(repeating: Self.empty, count: oldCapacity * 2)
    mask = oldCapacity * 2 - 1
    for position in 0..<oldCapacity where old[position] != Self.empty { place(old[position]) }
  }

  private func place(_ entry: UInt64) {
    var position = home(of: UInt32(truncatingIfNeeded: entry >> 32))
    while entries[position] != Self.empty { position = next(position) }
    entries[position] = entry
  }
}
