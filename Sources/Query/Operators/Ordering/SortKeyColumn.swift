import Graph
import GraphStorage

/// One key column of an order, made ready to compare: as words whose order as unsigned numbers is the order wanted, nulls and
/// direction included, or as values.
struct SortKeyColumn {
  /// Nil where the values do not fit into words that leave one free for null.
  let words: [UInt64]?
  /// False where rows with equal words may still differ: the words of strings are their first eight bytes.
  let isExact: Bool
  /// Which encoding the words have; words of two columns can be compared if it is the same.
  let encoding: Encoding

  enum Encoding { case nodes, relationships, booleans, integers, dates, floats, strings, none }

  private let column: SortOrder.Column

  init(_ column: SortOrder.Column, rowCount: Int) {
    var column = column
    // Lists are compared more than once: they are made once.
    if case .lists = column.values.storage { column.values = Vector(.values((0..<rowCount).map { column.values[$0] })) }
    self.column = column
    // The word of null is the greatest one, so that turning the order around puts it first.
    let putsNullsWithGreatest = column.placesNullsFirst == column.isDescending
    var words: [UInt64]?
    if putsNullsWithGreatest || column.values.nulls == nil { words = Self.words(of: column.values) }
    if column.isDescending {
      words?.withUnsafeMutableBufferPointer { words in for row in words.indices { words[row] = ~words[row] } }
    }
    self.words = words
    encoding = words == nil ? .none : Self.encoding(of: column.values)
    isExact = encoding != .strings
  }

  /// Negative, zero or positive as row `a` comes before row `b`, has an equal key, or comes after it.
  func compare(_ a: Int, _ b: Int) -> Int {
    if let words {
      if words[a] != words[b] { return words[a] < words[b] ? -1 : 1 }
      guard case .strings(let codes, let pool) = column.values.storage, codes[a] != codes[b], !column.values.isNull(a) else {
        return 0
      }
      let order = compareBytes(pool.bytes(of: codes[a]), pool.bytes(of: codes[b]))
      return column.isDescending ? -order : order
    }
    let (x, y) = (column.values[a], column.values[b])
    if x.isNull || y.isNull { return x.isNull == y.isNull ? 0 : x.isNull == column.placesNullsFirst ? -1 : 1 }
    let ordering = x.ordering(against: y)
    return ordering == .equal ? 0 : (ordering == .less) != column.isDescending ? -1 : 1
  }

  /// Where the words lie, and the codes of strings that the words do not tell apart.
  struct Address {
    let words: UnsafePointer<UInt64>?
    let isExact: Bool
    fileprivate var texts: (codes: UnsafePointer<StringPool.Code>, pool: Unmanaged<StringPool>)?
    fileprivate let isDescending: Bool
    /// The word of null where there are nulls.
    fileprivate let nullWord: UInt64?

    /// As `compare`; nil where the column has no words.
    @inline(__always)
    func order(_ a: Int, _ b: Int) -> Int? {
      guard let words else { return nil }
      if words[a] != words[b] { return words[a] < words[b] ? -1 : 1 }
      guard let texts, texts.codes[a] != texts.codes[b], words[a] != nullWord else { return 0 }
      let order = texts.pool._withUnsafeGuaranteedRef {
        compareBytes($0.bytes(of: texts.codes[a]), $0.bytes(of: texts.codes[b]))
      }
      return isDescending ? -order : order
    }
  }

  /// Calls `body` with the address of the column, which holds until then.
  func withAddress(_ body: (Address) -> Void) {
    let nullWord: UInt64? = column.values.nulls.map { _ in column.isDescending ? 0 : .max }
    let none = [UInt64]()
    (words ?? none).withUnsafeBufferPointer { buffer in
      var address = Address(
        words: words == nil ? nil : buffer.baseAddress, isExact: isExact, texts: nil, isDescending: column.isDescending,
        nullWord: nullWord)
      guard case .strings(let codes, let pool) = column.values.storage else { return body(address) }
      codes.withUnsafeBufferPointer { codes in
        withExtendedLifetime(pool) {
          if let codes = codes.baseAddress { address.texts = (codes, Unmanaged.passUnretained(pool)) }
          body(address)
        }
      }
    }
  }

  /// The strings behind words that are not exact; nil for words that are.
  var texts: Texts? {
    guard case .strings(let codes, let pool) = column.values.storage else { return nil }
    return Texts(codes: codes, pool: pool, nulls: column.values.nulls, isDescending: column.isDescending)
  }

  struct Texts {
    fileprivate let codes: [StringPool.Code]
    fileprivate let pool: StringPool
    fileprivate let nulls: NullMask?
    fileprivate let isDescending: Bool

    /// True if some rows, which are equal up to a byte, are equal altogether. Null has a word of its own, so that rows of one
    /// word are null all or none.
    func areEqual(_ rows: UnsafeMutableBufferPointer<UInt32>) -> Bool {
      let first = Int(rows[0])
      return nulls?[first] == true || rows.allSatisfy { codes[Int($0)] == codes[first] }
    }

    /// Each row with the eight bytes of its string from `byte` on, as a word in the order wanted.
    func words(of rows: UnsafeMutableBufferPointer<UInt32>, from byte: Int) -> [WordAndRow] {
      let inversion: UInt64 = isDescending ? ~0 : 0
      // The pool is in a constant of its own, so that it is not retained for each row.
      let pool = self.pool
      return codes.withUnsafeBufferPointer { codes in
        [WordAndRow](unsafeUninitializedCapacity: rows.count) { words, count in
          for place in 0..<rows.count {
            let word = SortKeyColumn.word(of: pool.bytes(of: codes[Int(rows[place])]), from: byte) ^ inversion
            words.initializeElement(at: place, to: WordAndRow(word: word, row: rows[place]))
          }
          count = rows.count
        }
      }
    }
  }

  // MARK: - Words

  private static func encoding(of column: Vector) -> Encoding {
    switch column.storage {
    case .nodes: .nodes
    case .relationships: .relationships
    case .booleans: .booleans
    case .integers: .integers
    case .dates: .dates
    case .floats: .floats
    case .strings: .strings
    case .values, .constant, .lists: .none
    }
  }

  private static func words(of column: Vector) -> [UInt64]? {
    let nulls = column.nulls
    switch column.storage {
    case .nodes(let ids): return masked(ids.map { UInt64($0.rawValue) }, nulls)
    case .relationships(let ids): return masked(ids.map { UInt64($0.rawValue) }, nulls)
    case .booleans(let flags): return masked(flags.map { $0 ? 1 : 0 }, nulls)
    case .integers(let numbers), .dates(let numbers):
      return masked(numbers.map { NumberWord.word(of: $0) }, nulls)
    case .floats(let numbers): return masked(numbers.map { NumberWord.word(of: $0) }, nulls)
    // No string of UTF-8 begins with eight bytes of 255.
    case .strings(let codes, let pool):
      guard let nulls else { return codes.map { word(of: pool.bytes(of: $0)) } }
      return masked(codes.indices.map { row in nulls[row] ? 0 : word(of: pool.bytes(of: codes[row])) }, nulls)
    case .values, .lists: return nil
    case .constant(_, let count): return [UInt64](repeating: 0, count: count)
    }
  }

  private static func masked(_ words: [UInt64], _ nulls: NullMask?) -> [UInt64]? {
    guard let nulls else { return words }
    var words = words
    for row in words.indices {
      if nulls[row] { words[row] = .max } else if words[row] == .max { return nil }
    }
    return words
  }

  /// The value that a word of a column of numbers or dates stands for, unless that is null or NaN.
  static func orderBound(_ word: UInt64, _ encoding: Encoding, isDescending: Bool) -> OrderBound? {
    let word = isDescending ? ~word : word
    guard word < NumberWord.nan else { return nil }
    switch encoding {
    case .integers: return .integer(NumberWord.integer(of: word))
    case .dates: return .date(NumberWord.integer(of: word))
    case .floats: return .float(NumberWord.float(of: word))
    case .nodes, .relationships, .booleans, .strings, .none: return nil
    }
  }

  /// Eight bytes from `byte` on, the first one the most significant; zeros stand for what the string has not.
  @inline(__always)
  private static func word(of text: UnsafeBufferPointer<UInt8>, from byte: Int = 0) -> UInt64 {
    let count = text.count - byte
    if count >= 8 {
      return UInt64(bigEndian: UnsafeRawPointer(text.baseAddress! + byte).loadUnaligned(as: UInt64.self))
    }
    var word: UInt64 = 0
    for index in 0..<max(0, count) { word |= UInt64(text[byte + index]) << UInt64(56 - 8 * index) }
    return word
  }
}
