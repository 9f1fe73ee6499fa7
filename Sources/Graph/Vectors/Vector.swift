/// A column of a batch: up to a batch's rows of one kind, with a null mask.
///
/// The storage is typed as long as the rows agree; rows of mixed or composite types fall back to `values`. Operators switch
/// once per vector and loop over the array inside, never over `Value`s. Rows under the null mask hold an arbitrary element.
public struct Vector: Sendable {
  public enum Storage: Sendable {
    case nodes([NodeID])
    case relationships([RelationshipID])
    case booleans([Bool])
    case integers([Int64])
    case floats([Double])
    /// Codes of the pool that the columns of one graph share.
    case strings([StringPool.Code], StringPool)
    /// Days since 1970-01-01, as in `CalendarDate`.
    case dates([Int64])
    /// Lists whose elements lie in a vector that they share.
    case lists([ListRange], ListElements)
    /// Anything else; a null row is `.null` here as well.
    case values([Value])
    /// The same value in every one of `count` rows.
    case constant(Value, count: Int)
  }

  public var storage: Storage
  /// Nil where no row is null. Always nil for `values` and `constant`, whose nulls are `.null`.
  public var nulls: NullMask?

  @inlinable public init(_ storage: Storage, nulls: NullMask? = nil) {
    self.storage = storage
    self.nulls = nulls
  }

  /// The number of rows.
  @inlinable public var count: Int {
    switch storage {
    case .nodes(let rows): rows.count
    case .relationships(let rows): rows.count
    case .booleans(let rows): rows.count
    case .integers(let rows): rows.count
    case .floats(let rows): rows.count
    case .strings(let rows, _): rows.count
    case .dates(let rows): rows.count
    case .lists(let rows, _): rows.count
    case .values(let rows): rows.count
    case .constant(_, let count): count
    }
  }

  /// True if `row` is null.
  @inlinable public func isNull(_ row: Int) -> Bool {
    if let nulls { return nulls[row] }
    switch storage {
    case .values(let rows): if case .null = rows[row] { return true } else { return false }
    case .constant(let value, _): if case .null = value { return true } else { return false }
    default: return false
    }
  }

  /// The value of `row`. For edges and fallbacks: a hot loop switches on `storage` instead.
  @inlinable public subscript(row: Int) -> Value {
    if let nulls, nulls[row] { return .null }
    switch storage {
    case .nodes(let rows): return .node(Node(id: rows[row]))
    case .relationships(let rows): return .relationship(Relationship(id: rows[row]))
    case .booleans(let rows): return .boolean(rows[row])
    case .integers(let rows): return .integer(rows[row])
    case .floats(let rows): return .float(rows[row])
    case .strings(let rows, let pool): return .string(pool.string(of: rows[row]))
    case .dates(let rows): return .date(CalendarDate(daysSinceEpoch: rows[row]))
    case .lists(let rows, let elements): return .list(elements.values(rows[row]))
    case .values(let rows): return rows[row]
    case .constant(let value, _): return value
    }
  }
}
