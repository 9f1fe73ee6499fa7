import Graph

/// One property column on its way from cells to a typed vector.
struct CSVColumnBuilder {
  let type: CSVColumnType
  private let pool: StringPool
  private var integers: [Int64] = []
  private var floats: [Double] = []
  private var booleans: [Bool] = []
  private var codes: [StringPool.Code] = []
  private var values: [Value] = []
  private var nullRows: [Int] = []
  private var count = 0

  /// - Parameter pool: takes the texts.
  init(type: CSVColumnType, pool: StringPool) {
    self.type = type
    self.pool = pool
  }

  /// Appends the value of a cell; false, and nothing appended, where the cell does not hold one. An empty cell without quotes
  /// is a null.
  mutating func append(_ field: CSVScanner.Field, of scanner: CSVScanner) -> Bool {
    if field.start == field.end, !field.isQuoted {
      appendNull()
      return true
    }
    guard appendValue(field, of: scanner) else { return false }
    count += 1
    return true
  }

  mutating func appendNull() {
    nullRows.append(count)
    count += 1
    if type.isList {
      values.append(.null)
      return
    }
    switch type.scalar {
    case .integer, .temporal(.date): integers.append(0)
    case .float: floats.append(0)
    case .boolean: booleans.append(false)
    case .string: codes.append(0)
    case .temporal, .json: values.append(.null)
    }
  }

  /// What was appended since the last call.
  mutating func finish() -> Vector {
    defer { self = CSVColumnBuilder(type: type, pool: pool) }
    if nullRows.count == count { return Vector(.constant(.null, count: count)) }
    if type.isList { return Vector(.values(values)) }
    let storage: Vector.Storage
    switch type.scalar {
    case .integer: storage = .integers(integers)
    case .temporal(.date): storage = .dates(integers)
    case .float: storage = .floats(floats)
    case .boolean: storage = .booleans(booleans)
    case .string: storage = .strings(codes, pool)
    case .temporal, .json: return Vector(.values(values))
    }
    guard !nullRows.isEmpty else { return Vector(storage) }
    var nulls = NullMask(count: count)
    for row in nullRows { nulls[row] = true }
    return Vector(storage, nulls: nulls)
  }

  private mutating func appendValue(_ field: CSVScanner.Field, of scanner: CSVScanner) -> Bool {
    if type.isList || field.hasEscapes { return appendSlowly(scanner.text(of: field)) }
    let bytes = UnsafeBufferPointer(rebasing: scanner.bytes[field.start..<field.end])
    switch type.scalar {
    case .integer:
      guard let number = CSVText.integer(bytes) else { return false }
      integers.append(number)
    case .float:
      guard let number = CSVText.float(bytes) else { return false }
      floats.append(number)
    case .string:
      guard CSVText.isValid(bytes) else { return false }
      codes.append(pool.intern(bytes))
    case .temporal(.date):
      guard let date = CSVText.date(bytes) else { return false }
      integers.append(date.daysSinceEpoch)
    case .boolean, .temporal, .json:
      return appendSlowly(scanner.text(of: field))
    }
    return true
  }

  private mutating func appendSlowly(_ text: String) -> Bool {
    guard let value = CSVText.value(text, type: type) else { return false }
    switch value {
    case _ where type.isList: values.append(value)
    case .integer(let number): type.scalar == .json ? values.append(value) : integers.append(number)
    case .float(let number): type.scalar == .json ? values.append(value) : floats.append(number)
    case .boolean(let flag): type.scalar == .json ? values.append(value) : booleans.append(flag)
    case .string(let text): type.scalar == .json ? values.append(value) : codes.append(pool.intern(text))
    case .date(let date): type.scalar == .json ? values.append(value) : integers.append(date.daysSinceEpoch)
    default: values.append(value)
    }
    return true
  }
}
