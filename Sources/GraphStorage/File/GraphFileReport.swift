/// What `GraphStore.check` found.
public struct GraphFileReport: Sendable {
  public var path: String
  /// The segments that the graph consists of, and their bytes as they stand in the file.
  public var segmentCount = 0
  public var byteCount = 0
  /// The commits since the last checkpoint.
  public var journalRecordCount = 0
  /// Segments that nothing refers to, left by a process that ended without closing; harmless.
  public var unusedSegmentCount = 0
  public var nodeCount = 0
  public var relationshipCount = 0
  /// Every damage found, with its place. Empty for a sound file.
  public var findings: [StorageError] = []

  public var isSound: Bool { findings.isEmpty }
}
