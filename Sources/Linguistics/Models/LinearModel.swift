/// A trained linear classifier as it lies in the program: an open-addressing table from features to rows of quantised weights.
/// Nothing is copied or built when it is opened.
///
///     magic │ classes │ buckets │ row bytes │ scale │ buckets │ rows
///     a bucket: its first row's place: UInt32 │ fingerprints: UInt16 × 8 │ lengths: UInt8 × 8
///
/// A row is (class, weight) pairs, a byte each; weights are signed. Rows lie in the order of their slots, so that a row's place is
/// its bucket's and the lengths before its own. A slot with fingerprint 0 is empty. The fingerprint is the key's top 16 bits, so
/// one unknown feature in some ten thousand is taken for a known one.
package struct LinearModel: @unchecked Sendable {
  package static let magic: UInt32 = 0x444C_4D32
  package static let headerByteCount = 32
  package static let bucketSlots = 8
  package static let bucketByteCount = 28

  package let classCount: Int
  /// Weight of one quantum.
  package let scale: Float
  private let slotCount: UInt64
  private let buckets: UnsafeRawPointer
  private let rows: UnsafePointer<UInt8>

  /// `bytes` must outlive the model, be aligned to 8 and hold what `ModelPacking` wrote; nil for anything else.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.headerByteCount, let base = bytes.baseAddress, base.load(as: UInt32.self) == Self.magic else {
      return nil
    }
    let bucketCount = Int(base.load(fromByteOffset: 8, as: UInt32.self))
    let rowBytes = Int(base.load(fromByteOffset: 12, as: UInt32.self))
    let tableBytes = bucketCount * Self.bucketByteCount
    guard bucketCount > 0, bytes.count >= Self.headerByteCount + tableBytes + rowBytes else { return nil }
    classCount = Int(base.load(fromByteOffset: 4, as: UInt32.self))
    scale = base.load(fromByteOffset: 16, as: Float.self)
    slotCount = UInt64(bucketCount * Self.bucketSlots)
    buckets = base + Self.headerByteCount
    rows = (buckets + tableBytes).assumingMemoryBound(to: UInt8.self)
  }

  package static func fingerprint(_ key: UInt64) -> UInt16 { UInt16(truncatingIfNeeded: key >> 48) | 1 }

  /// Where the search for a key begins: its low half, spread over the slots (Lemire 2019).
  @inline(__always)
  package static func slot(_ key: UInt64, _ slotCount: UInt64) -> Int {
    Int(truncatingIfNeeded: ((key & 0xFFFF_FFFF) &* slotCount) >> 32)
  }

  /// Adds the weights of all features to `scores`, one a class, which the caller has set to where it wants to begin.
  /// Complexity: O(features × classes that a feature speaks of).
  package func score(_ features: borrowing FeatureList, into scores: UnsafeMutablePointer<Int32>) {
    // First where the rows are, then the rows: the reads of each kind do not wait for one another.
    let places = features.places
    var found = 0
    for index in 0..<features.count {
      let key = features.keys[index]
      let wanted = UInt16(truncatingIfNeeded: key >> 48) | 1
      var slot = Self.slot(key, slotCount)
      var fingerprint = fingerprint(slot)
      while fingerprint != wanted, fingerprint != 0 {
        slot &+= 1
        if slot == Int(truncatingIfNeeded: slotCount) { slot = 0 }
        fingerprint = self.fingerprint(slot)
      }
      places[found] = UInt32(truncatingIfNeeded: slot)
      found &+= fingerprint == 0 ? 0 : 1
    }
    for index in 0..<found {
      let (place, length) = row(Int(places[index]))
      var pair = rows + place
      let end = pair + 2 * length
      while pair < end {
        scores[Int(pair[0])] &+= Int32(Int8(bitPattern: pair[1]))
        pair += 2
      }
    }
  }

  @inline(__always)
  private func bucket(_ slot: Int) -> UnsafeRawPointer { buckets + (slot >> 3) &* Self.bucketByteCount }

  @inline(__always)
  private func fingerprint(_ slot: Int) -> UInt16 { bucket(slot).load(fromByteOffset: 4 &+ 2 &* (slot & 7), as: UInt16.self) }

  /// A slot's row: where it begins and how many pairs it has.
  @inline(__always)
  private func row(_ slot: Int) -> (place: Int, length: Int) {
    let bucket = bucket(slot)
    let lengths = bucket.loadUnaligned(fromByteOffset: 20, as: UInt64.self)
    let shift = UInt64(truncatingIfNeeded: 8 &* (slot & 7))
    let before = lengths & ((1 &<< shift) &- 1)
    // The sum of eight bytes: of their pairs first, so that it has 16 bits.
    let pairs = (before & 0x00FF_00FF_00FF_00FF) &+ (before &>> 8 & 0x00FF_00FF_00FF_00FF)
    let sum = (pairs &* 0x0001_0001_0001_0001) &>> 48
    let place = Int(bucket.load(as: UInt32.self)) &+ 2 &* Int(truncatingIfNeeded: sum)
    return (place, Int(truncatingIfNeeded: lengths &>> shift & 0xFF))
  }

  /// The class of the highest score; the first of equals.
  @inline(__always)
  package static func best(_ scores: UnsafePointer<Int32>, _ count: Int) -> Int {
    var best = 0
    for index in 1..<max(count, 1) where scores[index] > scores[best] { best = index }
    return best
  }
}
