import Cypher
import Graph

/// Rows in temporary space, cut by a hash of their keys into partitions that can be worked on one after the other, in the order
/// in which they came; one that is still too large is cut again by other bits of the hash.
///
/// After the Grace hash join: Kitsuregawa, Tanaka, Moto-oka, "Application of Hash to Data Base Machine and Its Architecture", New
/// Generation Computing 1, 1983.
final class RowPartitions {
  static let count = 16
  private static let bitCount = 4
  /// How often rows can be cut; beyond that their keys are the same.
  static let levelCount = 64 / bitCount

  private let level: Int
  private let chunkByteCount: Int
  private var partitions: [SpilledRows] = []
  /// Rows of each partition that are not written yet.
  private var pending: [RowStore]

  init(level: Int, columnCount: Int, _ context: ExecutionContext) throws(CypherError) {
    self.level = level
    // While rows come, one chunk of each partition waits.
    chunkByteCount = context.spillChunkByteCount / 2
    let file = try context.evaluation.temporarySpace.makeFile()
    partitions = Array(repeating: SpilledRows(file), count: Self.count)
    pending = Array(repeating: RowStore(columnCount: columnCount), count: Self.count)
  }

  /// Adds the rows of a batch without a selection.
  ///
  /// - Parameter hashes: one a row, of its keys.
  func append(_ rows: Batch, hashes: [UInt64], _ context: ExecutionContext) throws(CypherError) {
    var places = [[UInt32]](repeating: [], count: Self.count)
    for row in 0..<rows.rowCount {
      places[Int(truncatingIfNeeded: hashes[row] >> UInt64(level * Self.bitCount)) & (Self.count - 1)].append(UInt32(row))
    }
    for partition in places.indices where !places[partition].isEmpty {
      pending[partition].append(Batch(columns: rows.columns, rowCount: rows.rowCount, selection: places[partition]))
      if pending[partition].byteCount >= chunkByteCount { try write(partition, context) }
    }
  }

  private func write(_ partition: Int, _ context: ExecutionContext) throws(CypherError) {
    guard pending[partition].rowCount > 0 else { return }
    try partitions[partition].append(pending[partition].finish(), chunkByteCount: chunkByteCount, context)
  }

  /// All rows of each partition; no more can be added.
  func finish(_ context: ExecutionContext) throws(CypherError) -> [SpilledRows] {
    for partition in 0..<Self.count { try write(partition, context) }
    return partitions
  }
}
