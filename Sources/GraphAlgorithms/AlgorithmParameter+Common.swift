import Graph

// The part of the graph that an algorithm runs over is chosen alike for all of them.
extension AlgorithmParameter {
  static let labels = Self("labels", .names, "Only nodes with one of these labels (all nodes); also `label`", alias: "label")
  static let types = Self("types", .names, "Only relationships of one of these types (all types); also `type`", alias: "type")
  static let weight = Self("weight", .name, "The property that holds a relationship's weight (every weight is 1)")
  static let defaultWeight = Self("defaultWeight", .float, "The weight of relationships without that property (1)")

  /// Which way relationships are followed.
  static func direction(_ standard: Direction) -> Self {
    Self(
      "direction", .direction(standard), "'outgoing', 'incoming' or 'both': which way relationships are followed ('\(standard)')")
  }

  static let projection = [labels, types]
  static let weightedProjection = [labels, types, weight, defaultWeight]
}
