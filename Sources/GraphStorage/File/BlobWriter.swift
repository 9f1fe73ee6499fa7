import Graph

/// Writes blobs in the transaction of a checkpoint, numbered one after the other.
struct BlobWriter {
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
          next[piece - 1] = contents[start + piece - 1].sealed(as: blob)
        }
      }
      written += sealed.count
      nextBlob += BlobIdentifier(sealed.count)
      sealed = next
    }
  }
}

/// Writes blobs in many small transactions, between which commits get their turn. Until a manifest names them nobody knows them,
/// so they need not be durable one by one.
struct StepwiseBlobWriter {
  /// What a commit may have to wait for, in encoded bytes.
  private static let stepByteCount = 512 << 10

  let file: GraphFile
  private(set) var nextBlob: BlobIdentifier
  private var sealed: [[UInt8]] = []

  init(file: GraphFile, firstBlob: BlobIdentifier) {
    self.file = file
    nextBlob = firstBlob
  }

  /// - Parameter step: called after each transaction.
  mutating func write(_ contents: [any SegmentEncoding], step: () -> Void) throws(StorageError) {
    var byteCount = 0
    for content in contents {
      sealed.append(content.sealed(as: nextBlob + BlobIdentifier(sealed.count)))
      byteCount += sealed[sealed.count - 1].count
      guard byteCount >= Self.stepByteCount else { continue }
      try flush(step)
      byteCount = 0
    }
    try flush(step)
  }

  private mutating func flush(_ step: () -> Void) throws(StorageError) {
    guard !sealed.isEmpty else { return }
    try file.write(isDurable: false) { connection throws(StorageError) in
      for (place, bytes) in sealed.enumerated() {
        try connection.write(bytes, .segment, nextBlob + BlobIdentifier(place))
      }
    }
    nextBlob += BlobIdentifier(sealed.count)
    sealed = []
    step()
  }
}

extension SegmentEncoding {
  /// The content of blob `blob`.
  fileprivate func sealed(as blob: BlobIdentifier) -> [UInt8] {
    var writer = ByteWriter()
    encode(into: &writer)
    return Seal.close(writer.bytes, .segment, blob)
  }
}
