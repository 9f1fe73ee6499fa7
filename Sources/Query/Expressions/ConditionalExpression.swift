import Cypher
import Graph

/// `CASE subject WHEN condition THEN value … ELSE value END`: the subject is evaluated once, each branch only for the rows that
/// take it.
struct ConditionalExpression: CompiledExpression {
  struct Branch: Sendable {
    let condition: any CompiledPredicate
    let value: any CompiledExpression
  }

  /// The subject of the simple form, and the column behind those of the row in which the conditions find it.
  let subject: (expression: any CompiledExpression, column: Int)?
  let branches: [Branch]
  let otherwise: (any CompiledExpression)?
  /// The values of the branches, that of `otherwise` last, where they are strings known beforehand.
  private let texts: KnownTexts?

  init(
    subject: (expression: any CompiledExpression, column: Int)?, branches: [Branch], otherwise: (any CompiledExpression)?
  ) {
    self.subject = subject
    self.branches = branches
    self.otherwise = otherwise
    texts = KnownTexts(branches.map(\.value.constantValue) + [otherwise == nil ? .null : otherwise?.constantValue])
  }

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    if let texts {
      var column = texts.column(rowCount: batch.rowCount)
      try forEachTaken(batch, context) { branch, rows in column.put(branch, in: rows) }
      return column.vector
    }
    var parts = RowParts(rowCount: batch.rowCount)
    try forEachTaken(batch, context) { (branch, rows) throws(CypherError) in
      guard let value = branch < branches.count ? branches[branch].value : otherwise else { return }
      parts.add(try value.evaluate(batch.narrowed(to: rows), context), rows: rows)
    }
    return parts.vector()
  }

  /// Calls `body` with each branch and the rows that take it, at least one; those that take none have the number behind the last.
  private func forEachTaken(
    _ batch: Batch, _ context: EvaluationContext, _ body: (_ branch: Int, _ rows: [UInt32]) throws(CypherError) -> Void
  ) throws(CypherError) {
    var open = batch.selectedRows
    let tested = try withSubject(batch, context)
    for (index, branch) in branches.enumerated() where !open.isEmpty {
      let taken = try branch.condition.select(tested.narrowed(to: open), context)
      guard !taken.isEmpty else { continue }
      try body(index, taken)
      open = open.without(taken)
    }
    if !open.isEmpty { try body(branches.count, open) }
  }

  private func withSubject(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Batch {
    guard let subject, batch.selectedCount > 0 else { return batch }
    var tested = batch
    tested.columns = Array(batch.columns.prefix(subject.column))
    let missing = subject.column - tested.columns.count
    tested.columns += repeatElement(.nulls(count: batch.rowCount), count: missing)
    tested.columns.append(try subject.expression.evaluate(batch, context))
    return tested
  }
}

/// `coalesce(a, b, …)`: the first that is not null; the later arguments are evaluated only where the earlier are null.
struct CoalesceExpression: CompiledExpression {
  let arguments: [any CompiledExpression]

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    var open = batch.selectedRows
    var parts = RowParts(rowCount: batch.rowCount)
    for argument in arguments where !open.isEmpty {
      let vector = try argument.evaluate(batch.narrowed(to: open), context)
      let found = batch.narrowed(to: open).rows { !vector.isNull($0) }
      guard !found.isEmpty else { continue }
      parts.add(vector, rows: found)
      open = open.without(found)
    }
    return parts.vector()
  }
}

/// Puts a vector together from parts that each hold the value of some rows; rows that no part has are null.
struct RowParts {
  fileprivate let rowCount: Int
  fileprivate var parts: [(vector: Vector, rows: [UInt32])] = []

  init(rowCount: Int) { self.rowCount = rowCount }

  /// `vector` has `rowCount` rows, of which `rows` count.
  mutating func add(_ vector: Vector, rows: [UInt32]) { parts.append((vector, rows)) }

  func vector() -> Vector {
    guard let first = parts.first else { return .nulls(count: rowCount) }
    if parts.count == 1, first.rows.count == rowCount { return first.vector }
    if let numbers = typed(placeholder: 0, \.integerRows) { return Vector(.integers(numbers.rows), nulls: numbers.nulls) }
    if let numbers = typed(placeholder: 0, \.floatsAlone) { return Vector(.floats(numbers.rows), nulls: numbers.nulls) }
    if let nodes = typed(placeholder: NodeID(0), \.nodeRows) { return Vector(.nodes(nodes.rows), nulls: nodes.nulls) }
    if let days = typed(placeholder: 0, \.dateRows) { return Vector(.dates(days.rows), nulls: days.nulls) }
    // The parts one after the other, typed where they agree, then one gather into place.
    var builder = VectorBuilder(capacity: rowCount)
    var places = [UInt32](repeating: 0, count: rowCount)
    builder.append(.null)
    for part in parts {
      for (offset, row) in part.rows.enumerated() { places[Int(row)] = UInt32(builder.count + offset) }
      builder.append(contentsOf: part.vector.gathered(part.rows))
    }
    return builder.finish().gathered(places)
  }
}

extension RowParts {
  /// The rows of parts that are all of one type, or null; nil where they are not.
  private func typed<Element>(
    placeholder: Element, _ typedRows: (Vector) -> TypedRows<Element>?
  ) -> (rows: [Element], nulls: NullMask?)? {
    var sources: [TypedRows<Element>?] = []
    for part in parts {
      let source = typedRows(part.vector)
      guard source != nil || part.vector.isConstantNull else { return nil }
      sources.append(source)
    }
    guard sources.contains(where: { $0 != nil }) else { return nil }
    var elements = [Element](repeating: placeholder, count: rowCount)
    // Rows that no part has are null.
    let areNull = parts.reduce(0) { $0 + $1.rows.count } < rowCount || parts.contains { $0.vector.mayHaveNulls }
    var nulls = areNull ? NullMask.all(rowCount) : nil
    elements.withUnsafeMutableBufferPointer { elements in
      for (part, source) in zip(parts, sources) {
        switch source {
        case .column(let column)?: for row in part.rows { elements[Int(row)] = column[Int(row)] }
        case .constant(let element)?: for row in part.rows { elements[Int(row)] = element }
        case nil: continue
        }
        if areNull { for row in part.rows { nulls![Int(row)] = part.vector.isNull(Int(row)) } }
      }
    }
    return (elements, nulls)
  }
}

extension Vector {
  fileprivate var isConstantNull: Bool {
    if case .constant(.null, _) = storage { true } else { false }
  }

  fileprivate var nodeRows: TypedRows<NodeID>? {
    if case .nodes(let rows) = storage { .column(rows) } else { nil }
  }

  /// The rows as doubles, nil where they are anything else.
  fileprivate var floatsAlone: TypedRows<Double>? {
    switch storage {
    case .floats(let rows): .column(rows)
    case .constant(.float(let value), _): .constant(value)
    default: nil
    }
  }
}

extension [UInt32] {
  /// These ascending rows without the ascending `taken`. O(count).
  func without(_ taken: [UInt32]) -> [UInt32] {
    var rest: [UInt32] = []
    rest.reserveCapacity(count - taken.count)
    var next = 0
    for row in self {
      if next < taken.count, taken[next] == row { next += 1 } else { rest.append(row) }
    }
    return rest
  }
}
