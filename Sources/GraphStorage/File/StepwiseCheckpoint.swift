import Graph

/// A state to be folded, and where the journal stood then.
struct CheckpointStart: Sendable {
  let snapshot: GraphSnapshot
  let journal: JournalHead
  let journalByteCount: Int
  let stringCount: Int

  /// - Parameter snapshot: the state that the last commit has made; no other commit is under way.
  init(_ snapshot: GraphSnapshot, in file: GraphFile) {
    self.snapshot = snapshot
    (journal, journalByteCount) = file.state.withLock { ($0.journal, $0.journalByteCount) }
    stringCount = snapshot.pool.count
  }
}

/// A checkpoint that goes on beside commits: none of them waits for more than one of its transactions, each of which is small.
///
///     segments   the new segments, a few at a time; nobody knows them yet
///     manifest   the new manifest, and a head by which the journal begins behind the state that was written; the commits that
///                have come to the log meanwhile go into the journal, and the log begins anew
///     journal    the commits in it are deleted, some at a time
///     release    so are segments that nothing refers to any more
///
/// A crash before the manifest leaves segments that nothing names, whose numbers the next checkpoint gives out again; one after
/// it leaves rows that the next one deletes.
struct StepwiseCheckpoint {
  private static let journalRowCount: Int64 = 512
  private static let releasedCount = 8

  let file: GraphFile
  let start: CheckpointStart
  let observer: (CheckpointStep) -> Void

  /// - Returns: what later states take over.
  func run() throws(StorageError) -> Settlement {
    var settled = start.snapshot
    var segments = CheckpointSegments(file: file, copiesStored: false)
    segments.settlement.merge(&settled)
    try settled.visitLists(&segments)
    try settled.checkIntact()
    var manifest = file.state.withLock { $0.manifest }
    let strings = GrownStrings(of: settled.pool, upTo: start.stringCount, since: manifest)
    let firstBlob = manifest.nextBlob
    manifest.nextBlob += BlobIdentifier(segments.contents.count + strings.contents.count)
    file.state.withLock { $0.manifest.nextBlob = manifest.nextBlob }
    do throws(StorageError) {
      var writer = StepwiseBlobWriter(file: file, firstBlob: firstBlob)
      try writer.write(segments.contents) { observer(.segments) }
      segments.settle(from: firstBlob)
      try settled.visitLists(&segments)
      segments.settlement.noteMerged(in: settled)
      strings.note(in: &manifest, from: writer.nextBlob)
      try writer.write(strings.contents) { observer(.segments) }
      try replaceManifest(by: manifest, of: settled, releasing: strings.replaced)
    } catch {
      file.state.withLock { $0.released += Array(firstBlob..<manifest.nextBlob) }
      throw error
    }
    observer(.manifest)
    // What cannot be deleted now the next checkpoint deletes.
    try? deleteFolded()
    try? deleteReleased()
    return segments.settlement
  }

  private func replaceManifest(
    by manifest: Manifest, of settled: GraphSnapshot, releasing replaced: [BlobIdentifier]
  ) throws(StorageError) {
    var manifest = manifest
    manifest.generation += 1
    let content = Seal.close(manifest.encode(settled), .manifest, 1)
    var blobs = BlobCollector()
    var visited = settled
    try visited.visitLists(&blobs)
    try file.log.withLock { log throws(StorageError) in
      let commits = log
      try file.write { connection throws(StorageError) in
        let head = file.state.withLock { $0.journal }.folding(start.journal)
        try connection.write(content, .manifest, 1)
        try file.copy(commits, behind: start.journal.lastSequence, to: connection)
        try file.writeHead(head, to: connection)
        return head
      } conclude: { state, head in
        state.manifest = manifest
        state.journal = head
        state.journalByteCount -= start.journalByteCount
        state.hasCheckpointed = true
        state.named = Set(blobs.blobs)
        state.released += replaced
      }
      log.restart()
    }
  }

  private func deleteFolded() throws(StorageError) {
    let last = start.journal.lastSequence
    guard
      var first = try file.read({ connection throws(StorageError) in try connection.integer("SELECT min(sequence) FROM journal") }
      )
    else { return }
    while first <= last {
      let end = min(first + Self.journalRowCount - 1, last)
      try file.write(isDurable: false) { connection throws(StorageError) in
        try connection.execute("DELETE FROM journal WHERE sequence BETWEEN \(first) AND \(end)")
      }
      first = end + 1
      observer(.journal)
    }
  }

  /// The segments of the state that was written are in use as long as this runs, so none of them is among those deleted.
  private func deleteReleased() throws(StorageError) {
    var free = file.releasable[...]
    while !free.isEmpty {
      let some = Array(free.prefix(Self.releasedCount))
      free = free.dropFirst(some.count)
      try file.write(isDurable: false) { connection throws(StorageError) in
        for blob in some { try connection.execute("DELETE FROM segment WHERE id = \(blob)") }
      }
      file.forget(some)
      observer(.release)
    }
  }
}
