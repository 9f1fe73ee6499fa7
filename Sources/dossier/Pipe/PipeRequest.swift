import Graph

/// What a program asks in one line.
enum PipeRequest {
  /// How values are written in the answer.
  enum Notation: String {
    case json, literal
  }

  case query(String, parameters: [String: Value], notation: Notation)
  case reset
  case procedure(signature: String, columns: [String], rows: [[Value]])

  /// Why a line is not a request; the sentence says what was expected.
  struct Misunderstanding: Error {
    let message: String

    init(_ message: String) {
      self.message = message
    }
  }

  /// - Parameter object: the JSON object of the line.
  init(_ object: PropertyMap) throws(Misunderstanding) {
    if let query = object["query"] {
      guard case .string(let text) = query else { throw Misunderstanding("`query` is \(query.json), expected a string") }
      self = .query(text, parameters: try Self.parameters(object["parameters"]), notation: try Self.notation(object["values"]))
    } else if let reset = object["reset"] {
      guard case .boolean(true) = reset else { throw Misunderstanding("`reset` is \(reset.json), expected true") }
      self = .reset
    } else if let procedure = object["procedure"] {
      guard case .map(let description) = procedure else {
        throw Misunderstanding("`procedure` is \(procedure.json), expected an object")
      }
      self = try Self.procedure(description)
    } else {
      throw Misunderstanding("the object has none of `query`, `reset` and `procedure`")
    }
  }

  private static func parameters(_ value: Value?) throws(Misunderstanding) -> [String: Value] {
    switch value {
    case nil, .null?: return [:]
    case .map(let map)?:
      var parameters: [String: Value] = [:]
      parameters.reserveCapacity(map.count)
      for entry in map.entries { parameters[entry.key] = entry.value }
      return parameters
    case let other?: throw Misunderstanding("`parameters` is \(other.json), expected an object")
    }
  }

  private static func notation(_ value: Value?) throws(Misunderstanding) -> Notation {
    switch value {
    case nil: return .json
    case .string(let name)?:
      if let notation = Notation(rawValue: name) { return notation }
    default: break
    }
    throw Misunderstanding("`values` is \(value?.json ?? "missing"), expected \"json\" or \"literal\"")
  }

  private static func procedure(_ description: PropertyMap) throws(Misunderstanding) -> PipeRequest {
    guard case .string(let signature)? = description["signature"] else {
      throw Misunderstanding("the procedure has no `signature` that is a string")
    }
    guard case .list(let columns)? = description["columns"], case .list(let rows)? = description["rows"] else {
      throw Misunderstanding("the procedure has no `columns` and `rows` that are lists")
    }
    var names: [String] = []
    for column in columns {
      guard case .string(let name) = column else { throw Misunderstanding("the column \(column.json) is not a string") }
      names.append(name)
    }
    var records: [[Value]] = []
    for row in rows {
      guard case .list(let cells) = row else { throw Misunderstanding("the row \(row.json) is not a list") }
      var record: [Value] = []
      for cell in cells { record.append(try literal(cell)) }
      records.append(record)
    }
    return .procedure(signature: signature, columns: names, rows: records)
  }

  private static func literal(_ cell: Value) throws(Misunderstanding) -> Value {
    guard case .string(let text) = cell, let value = try? Value(literal: text) else {
      throw Misunderstanding("the cell \(cell.json) is not the text of a literal")
    }
    return value
  }
}
