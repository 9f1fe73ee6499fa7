extension FunctionCatalog {
  static let aggregates: [FunctionSignature] = [
    aggregate("avg", "value: ANY", .any, "The mean of the numbers or durations; null without any"),
    aggregate("collect", "value: ANY", .list(.any), "The values as a list, nulls left out"),
    aggregate("count", "value: ANY", .integer, "How many values are not null; count(*) counts rows"),
    aggregate("max", "value: ANY", .any, "The last value in the order of ORDER BY"),
    aggregate("min", "value: ANY", .any, "The first value in the order of ORDER BY"),
    aggregate("percentileCont", "value: NUMBER, percentile: NUMBER", .float, "The percentile, interpolated between values"),
    aggregate("percentileDisc", "value: NUMBER, percentile: NUMBER", .number, "The value nearest to the percentile"),
    aggregate("stDev", "value: NUMBER", .float, "The standard deviation of a sample"),
    aggregate("stDevP", "value: NUMBER", .float, "The standard deviation of the whole population"),
    aggregate("sum", "value: ANY", .any, "The sum of the numbers or durations; 0 without any"),
  ]

  private static func aggregate(_ name: String, _ parameters: String, _ result: StaticType, _ summary: String)
    -> FunctionSignature
  {
    FunctionSignature(name, parameters, result, summary, isAggregate: true)
  }

  static let scalars: [FunctionSignature] = [
    FunctionSignature("coalesce", "value: ANY, …", .any, "The first argument that is not null"),
    FunctionSignature("degree", "node: NODE, [type: STRING]", .integer, "How many relationships a node has"),
    FunctionSignature("elementId", "element: NODE|RELATIONSHIP", .string, "The identity of an element, as text"),
    FunctionSignature("endNode", "relationship: RELATIONSHIP", .node, "The node that a relationship points to"),
    FunctionSignature("exists", "property: ANY", .boolean, "Whether the property is there"),
    FunctionSignature("id", "element: NODE|RELATIONSHIP", .integer, "The identity of an element"),
    FunctionSignature("inDegree", "node: NODE, [type: STRING]", .integer, "How many relationships end at a node"),
    FunctionSignature("length", "path: PATH", .integer, "The number of relationships in a path"),
    FunctionSignature("outDegree", "node: NODE, [type: STRING]", .integer, "How many relationships begin at a node"),
    FunctionSignature("properties", "element: NODE|RELATIONSHIP|MAP", .map, "All properties as a map"),
    FunctionSignature("size", "value: LIST|STRING", .integer, "The number of elements, or of letters"),
    FunctionSignature("startNode", "relationship: RELATIONSHIP", .node, "The node that a relationship comes from"),
    FunctionSignature("toBoolean", "value: ANY", .boolean, "The truth value that a text spells; null if it spells none"),
    FunctionSignature("toBooleanOrNull", "value: ANY", .boolean, "As toBoolean, with null for what cannot be converted"),
    FunctionSignature("toFloat", "value: ANY", .float, "The number that a text spells, or an integer as a float"),
    FunctionSignature("toFloatOrNull", "value: ANY", .float, "As toFloat, with null for what cannot be converted"),
    FunctionSignature("toInteger", "value: ANY", .integer, "The integer that a text spells, or a float without its fraction"),
    FunctionSignature("toIntegerOrNull", "value: ANY", .integer, "As toInteger, with null for what cannot be converted"),
    FunctionSignature("toString", "value: ANY", .string, "The value as text"),
    FunctionSignature("toStringOrNull", "value: ANY", .string, "As toString, with null for what cannot be converted"),
    FunctionSignature("type", "relationship: RELATIONSHIP", .string, "The type of a relationship"),
    FunctionSignature("valueType", "value: ANY", .string, "The name of the value's type"),
    FunctionSignature("randomUUID", "", .string, "A random identifier of 36 letters", isVolatile: true),
    FunctionSignature("timestamp", "", .integer, "Milliseconds since 1970-01-01T00:00Z at the statement's start"),
  ]

  static let lists: [FunctionSignature] = [
    FunctionSignature("head", "list: LIST", .any, "The first element"),
    FunctionSignature("isEmpty", "value: LIST|STRING|MAP", .boolean, "Whether it has no element"),
    FunctionSignature("keys", "element: NODE|RELATIONSHIP|MAP", .list(.string), "The names of the properties or entries"),
    FunctionSignature("labels", "node: NODE", .list(.string), "The labels of a node"),
    FunctionSignature("last", "list: LIST", .any, "The last element"),
    FunctionSignature("nodes", "path: PATH", .list(.node), "The nodes of a path, in order"),
    FunctionSignature(
      "range", "start: ANY, end: ANY, [step: ANY]", .list(.integer), "The integers from start to end, both included"),
    FunctionSignature("relationships", "path: PATH", .list(.relationship), "The relationships of a path, in order"),
    FunctionSignature("reverse", "value: LIST|STRING", .any, "The elements or letters in reverse order"),
    FunctionSignature("tail", "list: LIST", .list(.any), "All elements but the first"),
  ]

  static let strings: [FunctionSignature] = [
    FunctionSignature("char_length", "text: STRING", .integer, "The number of letters"),
    FunctionSignature("character_length", "text: STRING", .integer, "The number of letters"),
    FunctionSignature("left", "text: STRING, length: INTEGER", .string, "The first letters"),
    FunctionSignature("lower", "text: STRING", .string, "The text in lower case"),
    FunctionSignature("lTrim", "text: STRING", .string, "The text without leading blanks"),
    FunctionSignature(
      "replace", "text: STRING, search: STRING, replacement: STRING", .string, "The text with every occurrence replaced"),
    FunctionSignature("right", "text: STRING, length: INTEGER", .string, "The last letters"),
    FunctionSignature("rTrim", "text: STRING", .string, "The text without trailing blanks"),
    FunctionSignature("split", "text: STRING, delimiter: STRING|LIST", .list(.string), "The pieces between the delimiters"),
    FunctionSignature(
      "substring", "text: STRING, start: INTEGER, [length: INTEGER]", .string, "The letters from start, counted from 0"),
    FunctionSignature("toLower", "text: STRING", .string, "The text in lower case"),
    FunctionSignature("toUpper", "text: STRING", .string, "The text in upper case"),
    FunctionSignature("trim", "text: STRING", .string, "The text without blanks at its ends"),
    FunctionSignature("upper", "text: STRING", .string, "The text in upper case"),
  ]
}
