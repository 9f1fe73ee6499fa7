import Graph

/// Finds the segments that a checkpoint has to write, and afterwards turns them into stored ones, in the same order.
private struct CheckpointSegments: SegmentListVisitor {
  let file: GraphFile
  /// Whether segments that stand in a file are written as well: they stand in another file.
  let copiesStored: Bool
  private(set) var contents: [any SegmentContent] = []
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
        list.settle(index, as: StoredSegment(blob: blob, source: file, content: content))
        nextBlob = blob + 1
      } else {
        contents.append(content)
      }
    }
  }
}

/// Writes blobs, numbered one after the other.
private struct BlobWriter {
  /// Enough for all workers; what is encoded and not yet written stays small.
  private static let roundCount = 16

  let connection: SQLiteConnection
  var nextBlob: BlobIdentifier

  /// Encodes on all workers; while the next contents are encoded, one writes the last ones.
  mutating func write(_ contents: [any SegmentEncoding]) throws(StorageError) {
    var written = 0
    var sealed: [[UInt8]] = []
    while written < contents.count {
      let start = written + sealed.count
      let count = min(Self.roundCount, contents.count - start)
      var next = [[UInt8]](repeating: [], count: count)
      let firstBlob = nextBlob
      try next.withUnsafeMutableBufferPointer { next throws(StorageError) in
        nonisolated(unsafe) let next = next
        let connection = self.connection
        // The first piece writes: pieces begin in their order.
        try WorkerPool.shared.run(pieceCount: count + 1) { piece, _ throws(StorageError) in
          guard piece > 0 else {
            for (place, bytes) in sealed.enumerated() {
              try connection.write(bytes, .segment, firstBlob + BlobIdentifier(place))
            }
            return
          }
          let blob = firstBlob + BlobIdentifier(sealed.count + piece - 1)
          next[piece - 1] = Self.sealed(contents[start + piece - 1], blob)
        }
      }
      written += sealed.count
      nextBlob += BlobIdentifier(sealed.count)
      sealed = next
    }
  }

  private static func sealed(_ content: any SegmentEncoding, _ blob: BlobIdentifier) -> [UInt8] {
    var writer = ByteWriter()
    content.encode(into: &writer)
    return Seal.close(writer.bytes, .segment, blob)
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
      var writer = BlobWriter(connection: connection, nextBlob: before.nextBlob)
      defer { manifest.nextBlob = writer.nextBlob }
      var segments = CheckpointSegments(file: self, copiesStored: copiesStored)
      try settled.visitLists(&segments)
      try settled.checkIntact()
      try writer.write(segments.contents)
      segments.settle(from: before.nextBlob)
      try settled.visitLists(&segments)
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
    of pool: StringPool, with writer: inout BlobWriter, into manifest: inout Manifest
  ) throws(StorageError) {
    let count = pool.count
    guard count > manifest.stringCount else { return }
    let firstChanged = manifest.stringCount / StringPool.slotsPerChunk
    for chunk in manifest.stringChunks[min(firstChanged, manifest.stringChunks.count)...] {
      try writer.connection.execute("DELETE FROM segment WHERE id IN (\(chunk.text), \(chunk.hashes))")
    }
    manifest.stringChunks.removeSubrange(min(firstChanged, manifest.stringChunks.count)...)
    let chunkCount = (count + StringPool.slotsPerChunk - 1) / StringPool.slotsPerChunk
    // A chunk's text and hashes follow each other.
    let blobs = stride(from: writer.nextBlob, to: writer.nextBlob + 2 * BlobIdentifier(chunkCount - firstChanged), by: 2)
    try writer.write(
      (firstChanged..<chunkCount).flatMap { chunk -> [any SegmentEncoding] in
        [PooledChunk.Half.text, .hashes].map { PooledChunk(pool: pool, chunk: chunk, end: count, half: $0) }
      })
    manifest.stringChunks += blobs.map { StoredStringChunk(text: $0, hashes: $0 + 1) }
    manifest.stringCount = count
  }
}
