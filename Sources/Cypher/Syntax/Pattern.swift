import Graph

/// Path patterns separated by commas.
public struct Pattern: Sendable, Equatable {
  /// Whether a relationship may be met more than once; nil where nothing is written, which means different relationships.
  public var mode: MatchMode?
  public var paths: [PathPattern]

  public init(mode: MatchMode? = nil, paths: [PathPattern]) {
    self.mode = mode
    self.paths = paths
  }
}

/// How often one match of a whole pattern may meet the same element (GQL production `matchMode`).
public enum MatchMode: Sendable, Equatable {
  /// No relationship twice, whichever paths of the pattern it lies on.
  case differentRelationships
  /// Nodes and relationships as often as the paths' own modes allow.
  case repeatableElements
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
  public enum Length: Sendable, Equatable {
    /// `*`, `*2`, `*1..3`, `*..3` in the brackets: bounds that were not written are nil.
    case starred(minimum: Int?, maximum: Int?)
    /// `+`, `*`, `{2,5}` behind the arrow.
    case quantified(PathQuantifier)

    /// How many relationships it may be.
    public var bounds: PathQuantifier {
      switch self {
      case .starred(let minimum, let maximum): PathQuantifier(minimum: minimum ?? 1, maximum: maximum)
      case .quantified(let quantifier): quantifier
      }
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
