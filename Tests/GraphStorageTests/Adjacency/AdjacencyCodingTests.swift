import Graph
import TestSupport
import Testing

@testable import GraphStorage

@Suite struct AdjacencyCodingTests {
  /// A segment of nodes with runs of sorted neighbours.
  private func segment(_ entries: [(offset: Int, neighbour: UInt32, relationship: UInt32)]) throws -> AdjacencySegment {
    let sorted = entries.map {
      AdjacencyEntry(offset: UInt32($0.offset), neighbour: $0.neighbour, relationship: $0.relationship)
    }.sorted(by: AdjacencyEntry.precedes)
    return try #require(AdjacencySegment.merging(nil, AdjacencyDelta(added: sorted)))
  }

  private func encoded(_ segment: AdjacencySegment) -> [UInt8] {
    var writer = ByteWriter()
    segment.encode(into: &writer)
    return writer.bytes
  }

  /// What a segment's bytes say, with the neighbours taken from a column where they do not say them.
  private func decoded(_ bytes: [UInt8], _ original: AdjacencySegment) throws -> AdjacencySegment {
    let read = try bytes.decoded { reader throws(DecodingFailure) in
      let read = try AdjacencySegment.decode(from: &reader)
      guard reader.isAtEnd else { throw reader.failure("the end") }
      return read
    }
    guard read.awaitsNeighbours else { return read }
    var ends = FixedColumn<UInt32>()
    for place in 0..<original.count { ends.set(original.neighbours[place], at: original.relationships[place]) }
    read.gatherNeighbours(from: ends)
    return read
  }

  /// Expects a segment to come back.
  /// - Returns: its bytes.
  @discardableResult private func expectReturn(of segment: AdjacencySegment) throws -> [UInt8] {
    let bytes = encoded(segment)
    let read = try decoded(bytes, segment)
    #expect(read.count == segment.count && read.isDense == segment.isDense && !read.awaitsNeighbours)
    for offset in 0..<SegmentGeometry.rowCount {
      let run = segment.run(of: offset)
      #expect(read.run(of: offset) == run)
      #expect(
        run.allSatisfy { read.neighbours[$0] == segment.neighbours[$0] && read.relationships[$0] == segment.relationships[$0] })
    }
    return bytes
  }

  @Test("a part of a segment is what the whole has of it", arguments: [UInt32(1), 1000])
  func parts(step: UInt32) throws {
    var generator = SeededGenerator(seed: UInt64(step))
    let whole = try segment(
      (0..<4000).map { (Int.random(in: 0..<3000, using: &generator), UInt32.random(in: 0..<500, using: &generator), $0 * step) })
    func read(_ part: AdjacencyPart) throws -> AdjacencySegment {
      try encoded(whole).decoded { reader throws(DecodingFailure) in
        let read = try AdjacencySegment.decode(part, from: &reader)
        guard reader.isAtEnd else { throw reader.failure("the end") }
        return read
      }
    }
    let (degrees, neighbours) = (try read(.degrees), try read(.neighbours))
    if neighbours.awaitsNeighbours {
      var ends = FixedColumn<UInt32>()
      for place in 0..<whole.count { ends.set(whole.neighbours[place], at: whole.relationships[place]) }
      neighbours.gatherNeighbours(from: ends)
    }
    #expect(!degrees.awaitsNeighbours)
    for offset in 0..<SegmentGeometry.rowCount {
      #expect(degrees.run(of: offset) == whole.run(of: offset) && neighbours.run(of: offset) == whole.run(of: offset))
    }
    #expect((0..<whole.count).allSatisfy { neighbours.neighbours[$0] == whole.neighbours[$0] })
  }

  private func isGathered(_ bytes: [UInt8]) throws -> Bool {
    try bytes.decoded { reader throws(DecodingFailure) in try AdjacencySegment.decode(from: &reader).awaitsNeighbours }
  }

  @Test("adjacency comes back in both of its shapes, its relationships far apart or close", arguments: [10, 3000, 16_384])
  func shapes(nodeCount: Int) throws {
    var generator = SeededGenerator(seed: UInt64(nodeCount))
    for step in [UInt32(1), 1000] {
      let bytes = try expectReturn(
        of: segment(
          (0..<4000).map { index in
            (
              Int.random(in: 0..<nodeCount, using: &generator), UInt32.random(in: 0...UInt32.max, using: &generator),
              UInt32(index) * step
            )
          }))
      #expect(try isGathered(bytes) == (step == 1))
    }
  }

  @Test("relationships in every order come back: ascending with the neighbours, in stretches, and anyhow", arguments: seeds(3))
  func orders(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let count = 60_000
    let numbers = (0..<count).map { UInt32($0) }
    for order in [numbers, numbers.shuffled(using: &generator), numbers.reversed()] {
      // Ten relationships a node; the spread decides whether neighbours are written.
      for spread in [UInt32(1), 40] {
        let entries = (0..<count).map { index in
          (index / 10, UInt32.random(in: 0..<1_000_000, using: &generator), order[index] * spread + 5)
        }
        let ascending = entries.indices.map { (entries[$0].0, UInt32($0), UInt32($0) * spread) }
        #expect(try isGathered(try expectReturn(of: segment(entries))) == (spread == 1))
        #expect(try isGathered(try expectReturn(of: segment(ascending))) == (spread == 1))
      }
    }
  }

  @Test("neighbours that follow from the relationships take no room")
  func room() throws {
    var generator = SeededGenerator(seed: 5)
    let entries = (0..<40_000).map { ($0 / 8, UInt32.random(in: 0..<50_000, using: &generator), UInt32($0 + 70_000)) }
    // Three bits for the rank of each of eight, and a little for what is regular.
    #expect(encoded(try segment(entries)).count < 40_000 * 3 / 8 + 4000)
  }

  @Test("a segment whose ends cannot be read has the node 0 in their place, and reads nowhere else")
  func missingEnds() throws {
    let entries = (0..<100).map { ($0, UInt32($0), UInt32($0 * 500)) }
    let read = try encoded(try segment(entries)).decoded { reader throws(DecodingFailure) in
      try AdjacencySegment.decode(from: &reader)
    }
    read.gatherNeighbours(from: FixedColumn())
    #expect((0..<100).allSatisfy { read.neighbours[$0] == 0 && read.relationships[$0] == UInt32($0 * 500) })
  }

  @Test("degrees beyond what the bytes can hold are refused before there is room for them", arguments: [1, 3, 16_384])
  func impossibleDegrees(nodeCount: Int) throws {
    let presence = BitmapSegment()
    presence.insert(contentsOf: 0..<nodeCount)
    var writer = ByteWriter()
    BitmapCoding.write(presence.words, wordCount: SegmentGeometry.wordCount, to: &writer)
    IntegerCoding.write([Int64](repeating: Int64(UInt32.max) / Int64(nodeCount), count: nodeCount), to: &writer)
    IntegerCoding.write([Int64](repeating: 1, count: 1000), to: &writer)
    let failure = #expect(throws: DecodingFailure.self) {
      _ = try writer.bytes.decoded { reader throws(DecodingFailure) in try AdjacencySegment.decode(from: &reader) }
    }
    #expect(failure?.expectation == "degrees that the rest can hold")
  }

  @Test("a segment of many relationships that take little room comes back")
  func denseSegment() throws {
    var degrees = [UInt32](repeating: 0, count: SegmentGeometry.rowCount)
    degrees[7] = 300_000
    degrees[9] = 1
    let segment = degrees.withUnsafeBufferPointer { degrees in
      AdjacencySegment(degrees: degrees) { neighbours, relationships in
        for place in 0..<300_001 {
          neighbours[place] = 4
          relationships[place] = UInt32(place)
        }
      }
    }
    var writer = ByteWriter()
    segment.encode(into: &writer)
    #expect(writer.count < 5000)
    let read = try decoded(writer.bytes, segment)
    #expect(read.count == segment.count && read.relationships[300_000] == 300_000 && read.run(of: 7) == 0..<300_000)
  }
}
