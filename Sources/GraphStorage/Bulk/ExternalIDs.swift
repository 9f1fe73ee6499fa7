import Graph

/// Which node belongs to which id of the data that is being loaded.
///
/// Consecutive integers, which most exports have, are kept as ranges and cost nothing; other integers in an open-addressing
/// table; strings in an array by their code in the pool.
struct ExternalIDs {
  private struct Run {
    var first: Int64
    var count: Int
    var row: UInt32

    /// Wrapping, so that ids at both ends of the range of integers may meet.
    @inline(__always) func holds(_ id: Int64) -> Bool { UInt64(bitPattern: id &- first) < UInt64(count) }
  }

  private static let noRow = UInt32.max

  private var runs: [Run] = []
  private var keys: [Int64] = []
  private var rows: [UInt32] = []
  private var tableCount = 0
  private var rowsByCode: [UInt32] = []

  /// Remembers the ids of the nodes from row `first` on.
  mutating func add(_ ids: Vector, from first: UInt32, translation: inout PoolTranslation) throws(StorageError) {
    if let nulls = ids.nulls, nulls.hasNulls { throw Self.error("a node has no id", "give every node one") }
    switch ids.storage {
    case .integers(let numbers): try add(numbers, from: first)
    case .strings(let codes, let pool): try add(codes: translation.translate(codes, from: pool), from: first)
    default: throw Self.error("ids are neither integers nor strings", "convert them")
    }
  }

  /// Remembers one id.
  mutating func add(_ id: Int64, row: UInt32) throws(StorageError) {
    guard let last = runs.indices.last else { return runs.append(Run(first: id, count: 1, row: row)) }
    let isNext = runs[last].first &+ Int64(runs[last].count) == id && runs[last].row + UInt32(runs[last].count) == row
    if isNext && id > runs[last].first && find(id) == nil { runs[last].count += 1 } else { try insert(id, row) }
  }

  private mutating func add(_ numbers: [Int64], from first: UInt32) throws(StorageError) {
    let isConsecutive = numbers.indices.allSatisfy { numbers[$0] == numbers[0] &+ Int64($0) }
    guard isConsecutive, numbers[0] < Int64.max - Int64(numbers.count) else {
      for (index, number) in numbers.enumerated() {
        guard find(number) == nil else { throw Self.error("the id \(number) is given twice", "make ids differ", row: index) }
        try insert(number, first + UInt32(index))
      }
      return
    }
    let range = numbers[0]..<(numbers[0] + Int64(numbers.count))
    let clash = runs.contains { range.overlaps($0.first..<($0.first + Int64($0.count))) }
    guard !clash, tableCount == 0 || !numbers.contains(where: { find($0) != nil }) else {
      throw Self.error(
        "an id between \(range.lowerBound) and \(range.upperBound - 1) is given twice", "make ids differ between files")
    }
    if let last = runs.indices.last, runs[last].first + Int64(runs[last].count) == range.lowerBound,
      runs[last].row + UInt32(runs[last].count) == first
    {
      runs[last].count += numbers.count
    } else {
      runs.append(Run(first: numbers[0], count: numbers.count, row: first))
    }
  }

  private mutating func add(codes: [StringPool.Code], from first: UInt32) throws(StorageError) {
    if let largest = codes.max(), Int(largest) >= rowsByCode.count {
      rowsByCode.append(contentsOf: repeatElement(Self.noRow, count: Int(largest) + 1 - rowsByCode.count))
    }
    for (index, code) in codes.enumerated() {
      guard rowsByCode[Int(code)] == Self.noRow else {
        throw Self.error("another node has the same id", "make ids differ", row: index)
      }
      rowsByCode[Int(code)] = first + UInt32(index)
    }
  }

  // MARK: - Looking up

  /// The nodes with the given ids, in their order.
  func rows(of ids: Vector, translation: inout PoolTranslation) throws(StorageError) -> [UInt32] {
    if let nulls = ids.nulls, nulls.hasNulls { throw Self.error("a relationship has no source or no target", "give it both") }
    var found: [UInt32] = []
    switch ids.storage {
    case .integers(let numbers):
      found.reserveCapacity(numbers.count)
      var run = Run(first: 0, count: 0, row: 0)
      for (index, number) in numbers.enumerated() {
        if let row = self.row(of: number, startingWith: &run) {
          found.append(row)
        } else {
          throw Self.missing("\(number)", index)
        }
      }
    case .strings(let codes, let pool):
      found.reserveCapacity(codes.count)
      let translated = translation.translate(codes, from: pool)
      for (index, code) in translated.enumerated() {
        guard Int(code) < rowsByCode.count, rowsByCode[Int(code)] != Self.noRow else {
          throw Self.missing("`\(pool.string(of: codes[index]))`", index)
        }
        found.append(rowsByCode[Int(code)])
      }
    default: throw Self.error("ids are neither integers nor strings", "convert them")
    }
    return found
  }

  /// The node with an integer id.
  func row(of id: Int64) throws(StorageError) -> UInt32 {
    guard let row = find(id) else { throw Self.missing("\(id)", nil) }
    return row
  }

  private func row(of id: Int64, startingWith run: inout Run) -> UInt32? {
    if run.holds(id) { return run.row + UInt32(id - run.first) }
    if let other = runs.first(where: { $0.holds(id) }) {
      run = other
      return other.row + UInt32(id - other.first)
    }
    return findInTable(id)
  }

  private func find(_ id: Int64) -> UInt32? {
    var run = Run(first: 0, count: 0, row: 0)
    return row(of: id, startingWith: &run)
  }

  // MARK: - Table

  private mutating func insert(_ id: Int64, _ row: UInt32) throws(StorageError) {
    guard find(id) == nil else { throw Self.error("id \(id) is given twice", "make ids differ") }
    if (tableCount + 1) * 2 > keys.count { grow() }
    place(id, row)
    tableCount += 1
  }

  private mutating func place(_ id: Int64, _ row: UInt32) {
    var slot = Self.hash(id) & (keys.count - 1)
    while rows[slot] != Self.noRow { slot = (slot + 1) & (keys.count - 1) }
    keys[slot] = id
    rows[slot] = row
  }

  private func findInTable(_ id: Int64) -> UInt32? {
    guard tableCount > 0 else { return nil }
    var slot = Self.hash(id) & (keys.count - 1)
    while rows[slot] != Self.noRow {
      if keys[slot] == id { return rows[slot] }
      slot = (slot + 1) & (keys.count - 1)
    }
    return nil
  }

  private mutating func grow() {
    let (oldKeys, oldRows) = (keys, rows)
    let capacity = max(keys.count * 2, 1024)
    keys = [Int64](repeating: 0, count: capacity)
    rows = [UInt32](repeating: Self.noRow, count: capacity)
    for (key, row) in zip(oldKeys, oldRows) where row != Self.noRow { place(key, row) }
  }

  private static func hash(_ id: Int64) -> Int {
    Int(truncatingIfNeeded: (UInt64(bitPattern: id) &* 0x9E37_79B9_7F4A_7C15) >> 20)
  }

  private static func missing(_ id: String, _ row: Int?) -> StorageError {
    error("no node has the id \(id)", "load the nodes before the relationships", row: row)
  }

  private static func error(_ message: String, _ remedy: String, row: Int? = nil) -> StorageError {
    var error = StorageError(.missingElement, message, remedy: remedy)
    error.row = row
    return error
  }
}
