/// What is drawn of a graph, and how it is grouped.
public struct DOTOptions: Sendable {
  /// What the frames around nodes mean.
  public enum Clustering: String, Sendable, CaseIterable {
    case label, document, date
  }

  /// How much is drawn.
  public enum Extent: Sendable {
    /// Of a graph of documents who did and who said what, without the passages where it stands (`DOTOverview`); the best
    /// connected 500 nodes of that.
    case overview
    /// Whatever is given, the best connected 500 nodes of it.
    case given
    /// Everything, however large.
    case all
  }

  /// Nil draws no frames.
  public var clustering: Clustering?
  public var extent: Extent
  /// Written under the drawing.
  public var title: String?

  public init(clustering: Clustering? = nil, extent: Extent = .given, title: String? = nil) {
    self.clustering = clustering
    self.extent = extent
    self.title = title
  }
}

/// What a drawing holds and what was left out.
public struct DOTSummary: Sendable, Equatable {
  public var nodeCount = 0
  public var relationshipCount = 0
  public var omittedNodeCount = 0
  public var omittedRelationshipCount = 0
  /// What an overview shows was too much as well.
  public var isCut = false
  public var isOverview = false

  public var isComplete: Bool { omittedNodeCount == 0 && omittedRelationshipCount == 0 }

  /// `500 of 2000 nodes and 900 of 9000 relationships drawn, the best connected`, nil where nothing was left out.
  public var caption: String? {
    guard !isComplete else { return nil }
    return "\(nodeCount) of \(nodeCount + omittedNodeCount) nodes and \(relationshipCount) of "
      + "\(relationshipCount + omittedRelationshipCount) relationships drawn" + (isCut ? ", the best connected" : "")
      + (isOverview ? ", without passages, mentions and what the documents themselves confirm" : "")
  }
}
