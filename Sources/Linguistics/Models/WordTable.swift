/// A table from words (the hash of their lower-case form) to 32 bits: what lexicons or the training texts know of a word.
///
///     magic │ slots │ values │ 0 │ values: UInt32 × values │ hashes: UInt32 × slots │ numbers of values: UInt16 × slots
///
/// Many words have the same value, so each names its by number. Of a word's hash the low half is kept; 0 marks an empty slot.
package struct WordTable: @unchecked Sendable {
  package static let magic: UInt32 = 0x4457_5432
  package static let headerByteCount = 16

  private let slotCount: UInt64
  private let values: UnsafePointer<UInt32>
  private let hashes: UnsafePointer<UInt32>
  private let numbers: UnsafePointer<UInt16>

  /// `bytes` must outlive the table and be aligned to 8; nil if they hold no table.
  package init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count >= Self.headerByteCount, let base = bytes.baseAddress, base.load(as: UInt32.self) == Self.magic else {
      return nil
    }
    let slots = Int(base.load(fromByteOffset: 4, as: UInt32.self))
    let valueCount = Int(base.load(fromByteOffset: 8, as: UInt32.self))
    guard slots > 0, bytes.count >= Self.headerByteCount + valueCount * 4 + slots * 6 else { return nil }
    slotCount = UInt64(slots)
    let table = base + Self.headerByteCount
    values = table.assumingMemoryBound(to: UInt32.self)
    hashes = (table + valueCount * 4).assumingMemoryBound(to: UInt32.self)
    numbers = (table + valueCount * 4 + slots * 4).assumingMemoryBound(to: UInt16.self)
  }

  @inline(__always)
  private static func half(_ word: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: word) | 1 }

  /// What is known of the word; 0 for an unknown one. Complexity: O(1).
  @inline(__always)
  package subscript(word: UInt64) -> UInt32 {
    let wanted = Self.half(word)
    var slot = LinearModel.place(word >> 32, slotCount)
    while true {
      let found = hashes[slot]
      if found == wanted { return values[Int(numbers[slot])] }
      if found == 0 { return 0 }
      slot &+= 1
      if slot == Int(truncatingIfNeeded: slotCount) { slot = 0 }
    }
  }

  /// The bytes of a table with `values`, 65,536 different ones at most. Of entries that the table cannot tell apart the last
  /// stays.
  package static func bytes(_ entries: [(word: UInt64, value: UInt32)]) -> [UInt8] {
    let values = Set(entries.map(\.value)).sorted()
    precondition(values.count <= 1 << 16, "a table of words has at most 65,536 different values")
    let numbers = Dictionary(uniqueKeysWithValues: values.enumerated().map { ($1, UInt16($0)) })
    // Four slots in five are taken.
    let slots = entries.count * 5 / 4 + 16
    var hashes = [UInt32](repeating: 0, count: slots)
    var numberOfSlot = [UInt16](repeating: 0, count: slots)
    for (word, value) in entries {
      var slot = LinearModel.place(word >> 32, UInt64(slots))
      while hashes[slot] != 0, hashes[slot] != half(word) { slot = (slot + 1) % slots }
      hashes[slot] = half(word)
      numberOfSlot[slot] = numbers[value]!
    }
    var bytes: [UInt8] = []
    for value in [magic, UInt32(slots), UInt32(values.count), 0] + values + hashes {
      withUnsafeBytes(of: value.littleEndian) { bytes += $0 }
    }
    for value in numberOfSlot { withUnsafeBytes(of: value.littleEndian) { bytes += $0 } }
    return bytes
  }
}
