import Graph

/// Some neighbours of one node that lie side by side, sorted, and the relationships that lead to them. The memory belongs to
/// whoever gave the run.
@frozen public struct NeighbourRun {
  public let neighbours: UnsafePointer<UInt32>
  public let relationships: UnsafePointer<UInt32>
  public let count: Int

  @inlinable init(neighbours: UnsafePointer<UInt32>, relationships: UnsafePointer<UInt32>, count: Int) {
    self.neighbours = neighbours
    self.relationships = relationships
    self.count = count
  }

  /// The neighbours; an identifier is a bare number in memory.
  @inlinable public var nodeIDs: UnsafeBufferPointer<NodeID> {
    UnsafeBufferPointer(start: UnsafeRawPointer(neighbours).assumingMemoryBound(to: NodeID.self), count: count)
  }

  @inlinable public var relationshipIDs: UnsafeBufferPointer<RelationshipID> {
    UnsafeBufferPointer(start: UnsafeRawPointer(relationships).assumingMemoryBound(to: RelationshipID.self), count: count)
  }
}
