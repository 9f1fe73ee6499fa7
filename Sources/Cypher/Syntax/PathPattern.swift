/// A chain of nodes and of what joins them: `start` and one step a link.
public struct PathPattern: Sendable, Equatable {
  public enum Shortest: Sendable, Equatable { case single, all }

  /// What joins two nodes.
  public enum Link: Sendable, Equatable {
    case relationship(RelationshipPattern)
    case group(QuantifiedPath)
  }

  public struct Step: Sendable, Equatable {
    public var link: Link
    public var node: NodePattern

    public init(_ link: Link, node: NodePattern) {
      self.link = link
      self.node = node
    }

    public init(relationship: RelationshipPattern, node: NodePattern) {
      self.init(.relationship(relationship), node: node)
    }
  }

  /// `p = …`.
  public var variable: Name?
  /// Which of the paths that match are wanted; nil for all.
  public var selector: PathSelector?
  /// What a path may meet more than once; nil where nothing is written, which means a walk.
  public var mode: PathMode?
  /// `shortestPath(…)` or `allShortestPaths(…)`.
  public var shortest: Shortest?
  public var start: NodePattern
  public var steps: [Step]
  /// The WHERE in parentheses around the path, which is part of the search.
  public var filter: Expression?
  public var span: SourceSpan

  public init(
    variable: Name? = nil, selector: PathSelector? = nil, mode: PathMode? = nil, shortest: Shortest? = nil, start: NodePattern,
    steps: [Step], filter: Expression? = nil, span: SourceSpan
  ) {
    self.variable = variable
    self.selector = selector
    self.mode = mode
    self.shortest = shortest
    self.start = start
    self.steps = steps
    self.filter = filter
    self.span = span
  }

  public static func == (a: PathPattern, b: PathPattern) -> Bool {
    a.variable == b.variable && a.selector == b.selector && a.mode == b.mode && a.shortest == b.shortest && a.start == b.start
      && a.steps == b.steps && a.filter == b.filter
  }
}

/// A part of a path that is repeated: `((a)-[r]->(b) WHERE …){1,5}`. Outside of it each variable inside stands for a list with
/// one element a repetition.
public struct QuantifiedPath: Sendable, Equatable {
  /// Begins and ends with a node, at which one repetition goes over into the next. Its variable is a list of paths.
  public var path: PathPattern
  public var quantifier: PathQuantifier
  public var span: SourceSpan

  public init(path: PathPattern, quantifier: PathQuantifier, span: SourceSpan) {
    self.path = path
    self.quantifier = quantifier
    self.span = span
  }

  public static func == (a: QuantifiedPath, b: QuantifiedPath) -> Bool { a.path == b.path && a.quantifier == b.quantifier }
}

/// How often something is repeated: `+`, `*`, `{2}`, `{2,5}`, `{2,}`, `{,5}`.
public struct PathQuantifier: Sendable, Equatable {
  public var minimum: Int
  /// Nil for no limit.
  public var maximum: Int?

  public init(minimum: Int, maximum: Int?) {
    self.minimum = minimum
    self.maximum = maximum
  }

  public func contains(_ count: Int) -> Bool { count >= minimum && count <= maximum ?? .max }

  public static let once = PathQuantifier(minimum: 1, maximum: 1)
}
