import Graph

/// Reads records that are written plainly – no doubled quotes, numbers of few digits, dates as most are, the labels or type of
/// the record before – straight from bytes into lanes. In front of any other it stops, and `CSVChunkReader` reads it.
struct CSVPlainReader {
  /// What a column of the file is read as.
  enum Step: UInt8 {
    case skipped, name, checkedIdentifier
    case integer, identifier, float, date, text, textIdentifier, boolean

    init?(_ form: CSVColumnBuilder.Form) {
      switch form {
      case .integers: self = .integer
      case .identifiers: self = .identifier
      case .floats: self = .float
      case .dates: self = .date
      case .strings: self = .text
      case .names: self = .textIdentifier
      case .booleans: self = .boolean
      case .values: return nil
      }
    }
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// One for each column of the file.
  let steps: [Step]
  /// Takes the texts; nil where none is read.
  let pool: StringPool?
  /// The labels or type that the records have, quotes included.
  var name: Range<Int> = 0..<0

  private static let comma = UInt8(ascii: ",")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")
  private static let quote = UInt8(ascii: "\"")
  /// Before the last bytes so many can be read at any place: a sign, 15 digits, a point and what `CSVDigits` wants.
  private static let margin = 64
  nonisolated(unsafe) private static let powersOfTen: UnsafeMutablePointer<Double> = {
    let powers = UnsafeMutablePointer<Double>.allocate(capacity: 16)
    powers[0] = 1
    for index in 1..<16 { powers[index] = powers[index - 1] * 10 }
    return powers
  }()

  /// Reads records from `position`, where one begins, to rows from `row` on, until one begins at `limit` or later, `rowLimit` is
  /// reached or one is not plain.
  /// - Parameter lanes: by column.
  func read(
    from position: inout Int, before limit: Int, row: inout Int, rowLimit: Int,
    lanes: UnsafeMutablePointer<CSVColumnBuilder.Lane>
  ) {
    guard let base = bytes.baseAddress, !steps.isEmpty else { return }
    let powers = Self.powersOfTen
    let safeEnd = bytes.count &- Self.margin
    let limit = min(limit, safeEnd)
    steps.withUnsafeBufferPointer { steps in
      let last = steps.count &- 1
      while position < limit, row < rowLimit {
        var place = position
        for column in 0...last {
          guard place < safeEnd, let end = field(base, place, steps[column], lanes + column, row, powers) else { return }
          place = end
          if column < last {
            guard base[place] == Self.comma else { return }
          } else if base[place] != Self.lineFeed {
            guard base[place] == Self.carriageReturn, base[place &+ 1] == Self.lineFeed else { return }
            place &+= 1
          }
          place &+= 1
        }
        position = place
        row &+= 1
      }
    }
  }

  /// Passes over plain records, of which nothing is kept.
  func check(_ scanner: inout CSVScanner, before limit: Int) {
    var position = scanner.position
    var count = 0
    withUnsafeTemporaryAllocation(of: CSVColumnBuilder.Lane.self, capacity: steps.count) { lanes in
      read(from: &position, before: limit, row: &count, rowLimit: .max, lanes: lanes.baseAddress!)
    }
    scanner.advance(to: position, recordCount: count)
  }

  /// Reads the field at `place`.
  /// - Returns: where it ends, with a byte behind it that can be read; nil where it is not plain.
  @inline(__always)
  private func field(
    _ base: UnsafePointer<UInt8>, _ place: Int, _ step: Step, _ lane: UnsafeMutablePointer<CSVColumnBuilder.Lane>, _ row: Int,
    _ powers: UnsafeMutablePointer<Double>
  ) -> Int? {
    switch step {
    case .identifier, .checkedIdentifier:
      guard let number = CSVDigits.number(base + place), number.count > 0,
        base[place] != UInt8(ascii: "0") || number.count == 1
      else { return nil }
      if step == .identifier { lane.pointee.set(number.value, row) }
      return place &+ number.count
    case .name: return isSameName(base, place) ? place &+ name.count : nil
    case .skipped: return base[place] == Self.quote ? quotedEnd(base, place).map { $0 &+ 1 } : plainEnd(base, place)
    case .text, .textIdentifier: return text(base, place, lane, row, isNullable: step == .text)
    default: break
    }
    if Self.isEnd(base[place]) {
      lane.pointee.words[row] = 0
      lane.pointee.isPresent[row] = false
      return place
    }
    switch step {
    case .integer: return Self.integer(base, place, lane, row)
    case .float: return Self.float(base, place, lane, row, powers)
    case .date:
      guard let days = CSVDigits.date(base + place) else { return nil }
      lane.pointee.set(UInt64(bitPattern: days), row)
      return place &+ 10
    default: return Self.boolean(base, place, lane, row)
    }
  }

  @inline(__always) private static func isEnd(_ byte: UInt8) -> Bool {
    byte == comma || byte == lineFeed || byte == carriageReturn
  }

  @inline(__always) private static func integer(
    _ base: UnsafePointer<UInt8>, _ place: Int, _ lane: UnsafeMutablePointer<CSVColumnBuilder.Lane>, _ row: Int
  ) -> Int? {
    let sign = base[place] == UInt8(ascii: "-") ? 1 : 0
    guard let number = CSVDigits.number(base + place + sign), number.count > 0 else { return nil }
    lane.pointee.set(sign == 1 ? 0 &- number.value : number.value, row)
    return place &+ sign &+ number.count
  }

  /// A number of at most 15 digits without exponent: digits and power of ten are both exact, so their quotient is rounded once,
  /// which is right.
  @inline(__always) private static func float(
    _ base: UnsafePointer<UInt8>, _ place: Int, _ lane: UnsafeMutablePointer<CSVColumnBuilder.Lane>, _ row: Int,
    _ powers: UnsafeMutablePointer<Double>
  ) -> Int? {
    let sign = base[place] == UInt8(ascii: "-") ? 1 : 0
    let start = place &+ sign
    guard let whole = CSVDigits.number(base + start), whole.count <= 15 else { return nil }
    var number = Double(whole.value)
    var end = start &+ whole.count
    if base[end] == UInt8(ascii: ".") {
      guard let fraction = CSVDigits.number(base + end + 1), whole.count &+ fraction.count <= 15,
        whole.count &+ fraction.count > 0
      else { return nil }
      let digits = Double(whole.value) * powers[fraction.count] + Double(fraction.value)
      number = digits / powers[fraction.count]
      end &+= fraction.count &+ 1
    } else if whole.count == 0 {
      return nil
    }
    lane.pointee.set((sign == 1 ? -number : number).bitPattern, row)
    return end
  }

  @inline(__always) private static func boolean(
    _ base: UnsafePointer<UInt8>, _ place: Int, _ lane: UnsafeMutablePointer<CSVColumnBuilder.Lane>, _ row: Int
  ) -> Int? {
    let word = UInt32(littleEndian: UnsafeRawPointer(base + place).loadUnaligned(as: UInt32.self))
    // "true" and "fals", the first letter the least significant.
    if word == 0x6575_7274 {
      lane.pointee.set(1, row)
      return place &+ 4
    }
    guard word == 0x736C_6166, base[place &+ 4] == UInt8(ascii: "e") else { return nil }
    lane.pointee.set(0, row)
    return place &+ 5
  }

  private func text(
    _ base: UnsafePointer<UInt8>, _ place: Int, _ lane: UnsafeMutablePointer<CSVColumnBuilder.Lane>, _ row: Int, isNullable: Bool
  ) -> Int? {
    let isQuoted = base[place] == Self.quote
    let start = isQuoted ? place &+ 1 : place
    guard let end = isQuoted ? quotedEnd(base, place) : plainEnd(base, place) else { return nil }
    if end == start, !isQuoted || !isNullable {
      guard isNullable else { return nil }
      lane.pointee.words[row] = 0
      lane.pointee.isPresent[row] = false
      return end
    }
    let text = UnsafeBufferPointer(start: base + start, count: end &- start)
    guard CSVText.isValid(text) else { return nil }
    lane.pointee.set(UInt64(pool.unsafelyUnwrapped.intern(text)), row)
    return isQuoted ? end &+ 1 : end
  }

  // MARK: - Ends

  /// Where the closing quote of the field at `place` stands; nil where it is doubled or too near the end of the bytes.
  @inline(__always) private func quotedEnd(_ base: UnsafePointer<UInt8>, _ place: Int) -> Int? {
    let safeEnd = bytes.count &- Self.margin
    var end = place &+ 1
    while end < safeEnd {
      let found = Self.places(of: Self.quote, in: Self.word(base + end))
      if found != 0 {
        end &+= found.trailingZeroBitCount &>> 3
        return base[end &+ 1] == Self.quote ? nil : end
      }
      end &+= 8
    }
    return nil
  }

  /// Where the field without quotes at `place` ends.
  @inline(__always) private func plainEnd(_ base: UnsafePointer<UInt8>, _ place: Int) -> Int? {
    let safeEnd = bytes.count &- Self.margin
    var end = place
    while end < safeEnd {
      let word = Self.word(base + end)
      let found = Self.places(of: Self.comma, in: word) | Self.places(of: Self.lineFeed, in: word)
      if found != 0 {
        end &+= found.trailingZeroBitCount &>> 3
        let hasReturn = end > place && base[end] == Self.lineFeed && base[end &- 1] == Self.carriageReturn
        return hasReturn ? end &- 1 : end
      }
      end &+= 8
    }
    return nil
  }

  @inline(__always) private static func word(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }

  /// The top bits of the bytes that are `byte`; right up to the first of them.
  @inline(__always) private static func places(of byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
  }

  /// Whether the same labels or type as before stand at `place`.
  @inline(__always) private func isSameName(_ base: UnsafePointer<UInt8>, _ place: Int) -> Bool {
    let count = name.count
    guard place < bytes.count &- Self.margin &- count else { return false }
    let (known, found) = (base + name.lowerBound, base + place)
    guard count >= 8 else {
      for index in 0..<count where known[index] != found[index] { return false }
      return true
    }
    var index = 0
    while index < count &- 8 {
      guard Self.word(known + index) == Self.word(found + index) else { return false }
      index &+= 8
    }
    return Self.word(known + (count &- 8)) == Self.word(found + (count &- 8))
  }
}
