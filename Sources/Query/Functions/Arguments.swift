import Cypher
import Graph

/// The arguments of one call, read as the types that the function takes. Nulls never arrive here: such functions propagate null.
struct Arguments {
  let function: String
  let values: [Value]

  var count: Int { values.count }

  subscript(index: Int) -> Value { values[index] }

  func string(_ index: Int) throws(CypherError) -> String {
    guard case .string(let text) = values[index] else { throw wrong(index, "a String") }
    return text
  }

  func integer(_ index: Int) throws(CypherError) -> Int64 {
    guard case .integer(let integer) = values[index] else { throw wrong(index, "an Integer") }
    return integer
  }

  /// A number of either type.
  func double(_ index: Int) throws(CypherError) -> Double {
    guard let number = values[index].asDouble else { throw wrong(index, "a number") }
    return number
  }

  func list(_ index: Int) throws(CypherError) -> [Value] {
    guard case .list(let elements) = values[index] else { throw wrong(index, "a List") }
    return elements
  }

  func map(_ index: Int) throws(CypherError) -> PropertyMap {
    guard case .map(let map) = values[index] else { throw wrong(index, "a Map") }
    return map
  }

  /// A count or position: an integer that is not negative.
  func count(_ index: Int, _ name: String) throws(CypherError) -> Int {
    let integer = try integer(index)
    guard integer >= 0 else { throw .numberOutOfRange("the \(name) of \(function)() is \(integer), expected 0 or more") }
    return Int(integer)
  }

  func wrong(_ index: Int, _ expected: String) -> CypherError {
    .argumentType(of: function, values[index], expected: expected)
  }
}

extension ScalarFunction {
  /// A function of its arguments alone, a row at a time, null if any of them is.
  static func pure(
    _ name: String, _ counts: ClosedRange<Int>, _ body: @escaping @Sendable (Arguments) throws(CypherError) -> Value
  ) -> ScalarFunction {
    ScalarFunction(
      name, counts,
      implementation: .rows { (values, _) throws(CypherError) in try body(Arguments(function: name, values: values)) })
  }

  static func pure(
    _ name: String, _ count: Int, _ body: @escaping @Sendable (Arguments) throws(CypherError) -> Value
  ) -> ScalarFunction {
    pure(name, count...count, body)
  }
}
