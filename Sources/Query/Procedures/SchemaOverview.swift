import Cypher
import Graph
import GraphStorage

/// The graph of the graph: one node for each label, one relationship for each label, type and label that it joins.
///
/// Its elements are not in the graph: they bring their content with them, under ids that no element of the graph has. Every
/// relationship of the graph is looked at: O(relationships × labels of a node²).
struct SchemaOverview {
  private(set) var nodes: [Value] = []
  private(set) var relationships: [Value] = []

  private struct Link: Hashable, Comparable {
    let source: LabelID
    let type: RelationshipTypeID
    let target: LabelID

    static func < (a: Link, b: Link) -> Bool { (a.source, a.type, a.target) < (b.source, b.type, b.target) }
  }

  init(_ context: EvaluationContext) throws(CypherError) {
    let snapshot = context.snapshot
    let labels = snapshot.labels.indices.map { LabelID(UInt32($0)) }.filter { snapshot.nodeCount($0) > 0 }
    var ids: [LabelID: NodeID] = [:]
    for (index, label) in labels.enumerated() {
      let id = NodeID(UInt32.max - UInt32(index))
      let name = snapshot.labelName(label)
      ids[label] = id
      nodes.append(.node(Node(id: id, labels: [name], properties: PropertyMap([("name", .string(name))]))))
    }
    for (index, link) in try Self.links(context).sorted().enumerated() {
      guard let source = ids[link.source], let target = ids[link.target] else {
        preconditionFailure("a node has a label that no node has")
      }
      let type = snapshot.relationshipTypeName(link.type)
      relationships.append(
        .relationship(
          Relationship(
            id: RelationshipID(UInt32.max - UInt32(index)), type: type, source: source, target: target,
            properties: PropertyMap([("name", .string(type))]))))
    }
  }

  private static func links(_ context: EvaluationContext) throws(CypherError) -> Set<Link> {
    let snapshot = context.snapshot
    var links: Set<Link> = []
    var cursor = ScanCursor()
    while true {
      let batch = snapshot.scanRelationships(from: &cursor)
      if batch.isEmpty { return links }
      try context.poll()
      for relationship in batch {
        let type = snapshot.type(of: relationship)
        let targets = snapshot.labels(of: snapshot.target(of: relationship))
        for source in snapshot.labels(of: snapshot.source(of: relationship)) {
          for target in targets { links.insert(Link(source: source, type: type, target: target)) }
        }
      }
    }
  }
}
