import Cypher
import Graph
import GraphAlgorithms
import GraphStorage

/// The map that algorithm procedures take: which part of the graph, and what is the algorithm's own.
struct AlgorithmOptions {
  let algorithm: AlgorithmDescription
  private let map: PropertyMap

  /// - Throws: an argument error for a key that the algorithm does not know.
  init(_ value: Value, for algorithm: AlgorithmDescription) throws(CypherError) {
    switch value {
    case .map(let map): self.map = map
    case .null: map = PropertyMap()
    default: throw .invalidType("dossier.\(algorithm.name)() takes a Map, found \(value.type.phrase)")
    }
    self.algorithm = algorithm
    let known = algorithm.parameters.map(\.name)
    let aliases = algorithm.parameters.compactMap(\.alias)
    for parameter in algorithm.parameters {
      guard let alias = parameter.alias, map[alias] != nil, map[parameter.name] != nil else { continue }
      throw CypherError(
        .argumentError, .invalidArgumentValue, phase: .runtime,
        "options `\(parameter.name)` and `\(alias)` of dossier.\(algorithm.name)() are the same, found both",
        hint: "give one of them, with a list where there are several names")
    }
    for key in map.keys where !known.contains(key) && !aliases.contains(key) {
      throw CypherError(
        .argumentError, .invalidArgumentValue, phase: .runtime, "dossier.\(algorithm.name)() has no option `\(key)`",
        hint: NameSuggestion.hint(for: key, among: known) ?? "its options are \(known.joined(separator: ", "))")
    }
  }

  // MARK: - Numbers and words

  /// A whole number from `range`, nil where none is given.
  func integer(_ key: String, in range: ClosedRange<Int64>) throws(CypherError) -> Int? {
    switch given(key) {
    case nil: return nil
    case .integer(let value) where range.contains(value): return Int(value)
    case let value?: throw refused(key, value, "an Integer from \(range.lowerBound) to \(range.upperBound)")
    }
  }

  /// A number from `range`, nil where none is given.
  func number(_ key: String, in range: ClosedRange<Double>) throws(CypherError) -> Double? {
    guard let value = given(key) else { return nil }
    if let number = value.asDouble, range.contains(number) { return number }
    let bounds = range.upperBound.isInfinite ? "\(range.lowerBound) up" : "\(range.lowerBound) to \(range.upperBound)"
    throw refused(key, value, range.lowerBound.isInfinite ? "a number" : "a number from \(bounds)")
  }

  /// One of the words that the algorithm offers, nil where none is given.
  func word(_ key: String) throws(CypherError) -> String? {
    guard let value = given(key) else { return nil }
    guard case .word(let words) = algorithm.parameters.first(where: { $0.name == key })?.kind else {
      preconditionFailure("the catalog lists no words for \(key)")
    }
    if case .string(let word) = value, words.contains(word) { return word }
    throw refused(key, value, words.map { "'\($0)'" }.joined(separator: " or "))
  }

  /// Which way relationships are followed; both ways where the algorithm does not ask.
  func direction() throws(CypherError) -> Direction {
    for parameter in algorithm.parameters {
      guard case .direction(let standard) = parameter.kind else { continue }
      switch given(parameter.name) {
      case nil: return standard
      case .string("outgoing"): return .outgoing
      case .string("incoming"): return .incoming
      case .string("both"): return .both
      case let value?: throw refused(parameter.name, value, "'outgoing', 'incoming' or 'both'")
      }
    }
    return .both
  }

  // MARK: - Names

  /// The labels asked for, nil for all nodes.
  func labels(in snapshot: GraphSnapshot) throws(CypherError) -> [LabelID]? {
    guard let names = try names("labels") else { return nil }
    var labels: [LabelID] = []
    for name in names {
      guard let label = snapshot.labelID(name) else { throw unknown("label", name, snapshot.labels, "db.labels()") }
      labels.append(label)
    }
    return labels
  }

  /// The relationship types asked for, nil for all.
  func types(in snapshot: GraphSnapshot) throws(CypherError) -> [RelationshipTypeID]? {
    guard let names = try names("types") else { return nil }
    var types: [RelationshipTypeID] = []
    for name in names {
      guard let type = snapshot.relationshipTypeID(name) else {
        throw unknown("relationship type", name, snapshot.relationshipTypes, "db.relationshipTypes()")
      }
      types.append(type)
    }
    return types
  }

  /// The property that holds the weights, nil where every weight is 1.
  func weight(in snapshot: GraphSnapshot) throws(CypherError) -> PropertyKeyID? {
    guard let value = given("weight") else { return nil }
    guard case .string(let name) = value else { throw refused("weight", value, "the name of a property") }
    guard let key = snapshot.propertyKeyID(name) else {
      throw unknown("property", name, snapshot.propertyKeys, "db.propertyKeys()")
    }
    return key
  }

  /// A name or a list of names.
  private func names(_ key: String) throws(CypherError) -> [String]? {
    switch given(key) {
    case nil: return nil
    case .string(let name): return [name]
    case .list(let elements):
      var names: [String] = []
      for element in elements {
        guard case .string(let name) = element else { throw refused(key, element, "a String or a List of Strings") }
        names.append(name)
      }
      return names
    case let value?: throw refused(key, value, "a String or a List of Strings")
    }
  }

  // MARK: - Nodes

  /// A node, nil where none is given.
  func node(_ key: String) throws(CypherError) -> NodeID? {
    switch given(key) {
    case nil: return nil
    case .node(let node): return node.id
    case let value?: throw refused(key, value, "a Node")
    }
  }

  /// A node that has to be given.
  func requiredNode(_ key: String) throws(CypherError) -> NodeID {
    if let node = try node(key) { return node }
    let example = algorithm.parameters.filter { $0.kind == .node }.map { "\($0.name): \($0.name.prefix(1))" }
    throw CypherError(
      .argumentError, .invalidArgumentValue, phase: .runtime, "dossier.\(algorithm.name)() needs the option `\(key)`, a Node",
      hint: "MATCH the node and hand it on: MATCH … CALL dossier.\(algorithm.name)({\(example.joined(separator: ", "))}) YIELD …")
  }

  /// The nodes given by a node or a list of nodes, nil where none are given.
  func nodes(_ key: String) throws(CypherError) -> [NodeID]? {
    switch given(key) {
    case nil: return nil
    case .node(let node): return [node.id]
    case .list(let elements):
      var nodes: [NodeID] = []
      for element in elements {
        guard case .node(let node) = element else { throw refused(key, element, "a Node or a List of Nodes") }
        nodes.append(node.id)
      }
      return nodes
    case let value?: throw refused(key, value, "a Node or a List of Nodes")
    }
  }

  // MARK: - Parts

  /// What stands under a key; null is as good as nothing.
  private func given(_ key: String) -> Value? {
    let alias = algorithm.parameters.first { $0.name == key }?.alias
    guard let value = map[key] ?? alias.flatMap({ map[$0] }), !value.isNull else { return nil }
    return value
  }

  private func refused(_ key: String, _ value: Value, _ expected: String) -> CypherError {
    CypherError(
      .argumentError, .invalidArgumentValue, phase: .runtime,
      "option `\(key)` of dossier.\(algorithm.name)() is \(expected), found \(value.literal)")
  }

  private func unknown(_ noun: String, _ name: String, _ known: [String], _ list: String) -> CypherError {
    CypherError(
      .argumentError, .invalidArgumentValue, phase: .runtime, "the graph has no \(noun) `\(name)`",
      hint: NameSuggestion.hint(for: name, among: known) ?? "CALL \(list) lists what it has")
  }
}
