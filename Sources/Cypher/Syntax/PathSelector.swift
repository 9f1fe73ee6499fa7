/// Which of the paths that match a pattern are wanted, of those that begin at one node and end at one other (GQL production
/// `pathSearchPrefix`).
public enum PathSelector: Sendable, Equatable {
  /// `ALL PATHS`, the same as no selector.
  case all
  /// `ANY`, `ANY 3 PATHS`: so many paths, no matter which.
  case any(Expression?)
  /// `ANY SHORTEST`: one path of the smallest length.
  case anyShortest
  /// `ALL SHORTEST`: every path of the smallest length.
  case allShortest
  /// `SHORTEST 3 PATHS`: so many paths, the shortest first.
  case shortest(Expression)
  /// `SHORTEST 3 GROUPS`: every path of the so many smallest lengths.
  case shortestGroups(Expression?)

  /// The number that is written: an integer literal or a parameter.
  public var count: Expression? {
    switch self {
    case .all, .anyShortest, .allShortest: nil
    case .any(let count), .shortestGroups(let count): count
    case .shortest(let count): count
    }
  }

  /// True if some of the matching paths may be left out.
  public var isSelective: Bool { self != .all }
}

/// What one path may meet more than once (GQL production `pathMode`).
public enum PathMode: String, Sendable, Equatable, CaseIterable {
  /// Everything.
  case walk = "WALK"
  /// Nodes, but no relationship.
  case trail = "TRAIL"
  /// Only the first node, as the last.
  case simple = "SIMPLE"
  /// Nothing.
  case acyclic = "ACYCLIC"
}
