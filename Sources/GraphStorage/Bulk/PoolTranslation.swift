import Graph

/// Turns the codes of a reader's string pool into those of the store's.
struct PoolTranslation {
  private static let unknown = StringPool.Code.max

  let target: StringPool
  private var source: StringPool?
  /// By code of `source`.
  private var codes: [StringPool.Code] = []

  init(target: StringPool) { self.target = target }

  /// The store's codes for those of `pool`. O(1) a code after its first time.
  mutating func translate(_ foreign: [StringPool.Code], from pool: StringPool) -> [StringPool.Code] {
    guard pool !== target else { return foreign }
    if source !== pool {
      source = pool
      codes = []
    }
    let count = pool.count
    if codes.count < count { codes.append(contentsOf: repeatElement(Self.unknown, count: count - codes.count)) }
    return foreign.map { code in
      // A row under the null mask may hold any code.
      guard Int(code) < codes.count else { return 0 }
      if codes[Int(code)] == Self.unknown { codes[Int(code)] = target.intern(pool.bytes(of: code)) }
      return codes[Int(code)]
    }
  }
}
