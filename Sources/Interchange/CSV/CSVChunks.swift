import Graph

/// One file of an import.
struct CSVFile {
  let input: InputBytes
  let header: CSVHeader
  /// Where the first record after the header begins.
  let start: Int
}

/// A stretch of a file that one worker reads: the records that begin in it.
struct CSVChunk {
  let file: CSVFile
  /// The end of the one before it.
  let cut: Int
  /// A record that begins here or later belongs to the next chunk.
  let limit: Int
  let isFirst: Bool

  /// Where its first record begins, if no line end before it stands between quotes. Looked for by whoever reads the chunk: to
  /// look for all of them beforehand would wait for the disk at each.
  var start: Int { isFirst ? cut : CSVScanner.lineStart(atOrAfter: cut, in: file.input.bytes) }

  /// The files cut into chunks of some `byteCount`. Where the cuts are depends on the files alone.
  static func cut(_ files: [CSVFile], byteCount: Int) -> [CSVChunk] {
    files.flatMap { file -> [CSVChunk] in
      var chunks: [CSVChunk] = []
      var cut = file.start
      repeat {
        chunks.append(CSVChunk(file: file, cut: cut, limit: cut + byteCount, isFirst: chunks.isEmpty))
        cut += byteCount
      } while cut < file.input.bytes.count
      return chunks
    }
  }
}

/// What a worker made of a chunk.
struct CSVOutcome<Content> {
  var content: Content
  /// Where the chunk's first record began, and the next chunk's begins.
  let start: Int
  let end: Int
}

/// Chunks read on all workers and handed out in their order.
///
/// A worker begins where a line begins. Only when the chunk before has been read to its end is it known whether that is a record:
/// if it is not, because quotes held the line end, the chunk is read once more from the right place.
struct CSVChunkQueue<Content> {
  private let chunks: [CSVChunk]
  private let read: (_ chunk: CSVChunk, _ start: Int) -> CSVOutcome<Content>
  private var next = 0
  /// What has been read and not handed out, the next one last.
  private var ready: [CSVOutcome<Content>] = []
  private var expectedStart = 0

  init(_ chunks: [CSVChunk], read: @escaping (_ chunk: CSVChunk, _ start: Int) -> CSVOutcome<Content>) {
    self.chunks = chunks
    self.read = read
  }

  /// The next chunk and what was made of it, nil at the end.
  mutating func pop() -> (chunk: CSVChunk, outcome: CSVOutcome<Content>)? {
    guard next < chunks.count else { return nil }
    if ready.isEmpty { readAhead() }
    let chunk = chunks[next]
    var outcome = ready.removeLast()
    if !chunk.isFirst, outcome.start != expectedStart { outcome = read(chunk, expectedStart) }
    expectedStart = outcome.end
    next += 1
    return (chunk, outcome)
  }

  /// Calls `body` with the chunks from the next one on and what was made of them, in their order. One is taken at a time, by
  /// whichever worker is free, while the others read on.
  mutating func forEach(
    _ body: (_ chunk: CSVChunk, _ outcome: CSVOutcome<Content>) throws(InterchangeError) -> Void
  ) throws(InterchangeError) {
    while !ready.isEmpty, let (chunk, outcome) = pop() { try body(chunk, outcome) }
    let outcomes = UnsafeMutablePointer<CSVOutcome<Content>?>.allocate(capacity: OrderedPieces.slotCount)
    outcomes.initialize(repeating: nil, count: OrderedPieces.slotCount)
    defer {
      outcomes.deinitialize(count: OrderedPieces.slotCount)
      outcomes.deallocate()
    }
    let rest = chunks[next...]
    var expectedStart = self.expectedStart
    defer { next = chunks.count }
    try OrderedPieces.run(count: rest.count) { piece, slot in
      let chunk = rest[rest.startIndex + piece]
      outcomes[slot] = read(chunk, chunk.start)
    } deliver: { piece, slot throws(InterchangeError) in
      let chunk = rest[rest.startIndex + piece]
      var outcome = outcomes[slot].take()!
      if !chunk.isFirst, outcome.start != expectedStart { outcome = read(chunk, expectedStart) }
      expectedStart = outcome.end
      try body(chunk, outcome)
    }
  }

  private mutating func readAhead() {
    let count = min(WorkerPool.shared.workerCount * 2, chunks.count - next)
    var outcomes = [CSVOutcome<Content>?](repeating: nil, count: count)
    outcomes.withUnsafeMutableBufferPointer { outcomes in
      nonisolated(unsafe) let outcomes = outcomes
      WorkerPool.shared.run(pieceCount: count) { piece, _ in
        outcomes[piece] = read(chunks[next + piece], chunks[next + piece].start)
      }
    }
    ready = outcomes.reversed().map { $0! }
  }
}
