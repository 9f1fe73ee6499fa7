/// The two kinds of elements that a graph has.
public enum ElementKind: UInt8, Sendable, Hashable, CaseIterable {
  case node, relationship

  /// `NODE` or `RELATIONSHIP`, as listings of indexes and constraints say it.
  public var name: String { self == .node ? "NODE" : "RELATIONSHIP" }
}
