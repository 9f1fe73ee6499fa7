import Graph

/// Finds the segments that a checkpoint has to write, and afterwards turns them into stored ones, in the same order.
struct CheckpointSegments: SegmentListVisitor {
  let file: GraphFile
  /// Whether segments that stand in a file are written as well: they stand in another file.
  let copiesStored: Bool
  private(set) var contents: [any SegmentContent] = []
  /// What was settled.
  var settlement = Settlement()
  /// The blob of the next segment to be settled; nil while they are looked for.
  private var nextBlob: BlobIdentifier?

  init(file: GraphFile, copiesStored: Bool) {
    self.file = file
    self.copiesStored = copiesStored
  }

  /// From now on visiting settles: the first segment found stands in `blob`, the others in those that follow.
  mutating func settle(from blob: BlobIdentifier) { nextBlob = blob }

  mutating func visit<Content: SegmentContent>(
    _ list: inout SegmentList<Content>, _ name: @autoclosure () -> String
  ) throws(StorageError) {
    for index in 0..<list.count {
      guard list.changed[index] != nil || (copiesStored && list.isPresent(index)) else { continue }
      guard let content = list.segment(index) else { continue }
      if let blob = nextBlob {
        let segment = StoredSegment(blob: blob, source: file, content: content)
        list.settle(index, as: segment)
        settlement.note(content, as: segment)
        nextBlob = blob + 1
      } else {
        contents.append(content)
      }
    }
  }
}

extension GraphFile {
  /// Makes `snapshot` the content of the file, the journal empty, in one transaction.
  /// - Parameter copiesStored: whether the snapshot's stored segments stand in another file.
  /// - Returns: the same graph with every segment in this file.
  func checkpoint(_ snapshot: GraphSnapshot, copiesStored: Bool = false) throws(StorageError) -> GraphSnapshot {
    try log.withLock { log throws(StorageError) in
      let settled = try writeCheckpoint(snapshot, copiesStored)
      log.restart()
      return settled
    }
  }

  private func writeCheckpoint(_ snapshot: GraphSnapshot, _ copiesStored: Bool) throws(StorageError) -> GraphSnapshot {
    var settled = snapshot
    for index in settled.relationships.outgoing.indices {
      settled.relationships.outgoing[index].mergeAll()
      settled.relationships.incoming[index].mergeAll()
    }
    try settled.checkIntact()
    let (before, released) = state.withLock { ($0.manifest, $0.released) }
    var manifest = before
    manifest.generation += 1
    let head = JournalHead(beginning: manifest.generation)
    // Advanced even if the checkpoint fails: the numbers it gave out are released by then.
    defer { state.withLock { $0.manifest.nextBlob = manifest.nextBlob } }
    try write { connection throws(StorageError) in
      for blob in released { try connection.execute("DELETE FROM segment WHERE id = \(blob)") }
      var writer = BlobWriter(connection: connection, nextBlob: before.nextBlob)
      defer { manifest.nextBlob = writer.nextBlob }
      var segments = CheckpointSegments(file: self, copiesStored: copiesStored)
      try settled.visitLists(&segments)
      try settled.checkIntact()
      try writer.write(segments.contents)
      segments.settle(from: before.nextBlob)
      try settled.visitLists(&segments)
      let strings = GrownStrings(of: settled.pool, upTo: settled.pool.count, since: manifest)
      for blob in strings.replaced { try connection.execute("DELETE FROM segment WHERE id = \(blob)") }
      strings.note(in: &manifest, from: writer.nextBlob)
      try writer.write(strings.contents)
      manifest.nextBlob = writer.nextBlob
      try connection.write(Seal.close(manifest.encode(settled), .manifest, 1), .manifest, 1)
      try connection.execute("DELETE FROM journal")
      try self.writeHead(head, to: connection)
      if self.version != FileFormat.version { try connection.execute("PRAGMA user_version = \(FileFormat.version)") }
      // Another file's words do not stand in this one.
      let tables = copiesStored ? FullTextTables(file: self) : settled.textTables
      try tables.update(connection, to: settled)
      return Set(released)
    } conclude: { state, deleted in
      state.manifest = manifest
      state.journal = head
      state.journalByteCount = 0
      state.hasCheckpointed = true
      state.named = []
      state.released.removeAll { deleted.contains($0) }
    }
    return settled
  }

  /// Deletes the segments that neither a snapshot nor the manifest refers to any more. A checkpoint does it for those that were
  /// free before it.
  func deleteReleased() throws(StorageError) {
    let free = releasable
    guard !free.isEmpty else { return }
    try write { connection throws(StorageError) in
      for blob in free { try connection.execute("DELETE FROM segment WHERE id = \(blob)") }
    }
    forget(free)
  }

  /// Deletes every segment but `live` and the strings: also what a process that was killed has left.
  func deleteSegments(except live: Set<BlobIdentifier>) throws(StorageError) {
    let (strings, named) = state.withLock { ($0.manifest.stringChunks.flatMap { [$0.text, $0.hashes] }, $0.named) }
    let kept = live.union(strings).union(named)
    try write { connection throws(StorageError) in
      for blob in try connection.integers("SELECT id FROM segment") where !kept.contains(blob) {
        try connection.execute("DELETE FROM segment WHERE id = \(blob)")
      }
    }
  }

  /// The blobs that no snapshot uses any more and the manifest does not name.
  var releasable: [BlobIdentifier] {
    state.withLock { state in state.released.filter { !state.named.contains($0) } }
  }

  /// Takes blobs that have been deleted off the list.
  func forget(_ blobs: [BlobIdentifier]) {
    let deleted = Set(blobs)
    state.withLock { $0.released.removeAll { deleted.contains($0) } }
  }
}
