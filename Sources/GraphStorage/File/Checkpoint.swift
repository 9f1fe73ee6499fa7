import Graph

/// Writes the segments that changed since the last checkpoint and turns them into stored ones.
struct CheckpointWriter: SegmentListVisitor {
  let connection: SQLiteConnection
  let file: GraphFile
  var nextBlob: BlobIdentifier
  /// Whether segments that stand in a file are written as well: they stand in another file.
  let copiesStored: Bool

  mutating func visit<Content: SegmentContent>(
    _ list: inout SegmentList<Content>, _ name: @autoclosure () -> String
  ) throws(StorageError) {
    for index in 0..<list.count {
      guard list.changed[index] != nil || (copiesStored && list.isPresent(index)) else { continue }
      guard let content = list.segment(index) else { continue }
      let blob = try write(content)
      list.settle(index, as: StoredSegment(blob: blob, source: file, content: content))
    }
  }

  mutating func write(_ content: some SegmentCoding) throws(StorageError) -> BlobIdentifier {
    var writer = ByteWriter()
    content.encode(into: &writer)
    let blob = nextBlob
    nextBlob += 1
    try connection.write(Seal.close(writer.bytes, .segment, blob), .segment, blob)
    return blob
  }
}

extension GraphFile {
  /// Makes `snapshot` the content of the file, the journal empty, in one transaction.
  /// - Parameter copiesStored: whether the snapshot's stored segments stand in another file.
  /// - Returns: the same graph with every segment in this file.
  func checkpoint(_ snapshot: GraphSnapshot, copiesStored: Bool = false) throws(StorageError) -> GraphSnapshot {
    var settled = snapshot
    for index in settled.relationships.outgoing.indices {
      settled.relationships.outgoing[index].mergeAll()
      settled.relationships.incoming[index].mergeAll()
    }
    try settled.checkIntact()
    let (before, released) = state.withLock { ($0.manifest, $0.released) }
    var manifest = before
    manifest.generation += 1
    let head = JournalHead(generation: manifest.generation)
    // Advanced even if the checkpoint fails: the numbers it gave out are released by then.
    defer { state.withLock { $0.manifest.nextBlob = manifest.nextBlob } }
    try write { connection throws(StorageError) in
      for blob in released { try connection.execute("DELETE FROM segment WHERE id = \(blob)") }
      var writer = CheckpointWriter(connection: connection, file: self, nextBlob: before.nextBlob, copiesStored: copiesStored)
      defer { manifest.nextBlob = writer.nextBlob }
      try settled.visitLists(&writer)
      try settled.checkIntact()
      try self.writeStrings(of: settled.pool, with: &writer, into: &manifest)
      manifest.nextBlob = writer.nextBlob
      try connection.write(Seal.close(manifest.encode(settled), .manifest, 1), .manifest, 1)
      try connection.execute("DELETE FROM journal")
      try self.writeHead(head, to: connection)
      if self.version != FileFormat.version { try connection.execute("PRAGMA user_version = \(FileFormat.version)") }
      // Another file's words do not stand in this one.
      let tables = copiesStored ? FullTextTables(file: self) : settled.textTables
      try tables.update(connection, to: settled)
    }
    let forgotten = Set(released)
    state.withLock {
      $0.manifest = manifest
      $0.journal = head
      $0.journalByteCount = 0
      $0.hasCheckpointed = true
      $0.released.removeAll { forgotten.contains($0) }
    }
    return settled
  }

  /// Deletes the segments that no snapshot uses any more. A checkpoint does it for those that were free before it.
  func deleteReleased() throws(StorageError) {
    let released = state.withLock { $0.released }
    guard !released.isEmpty else { return }
    try write { connection throws(StorageError) in
      for blob in released { try connection.execute("DELETE FROM segment WHERE id = \(blob)") }
    }
    state.withLock { $0.released.removeFirst(released.count) }
  }

  /// Deletes every segment but `live` and the strings: also what a process that was killed has left.
  func deleteSegments(except live: Set<BlobIdentifier>) throws(StorageError) {
    let strings = state.withLock { $0.manifest.stringChunks.flatMap { [$0.text, $0.hashes] } }
    let kept = live.union(strings)
    try write { connection throws(StorageError) in
      for blob in try connection.integers("SELECT id FROM segment") where !kept.contains(blob) {
        try connection.execute("DELETE FROM segment WHERE id = \(blob)")
      }
    }
  }

  /// Writes the chunks of the pool that have grown.
  private func writeStrings(
    of pool: StringPool, with writer: inout CheckpointWriter, into manifest: inout Manifest
  ) throws(StorageError) {
    let count = pool.count
    guard count > manifest.stringCount else { return }
    let firstChanged = manifest.stringCount / StringPool.slotsPerChunk
    for chunk in manifest.stringChunks[min(firstChanged, manifest.stringChunks.count)...] {
      try writer.connection.execute("DELETE FROM segment WHERE id IN (\(chunk.text), \(chunk.hashes))")
    }
    manifest.stringChunks.removeSubrange(min(firstChanged, manifest.stringChunks.count)...)
    var chunk = firstChanged
    while chunk * StringPool.slotsPerChunk < count {
      let (content, hashes) = pool.chunk(chunk, upTo: count)
      let text = try writer.write(content)
      manifest.stringChunks.append(StoredStringChunk(text: text, hashes: try writer.write(StringHashes(hashes: hashes))))
      chunk += 1
    }
    manifest.stringCount = count
  }
}
