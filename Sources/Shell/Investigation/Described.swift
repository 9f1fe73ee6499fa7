import Cypher
import Graph

/// Nodes in words.
enum Described {
  /// `Abdelhamid Abou Zeid (Person), also Abou Zeid`.
  static func node(_ node: Node) -> String {
    var text = caption(node)
    let kinds = self.kinds(node)
    if !kinds.isEmpty { text += " (" + kinds + ")" }
    let aliases = strings(node.properties["aliases"])
    if !aliases.isEmpty { text += ", also " + SafeText.oneLine(aliases.prefix(3).joined(separator: ", ")) }
    return text
  }

  static func caption(_ node: Node) -> String { SafeText.oneLine(Caption.always(node)) }

  /// The labels, without `Entity` where there is a better one.
  static func kinds(_ node: Node) -> String {
    let labels = node.labels.count > 1 ? node.labels.filter { $0 != "Entity" } : node.labels
    return SafeText.oneLine(labels.joined(separator: ", "))
  }

  static func strings(_ value: Value?) -> [String] {
    guard case .list(let values) = value else { return [] }
    return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }

  static func string(_ value: Value?) -> String? {
    switch value {
    case nil, .null: nil
    case .string(let text): text
    case .some(let other): ValueText().nested(other)
    }
  }

  static func integer(_ value: Value?) -> Int? {
    if case .integer(let number) = value { Int(number) } else { nil }
  }
}
