import Graph

/// Path patterns separated by commas.
public struct Pattern: Sendable, Equatable {
  public var paths: [PathPattern]

  public init(paths: [PathPattern]) { self.paths = paths }
}

/// A chain of nodes and relationships: `start` and one step a relationship.
public struct PathPattern: Sendable, Equatable {
  public enum Shortest: Sendable, Equatable { case single, all }

  public struct Step: Sendable, Equatable {
    public var relationship: RelationshipPattern
    public var node: NodePattern

    public init(relationship: RelationshipPattern, node: NodePattern) {
      self.relationship = relationship
      self.node = node
    }
  }

  /// `p = …`.
  public var variable: Name?
  /// `shortestPath(…)` or `allShortestPaths(…)`.
  public var shortest: Shortest?
  public var start: NodePattern
  public var steps: [Step]
  public var span: SourceSpan

  public init(variable: Name? = nil, shortest: Shortest? = nil, start: NodePattern, steps: [Step], span: SourceSpan) {
    self.variable = variable
    self.shortest = shortest
    self.start = start
    self.steps = steps
    self.span = span
  }

  public static func == (a: PathPattern, b: PathPattern) -> Bool {
    a.variable == b.variable && a.shortest == b.shortest && a.start == b.start && a.steps == b.steps
  }
}

public struct NodePattern: Sendable, Equatable {
  public var variable: Name?
  public var labels: LabelExpression?
  /// A map literal or a parameter.
  public var properties: Expression?
  /// `(n WHERE n.x > 1)`.
  public var predicate: Expression?
  public var span: SourceSpan

  public init(
    variable: Name? = nil, labels: LabelExpression? = nil, properties: Expression? = nil, predicate: Expression? = nil,
    span: SourceSpan
  ) {
    self.variable = variable
    self.labels = labels
    self.properties = properties
    self.predicate = predicate
    self.span = span
  }

  public static func == (a: NodePattern, b: NodePattern) -> Bool {
    a.variable == b.variable && a.labels == b.labels && a.properties == b.properties && a.predicate == b.predicate
  }
}

public struct RelationshipPattern: Sendable, Equatable {
  /// `*`, `*2`, `*1..3`, `*..3`: bounds that were not written are nil.
  public struct Length: Sendable, Equatable {
    public var minimum: Int?
    public var maximum: Int?

    public init(minimum: Int?, maximum: Int?) {
      self.minimum = minimum
      self.maximum = maximum
    }
  }

  public var variable: Name?
  /// Nil for every type.
  public var types: LabelExpression?
  public var direction: Direction
  /// Nil for exactly one relationship.
  public var length: Length?
  public var properties: Expression?
  /// `-[r WHERE r.x > 1]->`; in a pattern of variable length the variable stands for each relationship.
  public var predicate: Expression?
  public var span: SourceSpan

  public init(
    variable: Name? = nil, types: LabelExpression? = nil, direction: Direction, length: Length? = nil,
    properties: Expression? = nil, predicate: Expression? = nil, span: SourceSpan
  ) {
    self.variable = variable
    self.types = types
    self.direction = direction
    self.length = length
    self.properties = properties
    self.predicate = predicate
    self.span = span
  }

  public static func == (a: RelationshipPattern, b: RelationshipPattern) -> Bool {
    a.variable == b.variable && a.types == b.types && a.direction == b.direction && a.length == b.length
      && a.properties == b.properties && a.predicate == b.predicate
  }
}
