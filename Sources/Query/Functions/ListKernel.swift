import Graph

/// What functions do to columns of lists that share their elements: none of these is looked at but those that are wanted.
enum ListKernel: ColumnKernel {
  case count, first, last, tail, isEmpty

  func run(_ arguments: [Vector], _ batch: Batch, _ context: EvaluationContext) -> Vector? {
    guard case .lists(let rows, let elements) = arguments[0].storage else { return nil }
    let nulls = arguments[0].nulls
    switch self {
    case .count: return Vector(.integers(rows.map { Int64($0.count) }), nulls: nulls)
    case .isEmpty: return Vector(.booleans(rows.map { $0.count == 0 }), nulls: nulls)
    case .tail: return Vector(.lists(rows.map { $0.cut(1..<max(1, Int($0.count))) }, elements), nulls: nulls)
    case .first: return arguments[0].elements { $0 > 0 ? 0 : nil }
    case .last: return arguments[0].elements { $0 > 0 ? $0 - 1 : nil }
    }
  }
}

extension Vector {
  /// The same with more rows null.
  func hiding(_ rows: NullMask) -> Vector {
    switch storage {
    case .values(var values):
      for row in values.indices where rows[row] { values[row] = .null }
      return Vector(.values(values))
    case .constant(let value, let count):
      return Vector(.values((0..<count).map { rows[$0] ? .null : value }))
    default: return Vector(storage, nulls: NullMask.union(nulls, rows))
    }
  }

  /// The element at one place of each list; null where the list is null or has none there.
  ///
  /// - Parameter place: the place in a list of so many elements.
  func elements(at place: (Int) -> Int?) -> Vector? { elements { _, count in place(count) } }

  /// - Parameter place: the place in the list of a row, which has so many elements.
  @inline(__always)
  func elements(at place: (_ row: Int, _ count: Int) -> Int?) -> Vector? {
    guard case .lists(let lists, let elements) = storage else { return nil }
    var places = [UInt32](repeating: 0, count: lists.count)
    var missing = NullMask(count: lists.count)
    var areMissing = false
    for (row, list) in lists.enumerated() {
      if nulls?[row] != true, let place = place(row, Int(list.count)) {
        places[row] = list.start + UInt32(place)
      } else {
        missing[row] = true
        areMissing = true
      }
    }
    guard elements.vector.count > 0 else { return .nulls(count: lists.count) }
    let found = elements.vector.gathered(places)
    return areMissing ? found.hiding(missing) : found
  }
}
