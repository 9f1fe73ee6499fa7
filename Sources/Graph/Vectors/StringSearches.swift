/// What was found of strings that were looked up in a pool before it has a table of its strings: few are looked up again and
/// again while a graph is only read, and going through all hashes for each costs less than a table, and no memory.
///
/// A table is made when the searches have cost about as much (Karlin, Manasse, Rudolph and Sleator, "Competitive Snoopy Caching",
/// 1988) or when a string is interned.
struct StringSearches {
  private static let largestCount = 8

  /// True when a table is due.
  private(set) var isOver: Bool
  private var found: [[UInt8]: StringPool.Code?] = [:]

  init(isOver: Bool) { self.isOver = isOver }

  /// - Parameter search: goes through all strings.
  mutating func code(of bytes: UnsafeBufferPointer<UInt8>, _ search: () -> StringPool.Code?) -> StringPool.Code? {
    let key = Array(bytes)
    if let known = found[key] { return known }
    let code = search()
    found[key] = .some(code)
    isOver = found.count >= Self.largestCount
    return code
  }
}
