import Cypher
import Graph

/// ISO GQL's predicates on elements (19.9 to 19.14): of one relationship, of a relationship and a node, of several elements.
/// A null among the elements makes the answer null.
enum ElementFunctions {
  static let all: [ScalarFunction] = [
    ScalarFunction(
      "all_different", 2...Int.max,
      implementation: .rows { values, _ throws(CypherError) in
        let elements = try elements(values, for: "all_different")
        return .boolean(Set(elements).count == elements.count)
      }),
    ScalarFunction(
      "same", 2...Int.max,
      implementation: .rows { values, _ throws(CypherError) in
        .boolean(Set(try elements(values, for: "same")).count == 1)
      }),
    ScalarFunction("property_exists", 2, isPure: false) { values, context throws(CypherError) in
      guard case .string(let key) = values[1] else {
        throw .argumentValue(of: "property_exists", values[1], expected: "the name of a property")
      }
      return .boolean(try GraphFunctions.properties(of: values[0], for: "property_exists", context)[key] != nil)
    },
    ScalarFunction("isDirected", 1) { values, _ throws(CypherError) in
      _ = try GraphFunctions.relationship(values[0], for: "isDirected")
      return .boolean(true)
    },
    end("isSourceOf") { relationship, context in
      context.ownContent(of: relationship)?.source ?? context.snapshot.source(of: relationship.id)
    },
    end("isDestinationOf") { relationship, context in
      context.ownContent(of: relationship)?.target ?? context.snapshot.target(of: relationship.id)
    },
  ]

  /// Nodes and relationships are counted apart: the first node is another element than the first relationship.
  private enum Element: Hashable {
    case node(NodeID)
    case relationship(RelationshipID)
  }

  private static func elements(_ values: [Value], for function: String) throws(CypherError) -> [Element] {
    var elements: [Element] = []
    for value in values {
      switch value {
      case .node(let node): elements.append(.node(node.id))
      case .relationship(let relationship): elements.append(.relationship(relationship.id))
      default: throw .argumentValue(of: function, value, expected: "a Node or a Relationship")
      }
    }
    return elements
  }

  private static func end(
    _ name: String, _ nodeID: @escaping @Sendable (Relationship, EvaluationContext) -> NodeID
  ) -> ScalarFunction {
    ScalarFunction(name, 2, isPure: false) { values, context throws(CypherError) in
      guard case .node(let node) = values[0] else { throw .argumentValue(of: name, values[0], expected: "a Node") }
      return .boolean(nodeID(try GraphFunctions.relationship(values[1], for: name), context) == node.id)
    }
  }
}
