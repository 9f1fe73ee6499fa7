import Graph

/// How far a scan has come. One for a whole scan, or one for each of several threads over ranges of ids.
public struct ScanCursor: Sendable {
  var next: UInt32
  let end: UInt32

  /// A scan of all ids.
  public init() {
    next = 0
    end = .max
  }

  /// A scan of the ids in `range`: one morsel. Ranges that begin at multiples of 64 scan fastest.
  public init(_ range: Range<Int>) {
    next = UInt32(clamping: range.lowerBound)
    end = UInt32(clamping: range.upperBound)
  }
}

extension GraphSnapshot {
  /// The next nodes of a label, or of the graph where it is nil: ascending, at most `limit`, none at the end.
  public func scanNodes(label: LabelID? = nil, from cursor: inout ScanCursor, limit: Int = Batch.capacity) -> [NodeID] {
    guard let members = members(label) else { return [] }
    return [NodeID](unsafeUninitializedCapacity: limit) { rows, count in
      count = rows.withMemoryRebound(to: UInt32.self) {
        members.collect(from: &cursor.next, to: min(cursor.end, nodes.capacity), limit: limit, into: $0.baseAddress!)
      }
    }
  }

  /// All nodes of a label, or of the graph where it is nil, ascending.
  public func allNodes(_ label: LabelID? = nil) -> [NodeID] {
    var cursor = ScanCursor()
    return scanNodes(label: label, from: &cursor, limit: label.map { nodeCount($0) } ?? nodeCount)
  }

  /// The next relationships of a type, or of the graph where it is nil: ascending, at most `limit`, none at the end.
  public func scanRelationships(
    type: RelationshipTypeID? = nil, from cursor: inout ScanCursor, limit: Int = Batch.capacity
  ) -> [RelationshipID] {
    guard let members = members(type) else { return [] }
    return [RelationshipID](unsafeUninitializedCapacity: limit) { rows, count in
      count = rows.withMemoryRebound(to: UInt32.self) {
        members.collect(from: &cursor.next, to: min(cursor.end, relationships.capacity), limit: limit, into: $0.baseAddress!)
      }
    }
  }

  /// The nodes of a label, or of the graph where it is nil, as blocks of bits in ascending order; blocks without a node are left
  /// out. Valid as long as the snapshot. O(blocks).
  package func memberBlocks(label: LabelID? = nil) -> [MemberBlock] {
    guard let members = members(label) else { return [] }
    return (0..<members.segments.count).compactMap { index in
      guard let segment = members.segments.segment(index), segment.count > 0 else { return nil }
      return MemberBlock(
        firstNode: Int(SegmentGeometry.firstRow(of: index)), nodeCount: SegmentGeometry.rowCount,
        words: UnsafePointer(segment.words))
    }
  }

  func members(_ label: LabelID?) -> Bitmap? {
    guard let label else { return nodes.existing }
    let index = Int(label.rawValue)
    return index < nodes.labels.count ? nodes.labels[index] : nil
  }

  func members(_ type: RelationshipTypeID?) -> Bitmap? {
    guard let type else { return relationships.existing }
    let index = Int(type.rawValue)
    return index < relationships.byType.count ? relationships.byType[index] : nil
  }

  /// Whether each of `candidates` has `label`, in their order; a node that does not exist has none. O(candidates).
  public func has(_ label: LabelID, _ candidates: [NodeID]) -> [Bool] {
    guard let members = members(label) else { return [Bool](repeating: false, count: candidates.count) }
    return candidates.withUnsafeBytes { members.contains($0.bindMemory(to: UInt32.self)) }
  }

  /// The members of `candidates` that have `label`, in their order.
  public func filter(_ candidates: [NodeID], having label: LabelID) -> [NodeID] {
    candidates.filter { has(label, $0) }
  }
}

/// Which of the nodes `firstNode` ..< `firstNode + nodeCount` are members of a set: a bit each.
package struct MemberBlock {
  package let firstNode: Int
  package let nodeCount: Int
  package let words: UnsafePointer<UInt64>
}
