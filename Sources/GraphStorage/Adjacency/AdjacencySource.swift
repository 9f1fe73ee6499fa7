/// Reads the adjacency of one direction from a file: what a blob leaves out because the other ends of relationships are kept by
/// relationship as well, it takes from there.
///
/// The ends are those of the state that the blobs belong to. A relationship's ends never change, so later states have the same.
final class AdjacencySource: SegmentSource {
  private let file: any SegmentSource
  private let ends: FixedColumn<UInt32>

  /// - Parameter ends: the targets for outgoing adjacency, the sources for incoming.
  init(file: any SegmentSource, ends: FixedColumn<UInt32>) {
    self.file = file
    self.ends = ends
  }

  func read<Content: SegmentDecoding>(
    _ blob: BlobIdentifier, as type: Content.Type, within bounds: SegmentBounds
  ) throws(StorageError) -> Content {
    let content = try file.read(blob, as: type, within: bounds)
    if let segment = (content as? any AdjacencyContent)?.adjacency, segment.awaitsNeighbours {
      segment.gatherNeighbours(from: ends)
      guard segment.isSorted(byRelationship: true) else { throw file.damage(of: blob, expected: AdjacencySegment.order) }
      if !(content is AdjacencySegment) { segment.dropRelationships() }
    }
    return content
  }

  func damage(of blob: BlobIdentifier, expected: String) -> StorageError { file.damage(of: blob, expected: expected) }

  func remember(_ failure: StorageError) { file.remember(failure) }

  func release(_ blob: BlobIdentifier) { file.release(blob) }
}

extension AdjacencySegment {
  /// Writes the other ends of the relationships. O(relationships).
  ///
  /// What the column does not have becomes 0: where it is damaged, the file has remembered that.
  func gatherNeighbours(from ends: FixedColumn<UInt32>) {
    let (neighbours, relationships) = (self.neighbours, self.relationships)
    var segments = EndSegments(ends)
    for place in 0..<count { neighbours[place] = segments[relationships[place]] }
    awaitsNeighbours = false
  }
}

/// The segments of a column as bare memory, looked up when a row of theirs is first asked for.
private struct EndSegments: ~Copyable {
  private let column: FixedColumn<UInt32>
  private let count: Int
  private let bases: UnsafeMutablePointer<UnsafePointer<UInt32>?>
  private let capacities: UnsafeMutablePointer<Int>
  private var held: [FixedSegment<UInt32>] = []

  init(_ column: FixedColumn<UInt32>) {
    self.column = column
    count = column.segments.count
    bases = .allocate(capacity: max(count, 1))
    bases.initialize(repeating: nil, count: count)
    capacities = .allocate(capacity: max(count, 1))
  }

  deinit {
    bases.deallocate()
    capacities.deallocate()
  }

  /// 0 for a row that the column does not have.
  @inline(__always) subscript(row: UInt32) -> UInt32 {
    mutating get {
      let index = SegmentGeometry.segment(of: row)
      guard index < count else { return 0 }
      let base = bases[index] ?? load(index)
      let offset = SegmentGeometry.offset(of: row)
      return offset < capacities[index] ? base[offset] : 0
    }
  }

  @inline(never) private mutating func load(_ index: Int) -> UnsafePointer<UInt32> {
    let segment = column.segments.segment(index) ?? FixedSegment()
    held.append(segment)
    let base = UnsafePointer(segment.base)
    bases[index] = base
    capacities[index] = segment.capacity
    return base
  }
}
