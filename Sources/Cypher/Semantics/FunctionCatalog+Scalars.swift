extension FunctionCatalog {
  static let scalars: [FunctionSignature] = [
    FunctionSignature("coalesce", "value: ANY, …", .any, "The first argument that is not null"),
    FunctionSignature("degree", "node: NODE, [type: STRING]", .integer, "How many relationships a node has"),
    FunctionSignature("elementId", "element: NODE|RELATIONSHIP", .string, "The identity of an element, as text"),
    FunctionSignature("endNode", "relationship: RELATIONSHIP", .node, "The node that a relationship points to"),
    FunctionSignature("exists", "property: ANY", .boolean, "Whether the property is there"),
    FunctionSignature("file", "", .string, "The file that LOAD CSV has read the row from; null elsewhere"),
    FunctionSignature("id", "element: NODE|RELATIONSHIP", .integer, "The identity of an element"),
    FunctionSignature("inDegree", "node: NODE, [type: STRING]", .integer, "How many relationships end at a node"),
    FunctionSignature("length", "path: PATH", .integer, "The number of relationships in a path"),
    FunctionSignature("nullIf", "value: ANY, other: ANY", .any, "The value, or null if it equals the other"),
    FunctionSignature("linenumber", "", .integer, "The line on which LOAD CSV has read the row; null elsewhere"),
    FunctionSignature("outDegree", "node: NODE, [type: STRING]", .integer, "How many relationships begin at a node"),
    FunctionSignature("properties", "element: NODE|RELATIONSHIP|MAP", .map, "All properties as a map"),
    FunctionSignature("size", "value: LIST|STRING", .integer, "The number of elements, or of letters"),
    FunctionSignature("startNode", "relationship: RELATIONSHIP", .node, "The node that a relationship comes from"),
    FunctionSignature("type", "relationship: RELATIONSHIP", .string, "The type of a relationship"),
    FunctionSignature("valueType", "value: ANY", .string, "The type of the value, such as INTEGER NOT NULL"),
    FunctionSignature("randomUUID", "", .string, "A random identifier of 36 letters", isVolatile: true),
    FunctionSignature("timestamp", "", .integer, "Milliseconds since 1970-01-01T00:00Z at the statement's start"),
  ]

  static let elementPredicates: [FunctionSignature] = [
    FunctionSignature(
      "all_different", "element: NODE|RELATIONSHIP, other: NODE|RELATIONSHIP, …", .boolean, "Whether no element is given twice"),
    FunctionSignature(
      "isDestinationOf", "node: NODE, relationship: RELATIONSHIP", .boolean, "Whether the relationship ends at the node"),
    FunctionSignature("isDirected", "relationship: RELATIONSHIP", .boolean, "Whether it has a direction, as all have"),
    FunctionSignature(
      "isSourceOf", "node: NODE, relationship: RELATIONSHIP", .boolean, "Whether the relationship begins at the node"),
    FunctionSignature(
      "property_exists", "element: NODE|RELATIONSHIP, key: STRING", .boolean,
      "Whether the element has the property; the key may be a bare word"),
    FunctionSignature(
      "same", "element: NODE|RELATIONSHIP, other: NODE|RELATIONSHIP, …", .boolean, "Whether all are one and the same element"),
  ]

  static let conversions: [FunctionSignature] = [
    FunctionSignature("toBoolean", "value: ANY", .boolean, "The truth value that a text spells; null if it spells none"),
    FunctionSignature("toBooleanOrNull", "value: ANY", .boolean, "As toBoolean, with null for what cannot be converted"),
    FunctionSignature("toFloat", "value: ANY", .float, "The number that a text spells, or an integer as a float"),
    FunctionSignature("toFloatOrNull", "value: ANY", .float, "As toFloat, with null for what cannot be converted"),
    FunctionSignature("toInteger", "value: ANY", .integer, "The integer that a text spells, or a float without its fraction"),
    FunctionSignature("toIntegerOrNull", "value: ANY", .integer, "As toInteger, with null for what cannot be converted"),
    FunctionSignature("toString", "value: ANY", .string, "The value as text"),
    FunctionSignature("toStringOrNull", "value: ANY", .string, "As toString, with null for what cannot be converted"),
    FunctionSignature("toBooleanList", "list: LIST", .list(.boolean), "As toBooleanOrNull for every element"),
    FunctionSignature("toFloatList", "list: LIST", .list(.float), "As toFloatOrNull for every element"),
    FunctionSignature("toIntegerList", "list: LIST", .list(.integer), "As toIntegerOrNull for every element"),
    FunctionSignature("toStringList", "list: LIST", .list(.string), "As toStringOrNull for every element"),
  ]
}
