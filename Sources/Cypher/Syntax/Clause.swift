public struct Clause: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    case match(Match)
    case unwind(Expression, as: Name)
    case with(Projection, filter: Expression?)
    case `return`(Projection)
    case create(Pattern)
    case merge(Merge)
    case set([SetItem])
    case remove([RemoveItem])
    case delete([Expression], detach: Bool)
    case call(ProcedureCall)
    /// `LET x = value, …`: each variable from its item on.
    case `let`([LetItem])
    /// `FILTER [WHERE] condition`.
    case filter(Expression)
    case `for`(ForLoop)
    /// ORDER BY, SKIP and LIMIT on their own.
    case order(RowOrder)
    /// The end of a query that gives no rows.
    case finish
    case show(ShowCommand)
    case loadCSV(LoadCSV)
    case subquery(SubqueryCall)
    case foreach(Foreach)
  }

  public var kind: Kind
  public var span: SourceSpan

  public init(_ kind: Kind, _ span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  public static func == (a: Clause, b: Clause) -> Bool { a.kind == b.kind }
}

public struct Match: Sendable, Equatable {
  public var pattern: Pattern
  public var isOptional: Bool
  public var filter: Expression?

  public init(pattern: Pattern, isOptional: Bool = false, filter: Expression? = nil) {
    self.pattern = pattern
    self.isOptional = isOptional
    self.filter = filter
  }
}

/// The body of WITH and RETURN.
public struct Projection: Sendable, Equatable {
  public struct Item: Sendable, Equatable {
    public var expression: Expression
    public var alias: Name?
    /// The column's name: the alias, otherwise the expression's own text.
    public var columnName: String

    public init(expression: Expression, alias: Name?, columnName: String) {
      self.expression = expression
      self.alias = alias
      self.columnName = columnName
    }
  }

  public struct SortItem: Sendable, Equatable {
    public var expression: Expression
    public var isDescending: Bool
    /// Nil where nothing is said of nulls.
    public var nulls: NullPlacement?

    public init(expression: Expression, isDescending: Bool, nulls: NullPlacement? = nil) {
      self.nulls = nulls
      self.expression = expression
      self.isDescending = isDescending
    }
  }

  public var isDistinct: Bool
  /// True for `*`, which comes before `items`.
  public var includesAll: Bool
  public var items: [Item]
  public var order: [SortItem]
  public var skip: Expression?
  public var limit: Expression?

  public init(
    isDistinct: Bool = false, includesAll: Bool = false, items: [Item], order: [SortItem] = [], skip: Expression? = nil,
    limit: Expression? = nil
  ) {
    self.isDistinct = isDistinct
    self.includesAll = includesAll
    self.items = items
    self.order = order
    self.skip = skip
    self.limit = limit
  }
}

public struct Merge: Sendable, Equatable {
  public var pattern: PathPattern
  public var onCreate: [SetItem]
  public var onMatch: [SetItem]

  public init(pattern: PathPattern, onCreate: [SetItem] = [], onMatch: [SetItem] = []) {
    self.pattern = pattern
    self.onCreate = onCreate
    self.onMatch = onMatch
  }
}

public enum SetItem: Sendable, Equatable {
  /// `expression.key = value`.
  case property(of: Expression, key: Name, value: Expression)
  /// `expression[key] = value`.
  case dynamicProperty(of: Expression, key: Expression, value: Expression)
  /// `variable = value`: replaces all properties.
  case replaceProperties(Name, Expression)
  /// `variable += value`: adds to the properties.
  case mergeProperties(Name, Expression)
  case labels(Name, LabelExpression)
}

public enum RemoveItem: Sendable, Equatable {
  case property(of: Expression, key: Name)
  /// `expression[key]`.
  case dynamicProperty(of: Expression, key: Expression)
  case labels(Name, LabelExpression)
}

public struct ProcedureCall: Sendable, Equatable {
  public struct YieldItem: Sendable, Equatable {
    public var field: Name
    public var alias: Name?

    public init(field: Name, alias: Name?) {
      self.field = field
      self.alias = alias
    }
  }

  /// Namespace and name, such as `db.labels`.
  public var name: Name
  /// Nil where the call has no parentheses: the arguments are then parameters of the same names.
  public var arguments: [Expression]?
  /// Nil without YIELD (only allowed in a standalone call); empty for `YIELD -`.
  public var yield: [YieldItem]?
  /// `YIELD *`.
  public var yieldsAll: Bool
  public var filter: Expression?
  /// `OPTIONAL CALL`: a row for which the procedure gives nothing stays, with null in the new columns.
  public var isOptional: Bool

  public init(
    name: Name, arguments: [Expression]?, yield: [YieldItem]?, yieldsAll: Bool = false, filter: Expression? = nil,
    isOptional: Bool = false
  ) {
    self.isOptional = isOptional
    self.name = name
    self.arguments = arguments
    self.yield = yield
    self.yieldsAll = yieldsAll
    self.filter = filter
  }
}

extension ProcedureCall {
  private static let updatingNames: Set<String> = ["dossier.merge", "dossier.rename", "dossier.split"]

  /// Whether the procedure of that name changes the graph; any other only reads it.
  public static func isUpdating(_ name: String) -> Bool { updatingNames.contains(name.lowercased()) }
}
