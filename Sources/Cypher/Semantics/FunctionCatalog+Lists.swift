extension FunctionCatalog {
  static let lists: [FunctionSignature] = [
    FunctionSignature("elements", "path: PATH", .list(.any), "The nodes and relationships of a path, in turn"),
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

  static let collections: [FunctionSignature] = [
    FunctionSignature("coll.distinct", "list: LIST", .list(.any), "The list without what is in it already"),
    FunctionSignature(
      "coll.flatten", "list: LIST, [depth: INTEGER]", .list(.any),
      "The list with the elements of lists in it, 1 level deep or more"),
    FunctionSignature(
      "coll.indexOf", "list: LIST, value: ANY", .integer, "Where the value is first, counted from 0; -1 if nowhere"),
    FunctionSignature(
      "coll.insert", "list: LIST, index: INTEGER, value: ANY", .list(.any), "The list with the value at that index"),
    FunctionSignature("coll.max", "list: LIST", .any, "The element that comes last in the order of ORDER BY"),
    FunctionSignature("coll.min", "list: LIST", .any, "The element that comes first in the order of ORDER BY"),
    FunctionSignature("coll.remove", "list: LIST, index: INTEGER", .list(.any), "The list without the element at that index"),
    FunctionSignature("coll.sort", "list: LIST", .list(.any), "The elements in the order of ORDER BY"),
    FunctionSignature(
      "vector.similarity.cosine", "a: LIST, b: LIST", .float, "How much two vectors point the same way, from 0 to 1"),
    FunctionSignature(
      "vector.similarity.euclidean", "a: LIST, b: LIST", .float, "How near two vectors are to each other, from 0 to 1"),
  ]
}
