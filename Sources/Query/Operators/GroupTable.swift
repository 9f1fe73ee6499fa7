import Graph

/// Numbers the distinct rows of some key columns: the core of grouping, DISTINCT and hash joins.
///
/// A row of keys is kept as one word a column and one word that says which are null. Columns of one type are encoded in place (an
/// id, a number, a string's code); a column whose type changes from batch to batch, or that holds composite values, is
/// numbered by a `ValueInterner` first. Values are told apart by equivalence.
struct GroupTable {
  private var columns: [KeyColumn]
  /// `width` words a group.
  private var words: [UInt64] = []
  /// Group plus one; 0 for an empty slot.
  private var slots = [UInt32](repeating: 0, count: 1024)
  private let width: Int

  /// The number of groups.
  private(set) var count = 0

  init(columnCount: Int) {
    precondition(columnCount <= 64, "one word says which of the keys are null")
    columns = Array(repeating: KeyColumn(), count: columnCount)
    width = columnCount + 1
  }

  /// The group of each of `rows`; groups that are new are added.
  mutating func groups(of keys: [Vector], rows: [UInt32]) -> [UInt32] {
    let encoded = encode(keys, rows)
    var groups = [UInt32](repeating: 0, count: rows.count)
    encoded.withUnsafeBufferPointer { encoded in
      for index in rows.indices { groups[index] = group(encoded.baseAddress! + index * width) }
    }
    return groups
  }

  /// The group of each of `rows`, nil where the table has none.
  mutating func existingGroups(of keys: [Vector], rows: [UInt32]) -> [UInt32?] {
    let encoded = encode(keys, rows)
    return encoded.withUnsafeBufferPointer { encoded in
      rows.indices.map { index in
        let entry = slots[slot(of: encoded.baseAddress! + index * width)]
        return entry == 0 ? nil : entry - 1
      }
    }
  }

  /// The keys of all groups, one vector a column.
  func keys() -> [Vector] {
    columns.indices.map { column in
      var values: [UInt64] = []
      var nulls = NullMask(count: count)
      values.reserveCapacity(count)
      for group in 0..<count {
        values.append(words[group * width + column])
        if words[group * width + width - 1] & (1 << UInt64(column)) != 0 { nulls[group] = true }
      }
      return columns[column].decode(values, nulls)
    }
  }

  // MARK: - Encoding

  private mutating func encode(_ keys: [Vector], _ rows: [UInt32]) -> [UInt64] {
    for (index, key) in keys.enumerated() where !columns[index].takes(key) { generalize(index) }
    var encoded = [UInt64](repeating: 0, count: rows.count * width)
    for (index, key) in keys.enumerated() { columns[index].encode(key, rows, at: index, width, into: &encoded) }
    return encoded
  }

  /// Goes over from in-place encoding of a column to interned values.
  private mutating func generalize(_ column: Int) {
    var general = KeyColumn.interning()
    for group in 0..<count where words[group * width + width - 1] & (1 << UInt64(column)) == 0 {
      words[group * width + column] = general.intern(columns[column].value(of: words[group * width + column]))
    }
    columns[column] = general
    rebuild(slotCount: slots.count)
  }

  // MARK: - Hash table

  private mutating func group(_ key: UnsafePointer<UInt64>) -> UInt32 {
    let slot = slot(of: key)
    if slots[slot] != 0 { return slots[slot] - 1 }
    words.append(contentsOf: UnsafeBufferPointer(start: key, count: width))
    count += 1
    slots[slot] = UInt32(count)
    if count * 2 > slots.count { rebuild(slotCount: slots.count * 2) }
    return UInt32(count - 1)
  }

  @inline(__always)
  private func slot(of key: UnsafePointer<UInt64>) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash(key)) & mask
    while slots[slot] != 0 && !isEqual(Int(slots[slot] - 1), key) { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always)
  private func isEqual(_ group: Int, _ key: UnsafePointer<UInt64>) -> Bool {
    for index in 0..<width where words[group * width + index] != key[index] { return false }
    return true
  }

  @inline(__always)
  private func hash(_ key: UnsafePointer<UInt64>) -> UInt64 {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for index in 0..<width {
      let product = (state ^ key[index]).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      state = product.high ^ product.low &+ UInt64(index)
    }
    return state
  }

  private mutating func rebuild(slotCount: Int) {
    slots = [UInt32](repeating: 0, count: slotCount)
    for group in 0..<count {
      let slot = words.withUnsafeBufferPointer { self.slot(of: $0.baseAddress! + group * width) }
      slots[slot] = UInt32(group + 1)
    }
  }
}
