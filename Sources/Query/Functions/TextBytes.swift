#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The bytes of a text in UTF-8, cut at its Unicode scalars.
extension UnsafeBufferPointer<UInt8> {
  /// Every scalar has exactly one byte that is not a continuation byte.
  var scalarCount: Int64 {
    let bytes = UnsafeRawBufferPointer(self)
    var (place, continuations) = (0, 0)
    // Eight bytes at a time: one that begins with the bits 10 has the first of them and not the second.
    while place &+ 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      continuations &+= (word &>> 7 & ~(word &>> 6) & 0x0101_0101_0101_0101).nonzeroBitCount
      place &+= 8
    }
    while place < bytes.count {
      continuations &+= bytes[place] & 0xC0 == 0x80 ? 1 : 0
      place &+= 1
    }
    return Int64(bytes.count &- continuations)
  }

  var text: String { String(decoding: self, as: UTF8.self) }

  /// `length` scalars from `start` on, as far as there are so many.
  func scalars(_ start: Int, _ length: Int) -> Self {
    let first = place(ofScalar: start, from: 0)
    let end = place(ofScalar: length, from: first)
    return Self(rebasing: self[first..<end])
  }

  /// The last `length` scalars, as far as there are so many.
  func lastScalars(_ length: Int) -> Self {
    var (place, left) = (count, length)
    while place > 0 && left > 0 {
      place -= 1
      if self[place] & 0xC0 != 0x80 { left -= 1 }
    }
    return Self(rebasing: self[place...])
  }

  /// Where the scalar that comes `distance` behind the one at `place` begins, the end if there is none.
  private func place(ofScalar distance: Int, from place: Int) -> Int {
    guard distance < count else { return count }
    var (place, left) = (place, distance)
    while place < count {
      if self[place] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      place += 1
    }
    return place
  }

  /// Without the blanks at its ends; nil where it takes more than ASCII to tell what is blank.
  func trimmed(start: Bool, end: Bool) -> Self? {
    var (first, last) = (0, count)
    if start { while first < last && self[first].isBlank { first += 1 } }
    if end { while last > first && self[last - 1].isBlank { last -= 1 } }
    guard first < last else { return Self(rebasing: self[first..<first]) }
    if (start && self[first] >= 0x80) || (end && self[last - 1] >= 0x80) { return nil }
    return Self(rebasing: self[first..<last])
  }

  /// Calls `body` with the pieces between the occurrences of `delimiter`, taken from the left; an empty one is never found.
  @inline(__always)
  func forEachPiece(between delimiter: Self, _ body: (_ piece: Self, _ isFirst: Bool) -> Void) {
    var start = 0
    while let found = place(of: delimiter, from: start) {
      body(Self(rebasing: self[start..<found]), start == 0)
      start = found + delimiter.count
    }
    body(Self(rebasing: self[start...]), start == 0)
  }

  private func place(of delimiter: Self, from start: Int) -> Int? {
    guard let base = baseAddress, let head = delimiter.first else { return nil }
    var place = start
    while place + delimiter.count <= count {
      guard let found = memchr(base + place, Int32(head), count - place) else { return nil }
      place = base.distance(to: found.assumingMemoryBound(to: UInt8.self))
      guard place + delimiter.count <= count else { return nil }
      if memcmp(base + place, delimiter.baseAddress!, delimiter.count) == 0 { return place }
      place += 1
    }
    return nil
  }
}

extension UInt8 {
  /// What is white space among ASCII.
  fileprivate var isBlank: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
}
