import Cypher

/// What one path may meet more than once: its own mode and that of the whole pattern in one.
struct PathRestriction: Sendable, Equatable {
  enum NodeRule: Sendable, Equatable {
    case repeatable
    /// Each node once, except that the path may end where it began.
    case onceOrClosing
    case once
  }

  var repeatsRelationships: Bool
  var nodes: NodeRule

  static let trail = PathRestriction(repeatsRelationships: false, nodes: .repeatable)
}

extension PathRestriction {
  /// Where both modes speak, the stricter one counts.
  init(_ pathMode: PathMode?, in matchMode: MatchMode?) {
    repeatsRelationships = matchMode == .repeatableElements && pathMode != .trail
    switch pathMode {
    case .walk, .trail, nil: nodes = .repeatable
    case .simple: nodes = .onceOrClosing
    case .acyclic: nodes = .once
    }
  }
}
