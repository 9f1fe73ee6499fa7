/// One bit for each row of a segment.
final class BitmapSegment: SegmentContent, @unchecked Sendable {
  let words: UnsafeMutablePointer<UInt64>
  /// The number of bits set.
  private(set) var count = 0

  init() {
    words = .allocate(capacity: SegmentGeometry.wordCount)
    words.initialize(repeating: 0, count: SegmentGeometry.wordCount)
  }

  deinit { words.deallocate() }

  func copy() -> Self {
    let copy = Self()
    copy.words.update(from: words, count: SegmentGeometry.wordCount)
    copy.count = count
    return copy
  }

  @inline(__always) func contains(_ offset: Int) -> Bool {
    words[offset >> 6] & (1 << UInt64(offset & 63)) != 0
  }

  /// Sets the bit; false if it was set already.
  func insert(_ offset: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(offset & 63)
    guard words[offset >> 6] & bit == 0 else { return false }
    words[offset >> 6] |= bit
    count += 1
    return true
  }

  /// Clears the bit; false if it was clear already.
  func remove(_ offset: Int) -> Bool {
    let bit: UInt64 = 1 << UInt64(offset & 63)
    guard words[offset >> 6] & bit != 0 else { return false }
    words[offset >> 6] &= ~bit
    count -= 1
    return true
  }

  /// Sets the bits `range`, all of which are clear.
  func insert(contentsOf range: Range<Int>) {
    words.setBits(range)
    count += range.count
  }

  func recount() {
    count = 0
    for index in 0..<SegmentGeometry.wordCount { count += words[index].nonzeroBitCount }
  }
}

extension UnsafeMutablePointer<UInt64> {
  /// Sets the bits `range`, a word at a time.
  func setBits(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    let (first, last) = (range.lowerBound >> 6, (range.upperBound - 1) >> 6)
    let head: UInt64 = ~0 << UInt64(range.lowerBound & 63)
    let tail: UInt64 = ~0 >> UInt64(63 - (range.upperBound - 1) & 63)
    if first == last { return self[first] |= head & tail }
    self[first] |= head
    for word in (first + 1)..<last { self[word] = ~0 }
    self[last] |= tail
  }
}
