import Cypher
import Graph

// Steps that run a plan over the rows of another one.
extension PhysicalPlanMapper {
  func mapApply(_ apply: ApplyStep, _ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    let isRowByRow = plan.inputs[1].mustRunRowByRow(apply.rowNumber, keepsOrder: true)
    let wanted = apply.newColumns.filter { required.contains($0.name) }
    var innerNames = Set(wanted.map(\.name))
    if !isRowByRow && apply.kind != .unit { innerNames.insert(apply.rowNumber) }
    let (inner, arguments) = try mapInner(plan.inputs[1], innerNames)
    let handedNames = Set(arguments.flatMap(\.layout.names)).subtracting([apply.rowNumber])
    let input = try map(plan.input, required.subtracting(apply.newColumns.map(\.name)).union(handedNames))
    let output = output(input.layout, required, adding: wanted)
    var shape = Apply.Shape(
      kind: apply.kind, isRowByRow: isRowByRow, rowNumber: inner.layout.index(of: apply.rowNumber),
      sources: output.kept.map { .outer($0) } + wanted.map { .inner(place($0.name, inner.layout)) })
    if let count = apply.batchRowCount { shape.batchRowCount = try rowCount("IN TRANSACTIONS OF", count) }
    return Apply(
      layout: output.layout, input: input, inner: inner,
      handedRows: handedRows(arguments, from: input.layout, rowNumber: apply.rowNumber), shape: shape)
  }

  func mapFeed(_ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> Operator {
    let (inner, arguments) = try mapInner(plan.inputs[1], required)
    let input = try map(plan.input, Set(arguments.flatMap(\.layout.names)))
    return Feed(input: input, inner: inner, handedRows: handedRows(arguments, from: input.layout))
  }

  /// Maps a plan that runs over rows handed in, and finds the operators that stand for those.
  func mapInner(_ plan: LogicalPlan, _ required: Set<String>) throws(CypherError) -> (Operator, [Argument]) {
    let before = arguments.count
    let inner = try map(plan, required)
    defer { arguments.removeSubrange(before...) }
    return (inner, Array(arguments[before...]))
  }

  /// - Parameter rowNumber: the column of the arguments that holds the number of each row, if there is one.
  func handedRows(_ arguments: [Argument], from layout: RowLayout, rowNumber: String? = nil) -> [HandedRows] {
    arguments.map { argument in
      HandedRows(argument: argument, columns: argument.layout.names.map { $0 == rowNumber ? nil : place($0, layout) })
    }
  }
}
