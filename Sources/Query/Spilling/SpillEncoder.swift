import Graph

/// Writes batches as bytes for the same process to read again: typed columns as they lie in memory, strings of the graph as codes
/// of their pool, other values with a byte before each that says its type.
struct SpillEncoder {
  private(set) var bytes: [UInt8] = []
  private let file: SpillFile

  /// - Parameter file: what knows the pools of strings by number.
  init(_ file: SpillFile) { self.file = file }

  /// - Parameter batch: one without a selection.
  mutating func write(_ batch: Batch) {
    write(batch.rowCount)
    write(batch.columns.count)
    for column in batch.columns { write(column) }
  }

  private mutating func write(_ column: Vector) {
    switch column.storage {
    case .nodes(let rows): write(.nodes, rows)
    case .relationships(let rows): write(.relationships, rows)
    case .booleans(let rows): write(.booleans, rows)
    case .integers(let rows): write(.integers, rows)
    case .floats(let rows): write(.floats, rows)
    case .dates(let rows): write(.dates, rows)
    case .strings(let codes, let pool) where pool.isLasting:
      write(.strings, codes)
      write(Int(file.number(of: pool)))
    case .values, .lists, .strings:
      bytes.append(SpillTag.Column.values.rawValue)
      for row in 0..<column.count { write(column[row]) }
      // Nulls are among the values.
      return bytes.append(0)
    case .constant(let value, _):
      bytes.append(SpillTag.Column.constant.rawValue)
      write(value)
    }
    guard let nulls = column.nulls else { return bytes.append(0) }
    bytes.append(1)
    var word: UInt64 = 0
    for row in 0..<nulls.count {
      if nulls[row] { word |= 1 << UInt64(row & 63) }
      guard row & 63 == 63 || row == nulls.count - 1 else { continue }
      write(Int(bitPattern: UInt(word)))
      word = 0
    }
  }

  private mutating func write<Element: BitwiseCopyable>(_ tag: SpillTag.Column, _ rows: [Element]) {
    bytes.append(tag.rawValue)
    rows.withUnsafeBytes { bytes.append(contentsOf: $0) }
  }

  // MARK: - Values

  private mutating func write(_ value: Value) {
    bytes.append(SpillTag.Value(value).rawValue)
    switch value {
    case .null: break
    case .boolean(let flag): bytes.append(flag ? 1 : 0)
    case .integer(let number): write(Int(number))
    case .float(let number): write(Int(bitPattern: UInt(number.bitPattern)))
    case .string(let text): write(text)
    case .list(let elements):
      write(elements.count)
      for element in elements { write(element) }
    case .map(let map): write(map)
    case .node(let node): write(node)
    case .relationship(let relationship): write(relationship)
    case .path(let path):
      write(path.relationships.count)
      for node in path.nodes { write(node) }
      for relationship in path.relationships { write(relationship) }
    default: writeTemporal(value)
    }
  }

  private mutating func writeTemporal(_ value: Value) {
    switch value {
    case .date(let date): write(Int(date.daysSinceEpoch))
    case .localTime(let time): write(Int(time.nanosecondOfDay))
    case .time(let time):
      write(Int(time.localTime.nanosecondOfDay))
      write(Int(time.offsetSeconds))
    case .localDateTime(let instant): write(instant)
    case .dateTime(let instant):
      write(instant.local)
      write(Int(instant.offsetSeconds))
      write(optional: instant.zoneName)
    case .duration(let duration):
      write(Int(duration.months))
      write(Int(duration.days))
      write(Int(duration.seconds))
      write(Int(duration.nanoseconds))
    default: preconditionFailure("not a temporal value")
    }
  }

  private mutating func write(_ instant: LocalDateTime) {
    write(Int(instant.date.daysSinceEpoch))
    write(Int(instant.time.nanosecondOfDay))
  }

  private mutating func write(_ map: PropertyMap) {
    write(map.count)
    for entry in map.entries {
      write(entry.key)
      write(entry.value)
    }
  }

  private mutating func write(_ node: Node) {
    write(Int(node.id.rawValue))
    guard let content = node.content else { return bytes.append(0) }
    bytes.append(1)
    write(content.labels.count)
    for label in content.labels { write(label) }
    write(content.properties)
  }

  private mutating func write(_ relationship: Relationship) {
    write(Int(relationship.id.rawValue))
    guard let content = relationship.content else { return bytes.append(0) }
    bytes.append(1)
    write(content.type)
    write(Int(content.source.rawValue))
    write(Int(content.target.rawValue))
    write(content.properties)
  }

  // MARK: - Numbers and texts

  private mutating func write(_ number: Int) {
    withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) }
  }

  private mutating func write(_ text: String) {
    write(text.utf8.count)
    bytes.append(contentsOf: text.utf8)
  }

  private mutating func write(optional text: String?) {
    bytes.append(text == nil ? 0 : 1)
    if let text { write(text) }
  }
}

/// The bytes that say what follows.
enum SpillTag {
  enum Column: UInt8 { case nodes, relationships, booleans, integers, floats, dates, strings, values, constant }

  enum Value: UInt8 {
    case null, boolean, integer, float, string, list, map, node, relationship, path
    case date, localTime, time, localDateTime, dateTime, duration

    init(_ value: Graph.Value) {
      switch value {
      case .null: self = .null
      case .boolean: self = .boolean
      case .integer: self = .integer
      case .float: self = .float
      case .string: self = .string
      case .list: self = .list
      case .map: self = .map
      case .node: self = .node
      case .relationship: self = .relationship
      case .path: self = .path
      case .date: self = .date
      case .localTime: self = .localTime
      case .time: self = .time
      case .localDateTime: self = .localDateTime
      case .dateTime: self = .dateTime
      case .duration: self = .duration
      }
    }
  }
}
