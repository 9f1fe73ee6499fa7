/// What a pattern or a predicate says of an element's labels or type: `A|B&!C`, `%`, `$(expression)`.
public indirect enum LabelExpression: Sendable, Equatable {
  case name(Name)
  case dynamic(DynamicLabels)
  /// `%`: any label at all.
  case wildcard
  case not(LabelExpression)
  /// At least two parts, all of which must hold. `:A:B` and `:A&B` are the same.
  case and([LabelExpression])
  /// At least two parts, one of which must hold.
  case or([LabelExpression])
}

/// Labels or a type whose names are computed when the statement runs: `$(expression)`, `$all(list)`, `$any(list)`.
public struct DynamicLabels: Sendable, Equatable {
  public enum Quantifier: Sendable, Equatable { case all, any }

  public var quantifier: Quantifier
  /// A string or a list of strings.
  public var expression: Expression

  public init(_ quantifier: Quantifier = .all, _ expression: Expression) {
    self.quantifier = quantifier
    self.expression = expression
  }
}

extension LabelExpression {
  /// All of `names`, nil for none.
  public init?(allOf names: [Name]) {
    guard let first = names.first else { return nil }
    self = names.count == 1 ? .name(first) : .and(names.map { .name($0) })
  }

  /// One of `names`, nil for none.
  public init?(anyOf names: [Name]) {
    guard let first = names.first else { return nil }
    self = names.count == 1 ? .name(first) : .or(names.map { .name($0) })
  }

  /// Every name that is written in it, in the order of the text.
  public var names: [Name] {
    switch self {
    case .name(let name): [name]
    case .dynamic, .wildcard: []
    case .not(let part): part.names
    case .and(let parts), .or(let parts): parts.flatMap(\.names)
    }
  }

  /// The expressions that its dynamic parts compute their names with, in the order of the text.
  public var expressions: [Expression] {
    switch self {
    case .dynamic(let labels): [labels.expression]
    case .name, .wildcard: []
    case .not(let part): part.expressions
    case .and(let parts), .or(let parts): parts.flatMap(\.expressions)
    }
  }

  /// The same with each of `expressions` replaced by what `transform` makes of it.
  public func mapExpressions(_ transform: (Expression) -> Expression) -> LabelExpression {
    switch self {
    case .dynamic(let labels): .dynamic(DynamicLabels(labels.quantifier, transform(labels.expression)))
    case .name, .wildcard: self
    case .not(let part): .not(part.mapExpressions(transform))
    case .and(let parts): .and(parts.map { $0.mapExpressions(transform) })
    case .or(let parts): .or(parts.map { $0.mapExpressions(transform) })
    }
  }

  /// The parts that must all hold.
  public var conjuncts: [LabelExpression] {
    if case .and(let parts) = self { return parts.flatMap(\.conjuncts) }
    return [self]
  }

  /// The parts of which one must hold.
  public var disjuncts: [LabelExpression] {
    if case .or(let parts) = self { return parts.flatMap(\.disjuncts) }
    return [self]
  }
}
