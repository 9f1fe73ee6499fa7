import Cypher
import Graph

/// A subquery as an expression: its plan runs over the rows of each batch, which carry their numbers through it.
///
/// A plan that looks at several rows together (it aggregates or counts rows off) runs once for each row instead.
struct SubqueryExpression: CompiledExpression {
  let plan: SubqueryPlan
  /// Where the variables that the plan reads stand in the rows outside.
  let outerColumns: [String: Int]
  /// What gathers a list, for errors, and its place.
  fileprivate let name: String
  fileprivate let span: SourceSpan
  private let functions: FunctionRegistry
  private let procedures: ProcedureRegistry
  private let optimizer: OptimizerContext
  private let subqueryPlans: SubqueryPlans
  private let depth: Int
  private let key = MemoryKey()

  /// - Parameter mapper: the one that makes the operators outside.
  init(_ expression: Expression, plan: SubqueryPlan, outerColumns: [String: Int], mapper: PhysicalPlanMapper) {
    name = expression.gathererName
    span = expression.span
    self.plan = plan
    self.outerColumns = outerColumns
    functions = mapper.functions
    procedures = mapper.procedures
    optimizer = mapper.optimizer
    subqueryPlans = mapper.subqueryPlans
    depth = mapper.depth + 1
  }

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let run = try context.remembered(key) { () throws(CypherError) in try SubqueryRun(self) }
    return try run.answer(batch, context)
  }

  /// What makes the operators of the plan.
  fileprivate var mapper: PhysicalPlanMapper {
    PhysicalPlanMapper(
      functions: functions, procedures: procedures, optimizer: optimizer, subqueryPlans: subqueryPlans, depth: depth)
  }
}

/// The operators of a subquery in one run of the statement. They lie in the context of that run and so must not keep it.
private final class SubqueryRun {
  private let root: Operator
  private let arguments: [Argument]
  private let expression: SubqueryExpression
  private let isRowByRow: Bool

  init(_ expression: SubqueryExpression) throws(CypherError) {
    let mapper = expression.mapper
    let plan = expression.plan
    isRowByRow = plan.isRowByRow
    var required: Set<String> = []
    if !isRowByRow, let rowNumber = plan.rowNumber { required.insert(rowNumber) }
    if plan.answer.readsResult { required.insert(plan.resultColumn) }
    root = try mapper.map(plan.logical, required)
    arguments = mapper.arguments
    self.expression = expression
  }

  func answer(_ batch: Batch, _ evaluation: EvaluationContext) throws(CypherError) -> Vector {
    let memory = evaluation.memory
    evaluation.memory = MemoryBudget(halfOfRestOf: memory)
    defer { evaluation.memory = memory }
    let context = ExecutionContext(evaluation: evaluation, transaction: nil, spillerCount: root.spillerCount)
    var results = SubqueryResults(expression.plan.answer, rowCount: batch.rowCount)
    let rows = batch.selectedRows
    if isRowByRow {
      for row in rows { try collect(batch, [row], &results, context) }
    } else if !rows.isEmpty {
      try collect(batch, rows, &results, context)
    }
    return results.vector
  }

  /// Runs the plan over `rows` of the batch outside and hands what it finds to `results`.
  private func collect(
    _ batch: Batch, _ rows: [UInt32], _ results: inout SubqueryResults, _ context: ExecutionContext
  ) throws(CypherError) {
    root.restart()
    for argument in arguments { argument.rows = .batch(argumentBatch(argument.layout, batch, rows)) }
    let plan = expression.plan
    let resultColumn = plan.answer.readsResult ? root.layout.index(of: plan.resultColumn) : nil
    let numberColumn = plan.rowNumber.flatMap { root.layout.index(of: $0) }
    while let found = try root.next(context) {
      let byteCount = results.byteCount
      for row in found.selectedRows {
        let value = resultColumn.map { found.columns[$0][Int(row)] } ?? .null
        results.add(value, to: Int(rows[isRowByRow ? 0 : Self.number(numberColumn!, Int(row), found)]))
      }
      do throws(CypherError) {
        try context.keep(byteCount: results.byteCount - byteCount)
      } catch {
        context.evaluation.wouldNeedFewerRows = true
        throw context.memory.valueTooLarge(expression.name, at: expression.span)
      }
      if rows.count == 1 && results.needsNoMore(for: Int(rows[0])) { return }
    }
  }

  private static func number(_ column: Int, _ row: Int, _ batch: Batch) -> Int {
    guard case .integer(let number) = batch.columns[column][row] else {
      preconditionFailure("row numbers pass through a subquery unchanged")
    }
    return Int(number)
  }

  private func argumentBatch(_ layout: RowLayout, _ batch: Batch, _ rows: [UInt32]) -> Batch {
    var columns: [Vector] = []
    for column in layout.columns {
      if let place = expression.outerColumns[column.name] {
        columns.append(batch.columns[place].gathered(rows))
      } else {
        columns.append(Vector(.integers(Array(0..<Int64(rows.count)))))
      }
    }
    return Batch(columns: columns, rowCount: rows.count)
  }
}

/// Gathers what a subquery finds for each row outside.
private struct SubqueryResults {
  private let answer: SubqueryAnswer
  private var counts: [Int64]
  private var values: [[Value]]
  /// Roughly what the values take in memory.
  private(set) var byteCount = 0

  init(_ answer: SubqueryAnswer, rowCount: Int) {
    self.answer = answer
    counts = [Int64](repeating: 0, count: rowCount)
    values = answer.readsResult ? [[Value]](repeating: [], count: rowCount) : []
  }

  mutating func add(_ value: Value, to row: Int) {
    counts[row] += 1
    if answer == .list || (answer == .first && counts[row] == 1) {
      values[row].append(value)
      byteCount += value.byteCount
    }
  }

  func needsNoMore(for row: Int) -> Bool {
    switch answer {
    case .exists, .first: counts[row] > 0
    case .count, .list: false
    }
  }

  var vector: Vector {
    switch answer {
    case .exists: Vector(.booleans(counts.map { $0 > 0 }))
    case .count: Vector(.integers(counts))
    case .list: Vector(.values(values.map { .list($0) }))
    case .first: Vector(packing: values.map { $0.first ?? .null })
    }
  }
}
