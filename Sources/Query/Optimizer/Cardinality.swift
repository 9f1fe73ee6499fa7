import Cypher
import Graph
import GraphStorage
import Synchronization

/// Estimates how many rows steps give, from the statistics that the store keeps.
struct Cardinality: Sendable {
  let snapshot: GraphSnapshot
  private let distinctCounts = DistinctCounts()
  private let endDegrees = EndDegrees()

  init(snapshot: GraphSnapshot) { self.snapshot = snapshot }

  /// Selectivities of predicates that the statistics say nothing of.
  private static let defaultSelectivity = 0.5
  private static let defaultEqualitySelectivity = 0.05
  private static let rangeSelectivity = 0.3
  static let stringSelectivity = 0.1

  // MARK: - The graph

  var nodeCount: Double { Double(snapshot.nodeCount) }

  func nodeCount(label: String) -> Double {
    guard let id = snapshot.labelID(label) else { return 0 }
    return Double(snapshot.nodeCount(id))
  }

  /// The range and text indexes on the nodes of a label.
  func indexes(label: String) -> [IndexDefinition] {
    snapshot.labelID(label).map { snapshot.indexes(on: $0) } ?? []
  }

  func indexes(type: String) -> [IndexDefinition] {
    snapshot.relationshipTypeID(type).map { snapshot.indexes(on: $0) } ?? []
  }

  /// How many relationships of a type an index over its properties gives for one value of each of its keys.
  func rows(of index: IndexDefinition, onType type: String) -> Double {
    let keys = index.keys.compactMap { snapshot.propertyKeyID($0) }
    guard let type = snapshot.relationshipTypeID(type), keys.count == index.keys.count else { return 0 }
    return Double(snapshot.relationshipCount(type)) / snapshot.distinctValueCount(type, keys)
  }

  /// The share of the nodes with `label` that have one given value under `key`.
  func equalitySelectivity(label: String?, key: String) -> Double {
    guard let key = snapshot.propertyKeyID(key) else { return 0 }
    guard let label, let id = snapshot.labelID(label) else { return Self.defaultEqualitySelectivity }
    return 1 / max(1, distinctCounts.count(id, key, in: snapshot))
  }

  /// How many relationships a node has on average that an expand would follow.
  func degree(labels: [String], types: RelationshipTypes, direction: Direction) -> Double {
    let filter = RelationshipTypeFilter(types, snapshot)
    if filter.matchesNothing { return 0 }
    let label = labels.compactMap { snapshot.labelID($0) }.min { snapshot.nodeCount($0) < snapshot.nodeCount($1) }
    return snapshot.averageDegree(label, types: filter.ids, direction)
  }

  /// How many relationships a node has that an expand would follow, of the nodes that other relationships were followed from or
  /// to; nil where the graph does not tell.
  func degree(
    types: RelationshipTypes, _ direction: Direction, at labels: [String], metBy others: RelationshipTypes,
    _ otherDirection: Direction
  ) -> Double? {
    guard let second = types.ids(in: snapshot), let first = others.ids(in: snapshot), !second.isEmpty, !first.isEmpty else {
      return nil
    }
    let label = labels.compactMap { snapshot.labelID($0) }.min { snapshot.nodeCount($0) < snapshot.nodeCount($1) }
    return endDegrees.degree(
      .init(types: second, direction: direction), at: .init(types: first, direction: otherDirection), label: label, in: snapshot)
  }

  /// The share of the relationships followed that end in a node with `label`.
  func endSelectivity(label: String, types: RelationshipTypes, direction: Direction) -> Double {
    guard let label = snapshot.labelID(label) else { return 0 }
    let ids = types.ids(in: snapshot) ?? snapshot.relationshipTypes.indices.map { RelationshipTypeID(UInt32($0)) }
    var total = 0
    var ending = 0
    for id in ids {
      total += snapshot.relationshipCount(id) * (direction == .both ? 2 : 1)
      if direction != .incoming { ending += snapshot.relationshipCount(id, at: label, isOutgoing: false) }
      if direction != .outgoing { ending += snapshot.relationshipCount(id, at: label, isOutgoing: true) }
    }
    return total == 0 ? 0 : Double(ending) / Double(total)
  }

  /// Chains that are longer are taken to be no longer: their estimates lie at one end or the other by then.
  private static let longestEstimatedChain = 64

  /// In how many ways a node is left by a chain, on average. The first step is that of nodes with the labels, each later one that
  /// of the nodes which such relationships lead to.
  func chainDegree(labels: [String], _ chain: RelationshipChain) -> Double {
    let first = degree(labels: labels, types: chain.types, direction: chain.direction)
    return chainDegree(first, later: degreeAtEnds(of: chain.types, chain.direction), chain.bounds)
  }

  /// So many counts are looked at for a mean degree.
  private static let largestCountCount = 4096

  /// The mean degree of the nodes that relationships lead to, over the labels of those nodes; nil where none has a label.
  func degreeAtEnds(of types: RelationshipTypes, _ direction: Direction) -> Double? {
    let ids = types.ids(in: snapshot) ?? snapshot.relationshipTypes.indices.map { RelationshipTypeID(UInt32($0)) }
    guard snapshot.labels.count * ids.count <= Self.largestCountCount else { return nil }
    var reached = 0.0
    var left = 0.0
    for name in snapshot.labels {
      guard let label = snapshot.labelID(name) else { continue }
      var ends = 0
      for id in ids {
        if direction != .incoming { ends += snapshot.relationshipCount(id, at: label, isOutgoing: false) }
        if direction != .outgoing { ends += snapshot.relationshipCount(id, at: label, isOutgoing: true) }
      }
      guard ends > 0 else { continue }
      reached += Double(ends)
      left += Double(ends) * degree(labels: [name], types: types, direction: direction)
    }
    return reached > 0 ? left / reached : nil
  }

  /// The mean number of nodes that a chain of that length ends in.
  ///
  /// - Parameter later: the degree at steps after the first; nil where it is the same.
  func chainDegree(_ degree: Double, later: Double? = nil, _ length: PathQuantifier) -> Double {
    let minimum = min(length.minimum, Self.longestEstimatedChain)
    let steps = min(length.maximum ?? minimum + 4, minimum + 4)
    var sum = minimum == 0 ? 1.0 : 0
    var paths = 1.0
    for step in stride(from: 1, through: steps, by: 1) {
      paths *= step == 1 ? degree : later ?? degree
      if step >= minimum { sum += paths }
    }
    return min(sum, 1e12)
  }

  /// In how many ways a node is left by one repetition, on average.
  func degree(of repetition: PathRepetition, isForward: Bool) -> Double {
    repetition.pattern.links.reduce(1) { degree, link in
      guard case .chain(let chain) = link.body else { return degree }
      let direction = isForward ? chain.direction : chain.direction.reversed
      return degree * self.degree(labels: [], types: chain.types, direction: direction)
    }
  }

  // MARK: - Predicates

  /// The share of rows that a predicate keeps. `labels` tells the labels of variables as far as they are known.
  func selectivity(of predicate: Expression, labels: [String: [String]]) -> Double {
    switch predicate.kind {
    case .hasLabels(_, let labels): return labels.share { share(ofLabelOrType: $0) }
    case .comparison(let operands, let operators):
      guard operators.count == 1 else { return Self.rangeSelectivity }
      switch operators[0] {
      case .equal: return equalitySelectivity(operands[0], operands[1], labels)
      case .notEqual: return 0.9
      default: return Self.rangeSelectivity
      }
    case .binary(.and, let left, let right):
      return selectivity(of: left, labels: labels) * selectivity(of: right, labels: labels)
    case .binary(.or, let left, let right):
      return min(1, selectivity(of: left, labels: labels) + selectivity(of: right, labels: labels))
    case .binary(.startsWith, _, _), .binary(.endsWith, _, _), .binary(.contains, _, _), .binary(.in, _, _):
      return Self.stringSelectivity
    case .unary(.not, let operand): return max(0.05, 1 - selectivity(of: operand, labels: labels))
    case .isNotNull: return 0.9
    default: return Self.defaultSelectivity
    }
  }

  private func share(ofLabelOrType name: String) -> Double {
    if snapshot.labelID(name) == nil, let type = snapshot.relationshipTypeID(name) {
      return Double(snapshot.relationshipCount(type)) / Double(max(1, snapshot.relationshipCount))
    }
    return nodeCount(label: name) / max(1, nodeCount)
  }

  private func equalitySelectivity(_ left: Expression, _ right: Expression, _ labels: [String: [String]]) -> Double {
    for side in [left, right] {
      guard case .property(let owner, let key) = side.kind, case .variable(let name) = owner.kind else { continue }
      return equalitySelectivity(label: labels[name]?.first, key: key.text)
    }
    return Self.defaultEqualitySelectivity
  }
}

/// The estimates of distinct values that were asked for while a statement is planned: without an index each costs a sample.
private final class DistinctCounts: Sendable {
  private struct Key: Hashable {
    let label: LabelID
    let key: PropertyKeyID
  }

  private let known = Mutex<[Key: Double]>([:])

  func count(_ label: LabelID, _ key: PropertyKeyID, in snapshot: GraphSnapshot) -> Double {
    let place = Key(label: label, key: key)
    if let count = known.withLock({ $0[place] }) { return count }
    let count = snapshot.distinctValueEstimate(label, key)
    known.withLock { $0[place] = count }
    return count
  }
}
