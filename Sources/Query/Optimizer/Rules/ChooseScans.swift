import Cypher
import Graph
import GraphStorage

/// Finds the cheapest way to the nodes of a variable: an index, a label, or all of them.
struct ChooseScans: Sendable {
  static let name = "ChooseScans"

  let isEnabled: Bool
  let context: OptimizerContext

  struct Choice {
    var access: NodeScan.Access
    /// How many nodes the scan itself gives.
    var rows: Double
    /// The predicates that are still to be checked.
    var remaining: [Expression]
  }

  /// - Parameters:
  ///   - bound: variables that an index may be asked with.
  ///   - known: every variable of the pattern and its rows.
  func choose(for variable: String, among predicates: [Expression], bound: Set<String>, known: Set<String>) -> Choice {
    var best = Choice(access: .allNodes, rows: Double(context.snapshot.nodeCount), remaining: predicates)
    guard isEnabled else { return best }
    let candidates = ScanCandidates(variable: variable, predicates: predicates, bound: bound, known: known)
    for label in candidates.labels {
      // What remains to be checked is only asked of a scan that is better: there may be thousands of labels.
      if isBetter(context.cardinality.nodeCount(label: label.text), than: best) {
        best = labelScan(label, of: variable, predicates)
      }
      for index in context.cardinality.indexes(label: label.text) {
        for choice in indexScans(label, index, candidates.conditions, of: variable, predicates) { consider(choice, &best) }
      }
    }
    for choices in candidates.labelChoices { consider(labelScan(choices, of: variable, predicates), &best) }
    if let identity = candidates.identity { best = Choice(access: .identity(identity), rows: 1, remaining: predicates) }
    return best
  }

  private func consider(_ choice: Choice, _ best: inout Choice) {
    if isBetter(choice.rows, than: best) { best = choice }
  }

  private func isBetter(_ rows: Double, than best: Choice) -> Bool {
    rows < best.rows || (rows == best.rows && best.access.isAllNodes)
  }

  private func labelScan(_ label: Name, of variable: String, _ predicates: [Expression]) -> Choice {
    Choice(
      access: .label(label.text), rows: context.cardinality.nodeCount(label: label.text),
      remaining: predicates.compactMap { $0.removing(.name(label), of: variable) })
  }

  /// A scan for a choice between label expressions: of each, the label that must be there and that the fewest nodes have.
  private func labelScan(_ choices: [LabelExpression], of variable: String, _ predicates: [Expression]) -> Choice {
    let count = context.cardinality.nodeCount(label:)
    let labels = choices.compactMap { $0.requiredNames.map(\.text).min { count($0) < count($1) } }
    let isExact = choices.allSatisfy { if case .name = $0 { true } else { false } }
    return Choice(
      access: .anyLabel(labels), rows: labels.reduce(0) { $0 + count($1) },
      remaining: isExact ? predicates.compactMap { $0.removing(.or(choices), of: variable) } : predicates)
  }

  /// What an index offers. The property predicates stay among the remaining ones: an index narrows down, the predicate decides.
  private func indexScans(
    _ label: Name, _ index: IndexDefinition, _ conditions: [PropertyCondition], of variable: String, _ predicates: [Expression]
  ) -> [Choice] {
    let remaining = predicates.compactMap { $0.removing(.name(label), of: variable) }
    let count = context.cardinality.nodeCount(label: label.text)
    var choices: [Choice] = []
    let equals = index.keys.compactMap { key in conditions.first { $0.key == key && $0.equal != nil }?.equal }
    if equals.count == index.keys.count {
      let rows = index.keys.reduce(count) { $0 * context.cardinality.equalitySelectivity(label: label.text, key: $1) }
      let access = NodeScan.Access.indexSeek(label: label.text, keys: index.keys, values: equals)
      choices.append(Choice(access: access, rows: rows, remaining: remaining))
    }
    guard index.keys.count == 1 else { return choices }
    for condition in conditions where condition.key == index.keys[0] && condition.equal == nil {
      if let (match, value) = condition.strings {
        // A range index would have to look at every entry to find a part or an ending.
        guard match == .startsWith || index.kind == .text else { continue }
        let access = NodeScan.Access.indexStrings(label: label.text, key: condition.key, match: match, value: value)
        choices.append(Choice(access: access, rows: count * Cardinality.stringSelectivity, remaining: remaining))
      } else if index.kind == .range {
        let access = NodeScan.Access.indexRange(
          label: label.text, key: condition.key, lower: condition.lower, upper: condition.upper)
        let bounds = (condition.lower == nil ? 0 : 1) + (condition.upper == nil ? 0 : 1)
        choices.append(Choice(access: access, rows: count * (bounds == 2 ? 0.1 : 0.3), remaining: remaining))
      }
    }
    return choices
  }
}

extension NodeScan.Access {
  fileprivate var isAllNodes: Bool { if case .allNodes = self { true } else { false } }
}

extension Expression {
  /// The predicate without the demand that `label` holds for `variable`, nil where nothing is left of it.
  fileprivate func removing(_ label: LabelExpression, of variable: String) -> Expression? {
    guard case .hasLabels(let owner, let labels) = kind, owner.kind == .variable(variable) else { return self }
    return labels.removing(label).map { Expression(.hasLabels(owner, $0), span) }
  }
}
