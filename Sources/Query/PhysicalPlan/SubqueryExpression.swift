import Cypher
import Graph

/// A subquery as an expression: its plan runs over the rows of each batch, which carry their numbers through it.
///
/// A plan that looks at several rows together (it aggregates, removes duplicates or counts rows off) runs once for each row
/// instead.
struct SubqueryExpression: CompiledExpression {
  let plan: LogicalPlan
  let answer: SubqueryAnswer
  /// Where the variables that the plan reads stand in the rows outside.
  let outerColumns: [String: Int]
  /// The column of the plan's rows that says which row outside each belongs to.
  let rowNumber: String
  let functions: FunctionRegistry
  let procedures: ProcedureRegistry
  let optimizer: OptimizerContext
  let depth: Int
  private let key = MemoryKey()

  init(
    plan: LogicalPlan, answer: SubqueryAnswer, outerColumns: [String: Int], rowNumber: String, functions: FunctionRegistry,
    procedures: ProcedureRegistry, optimizer: OptimizerContext, depth: Int
  ) {
    self.plan = plan
    self.answer = answer
    self.outerColumns = outerColumns
    self.rowNumber = rowNumber
    self.functions = functions
    self.procedures = procedures
    self.optimizer = optimizer
    self.depth = depth
  }

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let run = try context.remembered(key) { () throws(CypherError) in try SubqueryRun(self, context) }
    return try run.answer(batch)
  }
}

/// The operators of a subquery in one run of the statement.
private final class SubqueryRun {
  private let root: Operator
  private let arguments: [Argument]
  private let context: ExecutionContext
  private let expression: SubqueryExpression
  private let isRowByRow: Bool

  init(_ expression: SubqueryExpression, _ context: EvaluationContext) throws(CypherError) {
    let mapper = PhysicalPlanMapper(
      functions: expression.functions, procedures: expression.procedures, optimizer: expression.optimizer,
      depth: expression.depth)
    isRowByRow = expression.plan.contains(where: \.looksAtRowsTogether)
    var required: Set<String> = isRowByRow ? [] : [expression.rowNumber]
    if expression.answer.readsResult { required.insert(PhysicalPlanMapper.resultColumn) }
    root = try mapper.map(expression.plan, required)
    arguments = mapper.arguments
    self.expression = expression
    self.context = ExecutionContext(evaluation: context, transaction: nil, memory: MemoryBudget(byteLimit: .max))
  }

  func answer(_ batch: Batch) throws(CypherError) -> Vector {
    var results = SubqueryResults(expression.answer, rowCount: batch.rowCount)
    let rows = batch.selectedRows
    if isRowByRow {
      for row in rows { try collect(batch, [row], &results) }
    } else if !rows.isEmpty {
      try collect(batch, rows, &results)
    }
    return results.vector
  }

  /// Runs the plan over `rows` of the batch outside and hands what it finds to `results`.
  private func collect(_ batch: Batch, _ rows: [UInt32], _ results: inout SubqueryResults) throws(CypherError) {
    root.restart()
    for argument in arguments { argument.batch = argumentBatch(argument.layout, batch, rows) }
    let resultColumn = root.layout.index(of: PhysicalPlanMapper.resultColumn)
    let numberColumn = root.layout.index(of: expression.rowNumber)
    while let found = try root.next(context) {
      for row in found.selectedRows {
        let value = resultColumn.map { found.columns[$0][Int(row)] } ?? .null
        results.add(value, to: Int(rows[isRowByRow ? 0 : Self.number(numberColumn!, Int(row), found)]))
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

  init(_ answer: SubqueryAnswer, rowCount: Int) {
    self.answer = answer
    counts = [Int64](repeating: 0, count: rowCount)
    values = answer.readsResult ? [[Value]](repeating: [], count: rowCount) : []
  }

  mutating func add(_ value: Value, to row: Int) {
    counts[row] += 1
    if answer == .list || (answer == .first && counts[row] == 1) { values[row].append(value) }
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

extension LogicalPlan.Step {
  /// True if the step's result for a row depends on other rows.
  fileprivate var looksAtRowsTogether: Bool {
    switch self {
    case .aggregate, .distinct, .sort, .skip, .limit, .top: true
    default: false
    }
  }
}
