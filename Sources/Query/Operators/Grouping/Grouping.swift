import Cypher
import Graph

/// One aggregate call, compiled.
struct CompiledAggregate {
  let function: AggregateFunction
  let isDistinct: Bool
  let arguments: [any CompiledExpression]
  /// The place of the call, for errors of its accumulator.
  let span: SourceSpan
}

/// What rows are grouped by, and what is asked of each group; compiled for one layout of rows.
struct Grouping {
  let keys: [any CompiledExpression]
  let aggregates: [CompiledAggregate]
  /// The column that says how many rows each row stands for.
  let multiplicity: Int?
  /// The column of a node that the keys determine and whose rows come together; nil where there is none.
  let node: Int?
  /// Rows handed in whose numbers are the only key, and each of which has a group even if it has no rows.
  let everyRow: Argument?

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Groups.Rows {
    var rows = Groups.Rows(batch: batch, multiplicities: multiplicity.map { batch.columns[$0].multiplicities(batch.selection) })
    for key in keys { rows.keys.append(try key.evaluate(batch, context)) }
    for aggregate in aggregates {
      var arguments: [Vector] = []
      for argument in aggregate.arguments { arguments.append(try argument.evaluate(batch, context)) }
      rows.arguments.append(arguments)
    }
    return rows
  }

  func makeGroups(level: Int = 0) -> Groups {
    let groups = Groups(keyCount: keys.count, aggregates: aggregates, level: level)
    if let everyRow, level == 0 { groups.addEmpty(Vector(.integers(Array(0..<Int64(everyRow.rowCount))))) }
    return groups
  }
}

extension Vector {
  /// The numbers of a column that nothing but numbers can be in, those of the selected rows.
  fileprivate func multiplicities(_ selection: [UInt32]?) -> [Int64] {
    switch storage {
    case .integers(let counts): selection.map { rows in rows.map { counts[Int($0)] } } ?? counts
    case .constant(.integer(let number), let count): Array(repeating: number, count: selection?.count ?? count)
    case .values(let values):
      (selection?.map { values[Int($0)] } ?? values).map { value in
        guard case .integer(let number) = value else { preconditionFailure("how many rows a row stands for is an integer") }
        return number
      }
    default: preconditionFailure("how many rows a row stands for is an integer")
    }
  }
}

extension Batch {
  /// The place among the selected rows where those of the last node in a column begin, 0 where they are all of one node; nodes
  /// are never null there.
  func placeOfLastNode(in column: Int) -> Int {
    guard case .nodes(let nodes) = columns[column].storage, columns[column].nulls == nil else { return 0 }
    return nodes.withUnsafeBufferPointer { nodes in
      guard let selection else { return Self.placeOfLast(rowCount) { nodes[$0] } }
      return Self.placeOfLast(selection.count) { nodes[Int(selection[$0])] }
    }
  }

  @inline(__always)
  private static func placeOfLast<Element: Equatable>(_ count: Int, _ element: (Int) -> Element) -> Int {
    guard count > 0 else { return 0 }
    var place = count - 1
    let last = element(place)
    while place > 0 && element(place - 1) == last { place -= 1 }
    return place
  }
}
