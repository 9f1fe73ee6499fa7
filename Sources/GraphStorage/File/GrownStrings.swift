import Graph

/// The chunks of the string pool that have grown since a manifest was written.
struct GrownStrings {
  /// The text and the hashes of each chunk, one after the other.
  let contents: [any SegmentEncoding]
  /// The blobs of a chunk that was not full and is now written anew.
  let replaced: [BlobIdentifier]
  private let firstChunk: Int
  private let count: Int

  /// - Parameter count: the strings up to here are written.
  init(of pool: StringPool, upTo count: Int, since manifest: Manifest) {
    self.count = count
    firstChunk = min(manifest.stringCount / StringPool.slotsPerChunk, manifest.stringChunks.count)
    guard count > manifest.stringCount else {
      contents = []
      replaced = []
      return
    }
    replaced = manifest.stringChunks[firstChunk...].flatMap { [$0.text, $0.hashes] }
    let chunkCount = (count + StringPool.slotsPerChunk - 1) / StringPool.slotsPerChunk
    contents = (firstChunk..<chunkCount).flatMap { chunk -> [any SegmentEncoding] in
      [PooledChunk.Half.text, .hashes].map { PooledChunk(pool: pool, chunk: chunk, end: count, half: $0) }
    }
  }

  /// Names the chunks in a manifest, once they stand in the blobs from `firstBlob` on.
  func note(in manifest: inout Manifest, from firstBlob: BlobIdentifier) {
    guard !contents.isEmpty else { return }
    manifest.stringChunks.removeSubrange(firstChunk...)
    for blob in stride(from: firstBlob, to: firstBlob + BlobIdentifier(contents.count), by: 2) {
      manifest.stringChunks.append(StoredStringChunk(text: blob, hashes: blob + 1))
    }
    manifest.stringCount = count
  }
}
