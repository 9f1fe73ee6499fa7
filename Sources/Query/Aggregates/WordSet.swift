/// A set of (word, group): for each group a bitmap of the words as long as they lie close together (ids, codes, small numbers)
/// and the bitmaps are small for what is in them; else open addressing with linear probing, at most half full.
///
/// Where the table would have to grow it is asked anew whether bitmaps are now the smaller: a few groups that are met one after
/// the other, each spread over all ids, look sparse only at first.
struct WordSet {
  private struct Slot {
    var word: UInt64
    /// Group plus one, 0 for an empty slot.
    var tag: UInt32
  }

  private(set) var count = 0
  var byteCount: Int { bits.count * 8 + slots.count * 16 }
  private var isHashed = false
  /// True once there are so many groups that bitmaps must be small for what is in them.
  private var hasManyGroups = false
  // As bitmaps: `wordsPerGroup` words for each of `groupCapacity` groups; bit n of a group stands for word `base` + n.
  private var bits: [UInt64] = []
  private var base: UInt64 = 0
  private var wordsPerGroup = 0
  private var groupCapacity = 0
  private var slots: [Slot] = []

  /// Bitmaps may have so many bytes whatever they hold, and so many for each element: while they fit the cache, more than a table
  /// would have, for they are still the faster.
  private static let freeByteCount = 1 << 20
  private static let cachedByteCount = 1 << 22
  private static let cachedByteCountPerElement = 512
  private static let byteCountPerElement = 32

  /// So many groups are too many for bitmaps whatever is in them: mostly each has few words.
  private static let manyGroups = 256

  /// To be told before words come how many groups there are.
  mutating func prepare(groupCount: Int) {
    if hasManyGroups || groupCount <= Self.manyGroups { return }
    hasManyGroups = true
    if !isHashed && !isAffordable(wordsPerGroup, max(1, groupCapacity)) { hashAll() }
  }

  /// True if the pair is new.
  @inline(__always)
  mutating func insert(_ word: UInt64, _ group: Int) -> Bool {
    let offset = word &- base
    if !isHashed, offset < UInt64(truncatingIfNeeded: wordsPerGroup &<< 6), group < groupCapacity {
      return insertBit(group &* wordsPerGroup &+ Int(truncatingIfNeeded: offset &>> 6), 1 &<< (offset & 63))
    }
    return insertElsewhere(word, group)
  }

  @inline(__always)
  private mutating func insertBit(_ index: Int, _ bit: UInt64) -> Bool {
    let isNew = bits[index] & bit == 0
    bits[index] |= bit
    count &+= isNew ? 1 : 0
    return isNew
  }

  @inline(never)
  private mutating func insertElsewhere(_ word: UInt64, _ group: Int) -> Bool {
    if !isHashed {
      if widen(toHold: word, group) { return insert(word, group) }
      hashAll()
    }
    if (count + 1) * 2 > slots.count {
      if turnIntoBitmaps() { return insert(word, group) }
      grow()
    }
    let isNew = insertSlot(word, UInt32(group + 1))
    count += isNew ? 1 : 0
    return isNew
  }

  /// The pairs, in no order.
  var entries: [(word: UInt64, group: UInt32)] {
    if isHashed { return slots.filter { $0.tag != 0 }.map { ($0.word, $0.tag - 1) } }
    var entries: [(word: UInt64, group: UInt32)] = []
    entries.reserveCapacity(count)
    for index in bits.indices {
      var left = bits[index]
      while left != 0 {
        let offset = (index % wordsPerGroup) << 6 + left.trailingZeroBitCount
        entries.append((base &+ UInt64(offset), UInt32(index / wordsPerGroup)))
        left &= left - 1
      }
    }
    return entries
  }

  /// Inserts what another set holds, whose group n is group `groups[n]` here, and counts what is new for each group.
  mutating func formUnion(_ other: WordSet, groups: [UInt32], counts: UnsafeMutableBufferPointer<Int64>) {
    guard !other.isHashed else {
      for slot in other.slots where slot.tag != 0 {
        let group = Int(groups[Int(slot.tag - 1)])
        if insert(slot.word, group) { counts[group] &+= 1 }
      }
      return
    }
    for index in other.bits.indices where other.bits[index] != 0 {
      let group = Int(groups[index / other.wordsPerGroup])
      insert(other.bits[index], from: other.base &+ UInt64((index % other.wordsPerGroup) << 6), group, &counts[group])
    }
  }

  /// Inserts the words that the bits stand for, the first one being `first`, a multiple of 64.
  private mutating func insert(_ wanted: UInt64, from first: UInt64, _ group: Int, _ newCount: inout Int64) {
    let place = (first &- base) &>> 6
    guard !isHashed, first >= base, place < UInt64(wordsPerGroup), group < groupCapacity, base & 63 == 0 else {
      var left = wanted
      while left != 0 {
        if insert(first &+ UInt64(left.trailingZeroBitCount), group) { newCount &+= 1 }
        left &= left - 1
      }
      return
    }
    let index = group * wordsPerGroup + Int(place)
    let added = (wanted & ~bits[index]).nonzeroBitCount
    bits[index] |= wanted
    count += added
    newCount &+= Int64(added)
  }

  // MARK: - Bitmaps

  /// Makes the bitmaps larger; false where they would be too large.
  private mutating func widen(toHold word: UInt64, _ group: Int) -> Bool {
    let isFirst = bits.isEmpty
    let (end, overflows) = base.addingReportingOverflow(UInt64(wordsPerGroup * 64))
    if overflows { return false }
    let first = min(isFirst ? word : base, word & ~63)
    let last = max(isFirst ? word : end - 1, word)
    // Where words are added above, room for half as many again; where groups are, for as many again while that is free.
    guard last - first < 1 << 32 else { return false }
    let needed = Int((last - first) >> 6) + 1
    let width = needed > wordsPerGroup ? needed + wordsPerGroup / 2 : wordsPerGroup
    var groups = max(group + 1, groupCapacity)
    if groups > groupCapacity, width * 8 * groupCapacity * 2 <= Self.freeByteCount { groups = max(groups, groupCapacity * 2) }
    guard isAffordable(width, groups) else { return false }
    if width == wordsPerGroup, first == base {
      bits.append(contentsOf: repeatElement(0, count: width * (groups - groupCapacity)))
      groupCapacity = groups
      return true
    }
    var wider = [UInt64](repeating: 0, count: width * groups)
    let shift = isFirst ? 0 : Int((base &- first) >> 6)
    for group in 0..<groupCapacity {
      for place in 0..<wordsPerGroup { wider[group * width + shift + place] = bits[group * wordsPerGroup + place] }
    }
    bits = wider
    base = first
    wordsPerGroup = width
    groupCapacity = groups
    return true
  }

  private func isAffordable(_ width: Int, _ groups: Int) -> Bool {
    let (byteCount, overflows) = (width * 8).multipliedReportingOverflow(by: groups)
    if hasManyGroups { return !overflows && byteCount <= count * Self.byteCountPerElement }
    let cached = min(Self.cachedByteCount, count * Self.cachedByteCountPerElement)
    return !overflows && byteCount <= max(Self.freeByteCount, cached, count * Self.byteCountPerElement)
  }

  /// Puts bitmaps in the place of the table; false where they would be too large.
  private mutating func turnIntoBitmaps() -> Bool {
    var (first, last, lastTag) = (UInt64.max, UInt64.min, UInt32(0))
    for slot in slots where slot.tag != 0 {
      first = min(first, slot.word)
      last = max(last, slot.word)
      lastTag = max(lastTag, slot.tag)
    }
    guard lastTag > 0, last - first < 1 << 32 else { return false }
    first &= ~63
    let width = Int((last - first) >> 6) + 1
    guard isAffordable(width, Int(lastTag)) else { return false }
    let old = slots
    (isHashed, slots) = (false, [])
    (base, wordsPerGroup, groupCapacity) = (first, width, Int(lastTag))
    bits = [UInt64](repeating: 0, count: width * groupCapacity)
    for slot in old where slot.tag != 0 {
      let offset = slot.word - first
      bits[Int(slot.tag - 1) * width + Int(offset >> 6)] |= 1 << (offset & 63)
    }
    return true
  }

  private mutating func hashAll() {
    let all = entries
    isHashed = true
    bits = []
    var slotCount = 64
    while slotCount < all.count * 4 { slotCount *= 2 }
    slots = [Slot](repeating: Slot(word: 0, tag: 0), count: slotCount)
    for (word, group) in all { _ = insertSlot(word, group + 1) }
  }

  // MARK: - Slots

  private mutating func insertSlot(_ word: UInt64, _ tag: UInt32) -> Bool {
    let mask = slots.count - 1
    return slots.withUnsafeMutableBufferPointer { slots in
      var position = Self.hash(word, tag) & mask
      while slots[position].tag != 0 {
        if slots[position].word == word, slots[position].tag == tag { return false }
        position = (position &+ 1) & mask
      }
      slots[position] = Slot(word: word, tag: tag)
      return true
    }
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(word: 0, tag: 0), count: max(64, slots.count * 2))
    for slot in old where slot.tag != 0 { _ = insertSlot(slot.word, slot.tag) }
  }

  private static func hash(_ word: UInt64, _ tag: UInt32) -> Int {
    let (high, low) = (word ^ UInt64(tag) &* 0x9E37_79B9_7F4A_7C15 ^ 0xA076_1D64_78BD_642F)
      .multipliedFullWidth(by: 0xE703_7ED1_A0B4_28DB)
    return Int(truncatingIfNeeded: high ^ low)
  }
}
