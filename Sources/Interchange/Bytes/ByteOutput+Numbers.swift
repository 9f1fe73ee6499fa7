import Graph

// Numbers and dates as digits, without a string between.
extension ByteOutput {
  /// The decimal digits of `number`.
  public func append(integer number: Int64) {
    // The longest has a sign and 19 digits; short ones are written eight bytes at a time.
    append(upTo: 28) { start in
      var length = 0
      if number < 0 {
        start[0] = UInt8(ascii: "-")
        length = 1
      }
      return length &+ Self.write(number.magnitude, to: start + length)
    }
  }

  /// The digits of a number that one with at most four decimals has in the common notation, `12.5`; false, and nothing
  /// appended, for any other.
  ///
  /// A decimal number of up to 15 digits is the only one of them that reads back as its double, so these are the shortest
  /// digits. With a point always, and a zero where a side of it would be empty.
  func append(shortDecimal number: Double) -> Bool {
    let scaled = (number * 10_000).rounded()
    let magnitude = number.magnitude
    // From 10⁻⁴ below and 2⁵³ above the notation changes. A negative zero does not come back from an integer.
    guard magnitude < 1e10, scaled != 0, (Double(Int64(scaled)) / 10_000) == number else { return false }
    append(upTo: 28) { start in
      var length = 0
      if number < 0 {
        start[0] = UInt8(ascii: "-")
        length = 1
      }
      let digits = Int64(scaled).magnitude
      let (whole, rest) = digits.quotientAndRemainder(dividingBy: 10_000)
      length &+= Self.write(whole, to: start + length)
      start[length] = UInt8(ascii: ".")
      Self.writeTwo(Int64(rest) / 100, to: start + (length &+ 1))
      Self.writeTwo(Int64(rest) % 100, to: start + (length &+ 3))
      length &+= 5
      while start[length &- 1] == UInt8(ascii: "0"), start[length &- 2] != UInt8(ascii: ".") { length &-= 1 }
      return length
    }
    return true
  }

  /// `2013-01-11`, as `CalendarDate.description` writes it.
  func append(date: CalendarDate) {
    // The years 0000 to 9999 have four digits and no sign.
    guard date.daysSinceEpoch >= -719_528, date.daysSinceEpoch <= 2_932_896 else { return append(date.description) }
    let (year, month, day) = Self.civil(date.daysSinceEpoch)
    append(upTo: 10) { start in
      Self.writeTwo(year / 100, to: start)
      Self.writeTwo(year % 100, to: start + 2)
      start[4] = UInt8(ascii: "-")
      Self.writeTwo(month, to: start + 5)
      start[7] = UInt8(ascii: "-")
      Self.writeTwo(day, to: start + 8)
      return 10
    }
  }

  /// Year, month and day of a day since 1970-01-01, none before the year 0 (Hinnant, "chrono-Compatible Low-Level Date
  /// Algorithms", civil_from_days).
  private static func civil(_ days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    // A year from March on, counted from -0400-03-01, so that all is positive and the leap day comes last.
    let shifted = days &+ 719_468 &+ 146_097
    let era = shifted / 146_097
    let dayOfEra = shifted % 146_097
    let yearOfEra = (dayOfEra &- dayOfEra / 1_460 &+ dayOfEra / 36_524 &- dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra &- (365 &* yearOfEra &+ yearOfEra / 4 &- yearOfEra / 100)
    let shiftedMonth = (5 &* dayOfYear &+ 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth &+ 3 : shiftedMonth &- 9
    let year = yearOfEra &+ (era &- 1) &* 400 &+ (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear &- (153 &* shiftedMonth &+ 2) / 5 &+ 1)
  }

  @inline(__always) private static func writeTwo(_ number: Int64, to start: UnsafeMutablePointer<UInt8>) {
    start[0] = UInt8(truncatingIfNeeded: 48 &+ number / 10)
    start[1] = UInt8(truncatingIfNeeded: 48 &+ number % 10)
  }

  /// Writes the digits and says how many they are. Eight bytes from `start` on are written where they are fewer.
  @inline(__always) private static func write(_ number: UInt64, to start: UnsafeMutablePointer<UInt8>) -> Int {
    if number < 100_000_000 { return writeLeading(number, to: start) }
    let (leading, last) = number.quotientAndRemainder(dividingBy: 100_000_000)
    let length = leading < 100_000_000 ? writeLeading(leading, to: start) : write(leading, toLong: start)
    store(eightDigits(last) | 0x3030_3030_3030_3030, at: start + length)
    return length &+ 8
  }

  private static func write(_ number: UInt64, toLong start: UnsafeMutablePointer<UInt8>) -> Int {
    let (leading, last) = number.quotientAndRemainder(dividingBy: 100_000_000)
    let length = writeLeading(leading, to: start)
    store(eightDigits(last) | 0x3030_3030_3030_3030, at: start + length)
    return length &+ 8
  }

  /// The digits of a number below 10⁸ without zeros in front.
  @inline(__always) private static func writeLeading(_ number: UInt64, to start: UnsafeMutablePointer<UInt8>) -> Int {
    let digits = eightDigits(number)
    let zeroCount = min(digits.trailingZeroBitCount &>> 3, 7)
    store((digits | 0x3030_3030_3030_3030) &>> UInt64(truncatingIfNeeded: zeroCount &* 8), at: start)
    return 8 &- zeroCount
  }

  /// The eight decimal digits of a number below 10⁸, a byte each, the first one the least significant: cut in halves three
  /// times, all parts at once, and divided by multiplying (after P. Khuong, "How to print integers really fast").
  @inline(__always) private static func eightDigits(_ number: UInt64) -> UInt64 {
    let fours = number / 10_000 | (number % 10_000) &<< 32
    let hundreds = ((fours &* 10_486) &>> 20) & 0x0000_007F_0000_007F
    let pairs = hundreds | (fours &- hundreds &* 100) &<< 16
    let tens = ((pairs &* 103) &>> 10) & 0x000F_000F_000F_000F
    return tens | (pairs &- tens &* 10) &<< 8
  }

  @inline(__always) private static func store(_ digits: UInt64, at start: UnsafeMutablePointer<UInt8>) {
    UnsafeMutableRawPointer(start).storeBytes(of: digits.littleEndian, as: UInt64.self)
  }
}
