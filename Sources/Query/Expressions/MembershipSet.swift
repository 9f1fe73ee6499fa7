import Graph

/// A list made ready to be asked often whether a value is in it, in three values: O(1) for scalars, O(lists and maps in it) for
/// lists and maps.
final class MembershipSet {
  private var scalars: Set<EquivalenceKey> = []
  /// Elements that need a look of their own: lists and maps may hold nulls.
  private var composites: [Value] = []
  private var hasNull = false
  private let isEmpty: Bool
  /// The elements where all of them are integers; a column of integers is then asked without a `Value` a row.
  let integers: Set<Int64>?
  private let texts: [String]?
  private var codesByPool: [ObjectIdentifier: Set<StringPool.Code>] = [:]

  init(_ elements: [Value]) {
    isEmpty = elements.isEmpty
    var integers: Set<Int64> = []
    var texts: [String] = []
    for element in elements {
      switch element {
      case .null: hasNull = true
      case .list, .map: composites.append(element)
      case .float(let value) where value.isNaN: break
      default: scalars.insert(EquivalenceKey(element))
      }
      if case .integer(let value) = element { integers.insert(value) }
      if case .string(let text) = element { texts.append(text) }
    }
    let areIntegers = elements.allSatisfy { if case .integer = $0 { true } else { false } }
    // Nothing is in an empty list, null neither: that is no answer which a column's null mask could give.
    self.integers = areIntegers && !elements.isEmpty ? integers : nil
    self.texts = texts.count == elements.count && !elements.isEmpty ? texts : nil
  }

  /// The codes that `pool` has for the elements, where all of them are strings.
  func codes(in pool: StringPool) -> Set<StringPool.Code>? {
    guard let texts else { return nil }
    if let known = codesByPool[ObjectIdentifier(pool)] { return known }
    let codes = Set(texts.compactMap { pool.code(of: $0) })
    codesByPool[ObjectIdentifier(pool)] = codes
    return codes
  }

  /// True, false, or nil where a null decides.
  func contains(_ value: Value) -> Bool? {
    switch value {
    case .null: return isEmpty ? false : nil
    case .list, .map:
      guard let found = MembershipExpression.isMember(value, of: composites) else { return nil }
      return found ? true : hasNull ? nil : false
    case .float(let number) where number.isNaN: return hasNull ? nil : false
    default: return scalars.contains(EquivalenceKey(value)) ? true : hasNull ? nil : false
    }
  }
}
