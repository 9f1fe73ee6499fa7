import Graph

/// Where the texts go that expressions make of rows: into a pool, so that rows have codes as stored strings have, and whoever
/// groups, joins, compares or searches them makes no `String`.
///
/// One a worker, which alone adds to the pool; a pool that has grown large is left to those who hold its codes.
final class ComputedTexts {
  private static let largestCount = 1 << 17
  private static let largestByteCount = 16 << 20

  private let byteLimit: Int
  private var latest: StringPool?

  /// - Parameter memoryByteLimit: what may be kept in all; a pool takes a small part of it.
  init(memoryByteLimit: Int) { byteLimit = min(Self.largestByteCount, memoryByteLimit / 16) }

  /// Where the texts of the next column go.
  var pool: StringPool {
    if let latest, latest.count < Self.largestCount, latest.keptByteCount < byteLimit { return latest }
    let pool = StringPool.unshared()
    latest = pool
    return pool
  }
}

extension Batch {
  /// A column of texts: the code that `body` gives for each row.
  @inline(__always)
  func texts(_ pool: StringPool, nulls: NullMask?, _ body: (Int) -> StringPool.Code) -> Vector {
    let codes = map(placeholder: StringPool.Code(0)) { row in
      if let nulls, nulls[row] { return 0 }
      return body(row)
    }
    return Vector(.strings(codes, pool), nulls: nulls)
  }

  /// The same where a row's text depends on one word of it alone: of each word that comes often it is made once.
  @inline(__always)
  func texts(
    _ pool: StringPool, nulls: NullMask?, word: (Int) -> UInt64, _ body: (Int) -> StringPool.Code
  ) -> Vector {
    withUnsafeTemporaryAllocation(of: KnownText.self, capacity: 256) { known in
      known.initialize(repeating: KnownText(word: 0, code: nil))
      return texts(pool, nulls: nulls) { row in
        let word = word(row)
        let place = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) &>> 56)
        if known[place].word == word, let code = known[place].code { return code }
        let code = body(row)
        known[place] = KnownText(word: word, code: code)
        return code
      }
    }
  }
}

/// The text that was made of a word.
private struct KnownText {
  var word: UInt64
  var code: StringPool.Code?
}
