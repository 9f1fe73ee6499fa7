import Graph

/// How a request for a statement is written, apart from its id and the values of its parameters.
///
/// Programs that ask in a loop write the same line again but for these. Such a line is compared with the form instead of being
/// read: its text and the names of its parameters are not made anew.
struct RequestForm {
  /// What stands between two parts of the form that are always the same.
  private enum Slot {
    case id
    case parameter(Dictionary<String, Value>.Index)
  }

  /// What a line asks for.
  struct Statement {
    var text: String
    var parameters: [String: Value]
    var notation: PipeRequest.Notation
    var id: Value?
  }

  /// Longer lines are not worth to be kept.
  static let largestLineByteCount = 4 << 10

  /// The line that the form was taken from.
  private let line: [UInt8]
  /// Those of its bytes that are the same in each line of the form: before, between and after the slots.
  private let fixed: [Range<Int>]
  private let slots: [Slot]
  /// What the last line of this form has asked for.
  private(set) var statement: Statement

  /// Reads another line. True if it is of this form; `statement` is what it asks for then.
  mutating func read(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    var parser = JSONParser(line)
    return self.line.withUnsafeBufferPointer { own in
      for place in slots.indices {
        guard parser.skip(UnsafeBufferPointer(rebasing: own[fixed[place]])), let value = try? parser.value() else { return false }
        switch slots[place] {
        case .id: statement.id = value
        case .parameter(let index): statement.parameters.values[index] = value
        }
      }
      return parser.skip(UnsafeBufferPointer(rebasing: own[fixed[slots.count]])) && parser.position == line.count
    }
  }

  /// Takes the form from a line; nil where that is anything but the request for a statement, each of whose keys is there once.
  init?(_ line: UnsafeBufferPointer<UInt8>) {
    guard let parts = try? Parts(line), let text = parts.text else { return nil }
    self.line = Array(line)
    let values = parts.values.sorted { $0.place.lowerBound < $1.place.lowerBound }
    var fixed: [Range<Int>] = []
    var end = 0
    for value in values {
      fixed.append(end..<value.place.lowerBound)
      end = value.place.upperBound
    }
    self.fixed = fixed + [end..<line.count]
    var parameters: [String: Value] = [:]
    for value in parts.values { if let name = value.name { parameters[name] = value.value } }
    slots = values.map { $0.name.map { .parameter(parameters.index(forKey: $0)!) } ?? .id }
    statement = Statement(
      text: text, parameters: parameters, notation: parts.notation, id: parts.values.first { $0.name == nil }?.value)
  }
}

extension RequestForm {
  /// What a line consists of.
  private struct Parts {
    /// The line is not one that a form can be taken from.
    struct Otherwise: Error {}

    var text: String?
    var notation = PipeRequest.Notation.json
    /// The id, without a name, and the parameters.
    var values: [(name: String?, place: Range<Int>, value: Value)] = []

    init(_ line: UnsafeBufferPointer<UInt8>) throws {
      var parser = JSONParser(line)
      var keys: Set<String> = []
      try Self.readObject(&parser) { key, parser in
        guard keys.insert(key).inserted else { throw Otherwise() }
        switch key {
        case "query": text = try Self.string(&parser)
        case "values":
          guard let notation = PipeRequest.Notation(rawValue: try Self.string(&parser)) else { throw Otherwise() }
          self.notation = notation
        case "id": values.append(try Self.value(nil, &parser))
        case "parameters":
          var names: Set<String> = []
          try Self.readObject(&parser) { name, parser in
            guard names.insert(name).inserted else { throw Otherwise() }
            values.append(try Self.value(name, &parser))
          }
        default: throw Otherwise()
        }
      }
      parser.skipSpace()
      guard parser.peek == nil else { throw Otherwise() }
    }

    private static func string(_ parser: inout JSONParser) throws -> String {
      guard parser.peek == UInt8(ascii: "\"") else { throw Otherwise() }
      return try parser.string()
    }

    private static func value(
      _ name: String?, _ parser: inout JSONParser
    ) throws -> (name: String?, place: Range<Int>, value: Value) {
      let start = parser.position
      let value = try parser.value()
      return (name, start..<parser.position, value)
    }

    /// Reads an object; `member` reads the value of each of its keys, which is what comes next.
    private static func readObject(_ parser: inout JSONParser, _ member: (String, inout JSONParser) throws -> Void) throws {
      parser.skipSpace()
      guard parser.skip("{") else { throw Otherwise() }
      parser.skipSpace()
      if parser.skip("}") { return }
      while true {
        parser.skipSpace()
        let key = try string(&parser)
        parser.skipSpace()
        guard parser.skip(":") else { throw Otherwise() }
        parser.skipSpace()
        try member(key, &parser)
        parser.skipSpace()
        if parser.skip("}") { return }
        guard parser.skip(",") else { throw Otherwise() }
      }
    }
  }
}
