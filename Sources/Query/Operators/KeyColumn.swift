import Graph

/// How one key column's values become words that are equal exactly if the values are equivalent.
struct KeyColumn {
  private enum Encoding {
    case undecided
    case nodes, relationships, booleans, integers, floats, dates
    case strings(StringPool)
    case interned
  }

  private var encoding = Encoding.undecided
  private var interner = ValueInterner()

  static func interning() -> KeyColumn {
    var column = KeyColumn()
    column.encoding = .interned
    return column
  }

  /// True if a vector can be encoded as things stand; decides the encoding if nothing has yet.
  mutating func takes(_ vector: Vector) -> Bool {
    switch (encoding, vector.storage) {
    case (.interned, _), (.nodes, .nodes), (.relationships, .relationships), (.booleans, .booleans), (.integers, .integers),
      (.floats, .floats), (.dates, .dates), (_, .constant(.null, _)):
      return true
    case (.strings(let pool), .strings(_, let other)): return pool === other
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
    case .values, .constant: .interned
    }
  }

  mutating func intern(_ value: Value) -> UInt64 { interner.number(of: value) }

  /// Writes the words of `rows` at `column` of each row's `width` words, and which are null into the last of them.
  mutating func encode(_ vector: Vector, _ rows: [UInt32], at column: Int, _ width: Int, into words: inout [UInt64]) {
    if case .interned = encoding {
      for (index, row) in rows.enumerated() {
        let value = vector[Int(row)]
        if value.isNull {
          markNull(index, column, width, &words)
        } else {
          words[index * width + column] = interner.number(of: value)
        }
      }
      return
    }
    switch vector.storage {
    case .nodes(let ids): fill(rows, column, width, &words) { UInt64(ids[$0].rawValue) }
    case .relationships(let ids): fill(rows, column, width, &words) { UInt64(ids[$0].rawValue) }
    case .booleans(let flags): fill(rows, column, width, &words) { flags[$0] ? 1 : 0 }
    case .integers(let numbers), .dates(let numbers): fill(rows, column, width, &words) { UInt64(bitPattern: numbers[$0]) }
    case .floats(let numbers): fill(rows, column, width, &words) { Self.canonicalBits(numbers[$0]) }
    case .strings(let codes, _): fill(rows, column, width, &words) { UInt64(codes[$0]) }
    case .constant: for index in rows.indices { markNull(index, column, width, &words) }
    case .values: preconditionFailure("composite values are interned")
    }
    guard let nulls = vector.nulls else { return }
    for (index, row) in rows.enumerated() where nulls[Int(row)] {
      words[index * width + column] = 0
      markNull(index, column, width, &words)
    }
  }

  @inline(__always)
  private func fill(_ rows: [UInt32], _ column: Int, _ width: Int, _ words: inout [UInt64], _ word: (Int) -> UInt64) {
    words.withUnsafeMutableBufferPointer { words in
      for index in 0..<rows.count { words[index &* width &+ column] = word(Int(rows[index])) }
    }
  }

  private func markNull(_ index: Int, _ column: Int, _ width: Int, _ words: inout [UInt64]) {
    words[index * width + width - 1] |= 1 << UInt64(column)
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
    case .strings(let pool): .string(pool.string(of: UInt32(word)))
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
    case .strings(let pool): return Vector(.strings(words.map { UInt32($0) }, pool), nulls: mask)
    case .interned: return Vector(packing: words.indices.map { nulls[$0] ? .null : interner.value(of: words[$0]) })
    }
  }
}

/// Numbers values so that equivalent ones have the same number.
struct ValueInterner {
  private var numbers: [EquivalenceKey: UInt64] = [:]
  private var values: [Value] = []

  mutating func number(of value: Value) -> UInt64 {
    let key = EquivalenceKey(value)
    if let number = numbers[key] { return number }
    let number = UInt64(values.count)
    numbers[key] = number
    values.append(value)
    return number
  }

  func value(of number: UInt64) -> Value { values[Int(number)] }
}
