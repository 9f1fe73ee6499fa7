/// The neighbours of all nodes by one relationship type in one direction. Persistent.
struct AdjacencyTable: Sendable {
  var segments = SegmentList<AdjacencySegment>()
  /// What changed in a segment and is not merged yet; shorter than `segments` or not, absent where nothing changed.
  private(set) var deltas: [AdjacencyDelta?] = []

  @inline(__always) func delta(_ index: Int) -> AdjacencyDelta? {
    index < deltas.count ? deltas[index] : nil
  }

  /// Whether a segment has changes that are not merged.
  func isChanged(_ index: Int) -> Bool { delta(index).map { $0.count > 0 } ?? false }

  /// The number of segments to look at.
  var segmentCount: Int { max(segments.count, deltas.count) }

  mutating func add(_ row: UInt32, neighbour: UInt32, relationship: UInt32) {
    change(row, neighbour: neighbour, relationship: relationship) { $0.add($1) }
  }

  /// Removes a relationship; false, and nothing is changed, if the node does not have it.
  mutating func remove(_ row: UInt32, neighbour: UInt32, relationship: UInt32) -> Bool {
    guard contains(row, neighbour: neighbour, relationship: relationship) else { return false }
    change(row, neighbour: neighbour, relationship: relationship) { $0.remove($1) }
    return true
  }

  /// O(log degree).
  private func contains(_ row: UInt32, neighbour: UInt32, relationship: UInt32) -> Bool {
    let index = SegmentGeometry.segment(of: row)
    let offset = SegmentGeometry.offset(of: row)
    let entry = AdjacencyEntry(offset: UInt32(offset), neighbour: neighbour, relationship: relationship)
    if let delta = delta(index) {
      if AdjacencyDelta.contains(entry, in: delta.added) { return true }
      if AdjacencyDelta.contains(entry, in: delta.removed) { return false }
    }
    guard let segment = segments.segment(index) else { return false }
    return segment.contains(neighbour, relationship, in: segment.run(of: offset))
  }

  private mutating func change(
    _ row: UInt32, neighbour: UInt32, relationship: UInt32, _ body: (AdjacencyDelta, AdjacencyEntry) -> Void
  ) {
    let index = SegmentGeometry.segment(of: row)
    while deltas.count <= index { deltas.append(nil) }
    if deltas[index] == nil {
      deltas[index] = AdjacencyDelta()
    } else if !isKnownUniquelyReferenced(&deltas[index]) {
      deltas[index] = deltas[index]!.copy()
    }
    body(
      deltas[index]!,
      AdjacencyEntry(
        offset: UInt32(SegmentGeometry.offset(of: row)), neighbour: neighbour, relationship: relationship))
    if deltas[index]!.count > AdjacencyDelta.largestCount { merge(index) }
  }

  /// Folds the changes of a segment into its compressed rows.
  mutating func merge(_ index: Int) {
    guard let delta = delta(index) else { return }
    deltas[index] = nil
    guard delta.count > 0 else { return }
    segments.replace(index, with: AdjacencySegment.merging(segments.segment(index), delta))
  }

  mutating func mergeAll() {
    for index in deltas.indices { merge(index) }
  }

  /// Replaces a segment and its changes by their merged rows as they stand in the file; nil where none are left.
  mutating func settle(_ index: Int, as rows: StoredSegment<AdjacencySegment>?) {
    deltas[index] = nil
    guard rows != nil || index < segments.count else { return }
    segments.replace(index, with: nil)
    if let rows { segments.settle(index, as: rows) }
  }

  // MARK: - Reading

  func degree(of row: UInt32) -> Int {
    let index = SegmentGeometry.segment(of: row)
    let offset = SegmentGeometry.offset(of: row)
    var degree = segments.segment(index)?.run(of: offset).count ?? 0
    if let delta = delta(index) {
      degree += AdjacencyDelta.run(of: offset, in: delta.added).count
      degree -= AdjacencyDelta.run(of: offset, in: delta.removed).count
    }
    return degree
  }
}
