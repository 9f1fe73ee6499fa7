import Graph

/// Values that a property may hold, as bytes: a tag and what belongs to it.
enum ValueCoding {
  private enum Tag: UInt8 {
    case null, no, yes, integer, float, string, list, date, localTime, time, localDateTime, dateTime, namedDateTime, duration
  }

  /// Deeper nesting than this is damage; it also bounds the decoder's recursion.
  static let largestDepth = 64

  /// Whether a property may hold `value`: not a map, an element or a path, nor a list with one inside.
  static func isStorable(_ value: Value, depth: Int = 0) -> Bool {
    switch value {
    case .map, .node, .relationship, .path: false
    case .list(let items): depth < largestDepth && items.allSatisfy { isStorable($0, depth: depth + 1) }
    default: true
    }
  }

  /// Appends a storable value.
  static func write(_ value: Value, to writer: inout ByteWriter) {
    func tag(_ tag: Tag) { writer.write(tag.rawValue) }
    switch value {
    case .boolean(let flag): tag(flag ? .yes : .no)
    case .integer(let number):
      tag(.integer)
      writer.write(zigzag: number)
    case .float(let number):
      tag(.float)
      writer.write(fixed: number.bitPattern)
    case .string(let text):
      tag(.string)
      writer.write(text: text)
    case .list(let items):
      tag(.list)
      writer.write(count: items.count)
      for item in items { write(item, to: &writer) }
    case .null, .map, .node, .relationship, .path: tag(.null)
    default: writeTemporal(value, to: &writer)
    }
  }

  private static func writeTemporal(_ value: Value, to writer: inout ByteWriter) {
    func tag(_ tag: Tag) { writer.write(tag.rawValue) }
    switch value {
    case .date(let date):
      tag(.date)
      writer.write(zigzag: date.daysSinceEpoch)
    case .localTime(let time):
      tag(.localTime)
      writer.write(zigzag: time.nanosecondOfDay)
    case .time(let time):
      tag(.time)
      writer.write(zigzag: time.localTime.nanosecondOfDay)
      writer.write(zigzag: Int64(time.offsetSeconds))
    case .localDateTime(let instant):
      tag(.localDateTime)
      write(instant, to: &writer)
    case .dateTime(let instant):
      tag(instant.zoneName == nil ? .dateTime : .namedDateTime)
      write(instant.local, to: &writer)
      writer.write(zigzag: Int64(instant.offsetSeconds))
      if let name = instant.zoneName { writer.write(text: name) }
    case .duration(let duration):
      tag(.duration)
      writer.write(zigzag: duration.months)
      writer.write(zigzag: duration.days)
      writer.write(zigzag: duration.seconds)
      writer.write(zigzag: Int64(duration.nanoseconds))
    default: break
    }
  }

  private static func write(_ instant: LocalDateTime, to writer: inout ByteWriter) {
    writer.write(zigzag: instant.date.daysSinceEpoch)
    writer.write(zigzag: instant.time.nanosecondOfDay)
  }

  static func read(from reader: inout ByteReader, depth: Int = 0) throws(DecodingFailure) -> Value {
    guard let tag = Tag(rawValue: try reader.byte()) else { throw reader.failure("a value's tag") }
    switch tag {
    case .null: return .null
    case .no: return .boolean(false)
    case .yes: return .boolean(true)
    case .integer: return .integer(try reader.zigzag())
    case .float: return .float(Double(bitPattern: try reader.fixed(UInt64.self)))
    case .string: return .string(try reader.text())
    case .list:
      guard depth < largestDepth else { throw reader.failure("lists nested at most \(largestDepth) deep") }
      var items: [Value] = []
      for _ in 0..<(try reader.count()) { items.append(try read(from: &reader, depth: depth + 1)) }
      return .list(items)
    default: return try readTemporal(tag, from: &reader)
    }
  }

  private static func readTemporal(_ tag: Tag, from reader: inout ByteReader) throws(DecodingFailure) -> Value {
    switch tag {
    case .date: return .date(CalendarDate(daysSinceEpoch: try reader.zigzag()))
    case .localTime: return .localTime(LocalTime(nanosecondOfDay: try reader.zigzag()))
    case .time:
      let time = LocalTime(nanosecondOfDay: try reader.zigzag())
      return .time(ZonedTime(localTime: time, offsetSeconds: try readInt32(from: &reader)))
    case .localDateTime: return .localDateTime(try readInstant(from: &reader))
    case .dateTime, .namedDateTime:
      let local = try readInstant(from: &reader)
      let offset = try readInt32(from: &reader)
      let name: String? = tag == .namedDateTime ? try reader.text() : nil
      return .dateTime(ZonedDateTime(local: local, offsetSeconds: offset, zoneName: name))
    default:
      let months = try reader.zigzag()
      let days = try reader.zigzag()
      let seconds = try reader.zigzag()
      let nanoseconds = try readInt32(from: &reader)
      return .duration(CalendarDuration(months: months, days: days, seconds: seconds, nanoseconds: nanoseconds))
    }
  }

  private static func readInstant(from reader: inout ByteReader) throws(DecodingFailure) -> LocalDateTime {
    let day = try reader.zigzag()
    let time = try reader.zigzag()
    return LocalDateTime(date: CalendarDate(daysSinceEpoch: day), time: LocalTime(nanosecondOfDay: time))
  }

  private static func readInt32(from reader: inout ByteReader) throws(DecodingFailure) -> Int32 {
    guard let number = Int32(exactly: try reader.zigzag()) else { throw reader.failure("a number of 32 bits") }
    return number
  }
}
