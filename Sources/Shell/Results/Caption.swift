import Graph

/// The property by which a person would call an element.
enum Caption {
  private static let preferredKeys = ["name", "title", "text", "caption", "predicate", "label", "id", "key"]

  /// The key of the caption: the first of the preferred ones that there is, else the first string.
  static func key(in properties: PropertyMap) -> String? {
    if let key = preferredKeys.first(where: { properties[$0] != nil }) { return key }
    return properties.entries.first { if case .string = $0.value { true } else { false } }?.key
  }

  static func of(_ node: Node) -> String? {
    guard let key = key(in: node.properties), let value = node.properties[key] else { return nil }
    if case .string(let text) = value { return text }
    return ValueText().nested(value)
  }

  /// The caption, or the labels of a node that has none.
  static func always(_ node: Node) -> String {
    of(node) ?? ValueText().node(node)
  }
}
