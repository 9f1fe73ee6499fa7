/// A segment that stands in the file and is read, verified and decoded when it is first touched.
///
/// Two threads that meet may both read the segment, and one result is kept (`OnceReference`). While any snapshot
/// refers to this object its blob stays in the file; when the last goes, the next checkpoint may delete it.
final class StoredSegment<Content: SegmentContent>: Sendable {
  let blob: BlobIdentifier
  let bounds: SegmentBounds
  private let source: any SegmentSource
  private let loaded = OnceReference<Content>()

  init(blob: BlobIdentifier, source: any SegmentSource, within bounds: SegmentBounds = .unbounded, content: Content? = nil) {
    self.blob = blob
    self.bounds = bounds
    self.source = source
    if let content { _ = loaded.keep(content) }
  }

  deinit { source.release(blob) }

  /// The content; nil where the blob is damaged, which `source` then remembers (see `GraphSnapshot.checkIntact`).
  var content: Content? { loaded.object ?? load() }

  /// The content if it has been read and kept.
  var contentInMemory: Content? { loaded.object }

  @inline(never) private func load() -> Content? { read(as: Content.self).map { loaded.keep($0) } }

  /// What the blob says to another reader, who keeps it himself; nil where it is damaged.
  func read<Other: SegmentDecoding>(as type: Other.Type) -> Other? {
    do throws(StorageError) {
      return try source.read(blob, as: type, within: bounds)
    } catch {
      source.remember(error)
      return nil
    }
  }
}

/// The number of a blob in the file, never used twice in one file.
typealias BlobIdentifier = Int64

/// Where stored segments come from: the open file.
protocol SegmentSource: AnyObject, Sendable {
  func read<Content: SegmentDecoding>(
    _ blob: BlobIdentifier, as type: Content.Type, within bounds: SegmentBounds
  ) throws(StorageError) -> Content
  /// The error that says that a blob's content cannot be, though it could be decoded.
  func damage(of blob: BlobIdentifier, expected: String) -> StorageError
  /// Keeps the first failure; every later commit and `checkIntact` reports it.
  func remember(_ failure: StorageError)
  /// No snapshot refers to the blob any more.
  func release(_ blob: BlobIdentifier)
}
