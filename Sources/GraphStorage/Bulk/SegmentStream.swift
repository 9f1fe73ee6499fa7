import Graph

/// Takes the segments of a load as soon as they are whole and writes them to the file, so that they need not stay in memory until
/// the end, nor the disk wait until then for its work.
///
/// In a file that others know, nothing names them before the checkpoint that ends the load, so they need not be durable one by
/// one. What a load leaves that is given up the next checkpoint deletes; after a crash it gives their numbers out again.
///
/// A thread of its own encodes what is handed over, in that order; it is waited for where it falls behind. Until `drain` has
/// returned, nothing of it can be read. What goes wrong is thrown there.
final class SegmentStream: @unchecked Sendable {
  /// What may wait to be encoded: some megabytes.
  private static let largestJobCount = 64
  /// What is gathered for one transaction of the file.
  private static let batchByteCount = 2 << 20
  /// A write-ahead log beyond this many pages of 32 KiB is copied into the file.
  private static let largestLogPageCount = 1024

  private struct Job {
    let content: any SegmentEncoding
    let blob: BlobIdentifier
  }

  let file: GraphFile
  /// Nil for a file that others know: its write-ahead log has the disk written.
  private let disk: DiskSynchronizer?
  private let monitor = Monitor()
  private var jobs: [Job] = []
  /// Whether a job has been taken off and is not done.
  private var isEncoding = false
  private var hasThread = false
  private var isEnded = false
  private var sealed: [(blob: BlobIdentifier, bytes: [UInt8])] = []
  private var sealedByteCount = 0
  private var failure: StorageError?

  init(_ file: GraphFile) {
    self.file = file
    disk = file.isDraft ? DiskSynchronizer(file.path) : nil
    guard WorkerPool.shared.workerCount > 1 else { return }
    hasThread = BackgroundThread.start { self.encode() }
  }

  /// Hands over the changed segments `range` of a list, which from now on stand in the file.
  func take<Content: SegmentContent>(_ list: inout SegmentList<Content>, _ range: Range<Int>) {
    for index in range.clamped(to: 0..<list.count) {
      guard let content = list.changed[index] else { continue }
      let blob = reserveBlob()
      enqueue(Job(content: content, blob: blob))
      list.settle(index, as: StoredSegment(blob: blob, source: file))
    }
  }

  /// Encodes a segment at once, in the calling thread.
  /// - Parameter source: what it is read from later.
  func store<Content: SegmentContent>(_ content: Content, from source: some SegmentSource) -> StoredSegment<Content> {
    var writer = ByteWriter()
    content.encode(into: &writer)
    // The number is given out together with the place in the batch: numbers in the order of writing fill SQLite's pages best.
    let (blob, batch) = monitor.locked {
      let blob = reserveBlob()
      return (blob, append(blob, Seal.close(writer.bytes, .segment, blob)))
    }
    write(batch)
    return StoredSegment(blob: blob, source: source)
  }

  /// Waits until everything that was handed over can be read.
  func drain() throws(StorageError) {
    monitor.lock()
    while !jobs.isEmpty || isEncoding { monitor.wait() }
    let batch = takeBatch()
    monitor.unlock()
    write(batch)
    if let failure = monitor.locked({ failure }) { throw failure }
  }

  /// Ends the thread. Nothing is handed over any more, and nothing is written when this has returned.
  func end() {
    monitor.lock()
    isEnded = true
    jobs = []
    monitor.notifyAll()
    while isEncoding { monitor.wait() }
    monitor.unlock()
    disk?.end()
  }

  // MARK: - Encoding

  private func enqueue(_ job: Job) {
    guard hasThread else { return encode(job) }
    monitor.locked {
      while jobs.count >= Self.largestJobCount, !isEnded { monitor.wait() }
      jobs.append(job)
      monitor.notifyAll()
    }
  }

  /// What the thread does until the end.
  private func encode() {
    monitor.lock()
    while true {
      while jobs.isEmpty, !isEnded { monitor.wait() }
      if isEnded { break }
      isEncoding = true
      do {
        let job = jobs.removeFirst()
        monitor.notifyAll()
        monitor.unlock()
        encode(job)
      }
      monitor.lock()
      isEncoding = false
      monitor.notifyAll()
    }
    monitor.unlock()
  }

  private func encode(_ job: Job) {
    var writer = ByteWriter()
    job.content.encode(into: &writer)
    let bytes = Seal.close(writer.bytes, .segment, job.blob)
    write(monitor.locked { append(job.blob, bytes) })
  }

  // MARK: - Writing

  private func reserveBlob() -> BlobIdentifier {
    file.state.withLock { state in
      defer { state.manifest.nextBlob += 1 }
      return state.manifest.nextBlob
    }
  }

  /// Adds a sealed segment to the next batch, which is given out where it is large enough.
  private func append(_ blob: BlobIdentifier, _ bytes: [UInt8]) -> [(blob: BlobIdentifier, bytes: [UInt8])] {
    sealed.append((blob, bytes))
    sealedByteCount += bytes.count
    return sealedByteCount >= Self.batchByteCount ? takeBatch() : []
  }

  private func takeBatch() -> [(blob: BlobIdentifier, bytes: [UInt8])] {
    defer {
      sealed = []
      sealedByteCount = 0
    }
    return sealed
  }

  private func write(_ batch: [(blob: BlobIdentifier, bytes: [UInt8])]) {
    guard !batch.isEmpty else { return }
    do throws(StorageError) {
      try file.write(isDurable: false) { connection throws(StorageError) in
        for (blob, bytes) in batch { try connection.write(bytes, .segment, blob) }
      }
      disk?.note(batch.reduce(0) { $0 + $1.bytes.count })
      if !file.isDraft, file.state.withLock({ $0.logPageCount }) > Self.largestLogPageCount { try file.copyLog {} }
    } catch {
      monitor.locked { failure = failure ?? error }
    }
  }
}
