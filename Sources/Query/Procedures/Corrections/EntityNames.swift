import Cypher
import Graph
import GraphStorage

/// Entities of a graph by their names. Looks through the nodes: corrections are few.
struct EntityNames {
  private let state: GraphSnapshot
  private let label: String?
  private let nameKey: PropertyKeyID?
  private let aliasKey: PropertyKeyID?

  /// - Parameter label: nil for nodes of any label.
  init(_ state: GraphSnapshot, label: String?) {
    self.state = state
    self.label = label
    nameKey = state.propertyKeyID("name")
    aliasKey = state.propertyKeyID("aliases")
  }

  private var nodes: [NodeID] {
    guard let label else { return state.allNodes() }
    return state.labelID(label).map { state.allNodes($0) } ?? []
  }

  /// Ascending.
  func bearers(of name: String) -> [NodeID] {
    guard nameKey != nil else { return [] }
    return nodes.filter { self.name(of: $0) == name }
  }

  func bearers(ofAlias name: String) -> [NodeID] {
    guard aliasKey != nil else { return [] }
    return nodes.filter { aliases(of: $0).contains(name) }
  }

  func name(of node: NodeID) -> String? {
    guard let nameKey, case .string(let name) = state.property(nameKey, of: node) else { return nil }
    return name
  }

  func aliases(of node: NodeID) -> [String] {
    guard let aliasKey, case .list(let values) = state.property(aliasKey, of: node) else { return [] }
    return values.compactMap { if case .string(let text) = $0 { text } else { nil } }
  }

  /// Up to three names like one that nobody bears: the nearest in spelling, then those that share a word with it.
  func near(to name: String) -> [String] {
    // Events have names too, and nobody means one.
    let entities = label == nil ? state.labelID("Entity").map { state.allNodes($0) } ?? nodes : nodes
    let known = entities.flatMap { all(of: $0) }
    var near = NameSuggestion.nearest(to: name, among: known).map { [$0] } ?? []
    let words = Set(name.lowercased().split(separator: " ").filter { $0.count > 2 })
    for other in entities.compactMap({ self.name(of: $0) }) where near.count < 3 && !near.contains(other) {
      if !words.isDisjoint(with: other.lowercased().split(separator: " ")) { near.append(other) }
    }
    return near
  }

  /// The name, then the aliases.
  func all(of node: NodeID) -> [String] { (name(of: node).map { [$0] } ?? []) + aliases(of: node) }
}

/// What in a graph goes back to certain documents and to no others.
struct DocumentScope {
  private let state: GraphSnapshot
  private let documents: Set<NodeID>
  /// What relationships without a claim call them.
  private let keys: Set<String>

  init(_ state: GraphSnapshot, _ documents: Set<NodeID>) {
    self.state = state
    self.documents = documents
    self.keys = Set(documents.compactMap { state.text("sha256", of: $0).map { String($0.prefix(12)) } })
  }

  /// Whether a relationship of `node` goes back to one of the documents: a mention there, a claim made there, a relationship
  /// that such a claim is behind.
  func holds(_ relationship: RelationshipID, of node: NodeID) -> Bool {
    let other = state.source(of: relationship) == node ? state.target(of: relationship) : state.source(of: relationship)
    if documents.contains(other) { return true }
    if let claim = state.text("claim", of: relationship) { return keys.contains(String(claim.prefix { $0 != ":" })) }
    if let document = state.text("document", of: relationship) { return keys.contains(document) }
    return isClaim(other)
  }

  /// Whether a node is a claim that only these documents state.
  private func isClaim(_ node: NodeID) -> Bool {
    guard let type = state.relationshipTypeID("STATED_IN") else { return false }
    var stated: [NodeID] = []
    var relationships: [RelationshipID] = []
    state.expand(node, types: [type], .outgoing, into: &stated, relationships: &relationships)
    return !stated.isEmpty && stated.allSatisfy { documents.contains($0) }
  }
}
