import Graph

/// Which frame each node of a drawing stands in: one frame or none.
struct DOTClusters {
  /// The names of the frames, sorted, and the places of their nodes, ascending.
  private(set) var frames: [(name: String, nodes: [Int])] = []
  /// The places of the nodes that stand in none.
  private(set) var loose: [Int] = []

  init(of selection: DOTSelection, by clustering: DOTOptions.Clustering?) {
    let names: [String?] =
      switch clustering {
      case nil: [String?](repeating: nil, count: selection.nodes.count)
      case .label?: selection.nodes.map(DOTAppearance.decidingLabel)
      case .date?: selection.nodes.map(Self.date)
      case .document?: Self.documents(of: selection)
      }
    var members: [String: [Int]] = [:]
    for (place, name) in names.enumerated() {
      if let name { members[name, default: []].append(place) } else { loose.append(place) }
    }
    frames = members.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The day that a node speaks of.
  private static func date(of node: Node) -> String? {
    for key in ["dateFrom", "date", "dateTo"] {
      guard let value = node.properties[key] else { continue }
      return CypherText.plain(value)
    }
    return nil
  }

  /// For each node the first document that it is stated or mentioned in; a document stands in its own frame.
  private static func documents(of selection: DOTSelection) -> [String?] {
    var documents = selection.nodes.map { $0.labels.contains("Document") ? DOTAppearance.caption(of: $0) : nil }
    let isDocument = selection.nodes.map { $0.labels.contains("Document") }
    for one in selection.relationships where isDocument[one.target] && documents[one.source] == nil {
      documents[one.source] = documents[one.target]
    }
    return documents
  }
}
