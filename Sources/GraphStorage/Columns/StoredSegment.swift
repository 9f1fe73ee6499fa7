import Synchronization

/// A segment that stands in the file and is read, verified and decoded when it is first touched.
///
/// Loading waits for no lock: two threads that meet may both read the segment, and one result is kept. While any snapshot
/// refers to this object its blob stays in the file; when the last goes, the next checkpoint may delete it.
final class StoredSegment<Content: SegmentContent>: Sendable {
  let blob: BlobIdentifier
  private let source: any SegmentSource
  /// The address of the content, to which this object holds a reference; 0 for none. A lazy reference of the library finds its
  /// type out at every use.
  private let loaded = Atomic<UInt>(0)

  init(blob: BlobIdentifier, source: any SegmentSource, content: Content? = nil) {
    self.blob = blob
    self.source = source
    if let content { _ = store(content) }
  }

  deinit {
    if let address = UnsafeRawPointer(bitPattern: loaded.load(ordering: .acquiring)) {
      Unmanaged<Content>.fromOpaque(address).release()
    }
    source.release(blob)
  }

  /// The content; nil where the blob is damaged, which `source` then remembers (see `GraphSnapshot.checkIntact`).
  var content: Content? {
    guard let address = UnsafeRawPointer(bitPattern: loaded.load(ordering: .acquiring)) else { return load() }
    return Unmanaged<Content>.fromOpaque(address).takeUnretainedValue()
  }

  var isLoaded: Bool { loaded.load(ordering: .acquiring) != 0 }

  /// Keeps a content unless there is one already; gives the one that is kept.
  private func store(_ content: Content) -> Content {
    let address = UnsafeRawPointer(Unmanaged.passRetained(content).toOpaque())
    let (isStored, present) = loaded.compareExchange(
      expected: 0, desired: UInt(bitPattern: address), ordering: .acquiringAndReleasing)
    guard !isStored, let present = UnsafeRawPointer(bitPattern: present) else { return content }
    Unmanaged<Content>.fromOpaque(address).release()
    return Unmanaged<Content>.fromOpaque(present).takeUnretainedValue()
  }

  @inline(never) private func load() -> Content? {
    do throws(StorageError) {
      return store(try source.read(blob, as: Content.self))
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
  func read<Content: SegmentContent>(_ blob: BlobIdentifier, as type: Content.Type) throws(StorageError) -> Content
  /// Keeps the first failure; every later commit and `checkIntact` reports it.
  func remember(_ failure: StorageError)
  /// No snapshot refers to the blob any more.
  func release(_ blob: BlobIdentifier)
}
