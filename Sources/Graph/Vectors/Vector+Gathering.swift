extension Vector {
  /// The rows `rows` of this vector, in that order and as often as they are named: O(`rows.count`).
  public func gathered(_ rows: [UInt32]) -> Vector {
    Vector(storage.gathered(rows), nulls: nulls?.gathered(rows))
  }

  /// `count` rows of null.
  public static func nulls(count: Int) -> Vector { Vector(.constant(.null, count: count)) }

  /// True for the storage that holds one value for every row.
  @inlinable public var isConstant: Bool {
    if case .constant = storage { true } else { false }
  }

  /// The rows of this vector and then those of `other`; they stay typed where both have the same type.
  public func appending(_ other: Vector) -> Vector {
    var builder = VectorBuilder(capacity: count + other.count)
    builder.append(contentsOf: self)
    builder.append(contentsOf: other)
    return builder.finish()
  }
}

extension Vector.Storage {
  fileprivate func gathered(_ rows: [UInt32]) -> Vector.Storage {
    switch self {
    case .nodes(let source): .nodes(pick(rows, source))
    case .relationships(let source): .relationships(pick(rows, source))
    case .booleans(let source): .booleans(pick(rows, source))
    case .integers(let source): .integers(pick(rows, source))
    case .floats(let source): .floats(pick(rows, source))
    case .strings(let source, let pool): .strings(pick(rows, source), pool)
    case .dates(let source): .dates(pick(rows, source))
    case .lists(let source, let elements): Self.listStorage(pick(rows, source), elements)
    case .values(let source): .values(rows.map { source[Int($0)] })
    case .constant(let value, _): .constant(value, count: rows.count)
    }
  }

  /// Lists with elements of their own where they have few of those that lie there, which others need not keep then.
  private static func listStorage(_ rows: [ListRange], _ elements: ListElements) -> Vector.Storage {
    let count = rows.reduce(0) { $0 + Int($1.count) }
    guard count < elements.vector.count / 4 else { return .lists(rows, elements) }
    var places: [UInt32] = []
    places.reserveCapacity(count)
    for row in rows { places.append(contentsOf: row.start..<row.start + row.count) }
    return Vector(listsOf: elements.vector.gathered(places), counts: rows.lazy.map { Int($0.count) }).storage
  }

  @inline(__always)
  private func pick<Element>(_ rows: [UInt32], _ source: [Element]) -> [Element] {
    [Element](unsafeUninitializedCapacity: rows.count) { target, count in
      source.withUnsafeBufferPointer { source in
        for index in 0..<rows.count { target.initializeElement(at: index, to: source[Int(rows[index])]) }
      }
      count = rows.count
    }
  }
}

extension NullMask {
  /// The mask of `rows`, nil where none of them is null.
  public func gathered(_ rows: [UInt32]) -> NullMask? {
    var result = NullMask(count: rows.count)
    var any = false
    for index in 0..<rows.count where self[Int(rows[index])] {
      result[index] = true
      any = true
    }
    return any ? result : nil
  }

  /// The union of two masks of the same length, either of which may be absent.
  public static func union(_ a: NullMask?, _ b: NullMask?) -> NullMask? {
    guard let a else { return b }
    guard let b else { return a }
    return a | b
  }
}
