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
    case .date: return .date(try readDate(from: &reader))
    case .localTime: return .localTime(try readTime(from: &reader))
    case .time:
      let time = try readTime(from: &reader)
      return .time(ZonedTime(localTime: time, offsetSeconds: try readOffset(from: &reader)))
    case .localDateTime: return .localDateTime(try readInstant(from: &reader))
    case .dateTime, .namedDateTime:
      let local = try readInstant(from: &reader)
      let offset = try readOffset(from: &reader)
      let name: String? = tag == .namedDateTime ? try reader.text() : nil
      return .dateTime(ZonedDateTime(local: local, offsetSeconds: offset, zoneName: name))
    default:
      let months = try reader.zigzag()
      let days = try reader.zigzag()
      let seconds = try reader.zigzag()
      let nanoseconds = try reader.integer(in: 0...999_999_999, "nanoseconds of a second")
      return .duration(CalendarDuration(months: months, days: days, seconds: seconds, nanoseconds: Int32(nanoseconds)))
    }
  }

  private static func readInstant(from reader: inout ByteReader) throws(DecodingFailure) -> LocalDateTime {
    let date = try readDate(from: &reader)
    return LocalDateTime(date: date, time: try readTime(from: &reader))
  }

  /// The days that a date may be: those of the calendar, and a year around them, so that no sum that an earlier program has
  /// stored is refused. Whoever reckons with one need not look out for overflow.
  static let days = (CalendarDate.minimum.daysSinceEpoch - 366)...(CalendarDate.maximum.daysSinceEpoch + 366)

  private static func readDate(from reader: inout ByteReader) throws(DecodingFailure) -> CalendarDate {
    CalendarDate(daysSinceEpoch: try reader.integer(in: days, "a day of the calendar"))
  }

  private static func readTime(from reader: inout ByteReader) throws(DecodingFailure) -> LocalTime {
    LocalTime(nanosecondOfDay: try reader.integer(in: 0...86_399_999_999_999, "a time of day"))
  }

  private static func readOffset(from reader: inout ByteReader) throws(DecodingFailure) -> Int32 {
    Int32(try reader.integer(in: -86_400...86_400, "an offset from UTC"))
  }
}

extension ByteReader {
  fileprivate mutating func integer(in range: ClosedRange<Int64>, _ what: String) throws(DecodingFailure) -> Int64 {
    let number = try zigzag()
    guard range.contains(number) else { throw failure(what) }
    return number
  }
}
