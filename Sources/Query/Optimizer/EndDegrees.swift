import Graph
import GraphStorage
import Synchronization

/// How many relationships the nodes have that relationships of another kind lead to: not the average over all nodes, because
/// nodes with many relationships of one kind are met more often and tend to have many of another. From a sample.
final class EndDegrees: Sendable {
  /// Relationships as they are followed from a node.
  struct Step: Hashable {
    var types: [RelationshipTypeID]
    var direction: Direction
  }

  private struct Key: Hashable {
    var first: Step
    var second: Step
    var label: LabelID?
  }

  /// The sample's relationships stand in so many places of the graph, and so many in each.
  private static let stretchCount = 8
  private static let stretchLength = 32
  /// A smaller sample says nothing.
  private static let leastSampleSize = 16

  /// So many segments of adjacency may be read from the file for a sample, and for all samples of a statement: reading one takes
  /// about a millisecond.
  private static let largestLoadCount = 6
  private static let largestTotalLoadCount = 24

  private let known = Mutex<[Key: Double?]>([:])
  private let loadsLeft = Mutex(largestTotalLoadCount)

  /// The mean number of relationships by which `second` leaves a node at which a relationship of `first` does; nil where a sample
  /// does not tell.
  ///
  /// - Parameter label: only such nodes are looked at.
  func degree(_ second: Step, at first: Step, label: LabelID?, in snapshot: GraphSnapshot) -> Double? {
    let key = Key(first: first, second: second, label: label)
    if let degree = known.withLock({ $0[key] }) { return degree }
    let degree = sampledDegree(second, at: first, label, snapshot)
    known.withLock { $0[key] = .some(degree) }
    return degree
  }

  private func sampledDegree(_ second: Step, at first: Step, _ label: LabelID?, _ snapshot: GraphSnapshot) -> Double? {
    var nodes: [NodeID] = []
    for type in first.types {
      for range in snapshot.relationshipRanges(type: type, count: Self.stretchCount) {
        var cursor = ScanCursor(range)
        let relationships = snapshot.scanRelationships(type: type, from: &cursor, limit: Self.stretchLength)
        if first.direction != .incoming { nodes += snapshot.sources(of: relationships) }
        if first.direction != .outgoing { nodes += snapshot.targets(of: relationships) }
      }
    }
    if let label { nodes = snapshot.filter(nodes, having: label) }
    guard nodes.count >= Self.leastSampleSize else { return nil }
    let sample = loadsLeft.withLock { left in
      var budget = min(left, Self.largestLoadCount)
      left -= budget
      let sample = snapshot.sampledDegree(of: nodes, types: second.types, second.direction, loading: &budget)
      left += budget
      return sample
    }
    return sample.sampleSize >= Self.leastSampleSize ? sample.mean : nil
  }
}
