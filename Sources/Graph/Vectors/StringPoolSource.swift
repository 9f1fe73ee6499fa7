/// Where the first strings of a pool stand when they are not in memory: an open graph file.
public protocol StringPoolSource: AnyObject, Sendable {
  /// The strings of a chunk; empty where they cannot be read, which the source then remembers.
  func chunk(_ index: Int) -> StringPoolChunk
  /// The hashes of a chunk's strings, as `StringPool.hashes(ofChunk:upTo:)` gave them; empty where they cannot be read.
  func hashes(ofChunk index: Int) -> [UInt32]
}

/// Consecutive strings of a pool: their lengths in bytes, and the bytes one after the other.
public struct StringPoolChunk: Sendable {
  public var lengths: [UInt32]
  public var bytes: [UInt8]

  public init(lengths: [UInt32], bytes: [UInt8]) {
    self.lengths = lengths
    self.bytes = bytes
  }
}
