// Temporal values from a text, a map of components or another temporal value: what `date(x)`, `time(x)`, … do with their
// argument. All throw `invalidType` for other arguments, `invalidArgument` for texts and maps that say nothing sensible,
// `outOfRange` for components beyond their range and `unknownTimeZone`.

extension CalendarDate {
  public init(from value: Value) throws(ValueError) {
    switch value {
    case .string(let text): self = try TemporalParser.date(text)
    case .map(let map): self = try TemporalFields(map, keys: TemporalFields.dateKeys).date()
    default:
      guard let date = value.datePart else { throw .notTemporal(value, "a date") }
      self = date
    }
  }
}

extension LocalTime {
  public init(from value: Value) throws(ValueError) {
    switch value {
    case .string(let text): self = try TemporalParser.localTime(text)
    case .map(let map): self = try TemporalFields(map, keys: TemporalFields.timeKeys).time()
    default:
      guard let time = value.timePart else { throw .notTemporal(value, "a local time") }
      self = time
    }
  }
}

extension ZonedTime {
  /// A named zone gives the offset that it has at `epochSecond`.
  public init(from value: Value, epochSecond: Int64) throws(ValueError) {
    switch value {
    case .string(let text): self = try TemporalParser.time(text)
    case .map(let map):
      let fields = try TemporalFields(map, keys: TemporalFields.timeKeys.union(TemporalFields.zoneKeys))
      try self.init(fields, base: map["time"] ?? map["datetime"], epochSecond: epochSecond)
    case .time(let time): self = time
    case .dateTime(let dateTime): self.init(localTime: dateTime.local.time, offsetSeconds: dateTime.offsetSeconds)
    default:
      guard let time = value.timePart else { throw .notTemporal(value, "a time") }
      self.init(localTime: time, offsetSeconds: 0)
    }
  }

  /// A zone beside a time that has an offset converts it; beside one without it says what was meant.
  private init(_ fields: TemporalFields, base: Value?, epochSecond: Int64) throws(ValueError) {
    let time = try fields.time()
    let offset = try fields.zone().map { zone throws(ValueError) in try zone.offset(atEpochSecond: epochSecond) }
    guard let baseOffset = base?.offsetPart else {
      self.init(localTime: time, offsetSeconds: offset ?? 0)
      return
    }
    self.init(localTime: time, offsetSeconds: baseOffset)
    if let offset { self = converted(toOffset: offset) }
  }
}

extension LocalDateTime {
  public init(from value: Value) throws(ValueError) {
    switch value {
    case .string(let text): self = try TemporalParser.localDateTime(text)
    case .map(let map):
      let keys = TemporalFields.dateKeys.union(TemporalFields.timeKeys).union(TemporalFields.epochKeys)
      let fields = try TemporalFields(map, keys: keys)
      if let instant = try fields.instant() {
        self = instant
      } else {
        self.init(date: try fields.date(), time: try fields.time())
      }
    default:
      guard let date = value.datePart else { throw .notTemporal(value, "a local date and time") }
      self.init(date: date, time: value.timePart ?? .midnight)
    }
  }
}

extension ZonedDateTime {
  public init(from value: Value) throws(ValueError) {
    switch value {
    case .string(let text): self = try TemporalParser.dateTime(text)
    case .map(let map):
      let keys = TemporalFields.dateKeys.union(TemporalFields.timeKeys).union(TemporalFields.zoneKeys)
      try self.init(TemporalFields(map, keys: keys.union(TemporalFields.epochKeys)))
    case .dateTime(let dateTime): self = dateTime
    default:
      guard let date = value.datePart else { throw .notTemporal(value, "a date and time") }
      self.init(local: LocalDateTime(date: date, time: value.timePart ?? .midnight), offsetSeconds: 0)
    }
  }

  /// A zone beside a time that has one converts the instant; beside one without it says what was meant.
  private init(_ fields: TemporalFields) throws(ValueError) {
    let zone = try fields.zone()
    if let instant = try fields.instant() {
      try self.init(epochSecond: instant.secondsSinceEpoch, nanosecond: instant.time.nanosecond, zone: zone ?? .utc)
      return
    }
    let local = LocalDateTime(date: try fields.date(), time: try fields.time())
    guard let baseZone = fields.baseZone else {
      try self.init(resolving: local, in: zone ?? .utc)
      return
    }
    let result = try ZonedDateTime(resolving: local, in: baseZone, preferring: fields.baseOffset)
    self = try zone.map { zone throws(ValueError) in try result.converted(to: zone) } ?? result
  }
}

extension CalendarDuration {
  public init(from value: Value) throws(ValueError) {
    switch value {
    case .string(let text): self = try DurationParser.duration(text)
    case .duration(let duration): self = duration
    case .map(let map): try self.init(map)
    default: throw .notTemporal(value, "a duration")
    }
  }

  private init(_ map: PropertyMap) throws(ValueError) {
    var amounts = DurationAmounts()
    for entry in map.entries {
      guard let unit = DurationAmounts.Unit(rawValue: entry.key) else {
        throw .invalidArgument("\(entry.key) is not a component of a duration")
      }
      switch entry.value {
      case .integer(let amount): try amounts.add(unit, whole: amount)
      case .float(let amount): try amounts.add(unit, amount)
      default: throw .invalidType("\(entry.key) must be a number, found \(entry.value.type.rawValue)")
      }
    }
    self = try amounts.duration()
  }
}

extension TemporalFields {
  /// The local time in UTC of `epochSeconds` or `epochMillis` and `nanosecond`, nil where neither is given. Nothing but a zone
  /// may stand beside them.
  fileprivate func instant() throws(ValueError) -> LocalDateTime? {
    guard let epoch = ["epochSeconds", "epochMillis"].first(where: has) else { return nil }
    if let other = otherKey(than: [epoch, "nanosecond", "timezone"]) {
      throw .invalidArgument("\(epoch) and \(other) cannot be combined in one moment")
    }
    let nanosecond = try integer("nanosecond") ?? 0
    if let seconds = try integer("epochSeconds") {
      try CalendarDate.check(nanosecond, in: 0...999_999_999, "nanosecond")
      return try LocalDateTime(secondsSinceEpoch: seconds, nanosecond: nanosecond)
    }
    guard let milliseconds = try integer("epochMillis") else { return nil }
    try CalendarDate.check(nanosecond, in: 0...999_999, "nanosecond")
    let seconds = CalendarDate.floorDivide(milliseconds, 1_000)
    let rest = CalendarDate.floorModulo(milliseconds, 1_000) * 1_000_000
    return try LocalDateTime(secondsSinceEpoch: seconds, nanosecond: rest + nanosecond)
  }
}

extension ValueError {
  fileprivate static func notTemporal(_ value: Value, _ wanted: String) -> ValueError {
    .invalidType("a \(value.type.rawValue) cannot be made into \(wanted)")
  }
}
