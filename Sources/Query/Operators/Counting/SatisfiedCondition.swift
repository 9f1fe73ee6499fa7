import Graph
import GraphStorage

/// What satisfies a condition on the relationships of a link: relationships, each with the node that it is followed from and the
/// one that it leads to.
struct SatisfiedCondition {
  private let types: [UInt32]
  private let isDirected: Bool
  private let readsNodes: Bool
  private(set) var sources: [UInt32] = []
  private(set) var targets: [UInt32] = []
  private var relationships: [UInt32] = []
  /// True as long as the sources ascend.
  private var isInOrder = true
  /// The relationships as numbers to search, with their sources where these matter, once somebody has asked for it.
  private var followed: Set<UInt64> = []

  init(_ link: PatternTerm.Link, _ condition: LinkCondition) {
    types = link.types
    isDirected = link.isDirected
    readsNodes = condition.readsNodes
  }

  var byteCount: Int { 12 * sources.count + 16 * followed.count }

  /// True if the pairs of nodes are all there is to know of a link with this condition alone.
  func holdsPairs(of link: PatternTerm.Link) -> Bool { types == link.types && isDirected == link.isDirected }

  mutating func insert(_ rows: [UInt32], _ sources: [UInt32], _ relationships: [RelationshipID], _ targets: [UInt32]) {
    for row in rows {
      self.sources.append(sources[Int(row)])
      self.relationships.append(relationships[Int(row)].rawValue)
      self.targets.append(targets[Int(row)])
    }
  }

  /// Keeps the relationships at places that `isKept` says.
  mutating func filter(_ isKept: [Bool]) {
    var count = 0
    for place in isKept.indices where isKept[place] {
      (sources[count], relationships[count], targets[count]) = (sources[place], relationships[place], targets[place])
      count += 1
    }
    sources.removeSubrange(count...)
    relationships.removeSubrange(count...)
    targets.removeSubrange(count...)
  }

  /// Adds what was followed from one end only: a link that is the same from both ends may be asked for from either.
  ///
  /// - Parameter isMissed: whether a relationship from the first node to the second one was not followed the other way.
  mutating func addReversals(where isMissed: (_ source: UInt32, _ target: UInt32) -> Bool) {
    for place in sources.indices where isMissed(sources[place], targets[place]) {
      sources.append(targets[place])
      targets.append(sources[place])
      relationships.append(relationships[place])
      isInOrder = false
    }
  }

  /// The targets of each source.
  var rows: NeighbourRows {
    isInOrder
      ? NeighbourRows(sources: sources, neighbours: targets) : NeighbourRows(unorderedSources: sources, neighbours: targets)
  }

  /// The sources of each target.
  var reversedRows: NeighbourRows { NeighbourRows(unorderedSources: targets, neighbours: sources) }

  /// To be called before `contains`.
  mutating func prepareForSearch() {
    guard followed.isEmpty else { return }
    followed = Set(sources.indices.map { key(sources[$0], relationships[$0]) })
  }

  /// True if the relationship satisfies the condition where it is followed from `source`.
  func contains(_ source: UInt32, _ relationship: RelationshipID) -> Bool {
    followed.contains(key(source, relationship.rawValue))
  }

  private func key(_ source: UInt32, _ relationship: UInt32) -> UInt64 {
    UInt64(readsNodes ? source : 0) << 32 | UInt64(relationship)
  }
}
