/// How much is read of a segment of adjacency that is needed once and then not kept in memory.
enum AdjacencyPart {
  /// How many neighbours each node has.
  case degrees
  /// The neighbours, but not by which relationships.
  case neighbours
  case whole
}

extension SegmentList where Content == AdjacencySegment {
  /// A segment of which no more than a part is asked for, nil where it is absent or damaged.
  ///
  /// - Parameter keeps: false where what has to be read from the file need not stay in memory.
  func segment(_ index: Int, _ part: AdjacencyPart, keeps: Bool) -> AdjacencySegment? {
    guard !keeps, !isInMemory(index), let stored = stored[index] else { return segment(index) }
    return switch part {
    case .degrees: stored.read(as: AdjacencyDegrees.self)?.adjacency
    case .neighbours: stored.read(as: AdjacencyNeighbours.self)?.adjacency
    case .whole: stored.read(as: AdjacencySegment.self)
    }
  }
}

/// What is read of a blob of adjacency.
protocol AdjacencyContent {
  var adjacency: AdjacencySegment { get }
}

extension AdjacencySegment: AdjacencyContent {
  var adjacency: AdjacencySegment { self }
}

private struct AdjacencyDegrees: SegmentDecoding, AdjacencyContent {
  let adjacency: AdjacencySegment

  static func decode(from reader: inout ByteReader, within bounds: SegmentBounds) throws(DecodingFailure) -> Self {
    Self(adjacency: try AdjacencySegment.decode(.degrees, from: &reader, within: bounds))
  }
}

private struct AdjacencyNeighbours: SegmentDecoding, AdjacencyContent {
  let adjacency: AdjacencySegment

  static func decode(from reader: inout ByteReader, within bounds: SegmentBounds) throws(DecodingFailure) -> Self {
    Self(adjacency: try AdjacencySegment.decode(.neighbours, from: &reader, within: bounds))
  }
}
