import Cypher
import Graph

/// Values as JSON in which nothing is hostile to a terminal: control characters and bidirectional marks are escaped too.
enum ValueJSON {
  static func text(_ value: Value) -> String { harmless(value.json) }

  static func quoted(_ text: String) -> String { harmless(Value.string(text).json) }

  /// One record as an object with a member for each column.
  static func record(_ record: [Value], columns: [String]) -> String {
    var writer = JSONWriter()
    writer.write(raw: "{")
    for (index, (column, value)) in zip(columns, record).enumerated() {
      if index > 0 { writer.write(raw: ",") }
      writer.write(key: column)
      writer.write(value)
    }
    writer.write(raw: "}")
    return harmless(String(decoding: writer.bytes, as: UTF8.self))
  }

  /// Such characters stand only inside strings, where an escape says the same.
  private static func harmless(_ json: String) -> String {
    guard json.utf8.contains(where: { $0 >= 0x80 }), json.unicodeScalars.contains(where: \.isHostile) else { return json }
    var safe = String.UnicodeScalarView()
    for scalar in json.unicodeScalars {
      guard scalar.isHostile else {
        safe.append(scalar)
        continue
      }
      for unit in UTF16.encode(scalar)! {
        let digits = String(unit, radix: 16)
        safe.append(contentsOf: ("\\u" + String(repeating: "0", count: 4 - digits.count) + digits).unicodeScalars)
      }
    }
    return String(safe)
  }
}
