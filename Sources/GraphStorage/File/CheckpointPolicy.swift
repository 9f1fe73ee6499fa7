/// When the journal of a graph file is folded into segments and its write-ahead log copied into the file.
package struct CheckpointPolicy: Sendable {
  /// A journal beyond this is folded. A hundredth of a second's work to replay for each megabyte or two.
  package var journalByteCount = 8 << 20
  /// A write-ahead log beyond this many pages of 32 KiB is copied.
  package var logPageCount = 512
  /// So many commits of an opening do not go into the commit log, which a session of a few would make for nothing.
  package var unloggedCommitCount = 8
  /// Called after each step of a checkpoint in the background, on its thread: for tests, which wait or die there.
  package var observer: (@Sendable (CheckpointStep) -> Void)?

  package init() {}

  /// A journal of this many times `journalByteCount` keeps commits waiting until it is folded.
  static let largestBacklog = 8
}

/// What a checkpoint in the background has just done.
package enum CheckpointStep: String, Sendable, CaseIterable {
  /// Some new segments stand in the file; no manifest names them yet.
  case segments
  /// The manifest names them, and the journal begins with the commits that came meanwhile.
  case manifest
  /// Some of the commits that have been folded are deleted.
  case journal
  /// Some of the segments that nothing names any more are deleted.
  case release
  /// A part of the write-ahead log stands in the file.
  case log
}
