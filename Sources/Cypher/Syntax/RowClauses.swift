// What the clauses that work on rows one by one carry.

/// One assignment of LET: `variable = value`.
public struct LetItem: Sendable, Equatable {
  public var variable: Name
  public var value: Expression

  public init(variable: Name, value: Expression) {
    self.variable = variable
    self.value = value
  }
}

/// `FOR variable IN list [WITH ORDINALITY position | WITH OFFSET position]`.
public struct ForLoop: Sendable, Equatable {
  /// Whether elements are counted from one or from zero.
  public enum Counting: Sendable, Equatable { case ordinality, offset }

  public struct Position: Sendable, Equatable {
    public var counting: Counting
    public var variable: Name

    public init(counting: Counting, variable: Name) {
      self.counting = counting
      self.variable = variable
    }
  }

  public var variable: Name
  public var list: Expression
  public var position: Position?

  public init(variable: Name, list: Expression, position: Position? = nil) {
    self.variable = variable
    self.list = list
    self.position = position
  }
}
