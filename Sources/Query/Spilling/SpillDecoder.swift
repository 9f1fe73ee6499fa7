import Graph

/// Reads what a `SpillEncoder` has written into the same file.
struct SpillDecoder {
  private let bytes: [UInt8]
  private let file: SpillFile
  private var position = 0

  init(_ bytes: [UInt8], _ file: SpillFile) {
    self.bytes = bytes
    self.file = file
  }

  mutating func readBatch() -> Batch {
    let rowCount = readNumber()
    let columnCount = readNumber()
    var columns: [Vector] = []
    for _ in 0..<columnCount { columns.append(readColumn(rowCount)) }
    return Batch(columns: columns, rowCount: rowCount)
  }

  private mutating func readColumn(_ count: Int) -> Vector {
    let storage = readStorage(count)
    guard readByte() == 1 else { return Vector(storage) }
    var words: [UInt64] = []
    for _ in 0..<((count + 63) / 64) { words.append(UInt64(UInt(bitPattern: readNumber()))) }
    return Vector(storage, nulls: NullMask(words: words, count: count))
  }

  private mutating func readStorage(_ count: Int) -> Vector.Storage {
    guard let tag = SpillTag.Column(rawValue: readByte()) else { preconditionFailure("a column begins with its tag") }
    switch tag {
    case .nodes: return .nodes(readRows(count))
    case .relationships: return .relationships(readRows(count))
    case .booleans: return .booleans(readRows(count))
    case .integers: return .integers(readRows(count))
    case .floats: return .floats(readRows(count))
    case .dates: return .dates(readRows(count))
    case .strings:
      let codes: [StringPool.Code] = readRows(count)
      return .strings(codes, file.pool(UInt32(readNumber())))
    case .values:
      var values: [Value] = []
      values.reserveCapacity(count)
      for _ in 0..<count { values.append(readValue()) }
      return .values(values)
    case .constant: return .constant(readValue(), count: count)
    }
  }

  private mutating func readRows<Element: BitwiseCopyable>(_ count: Int) -> [Element] {
    let byteCount = count * MemoryLayout<Element>.stride
    defer { position += byteCount }
    return [Element](unsafeUninitializedCapacity: count) { rows, rowCount in
      bytes.withUnsafeBytes { bytes in
        UnsafeMutableRawBufferPointer(rows).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[position..<(position + byteCount)]))
      }
      rowCount = count
    }
  }

  // MARK: - Values

  private mutating func readValue() -> Value {
    guard let tag = SpillTag.Value(rawValue: readByte()) else { preconditionFailure("a value begins with its tag") }
    switch tag {
    case .null: return .null
    case .boolean: return .boolean(readByte() == 1)
    case .integer: return .integer(Int64(readNumber()))
    case .float: return .float(Double(bitPattern: UInt64(UInt(bitPattern: readNumber()))))
    case .string: return .string(readText())
    case .list:
      let count = readNumber()
      var elements: [Value] = []
      elements.reserveCapacity(count)
      for _ in 0..<count { elements.append(readValue()) }
      return .list(elements)
    case .map: return .map(readMap())
    case .node: return .node(readNode())
    case .relationship: return .relationship(readRelationship())
    case .path:
      let length = readNumber()
      let nodes = (0...length).map { _ in readNode() }
      return .path(Path(nodes: nodes, relationships: (0..<length).map { _ in readRelationship() }))
    default: return readTemporal(tag)
    }
  }

  private mutating func readTemporal(_ tag: SpillTag.Value) -> Value {
    switch tag {
    case .date: return .date(CalendarDate(daysSinceEpoch: Int64(readNumber())))
    case .localTime: return .localTime(LocalTime(nanosecondOfDay: Int64(readNumber())))
    case .time:
      let time = LocalTime(nanosecondOfDay: Int64(readNumber()))
      return .time(ZonedTime(localTime: time, offsetSeconds: Int32(readNumber())))
    case .localDateTime: return .localDateTime(readInstant())
    case .dateTime:
      let local = readInstant()
      let offset = Int32(readNumber())
      return .dateTime(ZonedDateTime(local: local, offsetSeconds: offset, zoneName: readByte() == 1 ? readText() : nil))
    case .duration:
      let (months, days, seconds) = (Int64(readNumber()), Int64(readNumber()), Int64(readNumber()))
      return .duration(CalendarDuration(months: months, days: days, seconds: seconds, nanoseconds: Int32(readNumber())))
    default: preconditionFailure("not the tag of a temporal value")
    }
  }

  private mutating func readInstant() -> LocalDateTime {
    let date = CalendarDate(daysSinceEpoch: Int64(readNumber()))
    return LocalDateTime(date: date, time: LocalTime(nanosecondOfDay: Int64(readNumber())))
  }

  private mutating func readMap() -> PropertyMap {
    let count = readNumber()
    var entries: [(String, Value)] = []
    for _ in 0..<count {
      let key = readText()
      entries.append((key, readValue()))
    }
    return PropertyMap(entries)
  }

  private mutating func readNode() -> Node {
    let id = NodeID(UInt32(readNumber()))
    guard readByte() == 1 else { return Node(id: id) }
    let count = readNumber()
    let labels = (0..<count).map { _ in readText() }
    return Node(id: id, labels: labels, properties: readMap())
  }

  private mutating func readRelationship() -> Relationship {
    let id = RelationshipID(UInt32(readNumber()))
    guard readByte() == 1 else { return Relationship(id: id) }
    let type = readText()
    let source = NodeID(UInt32(readNumber()))
    let target = NodeID(UInt32(readNumber()))
    return Relationship(id: id, type: type, source: source, target: target, properties: readMap())
  }

  // MARK: - Numbers and texts

  private mutating func readByte() -> UInt8 {
    defer { position += 1 }
    return bytes[position]
  }

  private mutating func readNumber() -> Int {
    defer { position += 8 }
    return bytes.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: position, as: Int.self) }
  }

  private mutating func readText() -> String {
    let count = readNumber()
    defer { position += count }
    return String(decoding: bytes[position..<(position + count)], as: UTF8.self)
  }
}
