/// A sequence of integers in the shortest of three forms.
///
///     runs      (value, length) pairs: constants, types, sorted repetitions
///     packed    blocks of 256 numbers, each as its least number and the distances from it, bit-packed (frame of reference)
///     deltas    the first number, then the differences, packed: ids and days that rise
///
/// The number of integers is not written; the caller knows it.
enum IntegerCoding {
  private enum Form: UInt8 {
    case runs, packed, deltas
  }

  private static let blockCount = 256

  static func write(_ numbers: [Int64], to writer: inout ByteWriter) {
    numbers.withUnsafeBufferPointer { write($0, to: &writer) }
  }

  /// - Parameter repetitions: false where runs of equal numbers must not be told by their length.
  static func write(_ numbers: UnsafeBufferPointer<Int64>, repetitions: Bool = true, to writer: inout ByteWriter) {
    guard let first = numbers.first else { return }
    let blockTotal = (numbers.count - 1) / blockCount + 1
    withUnsafeTemporaryAllocation(of: Block.self, capacity: 2 * blockTotal) { blocks in
      let plain = UnsafeMutableBufferPointer(rebasing: blocks[..<blockTotal])
      let differences = UnsafeMutableBufferPointer(rebasing: blocks[blockTotal...])
      let form = survey(numbers, plain, differences, repetitions: repetitions)
      writer.write(form.rawValue)
      switch form {
      case .runs: writeRuns(numbers, to: &writer)
      case .deltas:
        writer.write(zigzag: first)
        writePacked(numbers, differences, to: &writer) { $0 == 0 ? 0 : numbers[$0] &- numbers[$0 &- 1] }
      case .packed: writePacked(numbers, plain, to: &writer) { numbers[$0] }
      }
    }
  }

  /// The bytes that so many numbers need if no two neighbours are equal: a block of 256 takes at least two.
  static func leastByteCount(ofDifferent count: Int) -> Int { count <= 0 ? 0 : 2 * ((count - 1) / blockCount + 1) }

  static func read(_ count: Int, from reader: inout ByteReader) throws(DecodingFailure) -> [Int64] {
    guard count > 0 else { return [] }
    guard leastByteCount(of: count, from: reader) <= reader.remaining else { throw reader.failure("blocks of \(count) numbers") }
    var failure: DecodingFailure?
    let numbers = [Int64](unsafeUninitializedCapacity: count) { space, filled in
      do throws(DecodingFailure) {
        try forEachBlock(count, from: &reader) { start, block in
          (space.baseAddress! + start).initialize(from: block.baseAddress!, count: block.count)
        }
        filled = count
      } catch { failure = error }
    }
    if let failure { throw failure }
    return numbers
  }

  /// Reads as many numbers of 16 bits as fit into `numbers`, all of them below `end`.
  static func read(
    into numbers: UnsafeMutableBufferPointer<UInt16>, below end: Int = .max, from reader: inout ByteReader
  ) throws(DecodingFailure) { try readNarrow(into: numbers, below: end, from: &reader) }

  /// Reads as many numbers of 32 bits as fit into `numbers`, all of them below `end`.
  static func read(
    into numbers: UnsafeMutableBufferPointer<UInt32>, below end: Int = .max, from reader: inout ByteReader
  ) throws(DecodingFailure) { try readNarrow(into: numbers, below: end, from: &reader) }

  @inline(__always)
  private static func readNarrow<Number: FixedWidthInteger & UnsignedInteger>(
    into numbers: UnsafeMutableBufferPointer<Number>, below end: Int, from reader: inout ByteReader
  ) throws(DecodingFailure) {
    guard let base = numbers.baseAddress else { return }
    let last = Int64(min(end - 1, Int(Number.max)))
    // Below zero once a number is, or is beyond the last.
    var excess: Int64 = 0
    try forEachBlock(numbers.count, from: &reader) { start, block in
      for index in 0..<block.count {
        excess |= block[index] | (last &- block[index])
        base[start &+ index] = Number(truncatingIfNeeded: block[index])
      }
    }
    guard excess >= 0 else {
      throw reader.failure(end > Int(Number.max) ? "numbers of \(Number.bitWidth) bits" : "numbers below \(end)")
    }
  }

  /// What the next `count` numbers take at least: nothing to speak of where they are told by repetitions.
  private static func leastByteCount(of count: Int, from reader: ByteReader) -> Int {
    reader.next == Form.runs.rawValue ? 1 : leastByteCount(ofDifferent: count)
  }

  /// Calls `body` with up to 256 numbers at a time, and the number of those before.
  @inline(__always)
  static func forEachBlock(
    _ count: Int, from reader: inout ByteReader, _ body: (_ start: Int, _ block: UnsafeMutableBufferPointer<Int64>) -> Void
  ) throws(DecodingFailure) {
    guard count > 0 else { return }
    guard let form = Form(rawValue: try reader.byte()) else { throw reader.failure("the form of a sequence of integers") }
    var failure: DecodingFailure?
    withUnsafeTemporaryAllocation(of: Int64.self, capacity: blockCount) { space in
      do throws(DecodingFailure) {
        switch form {
        case .runs: try forEachBlockOfRuns(count, space, from: &reader, body)
        case .packed: try forEachPackedBlock(count, space, from: &reader, body)
        case .deltas:
          var number = try reader.zigzag()
          try forEachPackedBlock(count, space, from: &reader) { start, block in
            for index in 0..<block.count {
              number &+= block[index]
              block[index] = number
            }
            body(start, block)
          }
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
  }

  // MARK: - Runs

  private static func writeRuns(_ numbers: UnsafeBufferPointer<Int64>, to writer: inout ByteWriter) {
    var start = 0
    while start < numbers.count {
      var end = start + 1
      while end < numbers.count && numbers[end] == numbers[start] { end += 1 }
      writer.write(zigzag: numbers[start])
      writer.write(count: end - start)
      start = end
    }
  }

  @inline(__always)
  private static func forEachBlockOfRuns(
    _ count: Int, _ space: UnsafeMutableBufferPointer<Int64>, from reader: inout ByteReader,
    _ body: (_ start: Int, _ block: UnsafeMutableBufferPointer<Int64>) -> Void
  ) throws(DecodingFailure) {
    var start = 0
    while start < count {
      let number = try reader.zigzag()
      let length = try reader.number(upTo: count - start)
      guard length > 0 else { throw reader.failure("a run of at least one") }
      let end = start + length
      UnsafeMutableBufferPointer(rebasing: space[..<min(length, blockCount)]).update(repeating: number)
      while start < end {
        let blockLength = min(blockCount, end - start)
        body(start, UnsafeMutableBufferPointer(rebasing: space[..<blockLength]))
        start += blockLength
      }
    }
  }

  // MARK: - Packed blocks

  /// The least number of a block and the bits that the distances from it need.
  private struct Block: BitwiseCopyable {
    var least: Int64
    var width: Int

    @inline(__always) init(least: Int64, largest: Int64) {
      self.least = least
      width = BitPacking.width(of: UInt64(bitPattern: largest &- least))
    }
  }

  /// Of long sequences every eighth block is looked at first.
  private static let sampleStep = 8

  /// Chooses the shortest form and fills in its blocks. Of packed numbers and packed differences the one that a sample finds
  /// longer by an eighth is not looked at further.
  private static func survey(
    _ numbers: UnsafeBufferPointer<Int64>, _ plain: UnsafeMutableBufferPointer<Block>,
    _ differences: UnsafeMutableBufferPointer<Block>, repetitions: Bool
  ) -> Form {
    var (isPlainLikely, areDifferencesLikely) = (true, true)
    if plain.count >= 2 * sampleStep {
      for block in stride(from: 0, to: plain.count, by: sampleStep) {
        plain[block] = plainBlock(numbers, block)
        differences[block] = differenceBlock(numbers, block)
      }
      let plainSize = packedByteCount(plain, of: numbers.count, step: sampleStep)
      let differencesSize = packedByteCount(differences, of: numbers.count, step: sampleStep)
      isPlainLikely = plainSize * 8 <= differencesSize * 9
      areDifferencesLikely = differencesSize * 8 <= plainSize * 9
    }
    if isPlainLikely { for block in 0..<plain.count { plain[block] = plainBlock(numbers, block) } }
    if areDifferencesLikely { for block in 0..<plain.count { differences[block] = differenceBlock(numbers, block) } }
    let plainSize = isPlainLikely ? packedByteCount(plain, of: numbers.count, step: 1) : .max
    let differencesSize = areDifferencesLikely ? packedByteCount(differences, of: numbers.count, step: 1) : .max
    // A run takes some four bytes.
    let runLimit = repetitions ? min(plainSize, differencesSize) / 4 : 0
    if runCount(numbers, atMost: runLimit) * 4 < min(plainSize, differencesSize), repetitions { return .runs }
    return differencesSize < plainSize ? .deltas : .packed
  }

  /// The number of runs of equal numbers; of many, only that they are more than `limit`.
  private static func runCount(_ numbers: UnsafeBufferPointer<Int64>, atMost limit: Int) -> Int {
    var count = 1
    var index = 1
    while index < numbers.count, count <= limit {
      let end = min(index &+ blockCount, numbers.count)
      while index < end {
        count &+= numbers[index] == numbers[index &- 1] ? 0 : 1
        index &+= 1
      }
    }
    return count
  }

  private static func plainBlock(_ numbers: UnsafeBufferPointer<Int64>, _ block: Int) -> Block {
    let start = block &* blockCount
    let end = min(start &+ blockCount, numbers.count)
    var least = numbers[start]
    var largest = least
    for index in start..<end {
      least = min(least, numbers[index])
      largest = max(largest, numbers[index])
    }
    return Block(least: least, largest: largest)
  }

  /// The differences of a block's numbers from those before them, 0 for the first of all.
  private static func differenceBlock(_ numbers: UnsafeBufferPointer<Int64>, _ block: Int) -> Block {
    let start = block &* blockCount
    let end = min(start &+ blockCount, numbers.count)
    var previous = numbers[max(start &- 1, 0)]
    var least = numbers[start] &- previous
    var largest = least
    for index in start..<end {
      let difference = numbers[index] &- previous
      previous = numbers[index]
      least = min(least, difference)
      largest = max(largest, difference)
    }
    return Block(least: least, largest: largest)
  }

  private static func packedByteCount(
    _ blocks: UnsafeMutableBufferPointer<Block>, of count: Int, step: Int
  ) -> Int {
    var total = 0
    for index in stride(from: 0, to: blocks.count, by: step) {
      total += 4 + BitPacking.byteCount(of: min(blockCount, count - index * blockCount), width: blocks[index].width)
    }
    return total
  }

  @inline(__always)
  private static func writePacked(
    _ numbers: UnsafeBufferPointer<Int64>, _ blocks: UnsafeMutableBufferPointer<Block>, to writer: inout ByteWriter,
    _ number: (Int) -> Int64
  ) {
    for (index, block) in blocks.enumerated() {
      let start = index * blockCount
      let least = block.least
      writer.write(zigzag: least)
      writer.write(UInt8(block.width))
      BitPacking.pack(min(blockCount, numbers.count - start), width: block.width, into: &writer) {
        UInt64(bitPattern: number(start &+ $0) &- least)
      }
    }
  }

  @inline(__always)
  private static func forEachPackedBlock(
    _ count: Int, _ space: UnsafeMutableBufferPointer<Int64>, from reader: inout ByteReader,
    _ body: (_ start: Int, _ block: UnsafeMutableBufferPointer<Int64>) -> Void
  ) throws(DecodingFailure) {
    var start = 0
    while start < count {
      let end = min(start + blockCount, count)
      let least = try reader.zigzag()
      let width = Int(try reader.byte())
      guard width <= 64 else { throw reader.failure("a width of at most 64 bits") }
      let block = UnsafeMutableBufferPointer(rebasing: space[..<(end - start)])
      try BitPacking.unpack(from: &reader, width: width, base: least, into: block)
      body(start, block)
      start = end
    }
  }
}
