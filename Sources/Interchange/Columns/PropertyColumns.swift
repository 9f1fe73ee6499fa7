import Graph

/// The property columns of a batch as bare memory, for writing them row by row without a reference count in the loop.
final class PropertyColumns {
  /// One column: the elements of typed rows as 64-bit words, the rest as values.
  struct Column {
    enum Kind { case booleans, integers, floats, strings, dates, values }

    var kind: Kind
    /// By row: the integer, the days, the code of the text, the bits of the float, 0 or 1. Unused for `values`.
    var words: UnsafeMutablePointer<UInt64>
    /// By row: whether there is a value.
    var isPresent: UnsafeMutablePointer<Bool>
    /// What the codes of texts lead into; the columns keep it alive.
    var pool: Unmanaged<StringPool>?
    var values: [Value]
    /// What a writer puts before a value of this key.
    var prefix: UnsafeMutableBufferPointer<UInt8>
  }

  let keys: [String]
  let columns: UnsafeMutableBufferPointer<Column>
  /// The vectors that the columns were made of, and with them the pools of their texts.
  private let vectors: [Vector]

  /// - Parameter prefix: appends what stands before the values of a key.
  init(_ batch: ElementBatch, prefix: (_ key: String, _ text: ByteOutput) -> Void) {
    keys = batch.properties.map(\.key)
    vectors = batch.properties.map(\.values)
    columns = .allocate(capacity: keys.count)
    let text = ByteOutput()
    for (index, property) in batch.properties.enumerated() {
      text.removeAll()
      prefix(property.key, text)
      let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(text.count, 1))
      _ = bytes.initialize(from: text.gathered)
      columns.initializeElement(
        at: index, to: Self.column(of: property.values, prefix: UnsafeMutableBufferPointer(rebasing: bytes[..<text.count])))
    }
  }

  deinit {
    for column in columns {
      column.words.deallocate()
      column.isPresent.deallocate()
      column.prefix.baseAddress?.deallocate()
    }
    columns.deinitialize()
    columns.deallocate()
  }

  private static func column(of vector: Vector, prefix: UnsafeMutableBufferPointer<UInt8>) -> Column {
    let count = vector.count
    var column = Column(
      kind: .values, words: .allocate(capacity: max(count, 1)), isPresent: .allocate(capacity: max(count, 1)), values: [],
      prefix: prefix)
    for row in 0..<count { column.isPresent[row] = !vector.isNull(row) }
    switch vector.storage {
    case .booleans(let rows):
      column.kind = .booleans
      for row in 0..<count { column.words[row] = rows[row] ? 1 : 0 }
    case .integers(let rows):
      column.kind = .integers
      for row in 0..<count { column.words[row] = UInt64(bitPattern: rows[row]) }
    case .dates(let rows):
      column.kind = .dates
      for row in 0..<count { column.words[row] = UInt64(bitPattern: rows[row]) }
    case .floats(let rows):
      column.kind = .floats
      for row in 0..<count { column.words[row] = rows[row].bitPattern }
    case .strings(let rows, let pool):
      column.kind = .strings
      column.pool = Unmanaged.passUnretained(pool)
      for row in 0..<count { column.words[row] = UInt64(rows[row]) }
    case .values(let rows): column.values = rows
    case .constant, .nodes, .relationships, .lists: column.values = (0..<count).map { vector[$0] }
    }
    return column
  }
}

extension PropertyColumns.Column {
  @inline(__always) func integer(_ row: Int) -> Int64 { Int64(bitPattern: words[row]) }
  @inline(__always) func float(_ row: Int) -> Double { Double(bitPattern: words[row]) }
  @inline(__always) func date(_ row: Int) -> CalendarDate { CalendarDate(daysSinceEpoch: integer(row)) }
  /// The UTF-8 of a text.
  @inline(__always) func text(_ row: Int) -> UnsafeBufferPointer<UInt8> {
    let code = StringPool.Code(truncatingIfNeeded: words[row])
    return pool.unsafelyUnwrapped._withUnsafeGuaranteedRef { $0.bytes(of: code) }
  }

  /// The value of a row, whatever the kind.
  func value(_ row: Int) -> Value {
    guard isPresent[row] else { return .null }
    switch kind {
    case .booleans: return .boolean(words[row] != 0)
    case .integers: return .integer(integer(row))
    case .floats: return .float(float(row))
    case .strings: return .string(String(decoding: text(row), as: UTF8.self))
    case .dates: return .date(date(row))
    case .values: return values[row]
    }
  }
}

extension PropertyColumns {
  /// Calls `body` with each column that has a value in a row, in their order.
  @inline(__always) func forEachPresent(_ row: Int, _ body: (_ column: UnsafePointer<Column>, _ isFirst: Bool) -> Void) {
    guard let base = columns.baseAddress else { return }
    var isFirst = true
    for index in 0..<columns.count where base[index].isPresent[row] {
      body(UnsafePointer(base + index), isFirst)
      isFirst = false
    }
  }
}

/// Texts that many rows share, escaped once.
struct SharedTexts {
  private let bytes: ByteOutput
  private var ends: [Int] = [0]

  /// - Parameter write: appends one of `items` as the rows want it.
  init<Item>(_ items: [Item], _ write: (Item, ByteOutput) -> Void) {
    bytes = ByteOutput()
    for item in items {
      write(item, bytes)
      ends.append(bytes.count)
    }
  }

  @inline(__always) subscript(number: UInt32) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes.gathered[ends[Int(number)]..<ends[Int(number) + 1]])
  }
}
