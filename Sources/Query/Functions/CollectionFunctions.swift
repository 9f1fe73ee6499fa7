import Cypher
import Graph

/// `coll.…`: lists as collections that are sorted, searched and changed.
enum CollectionFunctions {
  static let all: [ScalarFunction] = reading + changing

  private static let reading: [ScalarFunction] = [
    .pure("coll.indexOf", 2) { (arguments) throws(CypherError) in
      let index = try arguments.list(0).firstIndex { $0.isEqual(to: arguments[1]) == true }
      return .integer(index.map(Int64.init) ?? -1)
    },
    extreme("coll.max", .greater),
    extreme("coll.min", .less),
  ]

  private static let changing: [ScalarFunction] = [
    .pure("coll.distinct", 1) { (arguments) throws(CypherError) in
      var seen: Set<EquivalenceKey> = []
      return .list(try arguments.list(0).filter { seen.insert(EquivalenceKey($0)).inserted })
    },
    .pure("coll.flatten", 1...2) { (arguments) throws(CypherError) in
      let depth = arguments.count > 1 ? try arguments.count(1, "depth") : 1
      return .list(flattened(try arguments.list(0), depth: depth))
    },
    ScalarFunction("coll.insert", 3, propagatesNull: false) { values, _ throws(CypherError) in
      if values[0].isNull || values[1].isNull { return .null }
      let arguments = Arguments(function: "coll.insert", values: values)
      var elements = try arguments.list(0)
      elements.insert(values[2], at: try index(arguments, upTo: elements.count))
      return .list(elements)
    },
    .pure("coll.remove", 2) { (arguments) throws(CypherError) in
      var elements = try arguments.list(0)
      elements.remove(at: try index(arguments, upTo: elements.count - 1))
      return .list(elements)
    },
    .pure("coll.sort", 1) { (arguments) throws(CypherError) in
      let elements = try arguments.list(0)
      // Equal elements keep their order.
      let places = elements.indices.sorted { a, b in
        let ordering = elements[a].ordering(against: elements[b])
        return ordering == .equal ? a < b : ordering == .less
      }
      return .list(places.map { elements[$0] })
    },
  ]

  /// The element that comes first or last in the order of ORDER BY, nulls left out; null without any.
  private static func extreme(_ name: String, _ wanted: Ordering) -> ScalarFunction {
    .pure(name, 1) { (arguments) throws(CypherError) in
      var best = Value.null
      for element in try arguments.list(0) where !element.isNull {
        if best.isNull || element.ordering(against: best) == wanted { best = element }
      }
      return best
    }
  }

  /// O(elements of the result).
  private static func flattened(_ elements: [Value], depth: Int) -> [Value] {
    if depth == 0 { return elements }
    var result: [Value] = []
    for element in elements {
      if case .list(let inner) = element {
        result += flattened(inner, depth: depth - 1)
      } else {
        result.append(element)
      }
    }
    return result
  }

  private static func index(_ arguments: Arguments, upTo largest: Int) throws(CypherError) -> Int {
    let index = try arguments.integer(1)
    guard index >= 0, index <= Int64(largest) else {
      let expected = largest < 0 ? "an index of a list that is not empty" : "0 to \(largest)"
      throw .numberOutOfRange("the index of \(arguments.function)() is \(index), expected \(expected)")
    }
    return Int(index)
  }
}
