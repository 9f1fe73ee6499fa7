import Cypher
import Graph
import GraphStorage

/// What a property of a node is compared with.
struct PropertyCondition {
  var key: String
  var equal: Expression?
  var lower: PropertyBound?
  var upper: PropertyBound?
  /// What its string has at its beginning, inside or at its end.
  var strings: (match: StringMatch, value: Expression)?
}

/// What a set of predicates says about one node variable that a scan could make use of.
struct ScanCandidates {
  private let variable: String
  private(set) var labels: [Name] = []
  /// Choices of which one must hold, each of which demands at least one label.
  private(set) var labelChoices: [[LabelExpression]] = []
  private(set) var conditions: [PropertyCondition] = []
  /// The value that `id(variable)` must have.
  private(set) var identity: Expression?

  init(variable: String, predicates: [Expression], bound: Set<String>, known: Set<String>) {
    self.variable = variable
    for predicate in predicates {
      switch predicate.kind {
      case .hasLabels, .binary(.or, _, _):
        if let labels = predicate.labelTest(of: variable) { add(labels) }
      case .comparison(let operands, let operators) where operators.count == 1:
        let isUsable: (Expression) -> Bool = { $0.mentionedVariables.intersection(known).isSubset(of: bound) }
        if isUsable(operands[1]) { add(operands[0], operators[0], operands[1]) }
        if isUsable(operands[0]) { add(operands[1], operators[0].flipped, operands[0]) }
      case .binary(let symbol, let subject, let value):
        guard let match = StringMatch(symbol), value.mentionedVariables.intersection(known).isSubset(of: bound),
          case .property(let owner, let key) = subject.kind, owner.kind == .variable(variable)
        else { continue }
        conditions.append(PropertyCondition(key: key.text, strings: (match, value)))
      default: break
      }
    }
  }

  private mutating func add(_ expression: LabelExpression) {
    labels += expression.requiredNames
    labelChoices += expression.conjuncts.compactMap(\.choicesOfLabels)
  }

  private mutating func add(_ subject: Expression, _ comparison: ComparisonOperator, _ value: Expression) {
    if case .function(let call) = subject.kind, call.name.text.lowercased() == "id", call.arguments.count == 1,
      call.arguments[0].kind == .variable(variable), comparison == .equal
    {
      identity = value
    }
    guard case .property(let owner, let key) = subject.kind, owner.kind == .variable(variable) else { return }
    switch comparison {
    case .equal: conditions.append(PropertyCondition(key: key.text, equal: value))
    case .notEqual: break
    case .less, .lessOrEqual: addBound(key.text, upper: PropertyBound(value: value, isInclusive: comparison == .lessOrEqual))
    case .greater, .greaterOrEqual:
      addBound(key.text, lower: PropertyBound(value: value, isInclusive: comparison == .greaterOrEqual))
    }
  }

  private mutating func addBound(_ key: String, lower: PropertyBound? = nil, upper: PropertyBound? = nil) {
    if let index = conditions.firstIndex(where: { $0.key == key && $0.equal == nil && $0.strings == nil }) {
      if conditions[index].lower == nil { conditions[index].lower = lower }
      if conditions[index].upper == nil { conditions[index].upper = upper }
    } else {
      conditions.append(PropertyCondition(key: key, lower: lower, upper: upper))
    }
  }
}

extension StringMatch {
  fileprivate init?(_ symbol: BinaryOperator) {
    switch symbol {
    case .startsWith: self = .startsWith
    case .contains: self = .contains
    case .endsWith: self = .endsWith
    default: return nil
    }
  }
}
