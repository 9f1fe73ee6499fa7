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
      let form = survey(numbers, plain, differences)
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
    _ differences: UnsafeMutableBufferPointer<Block>
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
    if runCount(numbers, atMost: min(plainSize, differencesSize) / 4) * 4 < min(plainSize, differencesSize) { return .runs }
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
