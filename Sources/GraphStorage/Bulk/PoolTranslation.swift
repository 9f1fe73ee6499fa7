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
    internNew(foreign, from: pool)
    // A row under the null mask may hold any code.
    return foreign.map { Int($0) < codes.count ? codes[Int($0)] : 0 }
  }

  /// Looks up those of `foreign` that are met for the first time, in their order.
  private mutating func internNew(_ foreign: [StringPool.Code], from pool: StringPool) {
    var new: [StringPool.Code] = []
    for code in foreign where Int(code) < codes.count && codes[Int(code)] == Self.unknown {
      codes[Int(code)] = 0
      new.append(code)
    }
    for (code, known) in zip(new, target.intern(new, of: pool)) { codes[Int(code)] = known }
  }
}
