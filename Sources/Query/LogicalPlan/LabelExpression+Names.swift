import Cypher

extension Expression {
  /// What the predicate demands of the labels of `variable`, where it says nothing else: `n:A OR n:B` is `n:A|B`.
  func labelTest(of variable: String) -> LabelExpression? {
    switch kind {
    case .hasLabels(let owner, let labels): return owner.kind == .variable(variable) ? labels : nil
    case .binary(.or, let left, let right):
      guard let left = left.labelTest(of: variable), let right = right.labelTest(of: variable) else { return nil }
      return .or([left, right])
    default: return nil
    }
  }
}

// What the planner reads from a label expression.
extension LabelExpression {
  /// The labels that an element must have for the expression to hold, as far as they are plain names.
  var requiredNames: [Name] {
    conjuncts.compactMap { part in if case .name(let name) = part { name } else { nil } }
  }

  /// The names, each once, where the expression is one name or a choice between names; nil otherwise.
  var alternativeNames: [String]? {
    var names: [String] = []
    for part in disjuncts {
      guard case .name(let name) = part else { return nil }
      if !names.contains(name.text) { names.append(name.text) }
    }
    return names
  }

  /// Where it is a choice, and each alternative demands at least one label: the alternatives.
  var choicesOfLabels: [LabelExpression]? {
    let choices = disjuncts
    return choices.count > 1 && choices.allSatisfy { !$0.requiredNames.isEmpty } ? choices : nil
  }

  /// The expression without the demand that `part` holds, nil where nothing is left of it.
  func removing(_ part: LabelExpression) -> LabelExpression? {
    LabelExpression.joined(conjuncts.filter { $0 != part })
  }

  /// All of `parts`, nil for none.
  static func joined(_ parts: [LabelExpression]) -> LabelExpression? {
    parts.count > 1 ? .and(parts) : parts.first
  }

  /// The parts that must all hold, those that compute names apart from those that do not.
  var separated: (written: LabelExpression?, computed: LabelExpression?) {
    (
      LabelExpression.joined(conjuncts.filter(\.expressions.isEmpty)),
      LabelExpression.joined(conjuncts.filter { !$0.expressions.isEmpty })
    )
  }

  /// True if a relationship of type `name` is meant; computed names hold for none.
  func holds(ofType name: String) -> Bool {
    switch self {
    case .name(let wanted): wanted.text == name
    case .dynamic: false
    case .wildcard: true
    case .not(let part): !part.holds(ofType: name)
    case .and(let parts): parts.allSatisfy { $0.holds(ofType: name) }
    case .or(let parts): parts.contains { $0.holds(ofType: name) }
    }
  }

  /// An estimate of the share of elements that it holds for, from the share that has each name; parts are taken to be
  /// independent of each other.
  func share(_ share: (String) -> Double) -> Double {
    switch self {
    case .name(let name): min(1, share(name.text))
    case .dynamic: 0.3
    case .wildcard: 1
    case .not(let part): 1 - part.share(share)
    case .and(let parts): parts.reduce(1) { $0 * $1.share(share) }
    case .or(let parts): 1 - parts.reduce(1) { $0 * (1 - $1.share(share)) }
    }
  }
}
