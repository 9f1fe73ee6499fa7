/// A table from words (the hash of their lower-case form) to 32 bits: what lexicons or the training texts know of a word.
///
///     magic │ slots │ (low half of the hash, value): 2 × UInt32 × slots
///
/// A hash of 0 marks an empty slot.
package struct WordTable: @unchecked Sendable {
  package static let magic: UInt32 = 0x4457_5431
  package static let headerByteCount = 16

  private let slotCount: UInt64
  private let entries: UnsafePointer<UInt32>

  /// `bytes` must outlive the table and be aligned to 8; nil if they hold no table.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.headerByteCount, let base = bytes.baseAddress, base.load(as: UInt32.self) == Self.magic else {
      return nil
    }
    let slots = Int(base.load(fromByteOffset: 4, as: UInt32.self))
    guard slots > 0, bytes.count >= Self.headerByteCount + slots * 8 else { return nil }
    slotCount = UInt64(slots)
    entries = (base + Self.headerByteCount).assumingMemoryBound(to: UInt32.self)
  }

  /// What is known of the word; 0 for an unknown one. Complexity: O(1).
  @inline(__always)
  package subscript(word: UInt64) -> UInt32 {
    let wanted = UInt32(truncatingIfNeeded: word) | 1
    var slot = LinearModel.slot(word >> 32, slotCount)
    while true {
      let found = entries[slot * 2]
      if found == wanted { return entries[slot * 2 + 1] }
      if found == 0 { return 0 }
      slot &+= 1
      if slot == Int(truncatingIfNeeded: slotCount) { slot = 0 }
    }
  }

  /// The bytes of a table with `values`. Later entries of one hash replace earlier ones.
  package static func bytes(_ values: [(word: UInt64, value: UInt32)]) -> [UInt8] {
    // Four slots in five are taken.
    let slots = values.count * 5 / 4 + 16
    var entries = [UInt32](repeating: 0, count: slots * 2)
    for (word, value) in values {
      let wanted = UInt32(truncatingIfNeeded: word) | 1
      var slot = LinearModel.slot(word >> 32, UInt64(slots))
      while entries[slot * 2] != 0, entries[slot * 2] != wanted { slot = (slot + 1) % slots }
      entries[slot * 2] = wanted
      entries[slot * 2 + 1] = value
    }
    var bytes: [UInt8] = []
    for value in [magic, UInt32(slots), 0, 0] + entries { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
    return bytes
  }
}
