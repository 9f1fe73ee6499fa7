import Cypher
import Graph
import GraphAlgorithms
import GraphStorage

/// The map that algorithm procedures take: `{label, type}` say which part of the graph, the rest is the algorithm's own.
struct AlgorithmOptions {
  private let map: PropertyMap
  private let algorithm: AlgorithmDescription

  /// - Throws: an argument error for a key that the algorithm does not know.
  init(_ value: Value, for algorithm: AlgorithmDescription) throws(CypherError) {
    switch value {
    case .map(let map): self.map = map
    case .null: map = PropertyMap()
    default: throw .invalidType("dossier.\(algorithm.name)() takes a Map, found \(value.type.phrase)")
    }
    self.algorithm = algorithm
    let known = ["label", "type"] + algorithm.parameters.map(\.name)
    for key in map.keys where !known.contains(key) {
      throw CypherError(
        .argumentError, .invalidArgumentValue, phase: .runtime,
        "dossier.\(algorithm.name)() has no option `\(key)`, only \(known.joined(separator: ", "))")
    }
  }

  /// The labels asked for, nil for all nodes; a label that the graph does not have matches nothing.
  func labels(in snapshot: GraphSnapshot) throws(CypherError) -> [LabelID]? {
    try names("label")?.compactMap { snapshot.labelID($0) }
  }

  /// The relationship types asked for, nil for all.
  func types(in snapshot: GraphSnapshot) throws(CypherError) -> [RelationshipTypeID]? {
    try names("type")?.compactMap { snapshot.relationshipTypeID($0) }
  }

  /// A whole number from `range`, nil where none is given.
  func integer(_ key: String, in range: ClosedRange<Int64>) throws(CypherError) -> Int? {
    switch map[key] {
    case nil, .null: return nil
    case .integer(let value) where range.contains(value): return Int(value)
    case let value?: throw refused(key, value, "an Integer from \(range.lowerBound) to \(range.upperBound)")
    }
  }

  /// A number from 0 to 1, nil where none is given.
  func fraction(_ key: String) throws(CypherError) -> Double? {
    guard let value = map[key], !value.isNull else { return nil }
    guard let number = value.asDouble, (0...1).contains(number) else { throw refused(key, value, "a number from 0 to 1") }
    return number
  }

  /// A name or a list of names.
  private func names(_ key: String) throws(CypherError) -> [String]? {
    switch map[key] {
    case nil, .null: return nil
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

  private func refused(_ key: String, _ value: Value, _ expected: String) -> CypherError {
    CypherError(
      .argumentError, .invalidArgumentValue, phase: .runtime,
      "option `\(key)` of dossier.\(algorithm.name)() is \(expected), found \(value.literal)")
  }
}
