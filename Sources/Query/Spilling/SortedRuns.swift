import Cypher
import Graph

/// Rows in temporary space as sorted runs, which can be merged into one order.
struct SortedRuns {
  private let keys: [CompiledSortKey]
  private let firstKey: Int
  private var runs: [SpilledRows] = []
  /// Holds the runs that are written here.
  private var file: SpillFile?

  /// - Parameter firstKey: where in the rows the keys' columns begin, which are the last.
  init(keys: [CompiledSortKey], firstKey: Int) {
    self.keys = keys
    self.firstKey = firstKey
  }

  var isEmpty: Bool { runs.isEmpty }

  /// Adds a run: the rows of a batch without a selection, which come in `order`.
  mutating func append(_ rows: Batch, order: [UInt32], _ context: ExecutionContext) throws(CypherError) {
    if file == nil { file = try context.evaluation.temporarySpace.makeFile() }
    var run = SpilledRows(file!)
    try run.append(rows, order: order, chunkByteCount: context.spillChunkByteCount, context)
    runs.append(run)
  }

  /// Adds the runs of another part, whose rows come after those here.
  mutating func append(contentsOf other: SortedRuns) { runs += other.runs }

  /// Takes out all rows in one order; also gives what merging them takes in memory.
  mutating func merge(_ context: ExecutionContext) throws(CypherError) -> (rows: RunMerge, byteCount: Int) {
    while runs.count > RunMerge.largestRunCount { try mergeOnce(context) }
    defer { runs = [] }
    return (
      try RunMerge(runs, keys: keys, firstKey: firstKey, context), byteCount: runs.count * 2 * context.spillChunkByteCount
    )
  }

  /// Merges every few runs into one, in a new file; their order among each other stays.
  private mutating func mergeOnce(_ context: ExecutionContext) throws(CypherError) {
    let file = try context.evaluation.temporarySpace.makeFile()
    var merged: [SpilledRows] = []
    for start in stride(from: 0, to: runs.count, by: RunMerge.largestRunCount) {
      let group = Array(runs[start..<min(runs.count, start + RunMerge.largestRunCount)])
      var merge = try RunMerge(group, keys: keys, firstKey: firstKey, context)
      var run = SpilledRows(file)
      while let rows = try merge.next(context) { try run.append(rows, chunkByteCount: context.spillChunkByteCount, context) }
      merged.append(run)
    }
    (runs, self.file) = (merged, file)
  }
}
