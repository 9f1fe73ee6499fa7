import Graph

/// One column on its way from cells to a typed vector: a word of memory for each row.
final class CSVColumnBuilder {
  /// What the words are.
  enum Form: UInt8 {
    /// Integers; integers that are written as they would be printed; bits of floats; 0 or 1; days since 1970.
    case integers, identifiers, floats, booleans, dates
    /// Codes of the pool, and such as name an element and are never null.
    case strings, names
    /// The rows stand in `values`.
    case values
  }

  /// Where the rows are written; gone when the builder makes room for more.
  struct Lane {
    var words: UnsafeMutablePointer<UInt64>
    var isPresent: UnsafeMutablePointer<Bool>

    @inline(__always) func set(_ word: UInt64, _ row: Int) {
      words[row] = word
      isPresent[row] = true
    }
  }

  let form: Form
  private let type: CSVColumnType
  private let pool: StringPool
  private(set) var lane: Lane
  private var capacity = 0
  private var values: [Value] = []

  var isID: Bool { form == .identifiers || form == .names }

  /// - Parameters:
  ///   - pool: takes the texts.
  ///   - form: nil where the type says it.
  init(type: CSVColumnType, pool: StringPool, form: Form? = nil) {
    self.type = type
    self.pool = pool
    self.form = form ?? Self.form(of: type)
    lane = Lane(words: .allocate(capacity: 0), isPresent: .allocate(capacity: 0))
  }

  deinit {
    lane.words.deallocate()
    lane.isPresent.deallocate()
  }

  static func form(of type: CSVColumnType) -> Form {
    if type.isList { return .values }
    return switch type.scalar {
    case .integer: .integers
    case .float: .floats
    case .boolean: .booleans
    case .string: .strings
    case .temporal(.date): .dates
    case .temporal, .json: .values
    }
  }

  /// Makes room for rows 0 ..< `count`.
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    let larger = Lane(words: .allocate(capacity: count), isPresent: .allocate(capacity: count))
    larger.words.update(from: lane.words, count: capacity)
    larger.isPresent.update(from: lane.isPresent, count: capacity)
    lane.words.deallocate()
    lane.isPresent.deallocate()
    lane = larger
    capacity = count
  }

  /// Writes the value of a cell to a row; false where the cell does not hold one. An empty cell without quotes is a null. Rows
  /// are written from the first to the last, one of them again if need be.
  func set(_ field: CSVScanner.Field, of scanner: CSVScanner, row: Int) -> Bool {
    lane.isPresent[row] = true
    if field.start == field.end, !field.isQuoted, form != .identifiers, form != .names {
      lane.isPresent[row] = false
      lane.words[row] = 0
      if form == .values { keep(.null, row) }
      return true
    }
    if form == .values || form == .booleans || field.hasEscapes { return setSlowly(field, of: scanner, row) }
    guard let word = word(field, of: scanner) else { return false }
    lane.words[row] = word
    return true
  }

  /// What rows 0 ..< `count` hold.
  func vector(_ count: Int) -> Vector {
    let lane = self.lane
    var nullCount = count
    for row in 0..<count { nullCount &-= lane.isPresent[row] ? 1 : 0 }
    if nullCount == count { return Vector(.constant(.null, count: count)) }
    let storage: Vector.Storage
    switch form {
    case .integers, .identifiers: storage = .integers(integers(count))
    case .dates: storage = .dates(integers(count))
    case .floats: storage = .floats((0..<count).map { Double(bitPattern: lane.words[$0]) })
    case .booleans: storage = .booleans((0..<count).map { lane.words[$0] != 0 })
    case .strings, .names: storage = .strings((0..<count).map { StringPool.Code(truncatingIfNeeded: lane.words[$0]) }, pool)
    case .values: return Vector(.values(Array(values.prefix(count))))
    }
    guard nullCount > 0 else { return Vector(storage) }
    var nulls = NullMask(count: count)
    for row in 0..<count where !lane.isPresent[row] { nulls[row] = true }
    return Vector(storage, nulls: nulls)
  }

  private func integers(_ count: Int) -> [Int64] {
    let lane = self.lane
    return [Int64](unsafeUninitializedCapacity: count) { rows, filled in
      for row in 0..<count { rows[row] = Int64(bitPattern: lane.words[row]) }
      filled = count
    }
  }

  // MARK: - Cells

  /// The word of a cell; nil where it has none, or it takes a detour to find it.
  private func word(_ field: CSVScanner.Field, of scanner: CSVScanner) -> UInt64? {
    let bytes = UnsafeBufferPointer(rebasing: scanner.bytes[field.start..<field.end])
    switch form {
    case .integers: return CSVText.integer(bytes).map { UInt64(bitPattern: $0) }
    case .identifiers: return CSVText.canonicalInteger(bytes).map { UInt64(bitPattern: $0) }
    case .floats: return CSVText.float(bytes).map(\.bitPattern)
    case .dates: return CSVText.date(bytes).map { UInt64(bitPattern: $0.daysSinceEpoch) }
    case .strings: return CSVText.isValid(bytes) ? UInt64(pool.intern(bytes)) : nil
    case .names: return !bytes.isEmpty && CSVText.isValid(bytes) ? UInt64(pool.intern(bytes)) : nil
    case .booleans, .values: return nil
    }
  }

  private func setSlowly(_ field: CSVScanner.Field, of scanner: CSVScanner, _ row: Int) -> Bool {
    let text = scanner.text(of: field)
    switch form {
    case .identifiers: return false
    case .names:
      guard CSVText.isValid(UnsafeBufferPointer(rebasing: scanner.bytes[field.start..<field.end])) else { return false }
      lane.words[row] = UInt64(pool.intern(text))
      return true
    default: break
    }
    guard let value = CSVText.value(text, type: type) else { return false }
    if form == .values {
      keep(value, row)
      return true
    }
    switch value {
    case .integer(let number): lane.words[row] = UInt64(bitPattern: number)
    case .float(let number): lane.words[row] = number.bitPattern
    case .boolean(let flag): lane.words[row] = flag ? 1 : 0
    case .string(let text): lane.words[row] = UInt64(pool.intern(text))
    case .date(let date): lane.words[row] = UInt64(bitPattern: date.daysSinceEpoch)
    default: return false
    }
    return true
  }

  private func keep(_ value: Value, _ row: Int) {
    values.removeLast(values.count - row)
    values.append(value)
  }
}
