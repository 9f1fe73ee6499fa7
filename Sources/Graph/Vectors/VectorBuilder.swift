/// Makes a vector of values that come one after another: typed as long as they agree, `values` from the first that does not.
///
/// Strings stay codes only if they come as codes (`append(contentsOf:)`); those of several pools go to one of the builder's own.
/// For the edges of the engine; where the type is known, a kernel fills the array itself.
public struct VectorBuilder {
  private enum Kind { case undecided, nodes, relationships, booleans, integers, floats, strings, dates, values }

  private var kind = Kind.undecided
  // Only the array of the current kind is in use. They are apart, not cases of an enum, so that an append never copies.
  private var nodes: [NodeID] = []
  private var relationships: [RelationshipID] = []
  private var booleans: [Bool] = []
  private var integers: [Int64] = []
  private var floats: [Double] = []
  private var codes: [StringPool.Code] = []
  private var pool: StringPool?
  private var ownsPool = false
  private var values: [Value] = []
  private var nullRows: [Int] = []
  private let capacity: Int

  /// Rows so far.
  public private(set) var count = 0

  /// - Parameter capacity: how many rows are expected.
  public init(capacity: Int = 0) { self.capacity = capacity }

  /// Adds one row: amortised O(1).
  public mutating func append(_ value: Value) {
    if kind == .values {
      values.append(value)
    } else if case .null = value {
      appendPlaceholder()
      nullRows.append(count)
    } else if kind == Self.kind(of: value) {
      appendTyped(value)
    } else if kind == .undecided {
      begin(Self.kind(of: value))
      appendTyped(value)
    } else {
      turnIntoValues()
      values.append(value)
    }
    count += 1
  }

  /// Adds every row of `vector`; rows of the type so far are appended as whole arrays.
  public mutating func append(contentsOf vector: Vector) {
    if appendArray(vector) {
      if let nulls = vector.nulls {
        for row in 0..<vector.count where nulls[row] { nullRows.append(count + row) }
      }
      count += vector.count
    } else {
      for row in 0..<vector.count { append(vector[row]) }
    }
  }

  /// The vector of all rows so far; the builder stays as it is.
  public func snapshot() -> Vector {
    var copy = self
    return copy.finish()
  }

  /// The vector of all rows so far; the builder is as new afterwards.
  public mutating func finish() -> Vector {
    defer { self = VectorBuilder(capacity: capacity) }
    guard let storage else { return Vector(.constant(.null, count: count)) }
    guard kind != .values, !nullRows.isEmpty else { return Vector(storage) }
    var nulls = NullMask(count: count)
    for row in nullRows { nulls[row] = true }
    return Vector(storage, nulls: nulls)
  }

  // MARK: - Kinds

  private var storage: Vector.Storage? {
    switch kind {
    case .undecided: nil
    case .nodes: .nodes(nodes)
    case .relationships: .relationships(relationships)
    case .booleans: .booleans(booleans)
    case .integers: .integers(integers)
    case .floats: .floats(floats)
    case .strings: pool.map { .strings(codes, $0) }
    case .dates: .dates(integers)
    case .values: .values(values)
    }
  }

  private static func kind(of value: Value) -> Kind {
    switch value {
    case .boolean: .booleans
    case .integer: .integers
    case .float: .floats
    case .date: .dates
    case .node(let node) where node.content == nil: .nodes
    case .relationship(let relationship) where relationship.content == nil: .relationships
    default: .values
    }
  }

  /// Adds a value of the current kind.
  private mutating func appendTyped(_ value: Value) {
    switch value {
    case .boolean(let value) where kind == .booleans: booleans.append(value)
    case .integer(let value) where kind == .integers: integers.append(value)
    case .float(let value) where kind == .floats: floats.append(value)
    case .date(let value) where kind == .dates: integers.append(value.daysSinceEpoch)
    case .node(let value) where kind == .nodes: nodes.append(value.id)
    case .relationship(let value) where kind == .relationships: relationships.append(value.id)
    default: values.append(value)
    }
  }

  /// Adds an element that the null mask will hide.
  private mutating func appendPlaceholder() {
    switch kind {
    case .undecided: break
    case .nodes: nodes.append(NodeID(0))
    case .relationships: relationships.append(RelationshipID(0))
    case .booleans: booleans.append(false)
    case .integers, .dates: integers.append(0)
    case .floats: floats.append(0)
    case .strings: codes.append(0)
    case .values: values.append(.null)
    }
  }

  /// Decides the kind; the rows before are all null and get placeholders.
  private mutating func begin(_ kind: Kind) {
    self.kind = kind
    switch kind {
    case .undecided: break
    case .nodes: nodes.reserveCapacity(capacity)
    case .relationships: relationships.reserveCapacity(capacity)
    case .booleans: booleans.reserveCapacity(capacity)
    case .integers, .dates: integers.reserveCapacity(capacity)
    case .floats: floats.reserveCapacity(capacity)
    case .strings: codes.reserveCapacity(capacity)
    case .values: values.reserveCapacity(capacity)
    }
    for _ in 0..<count { appendPlaceholder() }
  }

  private mutating func appendArray(_ vector: Vector) -> Bool {
    if kind == .undecided { begin(matching: vector) }
    switch vector.storage {
    case .nodes(let rows) where kind == .nodes: nodes += rows
    case .relationships(let rows) where kind == .relationships: relationships += rows
    case .booleans(let rows) where kind == .booleans: booleans += rows
    case .integers(let rows) where kind == .integers: integers += rows
    case .floats(let rows) where kind == .floats: floats += rows
    case .strings(let rows, let rowPool) where kind == .strings: append(rows, of: rowPool)
    case .dates(let rows) where kind == .dates: integers += rows
    case .values(let rows) where kind == .values: values += rows
    default: return false
    }
    return true
  }

  private mutating func append(_ rows: [StringPool.Code], of rowPool: StringPool) {
    guard let pool, pool !== rowPool else { return codes += rows }
    let own = ownsPool ? pool : .unshared()
    if !ownsPool {
      codes = own.intern(codes, of: pool)
      (self.pool, ownsPool) = (own, true)
    }
    codes += own.intern(rows, of: rowPool)
  }

  private mutating func begin(matching vector: Vector) {
    switch vector.storage {
    case .nodes: begin(.nodes)
    case .relationships: begin(.relationships)
    case .booleans: begin(.booleans)
    case .integers: begin(.integers)
    case .floats: begin(.floats)
    case .strings(_, let rowPool):
      pool = rowPool
      begin(.strings)
    case .dates: begin(.dates)
    case .values, .constant, .lists: break
    }
  }

  private mutating func turnIntoValues() {
    guard let storage else { return }
    let typed = Vector(storage)
    var rows: [Value] = []
    rows.reserveCapacity(max(capacity, count + 1))
    for row in 0..<count { rows.append(typed[row]) }
    for row in nullRows { rows[row] = .null }
    values = rows
    kind = .values
  }
}

extension Vector {
  /// A vector of `values`: typed where they agree.
  public init(packing values: some Sequence<Value>) {
    var builder = VectorBuilder(capacity: values.underestimatedCount)
    for value in values { builder.append(value) }
    self = builder.finish()
  }
}
