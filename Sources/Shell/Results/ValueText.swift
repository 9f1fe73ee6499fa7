import Cypher
import Graph

/// How values are written for people: strings bare at the top of a cell and quoted inside, nodes by their caption.
struct ValueText: Sendable {
  /// Internal ids are shown with nodes and relationships.
  var showsIDs = false
  /// Nodes and relationships show their caption and how many properties there are besides, instead of all.
  var isBrief = true
  var nullText = "null"
  var emptyText = "\"\""

  /// The text of a cell, on one line, safe for a terminal.
  func cell(_ value: Value) -> String {
    switch value {
    case .null: nullText
    case .string(""): emptyText
    case .string(let text): SafeText.oneLine(text)
    default: nested(value)
    }
  }

  /// The text of a value inside another one.
  func nested(_ value: Value) -> String {
    switch value {
    case .null: "null"
    case .boolean(let flag): flag ? "true" : "false"
    case .integer(let number): String(number)
    case .float: value.literal
    case .string(let text): Self.quoted(text)
    case .list(let values): "[" + values.map(nested).joined(separator: ", ") + "]"
    case .map(let entries): "{" + pairs(entries.entries) + "}"
    case .node(let node): self.node(node)
    case .relationship(let relationship): self.relationship(relationship)
    case .path(let path): self.path(path)
    default: value.temporalText ?? ""
    }
  }

  func node(_ node: Node) -> String {
    let labels = node.labels.map { ":" + Self.name($0) }.joined()
    let id = showsIDs ? "#\(node.id.rawValue)" : ""
    let inside = [id + labels, properties(node.properties)].filter { !$0.isEmpty }
    return "(" + inside.joined(separator: " ") + ")"
  }

  func relationship(_ relationship: Relationship) -> String {
    guard let content = relationship.content else { return "[]" }
    let id = showsIDs ? "#\(relationship.id.rawValue)" : ""
    let inside = [id + ":" + Self.name(content.type), properties(content.properties)].filter { !$0.isEmpty }
    return "[" + inside.joined(separator: " ") + "]"
  }

  /// A path in the direction in which its relationships are stored, each node by its caption alone.
  func path(_ path: Path) -> String {
    var text = waypoint(path.nodes[0])
    for (index, relationship) in path.relationships.enumerated() {
      let forward = relationship.content?.source == path.nodes[index].id
      let type = "[:" + Self.name(relationship.content?.type ?? "") + "]"
      text += (forward ? "-" + type + "->" : "<-" + type + "-") + waypoint(path.nodes[index + 1])
    }
    return text
  }

  private func waypoint(_ node: Node) -> String {
    guard let caption = Caption.of(node) else { return self.node(node) }
    return "(" + SafeText.oneLine(caption) + ")"
  }

  private func properties(_ map: PropertyMap) -> String {
    guard !map.isEmpty else { return "" }
    var entries = map.entries
    if let key = Caption.key(in: map), let place = entries.firstIndex(where: { $0.key == key }) {
      entries.insert(entries.remove(at: place), at: 0)
    }
    guard isBrief, entries.count > 1 else { return "{" + pairs(entries) + "}" }
    return "{" + pairs([entries[0]]) + ", …\(entries.count - 1)}"
  }

  private func pairs(_ entries: [PropertyMap.Entry]) -> String {
    entries.map { Self.name($0.key) + ": " + nested($0.value) }.joined(separator: ", ")
  }
}

extension ValueText {
  /// A string in double quotes, safe for a terminal.
  static func quoted(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return "\"" + SafeText.oneLine(escaped) + "\""
  }

  /// A name as Cypher writes it: in backticks unless it is a plain identifier.
  static func name(_ name: String) -> String {
    let isPlain =
      name.unicodeScalars.first.map { $0.properties.numericType == nil } ?? false
      && name.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "_" }
    if isPlain { return name }
    return "`" + SafeText.oneLine(name.replacingScalar("`", with: "``")) + "`"
  }
}
