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

  static func write(_ numbers: UnsafeBufferPointer<Int64>, to writer: inout ByteWriter) {
    guard let first = numbers.first else { return }
    let blockTotal = (numbers.count - 1) / blockCount + 1
    withUnsafeTemporaryAllocation(of: Block.self, capacity: 2 * blockTotal) { blocks in
      let plain = UnsafeMutableBufferPointer(rebasing: blocks[..<blockTotal])
      let differences = UnsafeMutableBufferPointer(rebasing: blocks[blockTotal...])
      let runCount = survey(numbers, plain, differences)
      let packedSize = packedByteCount(plain, of: numbers.count)
      let deltaSize = packedByteCount(differences, of: numbers.count)
      // A run takes some four bytes.
      if runCount * 4 < min(packedSize, deltaSize) {
        writer.write(Form.runs.rawValue)
        writeRuns(numbers, to: &writer)
      } else if deltaSize < packedSize {
        writer.write(Form.deltas.rawValue)
        writer.write(zigzag: first)
        writePacked(numbers, differences, to: &writer) { $0 == 0 ? 0 : numbers[$0] &- numbers[$0 &- 1] }
      } else {
        writer.write(Form.packed.rawValue)
        writePacked(numbers, plain, to: &writer) { numbers[$0] }
      }
    }
  }

  /// The bytes that so many numbers need if no two neighbours are equal: a block of 256 takes at least two.
  static func leastByteCount(ofDifferent count: Int) -> Int { count <= 0 ? 0 : 2 * ((count - 1) / blockCount + 1) }

  static func read(_ count: Int, from reader: inout ByteReader) throws(DecodingFailure) -> [Int64] {
    guard count > 0 else { return [] }
    guard let form = Form(rawValue: try reader.byte()) else { throw reader.failure("the form of a sequence of integers") }
    switch form {
    case .runs: return try readRuns(count, from: &reader)
    case .packed: return try readPacked(count, from: &reader)
    case .deltas:
      var number = try reader.zigzag()
      var numbers = try readPacked(count, from: &reader)
      for index in numbers.indices {
        number &+= numbers[index]
        numbers[index] = number
      }
      return numbers
    }
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

  private static func readRuns(_ count: Int, from reader: inout ByteReader) throws(DecodingFailure) -> [Int64] {
    var numbers: [Int64] = []
    numbers.reserveCapacity(count)
    while numbers.count < count {
      let number = try reader.zigzag()
      let length = try reader.number(upTo: count - numbers.count)
      guard length > 0 else { throw reader.failure("a run of at least one") }
      numbers.append(contentsOf: repeatElement(number, count: length))
    }
    return numbers
  }

  // MARK: - Packed blocks

  /// The least number of a block and the bits that the distances from it need.
  private struct Block {
    var least: Int64
    var width: Int

    @inline(__always) init(least: Int64, largest: Int64) {
      self.least = least
      width = BitPacking.width(of: UInt64(bitPattern: largest &- least))
    }
  }

  /// Fills in the blocks of the numbers, and those of their differences, of which the first is 0.
  /// - Returns: the number of runs of equal numbers.
  private static func survey(
    _ numbers: UnsafeBufferPointer<Int64>, _ plain: UnsafeMutableBufferPointer<Block>,
    _ differences: UnsafeMutableBufferPointer<Block>
  ) -> Int {
    var changes = 0
    var previous = numbers[0]
    var start = 0
    for block in 0..<plain.count {
      let end = min(start &+ blockCount, numbers.count)
      var least = numbers[start]
      var largest = least
      var leastDifference = least &- previous
      var largestDifference = leastDifference
      for index in start..<end {
        let number = numbers[index]
        let difference = number &- previous
        previous = number
        least = min(least, number)
        largest = max(largest, number)
        leastDifference = min(leastDifference, difference)
        largestDifference = max(largestDifference, difference)
        changes &+= difference == 0 ? 0 : 1
      }
      plain.initializeElement(at: block, to: Block(least: least, largest: largest))
      differences.initializeElement(at: block, to: Block(least: leastDifference, largest: largestDifference))
      start = end
    }
    return changes + 1
  }

  private static func packedByteCount(_ blocks: UnsafeMutableBufferPointer<Block>, of count: Int) -> Int {
    var total = 0
    for (index, block) in blocks.enumerated() {
      total += 4 + BitPacking.byteCount(of: min(blockCount, count - index * blockCount), width: block.width)
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

  private static func readPacked(_ count: Int, from reader: inout ByteReader) throws(DecodingFailure) -> [Int64] {
    guard leastByteCount(ofDifferent: count) <= reader.remaining else { throw reader.failure("blocks of \(count) numbers") }
    var numbers = [Int64](repeating: 0, count: count)
    var failure: DecodingFailure?
    numbers.withUnsafeMutableBufferPointer { all in
      var start = 0
      do throws(DecodingFailure) {
        while start < count {
          let end = min(start + blockCount, count)
          let least = try reader.zigzag()
          let width = Int(try reader.byte())
          guard width <= 64 else { throw reader.failure("a width of at most 64 bits") }
          let block = UnsafeMutableBufferPointer(rebasing: all[start..<end])
          try BitPacking.unpack(from: &reader, width: width, base: least, into: block)
          start = end
        }
      } catch { failure = error }
    }
    if let failure { throw failure }
    return numbers
  }
}
