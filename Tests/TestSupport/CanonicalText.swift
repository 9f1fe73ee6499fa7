import Graph

/// A value as text that is equal for equal values: keys and labels sorted, temporal values as their texts, floats to twelve
/// digits – as exactly as a test can ask for.
package struct CanonicalText {
  /// True where the order of elements in lists does not count.
  package var ignoresListOrder: Bool

  package init(ignoresListOrder: Bool = false) { self.ignoresListOrder = ignoresListOrder }

  package func text(of value: Value) -> String {
    switch value {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .integer(let value): "\(value)"
    case .float(let value): text(of: value)
    case .string(let value): Value.string(value).literal
    case .list(let elements): text(of: elements)
    case .map(let map): text(of: map)
    case .node(let node): text(of: node)
    case .relationship(let relationship): text(of: relationship)
    case .path(let path): text(of: path)
    case .date, .localTime, .time, .localDateTime, .dateTime, .duration: Value.string(value.temporalText ?? "").literal
    }
  }

  private func text(of float: Double) -> String {
    if float.isNaN { return "float NaN" }
    guard float.isFinite, float != 0 else { return "float \(float + 0)" }
    let shift = float.magnitude.exponent
    let scaled = float.significand * 0x1p39
    return "float \(float.sign) \(scaled.rounded()) \(shift)"
  }

  private func text(of elements: [Value]) -> String {
    let texts = elements.map(text(of:))
    return "[" + (ignoresListOrder ? texts.sorted() : texts).joined(separator: ", ") + "]"
  }

  private func text(of map: PropertyMap) -> String {
    let texts = map.entries.map { "\($0.key): \(text(of: $0.value))" }
    return "{" + texts.sorted().joined(separator: ", ") + "}"
  }

  private func text(of node: Node) -> String {
    "(" + node.labels.sorted().map { ":\($0)" }.joined() + text(of: node.properties) + ")"
  }

  private func text(of relationship: Relationship) -> String {
    "[:\(relationship.content?.type ?? "")\(text(of: relationship.content?.properties ?? PropertyMap()))]"
  }

  private func text(of path: Path) -> String {
    var result = "<" + text(of: path.nodes[0])
    for (index, relationship) in path.relationships.enumerated() {
      let isForward = relationship.content?.source == path.nodes[index].id
      let step = text(of: relationship)
      result += isForward ? "-\(step)->" : "<-\(step)-"
      result += text(of: path.nodes[index + 1])
    }
    return result + ">"
  }
}
