import Graph

/// Numbers words in the order in which they first come: one key column of a `GroupTable`, or pairs of such numbers.
///
/// As long as the words lie close together (ids, codes of a pool, small numbers) a word is looked up in an array that it indexes,
/// else by open addressing with linear probing, at most half full.
struct WordNumbering {
  /// The word of each number; that of null stands for nothing.
  private(set) var words: [UInt64] = []
  private(set) var nullNumber: UInt32?
  /// Number plus one, 0 where there is none: by word minus `base`, or by hash.
  private var slots: [UInt32] = []
  private var base: Int64 = 0
  private var isDirect: Bool

  /// An array of so many words may be had whatever it holds.
  private static let smallWindow = 1 << 16

  /// - Parameter isSparse: true for words that do not lie close together, such as the bits of floats.
  init(isSparse: Bool = false) { isDirect = !isSparse }

  var count: Int { words.count }

  var byteCount: Int { words.count * 8 + slots.count * 4 }

  /// The number of each word, `nulls` by place; what is new is numbered.
  mutating func numbers(of new: [UInt64], nulls: NullMask?) -> [UInt32] {
    if new.isEmpty { return [] }
    if let nulls { return numbers(of: new, butNulls: nulls) }
    prepare(for: new)
    var slots = self.slots
    self.slots = []
    defer { self.slots = slots }
    return slots.withUnsafeMutableBufferPointer { slots in
      isDirect ? lookUpDirectly(new, slots) : lookUpByHash(new, slots)
    }
  }

  private mutating func numbers(of new: [UInt64], butNulls nulls: NullMask) -> [UInt32] {
    let present = new.indices.filter { !nulls[$0] }.map { new[$0] }
    if !present.isEmpty { prepare(for: present) }
    return new.indices.map { nulls[$0] ? numberOfNull() : number(of: new[$0]) }
  }

  private mutating func lookUpDirectly(_ new: [UInt64], _ slots: UnsafeMutableBufferPointer<UInt32>) -> [UInt32] {
    let base = self.base
    let count = new.count
    return new.withUnsafeBufferPointer { new in
      [UInt32](unsafeUninitializedCapacity: count) { numbers, initializedCount in
        for place in 0..<count {
          let slot = Int(Int64(bitPattern: new[place]) &- base)
          if slots[slot] == 0 { slots[slot] = add(new[place]) }
          numbers[place] = slots[slot] &- 1
        }
        initializedCount = count
      }
    }
  }

  /// Gives a word the next number; one more than it.
  @inline(never)
  private mutating func add(_ word: UInt64) -> UInt32 {
    words.append(word)
    return UInt32(words.count)
  }

  private mutating func lookUpByHash(_ new: [UInt64], _ slots: UnsafeMutableBufferPointer<UInt32>) -> [UInt32] {
    var numbers = [UInt32](repeating: 0, count: new.count)
    var known = words
    words = []
    defer { words = known }
    numbers.withUnsafeMutableBufferPointer { numbers in
      let mask = slots.count &- 1
      for place in 0..<new.count {
        let word = new[place]
        var slot = Self.hash(word) & mask
        while slots[slot] != 0 && known[Int(slots[slot] &- 1)] != word { slot = (slot &+ 1) & mask }
        if slots[slot] == 0 {
          known.append(word)
          slots[slot] = UInt32(known.count)
        }
        numbers[place] = slots[slot] &- 1
      }
    }
    return numbers
  }

  private mutating func number(of word: UInt64) -> UInt32 {
    let slot = slot(of: word)
    if slots[slot] == 0 {
      words.append(word)
      slots[slot] = UInt32(words.count)
    }
    return slots[slot] - 1
  }

  mutating func numberOfNull() -> UInt32 {
    if nullNumber == nil {
      nullNumber = UInt32(words.count)
      words.append(0)
    }
    return nullNumber!
  }

  /// The number of a word, nil where it has none.
  func existingNumber(of word: UInt64) -> UInt32? {
    if slots.isEmpty || (isDirect && !window.contains(Int64(bitPattern: word))) { return nil }
    let entry = slots[slot(of: word)]
    return entry == 0 ? nil : entry - 1
  }

  /// Numbers keep standing for the same, but are looked up by other words from now on.
  mutating func replaceWords(_ replacement: (UInt64) -> UInt64) {
    for number in words.indices where nullNumber != UInt32(number) { words[number] = replacement(words[number]) }
    isDirect = true
    slots = []
    let present = words.indices.filter { nullNumber != UInt32($0) }.map { words[$0] }
    if !present.isEmpty { prepare(for: present) }
  }

  // MARK: - Slots

  private var window: ClosedRange<Int64> { base...(base + Int64(slots.count - 1)) }

  private func slot(of word: UInt64) -> Int {
    if isDirect { return Int(Int64(bitPattern: word) - base) }
    let mask = slots.count - 1
    var slot = Self.hash(word) & mask
    while slots[slot] != 0 && words[Int(slots[slot] - 1)] != word { slot = (slot + 1) & mask }
    return slot
  }

  @inline(__always)
  private static func hash(_ word: UInt64) -> Int {
    let product = (word ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return Int(truncatingIfNeeded: product.high ^ product.low)
  }

  /// Makes room for `new`, whatever of it is new.
  private mutating func prepare(for new: [UInt64]) {
    if isDirect {
      if let window = wantedWindow(for: new) { return widen(to: window) }
      isDirect = false
      slots = []
    }
    var slotCount = max(slots.count, 64)
    while slotCount < (words.count + new.count) * 2 { slotCount *= 2 }
    if slotCount != slots.count { fill(slotCount) }
  }

  /// The words to be looked up directly, nil where they lie too far apart.
  private func wantedWindow(for new: [UInt64]) -> ClosedRange<Int64>? {
    var (least, greatest) = Self.bounds(of: new)
    if slots.isEmpty && !words.isEmpty {
      let known = Self.bounds(of: words)
      (least, greatest) = (min(least, known.least), max(greatest, known.greatest))
    }
    if !slots.isEmpty {
      least = min(least, window.lowerBound)
      greatest = max(greatest, window.upperBound)
    }
    let (width, overflow) = greatest.subtractingReportingOverflow(least)
    guard !overflow, width < Int64(max(Self.smallWindow, 4 * (words.count + new.count))) else { return nil }
    return least...greatest
  }

  private static func bounds(of words: [UInt64]) -> (least: Int64, greatest: Int64) {
    var least = Int64(bitPattern: words[0])
    var greatest = least
    let words = words.span
    for place in 0..<words.count {
      let word = Int64(bitPattern: words[unchecked: place])
      least = min(least, word)
      greatest = max(greatest, word)
    }
    return (least, greatest)
  }

  private mutating func widen(to wanted: ClosedRange<Int64>) {
    if !slots.isEmpty && wanted == window { return }
    // Room for as much again where the words grow, so that growing costs a constant a word.
    let slack = Int64(slots.count)
    let (end, overflow) = wanted.upperBound.addingReportingOverflow(slack)
    let greatest = overflow ? wanted.upperBound : end
    var wider = [UInt32](repeating: 0, count: Int(greatest - wanted.lowerBound) + 1)
    if slots.isEmpty {
      for (number, word) in words.enumerated() where nullNumber != UInt32(number) {
        wider[Int(Int64(bitPattern: word) - wanted.lowerBound)] = UInt32(number + 1)
      }
    } else {
      let shift = Int(base - wanted.lowerBound)
      for place in slots.indices { wider[place + shift] = slots[place] }
    }
    slots = wider
    base = wanted.lowerBound
  }

  private mutating func fill(_ slotCount: Int) {
    slots = [UInt32](repeating: 0, count: slotCount)
    for (number, word) in words.enumerated() where nullNumber != UInt32(number) {
      slots[slot(of: word)] = UInt32(number + 1)
    }
  }
}
