/// A trained linear classifier as it lies in the program: an open-addressing table from features to rows of quantised weights.
/// Nothing is copied or built when it is opened.
///
///     magic │ classes │ slots │ row bytes │ scale │ fingerprints: UInt16 × slots │ offsets: UInt32 × slots │ rows
///
/// A row is a count and then (class, weight) pairs, a byte each; weights are signed. A slot with fingerprint 0 is empty. The
/// fingerprint is the key's top 16 bits, so one unknown feature in some ten thousand is taken for a known one.
package struct LinearModel: @unchecked Sendable {
  package static let magic: UInt32 = 0x444C_4D31
  package static let headerByteCount = 32

  package let classCount: Int
  /// Weight of one quantum.
  package let scale: Float
  private let slotCount: UInt64
  private let fingerprints: UnsafePointer<UInt16>
  private let offsets: UnsafePointer<UInt32>
  private let rows: UnsafePointer<UInt8>

  /// `bytes` must outlive the model, be aligned to 8 and hold what `LinearModelWriter` wrote; nil for anything else.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.headerByteCount, let base = bytes.baseAddress, base.load(as: UInt32.self) == Self.magic else {
      return nil
    }
    let slots = Int(base.load(fromByteOffset: 8, as: UInt32.self))
    let rowBytes = Int(base.load(fromByteOffset: 12, as: UInt32.self))
    guard slots > 0, slots % 2 == 0, bytes.count >= Self.headerByteCount + slots * 6 + rowBytes else { return nil }
    classCount = Int(base.load(fromByteOffset: 4, as: UInt32.self))
    scale = base.load(fromByteOffset: 16, as: Float.self)
    slotCount = UInt64(slots)
    let table = base + Self.headerByteCount
    fingerprints = table.assumingMemoryBound(to: UInt16.self)
    offsets = (table + slots * 2).assumingMemoryBound(to: UInt32.self)
    rows = (table + slots * 6).assumingMemoryBound(to: UInt8.self)
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
      while fingerprints[slot] != wanted, fingerprints[slot] != 0 {
        slot &+= 1
        if slot == Int(truncatingIfNeeded: slotCount) { slot = 0 }
      }
      places[found] = UInt32(truncatingIfNeeded: slot)
      found &+= fingerprints[slot] == 0 ? 0 : 1
    }
    for index in 0..<found { places[index] = offsets[Int(places[index])] }
    for index in 0..<found {
      var row = rows + Int(places[index])
      let end = row + 1 + 2 * Int(row[0])
      row += 1
      while row < end {
        scores[Int(row[0])] &+= Int32(Int8(bitPattern: row[1]))
        row += 2
      }
    }
  }

  /// The class of the highest score; the first of equals.
  @inline(__always)
  package static func best(_ scores: UnsafePointer<Int32>, _ count: Int) -> Int {
    var best = 0
    for index in 1..<max(count, 1) where scores[index] > scores[best] { best = index }
    return best
  }
}
