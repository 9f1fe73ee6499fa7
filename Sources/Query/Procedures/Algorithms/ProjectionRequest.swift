import Cypher
import Graph
import GraphAlgorithms
import GraphStorage

/// Which part of the graph an algorithm runs over.
struct ProjectionRequest: Hashable {
  /// Which weights an algorithm can work with.
  enum WeightRange: Hashable {
    case any, nonNegative, positive

    func contains(_ weight: Double) -> Bool {
      switch self {
      case .any: weight.isFinite
      case .nonNegative: weight.isFinite && weight >= 0
      case .positive: weight.isFinite && weight > 0
      }
    }

    var description: String {
      switch self {
      case .any: "finite"
      case .nonNegative: "0 or more"
      case .positive: "greater than 0"
      }
    }
  }

  /// The labels of which a node has one; nil for all nodes.
  var labels: [LabelID]?
  /// The types of relationships; nil for all.
  var types: [RelationshipTypeID]?
  /// The property that holds the weights; nil where every weight is 1.
  var weight: PropertyKeyID?
  var defaultWeight = 1.0
  var weightRange = WeightRange.nonNegative
  /// Whether relationships are asked for, so that each has to know its number.
  var isNumbered = false

  /// Reads `labels`, `types`, `weight` and `defaultWeight`.
  init(_ options: AlgorithmOptions, _ weightRange: WeightRange, in snapshot: GraphSnapshot) throws(CypherError) {
    labels = try options.labels(in: snapshot)
    types = try options.types(in: snapshot)
    weight = try options.weight(in: snapshot)
    // What is not weighted is the same for all algorithms.
    self.weightRange = weight == nil ? .any : weightRange
    guard let number = try options.number("defaultWeight", in: -.infinity ... .infinity) else { return }
    guard weight != nil else {
      throw CypherError(
        .argumentError, .invalidArgumentValue, phase: .runtime,
        "option `defaultWeight` of dossier.\(options.algorithm.name)() has nothing to stand in for",
        hint: "name the property that holds the weights in `weight`")
    }
    guard weightRange.contains(number) else {
      throw CypherError(
        .argumentError, .invalidArgumentValue, phase: .runtime,
        "option `defaultWeight` of dossier.\(options.algorithm.name)() is a number that is \(weightRange.description), "
          + "found \(Value.float(number).literal)")
    }
    defaultWeight = number
  }
}
