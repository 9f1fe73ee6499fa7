import Cypher
import Graph

/// Of equivalent rows only the first.
///
/// Once the table of known rows has passed its share of memory it takes in no more: rows that it does not know go to temporary
/// space, cut into partitions, and are looked at when the input has ended.
///
/// Where the rows come node by node, those of earlier nodes are forgotten once there are many: none like them will come.
final class Distinct: Operator {
  private let keys: [Int]
  /// One of the keys that holds nodes, where the rows of each come together.
  private let node: Int?
  private var table: GroupTable
  private var kept = KeptMemory()
  /// Where rows go that the table does not know.
  private var overflow: RowPartitions?
  /// How often the rows that are looked at were cut into partitions.
  private var level = 0
  /// The partition that is read; nil for the input.
  private var reader: SpilledRows.Reader?
  /// Those that follow, the next one last.
  private var partitions: [(rows: SpilledRows, level: Int)] = []
  private var isAtEnd = false

  /// So many rows are kept at least before those of earlier nodes are forgotten: as many as the cache holds.
  private static let leastRowCount = 8192

  /// - Parameter keys: the columns that tell rows apart.
  init(input: Operator, keys: [Int], node: Int? = nil) {
    self.keys = keys
    self.node = node
    table = GroupTable(columnCount: keys.count)
    super.init(layout: input.layout, inputs: [input])
  }

  override var maySpill: Bool { true }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    while !isAtEnd {
      guard let batch = try nextBatch(context) else {
        try goOn(context)
        continue
      }
      if overflow != nil {
        try putAside(batch, context)
      } else if let fresh = try fresh(batch, context) {
        return fresh
      }
    }
    return nil
  }

  private func nextBatch(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if reader == nil { return try input.next(context) }
    return try reader!.next(context)
  }

  /// Goes on to the next partition, with a new table.
  private func goOn(_ context: ExecutionContext) throws(CypherError) {
    if let overflow { partitions += try overflow.finish(context).reversed().map { ($0, level + 1) } }
    forget()
    guard let next = partitions.popLast() else { return isAtEnd = true }
    (reader, level) = (next.rows.reader(), next.level)
  }

  /// The rows that come for the first time, nil where there are none.
  private func fresh(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) -> Batch? {
    let rows = batch.selectedRows
    var fresh: [UInt32] = []
    let cut = node.map { batch.placeOfLastNode(in: $0) } ?? 0
    if cut > 0, level == 0, table.count + cut >= Self.leastRowCount {
      insert(Array(rows[..<cut]), of: batch, into: &fresh)
      table = GroupTable(columnCount: keys.count)
      insert(Array(rows[cut...]), of: batch, into: &fresh)
    } else {
      insert(rows, of: batch, into: &fresh)
    }
    try kept.set(table.byteCount, context)
    if table.byteCount > context.spillShare && level < RowPartitions.levelCount {
      overflow = try RowPartitions(level: level, columnCount: layout.count, context)
    }
    return fresh.isEmpty ? nil : batch.narrowed(to: fresh)
  }

  private func insert(_ rows: [UInt32], of batch: Batch, into fresh: inout [UInt32]) {
    var known = UInt32(table.count)
    for (index, group) in table.groups(of: keys.map { batch.columns[$0] }, rows: rows).enumerated() where group == known {
      fresh.append(rows[index])
      known += 1
    }
  }

  private func putAside(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    let batch = batch.compacted
    let rows = Array(0..<UInt32(batch.rowCount))
    let groups = table.existingGroups(of: keys.map { batch.columns[$0] }, rows: rows)
    let unknown = batch.narrowed(to: rows.filter { groups[Int($0)] == nil }).compacted
    let hashes = KeyHash.hashes(of: keys.map { unknown.columns[$0] }, rowCount: unknown.rowCount)
    try overflow!.append(unknown, hashes: hashes, context)
  }

  private func forget() {
    table = GroupTable(columnCount: keys.count)
    kept.release()
    overflow = nil
  }

  /// Parts of a scan have no node in common.
  override func makePart(_ range: Range<Int>) -> Operator? {
    guard let node else { return nil }
    return input.part(range).map { Distinct(input: $0, keys: keys, node: node) }
  }

  override var isReusable: Bool { true }

  override func reset() {
    forget()
    (reader, level, isAtEnd) = (nil, 0, false)
    partitions = []
  }
}
