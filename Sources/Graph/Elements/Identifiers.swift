// Small integers that stand for elements and names inside one graph. Each has a type of its own, so that a node cannot
// be taken for a relationship; each is a bare `UInt32` in memory, so that a million of them are four megabytes.

/// A node of one graph. Dense from 0, never used again while the graph is open.
@frozen public struct NodeID: Hashable, Comparable, Sendable {
  public var rawValue: UInt32

  @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static func < (a: NodeID, b: NodeID) -> Bool { a.rawValue < b.rawValue }
}

/// A relationship of one graph. Dense from 0, never used again while the graph is open.
@frozen public struct RelationshipID: Hashable, Comparable, Sendable {
  public var rawValue: UInt32

  @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static func < (a: RelationshipID, b: RelationshipID) -> Bool { a.rawValue < b.rawValue }
}

/// A label's number in the catalog of one graph.
@frozen public struct LabelID: Hashable, Comparable, Sendable {
  public var rawValue: UInt32

  @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static func < (a: LabelID, b: LabelID) -> Bool { a.rawValue < b.rawValue }
}

/// A relationship type's number in the catalog of one graph.
@frozen public struct RelationshipTypeID: Hashable, Comparable, Sendable {
  public var rawValue: UInt32

  @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static func < (a: RelationshipTypeID, b: RelationshipTypeID) -> Bool { a.rawValue < b.rawValue }
}

/// A property key's number in the catalog of one graph.
@frozen public struct PropertyKeyID: Hashable, Comparable, Sendable {
  public var rawValue: UInt32

  @inlinable public init(_ rawValue: UInt32) { self.rawValue = rawValue }
  @inlinable public static func < (a: PropertyKeyID, b: PropertyKeyID) -> Bool { a.rawValue < b.rawValue }
}

/// Which way a relationship is followed from a node.
public enum Direction: Sendable, Hashable {
  case outgoing, incoming, both

  public var reversed: Direction {
    switch self {
    case .outgoing: .incoming
    case .incoming: .outgoing
    case .both: .both
    }
  }
}
