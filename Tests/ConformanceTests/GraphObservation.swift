import Graph
import GraphStorage
import TestSupport

/// What the kit counts of a graph: two of them, before and after a query, give its side effects.
struct GraphObservation {
  private var nodes: Set<String> = []
  private var relationships: Set<String> = []
  private var properties: Set<String> = []
  private var labels: Set<String> = []

  /// Looks at the store itself, so that what the engine reports is not taken for what it did.
  init(_ snapshot: GraphSnapshot) {
    for element in snapshot.elements().all {
      switch element {
      case .node(let node):
        nodes.insert("\(node.id.rawValue)")
        labels.formUnion(node.labels)
        insert(node.properties, of: "node \(node.id.rawValue)")
      case .relationship(let relationship):
        relationships.insert("\(relationship.id.rawValue)")
        insert(relationship.content?.properties ?? PropertyMap(), of: "relationship \(relationship.id.rawValue)")
      }
    }
  }

  private mutating func insert(_ map: PropertyMap, of owner: String) {
    for entry in map.entries { properties.insert("\(owner).\(entry.key) = \(CanonicalText().text(of: entry.value))") }
  }

  /// `+nodes`, `-labels` and so on, without zeros: the kit counts labels by name, and a changed property as one lost and one
  /// gained.
  func sideEffects(since before: GraphObservation) -> [String: Int] {
    var effects: [String: Int] = [:]
    func count(_ name: String, _ old: Set<String>, _ new: Set<String>) {
      effects["+\(name)"] = new.subtracting(old).count
      effects["-\(name)"] = old.subtracting(new).count
    }
    count("nodes", before.nodes, nodes)
    count("relationships", before.relationships, relationships)
    count("properties", before.properties, properties)
    count("labels", before.labels, labels)
    return effects.filter { $0.value != 0 }
  }
}
