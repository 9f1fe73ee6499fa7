/// Where the changed segments of a state stand in the file now that a checkpoint has written them.
///
/// While it was written, commits went on. What they did not change is still the same object in later states, and is told apart by
/// that: a state takes over the stored form of those, and keeps its own changes, which are in the journal.
struct Settlement: @unchecked Sendable {
  /// Stored segments by the identity of the content that was written.
  private var stored: [ObjectIdentifier: AnyObject] = [:]
  /// Compressed rows by the identity of the changes that were merged into them; nil where no relationship was left.
  private var merged: [ObjectIdentifier: StoredSegment<AdjacencySegment>?] = [:]
  /// What was written, so that no other object takes over its identity.
  private var kept: [AnyObject] = []
  /// The changes that were merged, by their place: type, direction, segment.
  private var deltas: [(type: Int, isOutgoing: Bool, segment: Int, delta: AdjacencyDelta)] = []

  /// Merges the adjacency of a state that is about to be written, noting what was merged.
  mutating func merge(_ snapshot: inout GraphSnapshot) {
    for type in snapshot.relationships.outgoing.indices {
      note(snapshot.relationships.outgoing[type].deltas, type, isOutgoing: true)
      note(snapshot.relationships.incoming[type].deltas, type, isOutgoing: false)
      snapshot.relationships.outgoing[type].mergeAll()
      snapshot.relationships.incoming[type].mergeAll()
    }
  }

  private mutating func note(_ changes: [AdjacencyDelta?], _ type: Int, isOutgoing: Bool) {
    for (segment, delta) in changes.enumerated() {
      if let delta { deltas.append((type, isOutgoing, segment, delta)) }
    }
  }

  mutating func note<Content: SegmentContent>(_ content: Content, as segment: StoredSegment<Content>) {
    stored[ObjectIdentifier(content)] = segment
    kept.append(content)
  }

  /// Notes where the merged rows stand, once `snapshot` refers to the file.
  mutating func noteMerged(in snapshot: GraphSnapshot) {
    for (type, isOutgoing, segment, delta) in deltas {
      let table = isOutgoing ? snapshot.relationships.outgoing[type] : snapshot.relationships.incoming[type]
      merged[ObjectIdentifier(delta)] = .some(segment < table.segments.stored.count ? table.segments.stored[segment] : nil)
    }
  }

  /// Makes a state that was made out of the written one refer to the file where nothing has changed since.
  /// - Complexity: O(segments).
  mutating func apply(to snapshot: inout GraphSnapshot) throws(StorageError) {
    guard !stored.isEmpty || !merged.isEmpty else { return }
    try snapshot.visitLists(&self)
    for type in snapshot.relationships.outgoing.indices {
      apply(to: &snapshot.relationships.outgoing[type])
      apply(to: &snapshot.relationships.incoming[type])
    }
  }

  private func apply(to table: inout AdjacencyTable) {
    for segment in table.deltas.indices {
      guard let delta = table.deltas[segment], let rows = merged[ObjectIdentifier(delta)] else { continue }
      table.settle(segment, as: rows)
    }
  }
}

extension Settlement: SegmentListVisitor {
  mutating func visit<Content: SegmentContent>(_ list: inout SegmentList<Content>, _ name: @autoclosure () -> String) {
    for index in 0..<list.count {
      guard let content = list.changed[index], let segment = stored[ObjectIdentifier(content)] else { continue }
      content.forgetTwin()
      list.settle(index, as: unsafeDowncast(segment, to: StoredSegment<Content>.self))
    }
  }
}
