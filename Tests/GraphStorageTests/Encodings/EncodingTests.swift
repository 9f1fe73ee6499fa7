import Graph
import TestSupport
import Testing

@testable import GraphStorage

@Suite struct EncodingTests {
  /// Sequences of the kinds that columns hold, and hostile ones.
  private static func numbers(_ generator: inout SeededGenerator) -> [Int64] {
    let count = Int.random(in: 0..<1500, using: &generator)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: return [Int64](repeating: Int64.random(in: .min ... .max, using: &generator), count: count)
    case 1: return (0..<count).map { _ in Int64.random(in: .min ... .max, using: &generator) }
    case 2: return (0..<count).map { Int64($0) * 3 + 1_000_000 }
    case 3:
      let width = Int64.random(in: 0..<60, using: &generator)
      return (0..<count).map { _ in Int64.random(in: 0...(1 << width), using: &generator) - (1 << (width / 2)) }
    case 4: return (0..<count).map { $0 % 2 == 0 ? .min : .max }
    case 5: return (0..<count).map { Int64($0 / 50) }
    default: return (0..<count).map { $0 % 100 == 0 ? .max : Int64($0 % 7) }
    }
  }

  @Test("integers come back from every form", arguments: seeds(6))
  func integers(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let numbers = Self.numbers(&generator)
      var writer = ByteWriter()
      IntegerCoding.write(numbers, to: &writer)
      let (read, rest) = try writer.bytes.decoded { reader throws(DecodingFailure) in
        (try IntegerCoding.read(numbers.count, from: &reader), reader.remaining)
      }
      #expect(read == numbers && rest == 0, "seed \(seed)")
    }
  }

  @Test("long sequences whose nature a sample may miss come back, and in no longer a form than need be", arguments: seeds(4))
  func longIntegers(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = 5000 + Int(generator.next() % 9000)
    let days = (0..<count).map { _ in Int64.random(in: 15_000..<16_000, using: &generator) }
    var sum: Int64 = 0
    let rising = (0..<count).map { _ in
      sum += Int64.random(in: 1..<9, using: &generator)
      return sum
    }
    let steps = (0..<count).map { Int64($0 / 900) << 40 }
    // Every eighth block says nothing about the others.
    let sly = (0..<count).map { $0 / 256 % 8 == 0 ? Int64(7) : Int64(generator.next() % 1_000_000) }
    for (numbers, largest) in [(days, count * 11 / 8), (rising, count * 4 / 8), (steps, 400), (sly, count * 5 / 2)] {
      var writer = ByteWriter()
      IntegerCoding.write(numbers, to: &writer)
      #expect(writer.count < largest, "seed \(seed)")
      let read = try writer.bytes.decoded { reader throws(DecodingFailure) in try IntegerCoding.read(count, from: &reader) }
      #expect(read == numbers, "seed \(seed)")
    }
  }

  @Test("numbers of 16 and 32 bits come back into their own memory, and larger ones are refused", arguments: seeds(4))
  func narrowIntegers(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for width in [0, 1, 9, 16, 17, 32, 33] {
      for count in [1, 255, 256, 257, 900] {
        let numbers = (0..<count).map { _ in Int64.random(in: 0..<(1 << Int64(width)), using: &generator) }
        var writer = ByteWriter()
        IntegerCoding.write(numbers, to: &writer)
        var words = [UInt32](repeating: 7, count: count)
        var halves = [UInt16](repeating: 7, count: count)
        if numbers.max()! <= Int64(UInt32.max) {
          try words.fill(from: writer) { numbers, reader throws(DecodingFailure) in
            try IntegerCoding.read(into: numbers, from: &reader)
          }
          #expect(words.map { Int64($0) } == numbers)
        }
        let isNarrow = numbers.max()! <= Int64(UInt16.max)
        do throws(DecodingFailure) {
          try halves.fill(from: writer) { numbers, reader throws(DecodingFailure) in
            try IntegerCoding.read(into: numbers, from: &reader)
          }
          #expect(isNarrow && halves.map { Int64($0) } == numbers)
        } catch {
          #expect(!isNarrow && error.expectation == "numbers of 16 bits")
        }
      }
    }
  }

  @Test("bits are packed at every width from 0 to 64", arguments: 0...64)
  func packing(width: Int) throws {
    var generator = SeededGenerator(seed: UInt64(width))
    let mask: UInt64 = width == 64 ? ~0 : (1 << UInt64(width)) - 1
    for count in [0, 1, 2, 7, 8, 9, 63, 64, 65, 256] {
      let numbers = (0..<count).map { _ in generator.next() & mask }
      var writer = ByteWriter()
      BitPacking.pack(count, width: width, into: &writer) { numbers[$0] }
      #expect(writer.count == BitPacking.byteCount(of: count, width: width))
      var unpacked = [Int64](repeating: 0, count: count)
      try writer.bytes.decoded { reader throws(DecodingFailure) in
        var failure: DecodingFailure?
        unpacked.withUnsafeMutableBufferPointer { buffer in
          do throws(DecodingFailure) { try BitPacking.unpack(from: &reader, width: width, base: 0, into: buffer) } catch {
            failure = error
          }
        }
        if let failure { throw failure }
      }
      #expect(unpacked.map { UInt64(bitPattern: $0) } == numbers, "count \(count)")
    }
  }

  @Test("floats come back to the bit, decimal or not")
  func floats() throws {
    let sequences: [[Double]] = [
      [], [0.25, 1.5, -3], [0.1, 0.2, 0.3, 99.99], [-0.0, 1], [.nan, 1], [.infinity], [1e300, .leastNonzeroMagnitude],
      [0x1p53, 0x1p60], [0.12345678],
    ]
    for numbers in sequences {
      var writer = ByteWriter()
      numbers.withUnsafeBufferPointer { FloatCoding.write($0, to: &writer) }
      let read = try writer.bytes.decoded { reader throws(DecodingFailure) in try FloatCoding.read(numbers.count, from: &reader) }
      #expect(read.map(\.bitPattern) == numbers.map(\.bitPattern))
    }
    var decimal = ByteWriter()
    (0..<1000).map { Double($0 % 101) / 100 }.withUnsafeBufferPointer { FloatCoding.write($0, to: &decimal) }
    #expect(decimal.count < 1200)
  }

  @Test("bitmaps come back, dense, sparse and ragged", arguments: seeds(3))
  func bitmaps(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for density in [0, 1, 50, 500, 999, 1000] {
      let segment = BitmapSegment()
      for offset in 0..<SegmentGeometry.rowCount where Int.random(in: 0..<1000, using: &generator) < density {
        _ = segment.insert(offset)
      }
      let copy: BitmapSegment = try roundTrip(segment)
      #expect(copy.count == segment.count)
      #expect((0..<SegmentGeometry.wordCount).allSatisfy { copy.words[$0] == segment.words[$0] }, "seed \(seed)")
    }
  }

  @Test("a column segment of every kind comes back", arguments: seeds(3))
  func columns(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pool = StringPool()
    let makers: [(Int) -> Value] = [
      { .integer(Int64($0 * 17)) }, { .float(Double($0) / 3) }, { .boolean($0 % 3 == 0) }, { .string("s\($0 % 40)") },
      { .date(CalendarDate(daysSinceEpoch: Int64($0))) }, { $0 % 2 == 0 ? .integer(1) : .string("x") },
      { .list([.integer(Int64($0))]) },
    ]
    for make in makers {
      let segment = ColumnSegment(kind: ColumnSegment.kind(of: make(0)))
      for _ in 0..<300 {
        let offset = Int.random(in: 0..<3000, using: &generator)
        segment.set(make(offset), at: offset, pool: pool)
        if offset % 5 == 0 { _ = segment.remove(offset) }
      }
      let copy: ColumnSegment = try roundTrip(segment)
      #expect(copy.presentCount == segment.presentCount && copy.kind == segment.kind)
      for offset in 0..<3100 {
        #expect("\(copy.value(at: offset, pool: pool))" == "\(segment.value(at: offset, pool: pool))", "seed \(seed)")
      }
    }
  }

  @Test("texts come back from compression, whatever they repeat", arguments: seeds(4))
  func compression(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for count in [0, 1, 3, 4, 5, 15, 16, 19, 300, 5_000, 90_000] {
      for alphabet in [1, 2, 7, 256] {
        let bytes = (0..<count).map { _ in UInt8(Int.random(in: 0..<alphabet, using: &generator)) }
        let compressed = bytes.withUnsafeBufferPointer { TextCompression.compressed($0) }
        let read = try compressed.decoded { reader throws(DecodingFailure) in try TextCompression.read(count, from: &reader) }
        #expect(read == bytes, "seed \(seed), \(count) bytes of \(alphabet)")
        // A byte too few or changed is found out or gives other text, and never reads or writes elsewhere.
        for cut in 0..<min(compressed.count, 40) {
          var damaged = Array(compressed[..<cut])
          if cut > 0 { damaged[cut / 2] ^= UInt8.random(in: 1...255, using: &generator) }
          _ = try? damaged.decoded { reader throws(DecodingFailure) in try TextCompression.read(count, from: &reader) }
        }
      }
    }
  }

  @Test("a text that repeats every few bytes comes back from compression, up to its last byte")
  func repetitions() throws {
    for period in 1...20 {
      for count in [period + 3, 40, 41, 47, 48, 300] {
        let bytes = (0..<count).map { UInt8($0 % period) } + [99]
        for text in [bytes, Array(bytes.dropLast())] {
          let compressed = text.withUnsafeBufferPointer { TextCompression.compressed($0) }
          let read = try compressed.decoded { reader throws(DecodingFailure) in
            try TextCompression.read(text.count, from: &reader)
          }
          #expect(read == text, "\(count) bytes, period \(period)")
        }
      }
    }
  }

  @Test("a chunk of strings comes back, compressed or as it is")
  func strings() throws {
    let samples: [[String]] = [[], [""], ["a", "", "日本"], (0..<3000).map { "the person with the number \($0)" }]
    for texts in samples {
      let chunk = StringPoolChunk(lengths: texts.map { UInt32($0.utf8.count) }, bytes: texts.flatMap { Array($0.utf8) })
      let copy: StringPoolChunk = try roundTrip(chunk)
      #expect(copy.lengths == chunk.lengths && copy.bytes == chunk.bytes)
    }
  }

  @Test("decoding random bytes fails or succeeds, and never traps", arguments: seeds(3))
  func hostile(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in UInt8.random(in: 0...255, using: &generator) & 0x3F }
      attempt(BitmapSegment.self, bytes)
      attempt(AdjacencySegment.self, bytes)
      attempt(AdjacencySegment.self, [0x80 | UInt8.random(in: 0...15, using: &generator)] + bytes)
      attempt(FixedSegment<UInt32>.self, bytes)
      attempt(ColumnSegment.self, bytes)
      attempt(IndexPage.self, bytes)
      attempt(StringPoolChunk.self, bytes)
    }
  }

  private func attempt<Content: SegmentCoding>(_ type: Content.Type, _ bytes: [UInt8]) {
    _ = try? bytes.decoded { reader throws(DecodingFailure) in try Content.decode(from: &reader) }
  }

  private func roundTrip<Content: SegmentCoding>(_ content: Content) throws -> Content {
    var writer = ByteWriter()
    content.encode(into: &writer)
    return try writer.bytes.decoded { reader throws(DecodingFailure) in
      let read = try Content.decode(from: &reader)
      guard reader.isAtEnd else { throw reader.failure("the end") }
      return read
    }
  }
}

extension Array {
  /// Has `body` write the whole of the array.
  fileprivate mutating func fill(
    from writer: ByteWriter,
    _ body: (UnsafeMutableBufferPointer<Element>, inout ByteReader) throws(DecodingFailure) -> Void
  ) throws(DecodingFailure) {
    var failure: DecodingFailure?
    withUnsafeMutableBufferPointer { space in
      do throws(DecodingFailure) {
        try writer.bytes.decoded { reader throws(DecodingFailure) in try body(space, &reader) }
      } catch { failure = error }
    }
    if let failure { throw failure }
  }
}
