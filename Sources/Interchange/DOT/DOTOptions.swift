/// What is drawn of a graph, and how it is grouped.
public struct DOTOptions: Sendable {
  /// What the frames around nodes mean.
  public enum Clustering: String, Sendable, CaseIterable {
    case label, document, date
  }

  /// Nil draws no frames.
  public var clustering: Clustering?
  /// Draws everything, however large; otherwise the best connected 500 nodes.
  public var drawsAll: Bool
  /// Written under the drawing.
  public var title: String?

  public init(clustering: Clustering? = nil, drawsAll: Bool = false, title: String? = nil) {
    self.clustering = clustering
    self.drawsAll = drawsAll
    self.title = title
  }
}

/// What a drawing holds and what was left out.
public struct DOTSummary: Sendable, Equatable {
  public var nodeCount = 0
  public var relationshipCount = 0
  public var omittedNodeCount = 0
  public var omittedRelationshipCount = 0

  public var isComplete: Bool { omittedNodeCount == 0 && omittedRelationshipCount == 0 }

  /// `500 of 2,000 nodes and 900 of 9,000 relationships drawn, the best connected`, nil where nothing was left out.
  public var caption: String? {
    guard !isComplete else { return nil }
    return "\(nodeCount) of \(nodeCount + omittedNodeCount) nodes and \(relationshipCount) of "
      + "\(relationshipCount + omittedRelationshipCount) relationships drawn, the best connected"
  }
}
