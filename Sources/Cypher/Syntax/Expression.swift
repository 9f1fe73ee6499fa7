import Graph

public struct Expression: Sendable, Equatable {
  public var kind: Kind
  public var span: SourceSpan

  public init(_ kind: Kind, _ span: SourceSpan) {
    self.kind = kind
    self.span = span
  }

  public static func == (a: Expression, b: Expression) -> Bool { a.kind == b.kind }

  public indirect enum Kind: Sendable, Equatable {
    // Atoms
    case null
    case boolean(Bool)
    case integer(Int64)
    case float(Double)
    case string(String)
    case list([Expression])
    case map([MapEntry])
    /// `n {.*, .name, key: value}`: the properties of `n` (all of them only if `includesAll`), then the entries; null for a
    /// null `n`. `.name` is the entry `name: n.name`.
    case mapProjection(Expression, includesAll: Bool, entries: [MapEntry])
    case variable(String)
    /// `$name`.
    case parameter(String)

    // Operators
    case unary(UnaryOperator, Expression)
    case binary(BinaryOperator, Expression, Expression)
    /// `a + b - c …`: operators of one strength that bind to the left, where there are so many that a tree of them would be too
    /// deep to walk; a few are nested `binary`s.
    case chain(Expression, [ChainLink])
    /// `a < b <= c …`: `operators[i]` stands between `operands[i]` and `operands[i + 1]`; true if every pair is.
    case comparison(operands: [Expression], operators: [ComparisonOperator])
    case isNull(Expression)
    case isNotNull(Expression)
    /// `n:A|B` as a predicate: whether a node has such labels, or a relationship such a type.
    case hasLabels(Expression, LabelExpression)

    /// `value IS :: type`.
    case typeTest(Expression, ValueTypePattern)
    /// `condition IS TRUE`, `IS FALSE`, `IS UNKNOWN`.
    case truthTest(Expression, TruthValue)
    /// `text IS NFC NORMALIZED`.
    case normalizationTest(Expression, NormalizationForm)
    /// `CAST(value AS type)`.
    case cast(Expression, ValueTypePattern)

    // Access
    case property(Expression, Name)
    /// `list[i]`, `map[key]`, `node[key]`.
    case subscripted(Expression, Expression)
    /// `list[from..to]`; either bound may be absent.
    case slice(Expression, from: Expression?, to: Expression?)

    // Calls
    case function(FunctionCall)
    /// `count(*)`.
    case countAll
    case `case`(CaseExpression)

    // Comprehensions
    /// `[x IN list WHERE filter | projection]`.
    case listComprehension(variable: Name, list: Expression, filter: Expression?, projection: Expression?)
    /// `[(a)-->(b) WHERE filter | projection]`.
    case patternComprehension(pattern: PathPattern, filter: Expression?, projection: Expression)
    /// `all(x IN list WHERE filter)` and its kin.
    case quantifier(Quantifier, variable: Name, list: Expression, filter: Expression?)
    /// `reduce(acc = start, x IN list | step)`; with a test it is `allReduce(acc = start, x IN list | step, test)`: whether the
    /// accumulator passes the test after every step.
    case reduce(
      accumulator: Name, start: Expression, variable: Name, list: Expression, step: Expression, test: Expression? = nil)

    // Patterns as predicates
    /// `(a)-->(b)` where a Boolean is wanted.
    case patternPredicate(PathPattern)
    case exists(Subquery)
    case count(Subquery)
    /// `COLLECT { … }`, of a query with one column.
    case collect(RegularQuery)
    /// `shortestPath((a)-[*]-(b))` as an expression.
    case shortestPath(PathPattern)
  }
}

public struct MapEntry: Sendable, Equatable {
  public var key: Name
  public var value: Expression

  public init(key: Name, value: Expression) {
    self.key = key
    self.value = value
  }
}

public enum TruthValue: String, Sendable, Equatable {
  case `true` = "TRUE"
  case `false` = "FALSE"
  case unknown = "UNKNOWN"
}

public enum UnaryOperator: Sendable, Equatable { case not, plus, minus }

public enum BinaryOperator: Sendable, Equatable {
  case or, xor, and
  case add, subtract, multiply, divide, modulo, power
  /// `||`.
  case concatenate
  case `in`, startsWith, endsWith, contains, matches
}

/// An operator in a chain, and the operand behind it.
public struct ChainLink: Sendable, Equatable {
  public var symbol: BinaryOperator
  public var operand: Expression

  public init(_ symbol: BinaryOperator, _ operand: Expression) {
    self.symbol = symbol
    self.operand = operand
  }
}

public enum ComparisonOperator: Sendable, Equatable { case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual }

public enum Quantifier: String, Sendable, Equatable { case all, any, none, single }

public struct FunctionCall: Sendable, Equatable {
  /// Namespace and name as written, such as `toUpper` or `duration.between`; compared without regard to case.
  public var name: Name
  public var isDistinct: Bool
  public var arguments: [Expression]

  public init(name: Name, isDistinct: Bool = false, arguments: [Expression]) {
    self.name = name
    self.isDistinct = isDistinct
    self.arguments = arguments
  }
}

public struct CaseExpression: Sendable, Equatable {
  public struct Alternative: Sendable, Equatable {
    /// A condition; in the simple form a value that the subject must equal, or a condition on it.
    public var when: Expression
    public var then: Expression
    /// True where `when` is a condition on the subject of the simple form, which is called `subjectName` there: of
    /// `WHEN < 5, IS NULL`, tests joined by OR.
    public var testsSubject: Bool

    public init(when: Expression, then: Expression, testsSubject: Bool = false) {
      self.when = when
      self.then = then
      self.testsSubject = testsSubject
    }
  }

  /// The local variable that stands for the subject; no text can name it.
  public static let subjectName = " subject"

  /// The tested value of the simple form; nil in the searched form.
  public var subject: Expression?
  public var alternatives: [Alternative]
  public var otherwise: Expression?

  public init(subject: Expression?, alternatives: [Alternative], otherwise: Expression?) {
    self.subject = subject
    self.alternatives = alternatives
    self.otherwise = otherwise
  }
}

/// The body of `EXISTS { … }` and `COUNT { … }`.
public enum Subquery: Sendable, Equatable {
  /// The short form: a pattern with an optional WHERE.
  case pattern(Pattern, filter: Expression?)
  case query(RegularQuery)
}
