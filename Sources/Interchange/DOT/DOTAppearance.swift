import Graph

/// What a node looks like: colour by the rank of its label in the graph's sorted list, shape by what the label means.
struct DOTAppearance {
  /// Pale, and told apart by people who see colours differently (after Paul Tol's schemes "pale" and "light").
  static let fills = [
    "#BBCCEE", "#CCDDAA", "#FFCCCC", "#EEEEBB", "#CCEEFF", "#DDDDDD", "#EEDD88", "#99DDFF", "#FFAABB", "#BBCC33", "#44BB99",
    "#EE8866",
  ]
  static let lineColor = "#444444"
  static let denialColor = "#CC3311"

  private let ranks: [String: Int]

  /// - Parameter labels: every label of the graph, drawn or not, so that a part of it looks as the whole does.
  init(labels: some Sequence<String>) {
    let sorted = Set(labels).sorted()
    ranks = Dictionary(uniqueKeysWithValues: sorted.enumerated().map { ($1, $0) })
  }

  /// The label that decides: the first of the sorted ones, but `Entity`, which in a graph of documents says nothing that
  /// its companion does not say better, only where it is alone.
  static func decidingLabel(of node: Node) -> String? {
    let labels = node.labels.sorted()
    return labels.first { $0 != "Entity" } ?? labels.first
  }

  func fill(label: String?) -> String {
    guard let label, let rank = ranks[label] else { return "#FFFFFF" }
    return Self.fills[rank % Self.fills.count]
  }

  func shape(label: String?) -> String {
    switch label {
    case "Event": "box"
    case "Claim": "note"
    case "Document": "folder"
    case "Place": "house"
    default: "ellipse"
    }
  }

  /// What to write on a node: the first of these properties that says something, else its label.
  static func caption(of node: Node) -> String {
    for key in ["name", "title", "text", "key", "id"] {
      switch node.properties[key] {
      case .string(let text)? where !text.isEmpty: return text
      case .integer(let number)?: return String(number)
      default: continue
      }
    }
    return decidingLabel(of: node) ?? ""
  }
}
