import Graph

/// How one key column's values become words that are equal exactly if the values are equivalent.
struct KeyColumn {
  private enum Encoding {
    case undecided
    case nodes, relationships, booleans, integers, floats, dates
    case strings(StringPool)
    /// Strings of several pools, or of none, put into one of the column's own.
    case texts(StringPool)
    case interned
  }

  private var encoding = Encoding.undecided
  private var interner = ValueInterner()

  var byteCount: Int {
    switch encoding {
    case .strings(let pool), .texts(let pool): pool.keptByteCount
    default: interner.byteCount
    }
  }

  /// True if a vector can be encoded as things stand; decides the encoding if nothing has yet.
  mutating func takes(_ vector: Vector) -> Bool {
    switch (encoding, vector.storage) {
    case (.interned, _), (.nodes, .nodes), (.relationships, .relationships), (.booleans, .booleans), (.integers, .integers),
      (.floats, .floats), (.dates, .dates), (_, .constant(.null, _)):
      return true
    case (.strings(let pool), .strings(_, let other)): return pool === other
    case (.texts, .strings), (.texts, .constant(.string, _)): return true
    case (.undecided, let storage):
      encoding = Self.encoding(for: storage)
      return true
    default: return false
    }
  }

  private static func encoding(for storage: Vector.Storage) -> Encoding {
    switch storage {
    case .nodes: .nodes
    case .relationships: .relationships
    case .booleans: .booleans
    case .integers: .integers
    case .floats: .floats
    case .dates: .dates
    case .strings(_, let pool): .strings(pool)
    case .constant(.string, _): .texts(.unshared())
    case .values, .constant, .lists: .interned
    }
  }

  /// What takes in the vectors that this one takes and another, too; and how words of this one become its words.
  func widened(for vector: Vector) -> KeyColumn {
    var wider = KeyColumn()
    switch (encoding, vector.storage) {
    case (.strings, .strings), (.strings, .constant(.string, _)): wider.encoding = .texts(.unshared())
    default: wider.encoding = .interned
    }
    return wider
  }

  /// The word of what `word` stands for in another column.
  mutating func word(of word: UInt64, in other: KeyColumn) -> UInt64 {
    if case .texts(let own) = encoding, case .strings(let pool) = other.encoding {
      return UInt64(own.intern(pool.bytes(of: UInt32(word))))
    }
    return interner.number(of: other.value(of: word))
  }

  /// The word of each row of a selection, or of all `count` rows, and by place which of them are null.
  mutating func encode(_ vector: Vector, _ selection: [UInt32]?, _ count: Int) -> (words: [UInt64], nulls: NullMask?) {
    if case .interned = encoding { return intern(vector, selection, count) }
    if case .texts(let own) = encoding, case .constant(.string(let text), _) = vector.storage {
      return ([UInt64](repeating: UInt64(own.intern(text)), count: count), nil)
    }
    let nulls = selection.map { vector.nulls?.gathered($0) } ?? vector.nulls
    switch vector.storage {
    case .nodes(let ids):
      return (ids.withUnsafeBufferPointer { ids in words(selection, count) { UInt64(ids[$0].rawValue) } }, nulls)
    case .relationships(let ids): return (words(selection, count) { UInt64(ids[$0].rawValue) }, nulls)
    case .booleans(let flags): return (words(selection, count) { flags[$0] ? 1 : 0 }, nulls)
    case .integers(let numbers), .dates(let numbers):
      return (numbers.withUnsafeBufferPointer { numbers in words(selection, count) { UInt64(bitPattern: numbers[$0]) } }, nulls)
    case .floats(let numbers): return (words(selection, count) { Self.canonicalBits(numbers[$0]) }, nulls)
    case .strings(let codes, let pool):
      if case .texts(let own) = encoding {
        let selected = selection.map { rows in rows.map { codes[Int($0)] } } ?? codes
        return (own.intern(selected, of: pool).map { UInt64($0) }, nulls)
      }
      return (codes.withUnsafeBufferPointer { codes in words(selection, count) { UInt64(codes[$0]) } }, nulls)
    case .constant: return ([UInt64](repeating: 0, count: count), .all(count))
    case .values, .lists: preconditionFailure("composite values are interned")
    }
  }

  /// As `encode`, for words that are only looked up: of a value that has no word yet it gives one that no value has.
  func encodeKnown(_ vector: Vector, _ selection: [UInt32]?, _ count: Int) -> (words: [UInt64], nulls: NullMask?) {
    if case .texts(let own) = encoding { return known(own, vector, selection, count) }
    guard case .interned = encoding else {
      var copy = self
      return copy.encode(vector, selection, count)
    }
    var words = [UInt64](repeating: .max, count: count)
    var nulls = NullMask(count: count)
    for place in 0..<count {
      let value = vector[selection.map { Int($0[place]) } ?? place]
      if value.isNull { nulls[place] = true } else { words[place] = interner.knownNumber(of: value) ?? .max }
    }
    return (words, nulls.hasNulls ? nulls : nil)
  }

  /// The words of strings that `own` has.
  private func known(
    _ own: StringPool, _ vector: Vector, _ selection: [UInt32]?, _ count: Int
  ) -> (words: [UInt64], nulls: NullMask?) {
    func word(_ code: StringPool.Code?) -> UInt64 { code.map { UInt64($0) } ?? .max }
    switch vector.storage {
    case .strings(let codes, let pool):
      let words = words(selection, count) { word(own.code(of: pool.bytes(of: codes[$0]))) }
      return (words, selection.map { vector.nulls?.gathered($0) } ?? vector.nulls)
    case .constant(.string(let text), _): return ([UInt64](repeating: word(own.code(of: text)), count: count), nil)
    default: return ([UInt64](repeating: 0, count: count), .all(count))
    }
  }

  private mutating func intern(_ vector: Vector, _ selection: [UInt32]?, _ count: Int) -> (words: [UInt64], nulls: NullMask?) {
    if case .constant(let value, _) = vector.storage, count > 0 {
      return value.isNull
        ? ([UInt64](repeating: 0, count: count), .all(count))
        : ([UInt64](repeating: interner.number(of: value), count: count), nil)
    }
    var words = [UInt64](repeating: 0, count: count)
    var nulls = NullMask(count: count)
    var lists = SharedLists()
    for place in 0..<count {
      let value = vector[selection.map { Int($0[place]) } ?? place]
      if value.isNull { nulls[place] = true } else { words[place] = lists.number(of: value, interner: &interner) }
    }
    return (words, nulls.hasNulls ? nulls : nil)
  }

  @inline(__always)
  private func words(_ selection: [UInt32]?, _ count: Int, _ word: (Int) -> UInt64) -> [UInt64] {
    var words = [UInt64](repeating: 0, count: count)
    words.withUnsafeMutableBufferPointer { words in
      if let selection {
        let rows = selection.span
        precondition(rows.count == count, "every selected row has a word")
        for place in 0..<count { words[place] = word(Int(rows[unchecked: place])) }
      } else {
        for place in 0..<count { words[place] = word(place) }
      }
    }
    return words
  }

  /// The same bits for 0.0 and −0.0, and for every NaN.
  private static func canonicalBits(_ number: Double) -> UInt64 {
    if number == 0 { return 0 }
    return number.isNaN ? Double.nan.bitPattern : number.bitPattern
  }

  // MARK: - Decoding

  func value(of word: UInt64) -> Value {
    switch encoding {
    case .undecided: .null
    case .nodes: .node(Node(id: NodeID(UInt32(word))))
    case .relationships: .relationship(Relationship(id: RelationshipID(UInt32(word))))
    case .booleans: .boolean(word != 0)
    case .integers: .integer(Int64(bitPattern: word))
    case .floats: .float(Double(bitPattern: word))
    case .dates: .date(CalendarDate(daysSinceEpoch: Int64(bitPattern: word)))
    case .strings(let pool), .texts(let pool): .string(pool.string(of: UInt32(word)))
    case .interned: interner.value(of: word)
    }
  }

  func decode(_ words: [UInt64], _ nulls: NullMask) -> Vector {
    let mask = nulls.hasNulls ? nulls : nil
    switch encoding {
    case .undecided: return .nulls(count: words.count)
    case .nodes: return Vector(.nodes(words.map { NodeID(UInt32($0)) }), nulls: mask)
    case .relationships: return Vector(.relationships(words.map { RelationshipID(UInt32($0)) }), nulls: mask)
    case .booleans: return Vector(.booleans(words.map { $0 != 0 }), nulls: mask)
    case .integers: return Vector(.integers(words.map { Int64(bitPattern: $0) }), nulls: mask)
    case .floats: return Vector(.floats(words.map { Double(bitPattern: $0) }), nulls: mask)
    case .dates: return Vector(.dates(words.map { Int64(bitPattern: $0) }), nulls: mask)
    case .strings(let pool), .texts(let pool): return Vector(.strings(words.map { UInt32($0) }, pool), nulls: mask)
    case .interned: return Vector(packing: words.indices.map { nulls[$0] ? .null : interner.value(of: words[$0]) })
    }
  }
}

/// The numbers of the lists met last, by where their elements stand in memory: one list that many rows share is hashed once. Only
/// while something keeps the lists alive.
private struct SharedLists {
  private var addresses = [UInt](repeating: 0, count: Self.placeCount)
  private var numbers = [UInt64](repeating: 0, count: Self.placeCount)
  private static let placeCount = 16

  mutating func number(of value: Value, interner: inout ValueInterner) -> UInt64 {
    guard case .list(let elements) = value, !elements.isEmpty else { return interner.number(of: value) }
    let address = elements.withUnsafeBufferPointer { UInt(bitPattern: $0.baseAddress) }
    let place = Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) &>> 60)
    if addresses[place] == address { return numbers[place] }
    let number = interner.number(of: value)
    (addresses[place], numbers[place]) = (address, number)
    return number
  }
}

/// Numbers values so that equivalent ones have the same number.
struct ValueInterner {
  private var numbers: [EquivalenceKey: UInt64] = [:]
  private var values: [Value] = []
  /// The values and their places in the table.
  private(set) var byteCount = 0

  mutating func number(of value: Value) -> UInt64 {
    let key = EquivalenceKey(value)
    if let number = numbers[key] { return number }
    let number = UInt64(values.count)
    numbers[key] = number
    values.append(value)
    byteCount += 64 + value.byteCount
    return number
  }

  func knownNumber(of value: Value) -> UInt64? { numbers[EquivalenceKey(value)] }

  func value(of number: UInt64) -> Value { values[Int(number)] }
}
