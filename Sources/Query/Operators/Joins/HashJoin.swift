import Cypher
import Graph

/// Every row of the left side with every row of the right side whose keys are equivalent and not null; without keys every pair.
/// The right side, which should be the smaller one, is kept in memory.
///
/// Where it passes its share of memory both sides go to temporary space, cut into partitions by the keys, and are joined one
/// partition after the other (Grace hash join; see `RowPartitions`). Where keys cannot cut it, because there are none or all are
/// the same, the right side is cut into pieces as it comes, and the left side read again for each of them.
final class HashJoin: RowExpansion {
  /// Where rows of the left side come from.
  private enum LeftSide { case input, partition(SpilledRows.Reader), none }

  /// Both sides of a partition in temporary space, keys in the last columns.
  private struct Partition {
    let left: SpilledRows
    let right: SpilledRows
    let level: Int
    /// True where the right side fits into memory.
    var isPiece = false
  }

  /// A right side that is too large.
  private enum Overflow {
    case partitions(RowPartitions)
    case pieces([SpilledRows])
  }

  private let right: Operator
  private let rightColumns: [Int]
  private let leftKeys: [any CompiledExpression]
  private let rightKeys: [any CompiledExpression]
  private var leftSide: LeftSide?
  private var rightSide: JoinTable
  /// The next one last.
  private var partitions: [Partition] = []
  private var memory = KeptMemory()
  // Only this class touches these, never two of its methods at a time, so no access needs to be tracked.
  /// The places of the right rows that go with each row of the left batch, by row.
  @exclusivity(unchecked) private var matches: [Range<Int>] = []
  @exclusivity(unchecked) private var found: [Range<Int>] = []
  @exclusivity(unchecked) private var position = 0

  init(
    layout: RowLayout, left: Operator, right: Operator, kept: [Int], rightColumns: [Int], leftKeys: [any CompiledExpression],
    rightKeys: [any CompiledExpression]
  ) {
    self.right = right
    self.rightColumns = rightColumns
    self.leftKeys = leftKeys
    self.rightKeys = rightKeys
    rightSide = JoinTable(columnCount: rightColumns.count, keyCount: rightKeys.count)
    super.init(layout: layout, input: left, others: [right], kept: kept)
  }

  override var maySpill: Bool { true }

  override var isExhausted: Bool { false }

  // MARK: - The left side

  override func nextBatch(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if leftSide == nil { try build(context) }
    while true {
      switch leftSide! {
      case .input: return try input.next(context)
      case .partition(var reader):
        if let batch = try reader.next(context) {
          leftSide = .partition(reader)
          return batch
        }
      case .none: break
      }
      guard let partition = partitions.popLast() else { return nil }
      try build(partition, context)
    }
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    let keys: [Vector]
    let rows: [UInt32]
    if case .input? = leftSide {
      (keys, rows) = try Self.evaluate(leftKeys, batch, context)
    } else {
      (keys, rows) = (Array(batch.columns.suffix(leftKeys.count)), batch.selectedRows)
    }
    matches = [Range<Int>](repeating: 0..<0, count: batch.rowCount)
    for (row, places) in zip(rows, rightSide.places(of: keys, rows: rows)) { matches[Int(row)] = places }
  }

  // MARK: - The right side

  private func build(_ context: ExecutionContext) throws(CypherError) {
    leftSide = .input
    let overflow = try fill(level: 0, isPiece: false, context) { () throws(CypherError) in
      try right.next(context).map { (batch) throws(CypherError) in
        try Self.withKeys(rightKeys, batch, rightColumns, context)
      }
    }
    guard let overflow else { return }
    leftSide = LeftSide.none
    let leftColumns = Array(0..<input.layout.count)
    func next() throws(CypherError) -> Batch? {
      try input.next(context).map { (batch) throws(CypherError) in try Self.withKeys(leftKeys, batch, leftColumns, context) }
    }
    switch overflow {
    case .partitions(let right): try cut(right, level: 0, context, next)
    case .pieces(let pieces):
      var left = SpilledRows(try context.evaluation.temporarySpace.makeFile())
      while let batch = try next() { try left.append(batch, chunkByteCount: context.spillChunkByteCount, context) }
      plan(pieces, with: left)
    }
  }

  private func build(_ partition: Partition, _ context: ExecutionContext) throws(CypherError) {
    rightSide = JoinTable(columnCount: rightColumns.count, keyCount: rightKeys.count)
    memory.release()
    var rightReader = partition.right.reader()
    var leftReader = partition.left.reader()
    leftSide = .partition(leftReader)
    let overflow = try fill(level: partition.level, isPiece: partition.isPiece, context) { () throws(CypherError) in
      try rightReader.next(context)
    }
    guard let overflow else { return }
    leftSide = LeftSide.none
    switch overflow {
    case .partitions(let right):
      try cut(right, level: partition.level, context) { () throws(CypherError) in try leftReader.next(context) }
    case .pieces(let pieces): plan(pieces, with: partition.left)
    }
  }

  /// Takes in the right side; where it is too large gives it in parts.
  private func fill(
    level: Int, isPiece: Bool, _ context: ExecutionContext, _ next: () throws(CypherError) -> Batch?
  ) throws(CypherError) -> Overflow? {
    while let batch = try next() {
      rightSide.append(batch)
      if !isPiece && rightSide.byteCount > context.spillShare {
        guard !rightKeys.isEmpty && level < RowPartitions.levelCount else { return .pieces(try pieces(context, next)) }
        let partitions = try RowPartitions(level: level, columnCount: rightColumns.count + rightKeys.count, context)
        try append(rightSide.takeRows(), to: partitions, context)
        memory.release()
        while let batch = try next() { try append(batch, to: partitions, context) }
        return .partitions(partitions)
      }
      try memory.set(rightSide.byteCount, context)
    }
    rightSide.finish()
    return nil
  }

  /// Cuts the right side into pieces that fit into memory, in the order in which it comes.
  private func pieces(
    _ context: ExecutionContext, _ next: () throws(CypherError) -> Batch?
  ) throws(CypherError) -> [SpilledRows] {
    let file = try context.evaluation.temporarySpace.makeFile()
    var pieces: [SpilledRows] = []
    func write() throws(CypherError) {
      pieces.append(SpilledRows(file))
      try pieces[pieces.count - 1].append(rightSide.takeRows(), chunkByteCount: context.spillChunkByteCount, context)
    }
    try write()
    memory.release()
    while let batch = try next() {
      rightSide.append(batch)
      if rightSide.byteCount > context.spillShare { try write() }
    }
    try write()
    return pieces
  }

  private func plan(_ pieces: [SpilledRows], with left: SpilledRows) {
    for right in pieces.reversed() where left.rowCount > 0 && right.rowCount > 0 {
      partitions.append(Partition(left: left, right: right, level: RowPartitions.levelCount, isPiece: true))
    }
  }

  /// Cuts the left side as the right one is cut.
  private func cut(
    _ right: RowPartitions, level: Int, _ context: ExecutionContext, _ next: () throws(CypherError) -> Batch?
  ) throws(CypherError) {
    var left: RowPartitions?
    while let batch = try next() {
      if left == nil { left = try RowPartitions(level: level, columnCount: batch.columns.count, context) }
      try append(batch, to: left!, context)
    }
    guard let left = try left?.finish(context) else { return }
    let right = try right.finish(context)
    let rowCount = right.reduce(0) { $0 + $1.rowCount }
    for (left, right) in zip(left, right).reversed() where left.rowCount > 0 && right.rowCount > 0 {
      // Rows of a single key cannot be cut.
      let isWhole = right.rowCount == rowCount
      partitions.append(Partition(left: left, right: right, level: isWhole ? RowPartitions.levelCount : level + 1))
    }
  }

  private func append(_ rows: Batch, to partitions: RowPartitions, _ context: ExecutionContext) throws(CypherError) {
    let hashes = KeyHash.hashes(of: Array(rows.columns.suffix(rightKeys.count)), rowCount: rows.rowCount)
    try partitions.append(rows, hashes: hashes, context)
  }

  // MARK: - Keys

  /// The keys of a batch and the selected rows in which none of them is null.
  private static func evaluate(
    _ keys: [any CompiledExpression], _ batch: Batch, _ context: ExecutionContext
  ) throws(CypherError) -> ([Vector], [UInt32]) {
    var vectors: [Vector] = []
    for key in keys { vectors.append(try key.evaluate(batch, context.evaluation)) }
    let nullable = vectors.filter(\.mayHaveNulls)
    if nullable.isEmpty { return (vectors, batch.selectedRows) }
    return (vectors, batch.rows { row in !nullable.contains { $0.isNull(row) } })
  }

  /// Some columns of a batch, and its keys behind them: the rows in which no key is null.
  private static func withKeys(
    _ keys: [any CompiledExpression], _ batch: Batch, _ columns: [Int], _ context: ExecutionContext
  ) throws(CypherError) -> Batch {
    let (vectors, rows) = try evaluate(keys, batch, context)
    return Batch(columns: columns.map { batch.columns[$0] } + vectors, rowCount: batch.rowCount, selection: rows).compacted
  }

  // MARK: - Pairs

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) -> (count: Int, isDone: Bool) {
    let places = matches[Int(row)]
    guard !places.isEmpty else { return (0, true) }
    let begin = places.lowerBound + position
    let end = min(places.upperBound, begin + limit)
    found.append(begin..<end)
    let isDone = end == places.upperBound
    position = isDone ? 0 : position + end - begin
    return (end - begin, isDone)
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    defer { found = [] }
    let rows = rightSide.rows(at: found)
    return rightSide.rows!.columns.map { $0.gathered(rows) }
  }

  override var isReusable: Bool { true }

  override func reset() {
    super.reset()
    leftSide = nil
    rightSide = JoinTable(columnCount: rightColumns.count, keyCount: rightKeys.count)
    partitions = []
    memory.release()
    matches = []
    found = []
    position = 0
  }
}
