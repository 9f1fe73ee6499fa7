import Cypher
import Graph
import GraphStorage

/// A label expression whose computed names are compiled; bound to a batch, it holds their values instead.
indirect enum LabelCondition<Computed: Sendable>: Sendable {
  case name(String)
  case computed(DynamicLabels.Quantifier, Computed, SourceSpan)
  case wildcard
  case not(LabelCondition)
  case and([LabelCondition])
  case or([LabelCondition])

  func map<Other: Sendable>(
    _ transform: (Computed) throws(CypherError) -> Other
  ) throws(CypherError) -> LabelCondition<Other> {
    switch self {
    case .name(let name): return .name(name)
    case .computed(let quantifier, let names, let span): return .computed(quantifier, try transform(names), span)
    case .wildcard: return .wildcard
    case .not(let part): return .not(try part.map(transform))
    case .and(let parts): return .and(try Self.map(parts, transform))
    case .or(let parts): return .or(try Self.map(parts, transform))
    }
  }

  private static func map<Other: Sendable>(
    _ parts: [LabelCondition], _ transform: (Computed) throws(CypherError) -> Other
  ) throws(CypherError) -> [LabelCondition<Other>] {
    var mapped: [LabelCondition<Other>] = []
    for part in parts { mapped.append(try part.map(transform)) }
    return mapped
  }
}

extension LabelCondition<Expression> {
  init(_ labels: LabelExpression) {
    switch labels {
    case .name(let name): self = .name(name.text)
    case .dynamic(let labels): self = .computed(labels.quantifier, labels.expression, labels.expression.span)
    case .wildcard: self = .wildcard
    case .not(let part): self = .not(Self(part))
    case .and(let parts): self = .and(parts.map { Self($0) })
    case .or(let parts): self = .or(parts.map { Self($0) })
    }
  }
}

/// Whose labels or type are asked for.
enum LabelledElement {
  case node(NodeID, GraphSnapshot)
  case relationship(type: String)

  fileprivate func has(_ name: String) -> Bool {
    switch self {
    case .node(let node, let snapshot): snapshot.labelID(name).map { snapshot.has($0, node) } ?? false
    case .relationship(let type): type == name
    }
  }

  fileprivate var hasAny: Bool {
    switch self {
    case .node(let node, let snapshot): !snapshot.labels(of: node).isEmpty
    case .relationship: true
    }
  }
}

extension LabelCondition<Vector> {
  /// Whether it holds for the element of a row.
  func holds(for element: LabelledElement, _ row: Int) throws(CypherError) -> Bool {
    switch self {
    case .name(let name): return element.has(name)
    case .computed(let quantifier, let values, let span):
      let names = try ComputedNames.names(of: values[row], at: span)
      return quantifier == .all ? names.allSatisfy { element.has($0) } : names.contains { element.has($0) }
    case .wildcard: return element.hasAny
    case .not(let part): return try !part.holds(for: element, row)
    case .and(let parts):
      for part in parts where try !part.holds(for: element, row) { return false }
      return true
    case .or(let parts):
      for part in parts where try part.holds(for: element, row) { return true }
      return false
    }
  }

  /// Whether it holds for each node of a batch; rows that are not selected, and those under `nulls`, may say anything.
  func answers(
    for nodes: [NodeID], nulls: NullMask?, _ batch: Batch, _ snapshot: GraphSnapshot
  ) throws(CypherError) -> [Bool] {
    switch self {
    case .name(let name):
      guard let label = snapshot.labelID(name) else { return [Bool](repeating: false, count: nodes.count) }
      return snapshot.has(label, nodes)
    case .computed, .wildcard:
      var answers = [Bool](repeating: false, count: nodes.count)
      for row in batch.selectedRows.lazy.map({ Int($0) }) where !(nulls?[row] ?? false) {
        answers[row] = try holds(for: .node(nodes[row], snapshot), row)
      }
      return answers
    case .not(let part): return try part.answers(for: nodes, nulls: nulls, batch, snapshot).map { !$0 }
    case .and(let parts):
      return try Self.combined(parts, deciding: false) { part throws(CypherError) in
        try part.answers(for: nodes, nulls: nulls, batch, snapshot)
      }
    case .or(let parts):
      return try Self.combined(parts, deciding: true) { part throws(CypherError) in
        try part.answers(for: nodes, nulls: nulls, batch, snapshot)
      }
    }
  }

  /// The answers of several parts as one: `deciding` wherever one of them says so.
  private static func combined(
    _ parts: [LabelCondition], deciding: Bool, _ answers: (LabelCondition) throws(CypherError) -> [Bool]
  ) throws(CypherError) -> [Bool] {
    guard let first = parts.first else { return [] }
    var combined = try answers(first)
    for part in parts.dropFirst() {
      let more = try answers(part)
      for row in combined.indices where more[row] == deciding { combined[row] = deciding }
    }
    return combined
  }
}
