import Cypher

extension LogicalPlan {
  /// A plan that gives, over many rows handed in, what this one would give for each of them alone; nil where it must run for one
  /// after the other. What looks at several rows together looks at those of one row handed in: groups and distinct rows have its
  /// number among their keys, an order begins with it, and rows are counted off for each (`RowsOfEach`). After Neumann and
  /// Kemper, "Unnesting Arbitrary Queries", BTW 2015.
  ///
  /// - Parameters:
  ///   - rowNumber: the column that says which row handed in a row belongs to.
  ///   - rowCount: how many rows are expected to be handed in.
  func keepingApart(_ rowNumber: String, rowCount: Double) -> LogicalPlan? {
    let number = Expression.reference(rowNumber, SourceSpan(0, 0))
    switch step {
    case .argument(let columns): return columns.contains { $0.name == rowNumber } ? self : nil
    case .nodeScan, .relationshipSeek, .expand, .relationshipEnds, .repeatPath, .searchPaths, .assemblePath, .restrictPath,
      .countRelationships, .distinctRelationships, .filter, .unwind:
      return overRows(rowNumber, rowCount)
    case .varLengthExpand(let expand): return expand.mergesStarts ? nil : overRows(rowNumber, rowCount)
    case .apply: return inputs[1].contains(where: \.updates) ? nil : overRows(rowNumber, rowCount)
    case .project(var projection):
      if !projection.kept.contains(rowNumber) { projection.kept.append(rowNumber) }
      return overRows(rowNumber, rowCount, .project(projection))
    case .aggregate(var aggregation):
      guard aggregation.along == nil else { return nil }
      if aggregation.keys.isEmpty { aggregation.everyRow = rowNumber }
      aggregation.keys.append(ProjectedItem(name: rowNumber, expression: number))
      return overRows(rowNumber, rowCount, .aggregate(aggregation))
    case .distinct(nil): return overRows(rowNumber, rowCount)
    case .sort(let keys): return overRows(rowNumber, rowCount, .sort([SortKey(number)] + keys))
    case .top, .skip, .limit:
      guard let (rows, below) = rowsOfEach(rowNumber) else { return nil }
      if rows.keys.isEmpty, below.estimatedRows > rowCount * Self.mostRowsCountedOff { return nil }
      return below.keepingApart(rowNumber, rowCount: rowCount).map { LogicalPlan(.rowsOfEach(rows), $0) }
    case .hashJoin(let keys):
      guard let left = input.keepingApart(rowNumber, rowCount: rowCount) else { return nil }
      guard case .argument(var columns) = inputs[1].step else {
        return inputs[1].isHandedRows ? nil : LogicalPlan(step, left, inputs[1])
      }
      if !columns.contains(where: { $0.name == rowNumber }) { columns.append(RowLayout.Column(name: rowNumber)) }
      return LogicalPlan(.hashJoin(keys: keys + [JoinKey(left: number, right: number)]), left, LogicalPlan(.argument(columns)))
    case .union:
      var parts: [LogicalPlan] = []
      for part in inputs {
        guard let apart = part.keepingApart(rowNumber, rowCount: rowCount) else { return nil }
        parts.append(apart)
      }
      return LogicalPlan(.sort([SortKey(number)]), LogicalPlan(.union, inputs: parts))
    default: return nil
    }
  }

  /// A row that only the first of its rows are wanted of is better run alone where it has more than this: then no more are made.
  private static let mostRowsCountedOff = 32.0

  /// The step, or another in its place, over rows that are kept apart.
  private func overRows(_ rowNumber: String, _ rowCount: Double, _ step: Step? = nil) -> LogicalPlan? {
    guard let rows = input.keepingApart(rowNumber, rowCount: rowCount) else { return nil }
    var plan = self
    plan.step = step ?? self.step
    plan.input = rows
    return plan
  }

  /// SKIP and LIMIT at the top of the plan, with the order that they follow, and what lies below.
  private func rowsOfEach(_ rowNumber: String) -> (RowsOfEach, LogicalPlan)? {
    var rows = RowsOfEach(rowNumber: rowNumber)
    var below = self
    if case .top(let keys, let skip, let limit) = below.step {
      (rows.keys, rows.skip, rows.limit) = (keys, skip, limit)
      return (rows, below.input)
    }
    if case .limit(let limit) = below.step { (rows.limit, below) = (limit, below.input) }
    if case .skip(let skip) = below.step { (rows.skip, below) = (skip, below.input) }
    if case .sort(let keys) = below.step { (rows.keys, below) = (keys, below.input) }
    return (rows, below)
  }

  private var isHandedRows: Bool {
    contains { step in
      if case .argument(let columns) = step { !columns.isEmpty } else { false }
    }
  }

  /// True if the plan, which runs over rows handed in, must be run for one of them at a time: because what it gives for one
  /// depends on the others, or because each is to see what was done for those before.
  ///
  /// - Parameters:
  ///   - rowNumber: the column that says which row handed in a row belongs to.
  ///   - keepsOrder: true if rows that the plan puts in an order, or gives one part after the other, are to stay together.
  func mustRunRowByRow(_ rowNumber: String, keepsOrder: Bool) -> Bool {
    switch step {
    case .skip, .limit, .top: return true
    case .aggregate(let aggregation):
      guard aggregation.keys.contains(where: { $0.name == rowNumber }) else { return true }
    case .sort(let keys):
      let isApart = keys.first?.expression.kind == .variable(rowNumber)
      if keepsOrder && !isApart { return true }
      return input.mustRunRowByRow(rowNumber, keepsOrder: keepsOrder && !isApart)
    case .rowsOfEach(let rows):
      return input.mustRunRowByRow(rowNumber, keepsOrder: keepsOrder && rows.keys.isEmpty)
    case .union where keepsOrder: return true
    case .distinct where !input.columns.contains(where: { $0.name == rowNumber }): return true
    case .apply:
      // What the inner plan looks at together are its own rows.
      return input.mustRunRowByRow(rowNumber, keepsOrder: keepsOrder) || inputs[1].contains(where: \.updates)
    default: break
    }
    return step.updates || inputs.contains { $0.mustRunRowByRow(rowNumber, keepsOrder: keepsOrder) }
  }
}
