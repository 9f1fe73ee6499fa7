/// Values as text in the notation of the openCypher TCK: `1`, `1.0`, `'a'`, `[1, null]`, `{k: 1}`, `(:A:B {x: 1})`, `[:T {x:
/// 1}]`, `<(:A)-[:T]->(:B)>`, temporal values as quoted strings. `Value(literal:)` reads it back.
extension Value {
  public var literal: String {
    var text = ""
    write(literalTo: &text)
    return text
  }

  /// Appends the literal to `text`.
  public func write(literalTo text: inout String) {
    switch self {
    case .null: text += "null"
    case .boolean(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .float(let value): text += FloatText.text(value)
    case .string(let value): LiteralWriter.write(quoted: value, to: &text)
    case .list(let elements): LiteralWriter.write(elements, to: &text)
    case .map(let map): LiteralWriter.write(map, to: &text)
    case .node(let node): LiteralWriter.write(node, to: &text)
    case .relationship(let relationship): LiteralWriter.write(relationship, to: &text)
    case .path(let path): LiteralWriter.write(path, to: &text)
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration: text += "'" + (temporalText ?? "") + "'"
    }
  }

  /// The ISO 8601 text of a temporal value, nil for all others.
  public var temporalText: String? {
    switch self {
    case .date(let value): value.description
    case .localTime(let value): value.description
    case .time(let value): value.description
    case .localDateTime(let value): value.description
    case .dateTime(let value): value.description
    case .duration(let value): value.description
    default: nil
    }
  }
}

/// The parts of a literal.
enum LiteralWriter {
  static func write(quoted value: String, to text: inout String) {
    text += "'"
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "'": text += "\\'"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "'"
  }

  /// A name, between backticks where it is not a plain word.
  static func write(name: String, to text: inout String) {
    if isPlain(name) {
      text += name
      return
    }
    text += "`"
    for scalar in name.unicodeScalars {
      if scalar == "`" { text += "`" }
      text.unicodeScalars.append(scalar)
    }
    text += "`"
  }

  private static func isPlain(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first == "_" || first.properties.isXIDStart else { return false }
    return name.unicodeScalars.allSatisfy { $0.properties.isXIDContinue }
  }

  static func write(_ elements: [Value], to text: inout String) {
    text += "["
    for (index, element) in elements.enumerated() {
      if index > 0 { text += ", " }
      element.write(literalTo: &text)
    }
    text += "]"
  }

  static func write(_ map: PropertyMap, to text: inout String) {
    text += "{"
    for (index, entry) in map.entries.enumerated() {
      if index > 0 { text += ", " }
      write(name: entry.key, to: &text)
      text += ": "
      entry.value.write(literalTo: &text)
    }
    text += "}"
  }

  static func write(_ node: Node, to text: inout String) {
    text += "("
    for label in node.labels {
      text += ":"
      write(name: label, to: &text)
    }
    if !node.properties.isEmpty {
      if !node.labels.isEmpty { text += " " }
      write(node.properties, to: &text)
    }
    text += ")"
  }

  static func write(_ relationship: Relationship, to text: inout String) {
    text += "[:"
    if let content = relationship.content {
      write(name: content.type, to: &text)
      if !content.properties.isEmpty {
        text += " "
        write(content.properties, to: &text)
      }
    }
    text += "]"
  }

  static func write(_ path: Path, to text: inout String) {
    text += "<"
    write(path.nodes[0], to: &text)
    for (index, relationship) in path.relationships.enumerated() {
      let isForward = relationship.content.map { $0.source == path.nodes[index].id } ?? true
      text += isForward ? "-" : "<-"
      write(relationship, to: &text)
      text += isForward ? "->" : "-"
      write(path.nodes[index + 1], to: &text)
    }
    text += ">"
  }
}
