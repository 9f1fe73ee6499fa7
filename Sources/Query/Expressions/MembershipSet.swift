import Graph

/// A list made ready to be asked often whether a value is in it, in three values: O(1) for scalars, O(lists and maps in it) for
/// lists and maps.
final class MembershipSet {
  private let elements: [Value]
  private let hasNull: Bool
  /// The elements where all of them are integers; a column of integers is then asked without a `Value` a row.
  let integers: IntegerSet?
  private let texts: [String]?
  /// The codes of the elements in the pool that was asked for last, when it had so many strings.
  private var known: (pool: StringPool, count: Int, codes: IntegerSet)?
  /// Made when a value is first asked for that the above cannot tell.
  private lazy var scalars = Set(elements.filter(\.isHashedMember).map { EquivalenceKey($0) })
  /// Elements that need a look of their own: lists and maps may hold nulls.
  private lazy var composites = elements.filter { $0.type == .list || $0.type == .map }

  init(_ elements: [Value]) {
    self.elements = elements
    hasNull = elements.contains(where: \.isNull)
    let integers = elements.compactMap { if case .integer(let value) = $0 { value } else { nil } }
    let texts = elements.compactMap { if case .string(let text) = $0 { text } else { nil } }
    // Nothing is in an empty list, null neither: that is no answer which a column's null mask could give.
    self.integers = integers.count == elements.count && !elements.isEmpty ? IntegerSet(integers) : nil
    self.texts = texts.count == elements.count && !elements.isEmpty ? texts : nil
  }

  /// The codes that `pool` has for the elements, where all of them are strings.
  func codes(in pool: StringPool) -> IntegerSet? {
    guard let texts else { return nil }
    let count = pool.count
    if let known, known.pool === pool, known.count == count { return known.codes }
    let codes = IntegerSet(texts.compactMap { pool.code(of: $0).map { Int64($0) } })
    known = (pool, count, codes)
    return codes
  }

  /// True, false, or nil where a null decides.
  func contains(_ value: Value) -> Bool? {
    switch value {
    case .null: return elements.isEmpty ? false : nil
    case .list, .map:
      guard let found = MembershipExpression.isMember(value, of: composites) else { return nil }
      return found ? true : hasNull ? nil : false
    case .float(let number) where number.isNaN: return hasNull ? nil : false
    default: return scalars.contains(EquivalenceKey(value)) ? true : hasNull ? nil : false
    }
  }
}

extension Value {
  /// True for an element that equals what is equivalent to it and nothing else.
  fileprivate var isHashedMember: Bool {
    switch self {
    case .null, .list, .map: false
    case .float(let number): !number.isNaN
    default: true
    }
  }
}
