import Cypher
import Graph

// What kind of element something is, told for a batch at a time: elements that come together mostly have the same labels, or the
// same type.
extension GraphFunctions {
  static let kindFunctions = [
    ScalarFunction(
      "labels", 1...1, isPure: false,
      implementation: .vectors { arguments, batch, context throws(CypherError) in
        guard case .nodes(let nodes) = arguments[0].storage, context.deletedNodes.isEmpty else {
          return try batch.values(from: arguments) { row throws(CypherError) in try labels(of: arguments[0][row], context) }
        }
        return batch.values(of: arguments[0]) { rows in
          context.snapshot.labelSetNumbers(of: rows.map { nodes[Int($0)] })
        } value: { number in
          .list(context.snapshot.labels(inSet: number).map { .string(context.snapshot.labelName($0)) })
        }
      }),
    ScalarFunction(
      "type", 1...1, isPure: false,
      implementation: .vectors { arguments, batch, context throws(CypherError) in
        guard case .relationships(let relationships) = arguments[0].storage, context.deletedRelationships.isEmpty else {
          return try batch.values(from: arguments) { row throws(CypherError) in try type(of: arguments[0][row], context) }
        }
        return batch.values(of: arguments[0]) { rows in
          context.snapshot.typeNumbers(of: rows.map { relationships[Int($0)] })
        } value: { number in
          .string(context.snapshot.relationshipTypes[Int(number)])
        }
      }),
  ]

  private static func labels(of value: Value, _ context: EvaluationContext) throws(CypherError) -> Value {
    if value.isNull { return .null }
    guard case .node(let node) = value else { throw .argumentValue(of: "labels", value, expected: "a Node") }
    if context.deletedNodes.contains(node.id) { throw .deletedAccess("node") }
    if let content = context.ownContent(of: node) { return .list(content.labels.map { .string($0) }) }
    return .list(context.snapshot.labels(of: node.id).map { .string(context.snapshot.labelName($0)) })
  }

  private static func type(of value: Value, _ context: EvaluationContext) throws(CypherError) -> Value {
    if value.isNull { return .null }
    guard case .relationship(let relationship) = value else {
      throw .argumentValue(of: "type", value, expected: "a Relationship")
    }
    if let content = context.ownContent(of: relationship) { return .string(content.type) }
    return .string(context.typeName(of: relationship.id))
  }
}

extension Batch {
  /// A vector of the values that numbers stand for, each made once, null in the other rows; constant where all selected rows
  /// have one number.
  ///
  /// - Parameter numbers: one for each of the given rows, which are the selected ones that are not null in `argument`, ascending.
  fileprivate func values<Number: FixedWidthInteger>(
    of argument: Vector, numbers: ([UInt32]) -> [Number], value: (Number) -> Value
  ) -> Vector {
    let rows = self.rows { !argument.isNull($0) }
    let numbers = numbers(rows)
    guard let first = numbers.first else { return .nulls(count: rowCount) }
    if rows.count == selectedCount, numbers.allSatisfy({ $0 == first }) {
      return Vector(.constant(value(first), count: rowCount))
    }
    var known: [Number: Value] = [:]
    var (last, lastValue) = (first, value(first))
    known[last] = lastValue
    var values = [Value](repeating: .null, count: rowCount)
    for (row, number) in zip(rows, numbers) {
      if number != last {
        last = number
        lastValue = known[number] ?? value(number)
        known[number] = lastValue
      }
      values[Int(row)] = lastValue
    }
    return Vector(.values(values))
  }
}
