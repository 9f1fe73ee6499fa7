import Cypher
import Graph
import GraphStorage

/// Which relationships a step follows, by their types.
struct RelationshipTypes: Sendable {
  private enum Choice: Sendable {
    case all
    /// At least one name, each once.
    case named([String])
    /// Whatever a label expression without computed names holds for.
    case matching(LabelExpression)
  }

  private let choice: Choice

  static let all = RelationshipTypes(choice: .all)

  private init(choice: Choice) { self.choice = choice }

  /// - Parameter expression: nil for every type; without computed names.
  init(_ expression: LabelExpression?) {
    guard let expression else {
      choice = .all
      return
    }
    precondition(expression.expressions.isEmpty, "names that a row computes are tested by a predicate")
    guard let names = expression.alternativeNames else {
      choice = .matching(expression)
      return
    }
    choice = .named(names)
  }

  var areAll: Bool { if case .all = choice { true } else { false } }

  /// The names where it is a plain list of alternatives, nil otherwise.
  var names: [String]? { if case .named(let names) = choice { names } else { nil } }

  /// True unless it is certain that no relationship is both of these and of `other` types.
  func mayShareType(with other: RelationshipTypes) -> Bool {
    guard let names, let otherNames = other.names else { return true }
    return names.contains { otherNames.contains($0) }
  }

  /// The types in the numbers of a graph; nil for every type.
  func ids(in snapshot: GraphSnapshot) -> [RelationshipTypeID]? {
    switch choice {
    case .all: nil
    case .named(let names): names.compactMap { snapshot.relationshipTypeID($0) }
    case .matching(let expression):
      snapshot.relationshipTypes.indices.filter { expression.holds(ofType: snapshot.relationshipTypes[$0]) }
        .map { RelationshipTypeID(UInt32($0)) }
    }
  }

  /// The numbers that the types have in a graph, ascending, of every type as well.
  func numbers(in snapshot: GraphSnapshot) -> [UInt32] {
    ids(in: snapshot).map { $0.map(\.rawValue).sorted() } ?? Array(0..<UInt32(snapshot.relationshipTypes.count))
  }

  /// As a pattern writes them, with the colon; empty for every type.
  var text: String {
    switch choice {
    case .all: ""
    case .named(let names): ":" + names.joined(separator: "|")
    case .matching(let expression): CypherPrinter.text(ofTypes: expression)
    }
  }
}
