import Cypher
import Graph

/// `[a, b, …]`.
struct ListExpression: CompiledExpression {
  let elements: [any CompiledExpression]

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    var columns: [Vector] = []
    for element in elements { columns.append(try element.evaluate(batch, context)) }
    return try batch.values(from: columns) { row throws(CypherError) in .list(columns.map { $0[row] }) }
  }
}

/// `{key: a, …}`.
struct MapExpression: CompiledExpression {
  let keys: [String]
  let values: [any CompiledExpression]

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    var columns: [Vector] = []
    for value in values { columns.append(try value.evaluate(batch, context)) }
    return try batch.values(from: columns) { row throws(CypherError) in
      .map(PropertyMap(zip(keys, columns).map { ($0, $1[row]) }))
    }
  }
}

/// `base {.*, key: a, …}`: what `base` has, if all of it is wanted, and the entries over it; null for a null `base`.
struct MapProjectionExpression: CompiledExpression {
  let base: any CompiledExpression
  let includesAll: Bool
  let keys: [String]
  let values: [any CompiledExpression]
  let span: SourceSpan

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let base = try self.base.evaluate(batch, context)
    let present = batch.rows { !base.isNull($0) }
    var columns: [Vector] = []
    for value in values { columns.append(try value.evaluate(batch.narrowed(to: present), context)) }
    return try batch.values { row throws(CypherError) in
      if base.isNull(row) { return .null }
      var map = PropertyMap()
      if includesAll {
        map = try CypherError.placing(at: span) { () throws(CypherError) in
          try GraphFunctions.properties(of: base[row], for: "properties", context)
        }
      }
      for (key, column) in zip(keys, columns) { map[key] = column[row] }
      return .map(map)
    }
  }
}

/// `list[index]`, `map[key]`, `element[key]`.
struct SubscriptExpression: CompiledExpression {
  let base: any CompiledExpression
  let index: any CompiledExpression
  let span: SourceSpan

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let base = try self.base.evaluate(batch, context)
    let index = try self.index.evaluate(batch, context)
    if case .constant(.string(let key), _) = index.storage, !base.isConstant {
      return try PropertyReader(key: key, span: span).read(base, batch, context)
    }
    if let positions = index.integerRows, let found = base.elements(at: { row, count in Self.place(positions[row], in: count) }) {
      return index.nulls.map { found.hiding($0) } ?? found
    }
    return try batch.values(from: [base, index]) { row throws(CypherError) in
      try element(base[row], index[row], context)
    }
  }

  /// The place of a position, which counts from the end where it is negative; nil where there is no element.
  private static func place(_ position: Int64, in count: Int) -> Int? {
    let start = position < 0 ? position + Int64(count) : position
    return start >= 0 && start < Int64(count) ? Int(start) : nil
  }

  private func element(_ base: Value, _ index: Value, _ context: EvaluationContext) throws(CypherError) -> Value {
    switch (base, index) {
    case (.null, _): return .null
    case (.list(let elements), .integer(let position)):
      return Self.place(position, in: elements.count).map { elements[$0] } ?? .null
    case (.list, .null): return .null
    case (.list, _):
      throw CypherError(
        .typeError, .listElementAccessByNonInteger, phase: .runtime,
        "a List is indexed by an Integer, found \(index.type.phrase)", at: span)
    case (.map, .null), (.node, .null), (.relationship, .null): return .null
    case (.map, .string(let key)), (.node, .string(let key)), (.relationship, .string(let key)):
      return try PropertyReader(key: key, span: span).property(of: base, context)
    case (.map, _), (.node, _), (.relationship, _):
      throw CypherError(
        .typeError, .mapElementAccessByNonString, phase: .runtime,
        "\(base.type.phrase) is indexed by a String, found \(index.type.phrase)", at: span)
    default:
      throw .invalidType("\(base.type.phrase) has no elements to index", at: span)
    }
  }
}

/// `list[from..to]`: bounds count from the end where negative and are cut to the list.
struct SliceExpression: CompiledExpression {
  let list: any CompiledExpression
  let from: (any CompiledExpression)?
  let to: (any CompiledExpression)?
  let span: SourceSpan

  func evaluate(_ batch: Batch, _ context: EvaluationContext) throws(CypherError) -> Vector {
    let list = try self.list.evaluate(batch, context)
    let from = try self.from?.evaluate(batch, context) ?? Vector(.constant(.integer(0), count: batch.rowCount))
    let to = try self.to?.evaluate(batch, context) ?? Vector(.constant(.integer(.max), count: batch.rowCount))
    if case .lists(let rows, let elements) = list.storage, case .constant(.integer(let from), _) = from.storage,
      case .constant(.integer(let to), _) = to.storage
    {
      let cut = rows.map { row in
        let lower = bound(from, Int(row.count))
        return row.cut(lower..<max(lower, bound(to, Int(row.count))))
      }
      return Vector(.lists(cut, elements), nulls: list.nulls)
    }
    return try batch.values(from: [list, from, to]) { row throws(CypherError) in
      let bounds = (from[row], to[row])
      switch list[row] {
      case .null: return .null
      case .list(let elements): return try slice(elements, bounds.0, bounds.1)
      case let other: throw .notList(other, at: span)
      }
    }
  }

  private func slice(_ elements: [Value], _ from: Value, _ to: Value) throws(CypherError) -> Value {
    switch (from, to) {
    case (.null, _), (_, .null): return .null
    case (.integer(let from), .integer(let to)):
      let (lower, upper) = (bound(from, elements.count), bound(to, elements.count))
      return .list(lower < upper ? Array(elements[lower..<upper]) : [])
    default:
      let culprit = if case .integer = from { to } else { from }
      throw .invalidType("a slice is bounded by Integers, found \(culprit.type.phrase)", at: span)
    }
  }

  private func bound(_ position: Int64, _ count: Int) -> Int {
    position < 0 ? max(0, Int(max(position, -Int64(count))) + count) : Int(min(position, Int64(count)))
  }
}
