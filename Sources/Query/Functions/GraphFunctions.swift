import Cypher
import Graph
import GraphStorage

/// The functions that look at nodes, relationships and paths. The result may change with the graph, so none is folded.
enum GraphFunctions {
  static let all: [ScalarFunction] =
    [
      function("id") { value, _ throws(CypherError) in
        switch value {
        case .node(let node): return .integer(Int64(node.id.rawValue))
        case .relationship(let relationship): return .integer(Int64(relationship.id.rawValue))
        default: throw .argumentValue(of: "id", value, expected: "a Node or a Relationship")
        }
      },
      function("elementId") { value, _ throws(CypherError) in
        switch value {
        case .node(let node): return .string("n\(node.id.rawValue)")
        case .relationship(let relationship): return .string("r\(relationship.id.rawValue)")
        default: throw .argumentValue(of: "elementId", value, expected: "a Node or a Relationship")
        }
      },
      function("properties") { value, context throws(CypherError) in
        .map(try properties(of: value, for: "properties", context))
      },
      function("keys") { value, context throws(CypherError) in
        .list(try properties(of: value, for: "keys", context).keys.map { .string($0) })
      },
      function("startNode") { value, context throws(CypherError) in
        let relationship = try relationship(value, for: "startNode")
        let source = context.ownContent(of: relationship)?.source
        return .node(Node(id: source ?? context.snapshot.source(of: relationship.id)))
      },
      function("endNode") { value, context throws(CypherError) in
        let relationship = try relationship(value, for: "endNode")
        let target = context.ownContent(of: relationship)?.target
        return .node(Node(id: target ?? context.snapshot.target(of: relationship.id)))
      },
    ] + kindFunctions + pathFunctions + degreeFunctions

  private static let pathFunctions: [ScalarFunction] = [
    function("nodes") { value, _ throws(CypherError) in
      .list(try path(value, for: "nodes").nodes.map { .node($0) })
    },
    function("elements") { value, _ throws(CypherError) in
      let path = try path(value, for: "elements")
      var elements: [Value] = [.node(path.nodes[0])]
      for (relationship, node) in zip(path.relationships, path.nodes.dropFirst()) {
        elements += [.relationship(relationship), .node(node)]
      }
      return .list(elements)
    },
    function("relationships") { value, _ throws(CypherError) in
      .list(try path(value, for: "relationships").relationships.map { .relationship($0) })
    },
  ]

  /// `degree(node [, type])` and its directed kin: how many relationships a node has, without walking them.
  private static let degreeFunctions: [ScalarFunction] = [
    degree("degree", .both), degree("outDegree", .outgoing), degree("inDegree", .incoming),
  ]

  // MARK: - Parts

  private static func function(
    _ name: String, _ body: @escaping @Sendable (Value, EvaluationContext) throws(CypherError) -> Value
  ) -> ScalarFunction {
    ScalarFunction(name, 1, isPure: false) { arguments, context throws(CypherError) in try body(arguments[0], context) }
  }

  /// What `properties(value)` gives, without a null check; `function` is named in an error.
  static func properties(
    of value: Value, for function: String, _ context: EvaluationContext
  ) throws(CypherError) -> PropertyMap {
    switch value {
    case .map(let map): return map
    case .node(let node):
      if context.deletedNodes.contains(node.id) { throw .deletedAccess("node") }
      return context.ownContent(of: node)?.properties ?? context.snapshot.properties(of: node.id)
    case .relationship(let relationship):
      if context.deletedRelationships[relationship.id] != nil { throw .deletedAccess("relationship") }
      return context.ownContent(of: relationship)?.properties ?? context.snapshot.properties(of: relationship.id)
    default: throw .argumentValue(of: function, value, expected: "a Node, a Relationship or a Map")
    }
  }

  static func relationship(_ value: Value, for function: String) throws(CypherError) -> Relationship {
    guard case .relationship(let relationship) = value else {
      throw .argumentValue(of: function, value, expected: "a Relationship")
    }
    return relationship
  }

  private static func path(_ value: Value, for function: String) throws(CypherError) -> Path {
    guard case .path(let path) = value else { throw .argumentValue(of: function, value, expected: "a Path") }
    return path
  }

  private static func degree(_ name: String, _ direction: Direction) -> ScalarFunction {
    ScalarFunction(
      name, 1...2, isPure: false,
      implementation: .rows { arguments, context throws(CypherError) in
        guard case .node(let node) = arguments[0] else { throw .argumentValue(of: name, arguments[0], expected: "a Node") }
        if context.deletedNodes.contains(node.id) { throw .deletedAccess("node") }
        guard arguments.count == 2 else { return .integer(Int64(context.snapshot.degree(of: node.id, direction))) }
        guard case .string(let typeName) = arguments[1] else {
          throw .argumentValue(of: name, arguments[1], expected: "the name of a relationship type")
        }
        guard let type = context.snapshot.relationshipTypeID(typeName) else { return .integer(0) }
        return .integer(Int64(context.snapshot.degree(of: node.id, types: [type], direction)))
      })
  }
}
