import Graph

/// What lies around a node, ring by ring.
struct Neighbourhood {
  struct Step {
    /// 1 for direct neighbours.
    var distance: Int
    var near: NodeID
    var relationship: Relationship
    var far: Node
  }

  /// Mentions and passages join nearly everything to its document; they are counted, not drawn.
  static let textualTypes = ["MENTIONED_IN", "STATED_IN"]
  static let stepLimit = 2_000

  private(set) var steps: [Step] = []
  /// How often the node is mentioned in documents.
  private(set) var mentionCount = 0
  private(set) var isCut = false

  init(of centre: Node, depth: Int, _ context: ShellContext) throws(ShellError) {
    let runner = StatementRunner(context: context)
    var seen: Set<NodeID> = [centre.id]
    var seenRelationships: Set<RelationshipID> = []
    var ring = [centre.id]
    for distance in 1...max(depth, 1) where !ring.isEmpty {
      let rows = try runner.rows(
        """
        MATCH (a)-[r]-(b) WHERE id(a) IN $ids AND NOT type(r) IN $textual
        RETURN id(a), r, b ORDER BY id(a), type(r), id(b), id(r)
        """,
        [
          "ids": .list(ring.map { .integer(Int64($0.rawValue)) }),
          "textual": .list(Self.textualTypes.map { .string($0) }),
        ])
      var next: [NodeID] = []
      for record in rows.records {
        guard case .integer(let near) = record[0], case .relationship(let relationship) = record[1],
          case .node(let far) = record[2], seenRelationships.insert(relationship.id).inserted
        else { continue }
        guard steps.count < Self.stepLimit else {
          isCut = true
          break
        }
        steps.append(Step(distance: distance, near: NodeID(UInt32(near)), relationship: relationship, far: far))
        if seen.insert(far.id).inserted { next.append(far.id) }
      }
      ring = next
    }
    let mentions = try runner.rows(
      "MATCH (a)-[r:MENTIONED_IN]->() WHERE id(a) = $id RETURN count(r)", ["id": .integer(Int64(centre.id.rawValue))])
    mentionCount = mentions.records.first.flatMap { Described.integer($0.first) } ?? 0
  }
}
