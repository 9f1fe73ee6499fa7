/// Bytes without what has been said before: literals and copies of earlier bytes, as the block format of LZ4 has them (Collet,
/// "LZ4 Block Format Description"). Made for the texts of a chunk of strings, which are half as long then; undoing it costs
/// little more than copying.
///
///     sequence   token: number of literals (high four bits), length of the copy less 4 (low four); 15 is continued in bytes
///                that are added up to the first below 255
///                the literals; two bytes little-endian, how far back the copy begins; a copy may overlap its own end
///     end        a sequence of literals alone
enum TextCompression {
  private static let shortestCopy = 4
  private static let largestDistance = 0xFFFF
  private static let hashBits: UInt32 = 15
  /// How many earlier places with the same hash are looked at: more cost time and gain little.
  private static let searchDepth = 8

  /// O(bytes).
  static func compressed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard let base = bytes.baseAddress else { return [0] }
    var writer = Writer(capacity: bytes.count / 2)
    // The last place with each hash, and for each place the one before it with the same.
    var heads = [Int32](repeating: -1, count: 1 << Int(hashBits))
    heads.withUnsafeMutableBufferPointer { heads in
      withUnsafeTemporaryAllocation(of: Int32.self, capacity: bytes.count) { previous in
        func remember(_ place: Int) -> Int32 {
          let hash = Int(self.hash(base + place))
          let last = heads[hash]
          previous[place] = last
          heads[hash] = Int32(truncatingIfNeeded: place)
          return last
        }
        let lastPlace = bytes.count - shortestCopy
        var literalStart = 0
        var place = 0
        while place <= lastPlace {
          let candidate = remember(place)
          let (length, distance) = longest(base, place, bytes.count, from: candidate, previous)
          guard length >= shortestCopy else {
            place &+= 1
            continue
          }
          writer.write(
            literals: UnsafeBufferPointer(start: base + literalStart, count: place - literalStart), length - shortestCopy)
          writer.write(distance: distance)
          let end = place &+ length
          place &+= 1
          while place < end {
            if place <= lastPlace { _ = remember(place) }
            place &+= 1
          }
          literalStart = end
        }
        writer.write(literals: UnsafeBufferPointer(start: base + literalStart, count: bytes.count - literalStart), 0)
      }
    }
    return writer.bytes
  }

  @inline(__always) private static func hash(_ bytes: UnsafePointer<UInt8>) -> UInt32 {
    let four = UnsafeRawPointer(bytes).loadUnaligned(as: UInt32.self)
    return (four &* 2_654_435_761) >> (32 - hashBits)
  }

  /// The longest of the last few places that begin like `place`.
  @inline(__always) private static func longest(
    _ base: UnsafePointer<UInt8>, _ place: Int, _ count: Int, from candidate: Int32,
    _ previous: UnsafeMutableBufferPointer<Int32>
  ) -> (length: Int, distance: Int) {
    var best = (length: 0, distance: 0)
    var candidate = candidate
    var depth = searchDepth
    while candidate >= 0, depth > 0, place &- Int(candidate) <= largestDistance {
      let start = Int(candidate)
      // Only what goes on alike behind the best so far can be longer than it.
      if place &+ best.length < count, base[start &+ best.length] == base[place &+ best.length] {
        let length = commonCount(base + start, base + place, atMost: count &- place)
        if length > best.length { best = (length, place &- start) }
      }
      candidate = previous[start]
      depth &-= 1
    }
    return best
  }

  /// With how many equal bytes two stretches begin, eight at a time.
  @inline(__always) private static func commonCount(_ a: UnsafePointer<UInt8>, _ b: UnsafePointer<UInt8>, atMost limit: Int)
    -> Int
  {
    var count = 0
    while count &+ 8 <= limit {
      let left = UnsafeRawPointer(a + count).loadUnaligned(as: UInt64.self)
      let difference = left ^ UnsafeRawPointer(b + count).loadUnaligned(as: UInt64.self)
      if difference != 0 { return count &+ difference.littleEndian.trailingZeroBitCount &>> 3 }
      count &+= 8
    }
    while count < limit, a[count] == b[count] { count &+= 1 }
    return count
  }

  private struct Writer {
    private(set) var bytes: [UInt8] = []

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func write(literals: UnsafeBufferPointer<UInt8>, _ copyLength: Int) {
      bytes.append(UInt8(min(literals.count, 15) << 4 | min(copyLength, 15)))
      writeRest(of: literals.count)
      bytes.append(contentsOf: literals)
      restOfCopy = copyLength
    }

    private var restOfCopy = 0

    mutating func write(distance: Int) {
      bytes.append(UInt8(distance & 0xFF))
      bytes.append(UInt8(distance >> 8))
      writeRest(of: restOfCopy)
    }

    private mutating func writeRest(of length: Int) {
      guard length >= 15 else { return }
      var rest = length - 15
      while rest >= 255 {
        bytes.append(255)
        rest -= 255
      }
      bytes.append(UInt8(rest))
    }
  }
}

// MARK: - Undoing

extension TextCompression {
  /// The `count` bytes that the rest of `reader` stands for.
  static func read(_ count: Int, from reader: inout ByteReader) throws(DecodingFailure) -> [UInt8] {
    var outcome: Result<Void, DecodingFailure> = .success(())
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { space, filled in
      do throws(DecodingFailure) {
        try read(into: space, from: &reader)
        filled = count
      } catch {
        outcome = .failure(error)
      }
    }
    try outcome.get()
    return bytes
  }

  private static func read(
    into space: UnsafeMutableBufferPointer<UInt8>, from reader: inout ByteReader
  ) throws(DecodingFailure) {
    var written = 0
    while true {
      let token = try reader.byte()
      let literalCount = try length(Int(token >> 4), from: &reader)
      let literals = try reader.raw(literalCount)
      guard literalCount <= space.count - written else { throw reader.failure("no more than \(space.count) bytes of text") }
      copy(literalCount, from: literals.baseAddress, sourceRoom: reader.remaining, to: space, at: written)
      written &+= literalCount
      if reader.isAtEnd { break }
      let distance = Int(try reader.fixed(UInt16.self))
      let copyLength = try length(Int(token & 15), from: &reader) + shortestCopy
      guard distance > 0, distance <= written, copyLength <= space.count - written else {
        throw reader.failure("a copy of earlier text")
      }
      let source = UnsafeRawPointer(space.baseAddress.unsafelyUnwrapped + (written &- distance))
      copy(copyLength, from: source, sourceRoom: distance >= 8 ? 8 : 0, to: space, at: written)
      written &+= copyLength
    }
    guard written == space.count else { throw reader.failure("\(space.count) bytes of text") }
  }

  /// Copies `count` bytes in their order, eight at a time where as many may be read and written behind the last.
  @inline(__always) private static func copy(
    _ count: Int, from source: UnsafeRawPointer?, sourceRoom: Int, to space: UnsafeMutableBufferPointer<UInt8>, at place: Int
  ) {
    guard let source, let base = space.baseAddress else { return }
    let target = UnsafeMutableRawPointer(base + place)
    var index = 0
    if sourceRoom >= 8, space.count &- place &- count >= 8 {
      while index < count {
        target.storeBytes(of: source.loadUnaligned(fromByteOffset: index, as: UInt64.self), toByteOffset: index, as: UInt64.self)
        index &+= 8
      }
    } else {
      while index < count {
        target.storeBytes(of: source.load(fromByteOffset: index, as: UInt8.self), toByteOffset: index, as: UInt8.self)
        index &+= 1
      }
    }
  }

  private static func length(_ first: Int, from reader: inout ByteReader) throws(DecodingFailure) -> Int {
    guard first == 15 else { return first }
    var length = 15
    while true {
      let byte = try reader.byte()
      length += Int(byte)
      if byte < 255 { return length }
    }
  }
}
