import Graph

/// How a value keeps its type in JSON, which has no dates, no integers beyond 2⁵³ and no floats without a number.
///
/// Such a value is written as a string, as `JSONWriter` does, and its type is said beside it: `Date`, `LocalTime`,
/// `Time`, `LocalDateTime`, `DateTime`, `Duration`, `Integer`, `Float`, or `List<Date>` and so on for a list of one of them.
/// What mixes types says `Tagged`, and then each such value inside is an object of one entry, `{"$Date": "2013-01-11"}`; a map
/// with a key that begins with `$` is `{"$Map": {…}}`.
enum TypedJSON {
  static let tagged = "Tagged"
  /// Up to here the numbers of a reader who knows only floats are exact; `JSONWriter` writes larger ones as strings.
  private static let greatestExactInteger: Int64 = 1 << 53

  /// What to say beside the plain JSON of `value`, nil where that reads back as `value`.
  static func type(of value: Value) -> String? {
    switch value {
    case .list(let elements): listType(of: elements)
    case .map(let map): map.entries.contains { type(of: $0.value) != nil } ? tagged : nil
    default: scalarType(of: value)
    }
  }

  private static func listType(of elements: [Value]) -> String? {
    var common: String?
    for (index, element) in elements.enumerated() {
      let type = type(of: element)
      if index > 0, type != common { return tagged }
      if let type, type == tagged || type.hasPrefix("List<") { return tagged }
      common = type
    }
    return common.map { "List<\($0)>" }
  }

  private static func scalarType(of value: Value) -> String? {
    switch value {
    case .integer(let number): number.magnitude > greatestExactInteger.magnitude ? "Integer" : nil
    case .float(let number): number.isFinite ? nil : "Float"
    case .date: "Date"
    case .localTime: "LocalTime"
    case .time: "Time"
    case .localDateTime: "LocalDateTime"
    case .dateTime: "DateTime"
    case .duration: "Duration"
    default: nil
    }
  }

  /// Writes `value` with tags inside, whatever it is.
  static func writeTagged(_ value: Value, to json: inout JSONWriter) {
    switch value {
    case .list(let elements):
      json.write(raw: "[")
      for (index, element) in elements.enumerated() {
        if index > 0 { json.write(raw: ",") }
        writeTagged(element, to: &json)
      }
      json.write(raw: "]")
    case .map(let map):
      let needsTag = map.entries.contains { $0.key.hasPrefix("$") }
      json.write(raw: needsTag ? "{\"$Map\":{" : "{")
      for (index, entry) in map.entries.enumerated() {
        if index > 0 { json.write(raw: ",") }
        json.write(key: entry.key)
        writeTagged(entry.value, to: &json)
      }
      json.write(raw: needsTag ? "}}" : "}")
    default:
      guard let type = scalarType(of: value) else { return json.write(value) }
      json.write(raw: "{")
      json.write(key: "$" + type)
      json.write(value)
      json.write(raw: "}")
    }
  }

  /// The value that JSON and the type said beside it stand for; nil where they do not fit.
  static func value(_ json: Value, type: String) -> Value? {
    if type == tagged { return untagged(json) }
    if type.hasPrefix("List<"), type.hasSuffix(">") {
      guard case .list(let elements) = json else { return nil }
      let values = elements.compactMap { value($0, type: String(type.dropFirst(5).dropLast())) }
      return values.count == elements.count ? .list(values) : nil
    }
    guard case .string(let text) = json else { return nil }
    switch type {
    case "Integer": return Int64(text).map(Value.integer)
    case "Float": return FloatNames.value(text).map(Value.float)
    default: return TemporalType(rawValue: type)?.value(text)
    }
  }

  /// The value that tagged JSON stands for; nil where a tag is not known or does not fit.
  static func untagged(_ json: Value) -> Value? {
    switch json {
    case .list(let elements):
      let values = elements.compactMap(untagged)
      return values.count == elements.count ? .list(values) : nil
    case .map(let map):
      if map.count == 1, let entry = map.entries.first, entry.key.hasPrefix("$") {
        if entry.key == "$Map", case .map(let inner) = entry.value { return untaggedEntries(of: inner) }
        return value(entry.value, type: String(entry.key.dropFirst()))
      }
      return untaggedEntries(of: map)
    default:
      return json
    }
  }

  private static func untaggedEntries(of map: PropertyMap) -> Value? {
    var result = PropertyMap()
    for entry in map.entries {
      guard let value = untagged(entry.value) else { return nil }
      result[entry.key] = value
    }
    return .map(result)
  }
}

/// The names of the floats that no digits stand for.
enum FloatNames {
  static func value(_ text: some StringProtocol) -> Double? {
    switch text {
    case "NaN": .nan
    case "Infinity": .infinity
    case "-Infinity": -.infinity
    default: nil
    }
  }
}
