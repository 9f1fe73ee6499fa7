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
    guard let first = numbers.first else { return }
    var differences = [Int64](repeating: 0, count: numbers.count)
    var runs = 1
    for index in 1..<max(numbers.count, 1) {
      differences[index] = numbers[index] &- numbers[index - 1]
      if differences[index] != 0 { runs += 1 }
    }
    let packedSize = packedByteCount(numbers)
    let deltaSize = packedByteCount(differences)
    // A run takes some four bytes.
    if runs * 4 < min(packedSize, deltaSize) {
      writer.write(Form.runs.rawValue)
      writeRuns(numbers, to: &writer)
    } else if deltaSize < packedSize {
      writer.write(Form.deltas.rawValue)
      writer.write(zigzag: first)
      writePacked(differences, to: &writer)
    } else {
      writer.write(Form.packed.rawValue)
      writePacked(numbers, to: &writer)
    }
  }

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

  private static func writeRuns(_ numbers: [Int64], to writer: inout ByteWriter) {
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

  private static func forEachBlock(_ numbers: [Int64], _ body: (UnsafeBufferPointer<Int64>, _ least: Int64, _ width: Int) -> Void)
  {
    numbers.withUnsafeBufferPointer { all in
      var start = 0
      while start < all.count {
        let block = UnsafeBufferPointer(rebasing: all[start..<min(start + blockCount, all.count)])
        var least = block[0]
        var largest = block[0]
        for number in block {
          least = min(least, number)
          largest = max(largest, number)
        }
        body(block, least, BitPacking.width(of: UInt64(bitPattern: largest &- least)))
        start += blockCount
      }
    }
  }

  private static func packedByteCount(_ numbers: [Int64]) -> Int {
    var total = 0
    forEachBlock(numbers) { block, _, width in total += 4 + BitPacking.byteCount(of: block.count, width: width) }
    return total
  }

  private static func writePacked(_ numbers: [Int64], to writer: inout ByteWriter) {
    var offsets = [UInt64](repeating: 0, count: blockCount)
    forEachBlock(numbers) { block, least, width in
      writer.write(zigzag: least)
      writer.write(UInt8(width))
      for index in block.indices { offsets[index] = UInt64(bitPattern: block[index] &- least) }
      offsets.withUnsafeBufferPointer {
        BitPacking.pack(UnsafeBufferPointer(rebasing: $0[..<block.count]), width: width, into: &writer)
      }
    }
  }

  private static func readPacked(_ count: Int, from reader: inout ByteReader) throws(DecodingFailure) -> [Int64] {
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
