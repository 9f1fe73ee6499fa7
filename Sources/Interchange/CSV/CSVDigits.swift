/// Numbers and dates at the beginning of bytes, eight digits at a time (after D. Lemire, "Quickly parsing eight digits", and W.
/// Muła, "SIMD-ized integer parsing"). Twenty-four bytes can be read at each place.
enum CSVDigits {
  @inline(__always) private static func word(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }

  /// The number of digits that eight bytes begin with.
  @inline(__always) private static func leadingDigitCount(_ word: UInt64) -> Int {
    let high = (word & 0xF0F0_F0F0_F0F0_F0F0) ^ 0x3030_3030_3030_3030
    let above = ((word &+ 0x0606_0606_0606_0606) & 0xF0F0_F0F0_F0F0_F0F0) ^ 0x3030_3030_3030_3030
    return (high | above).trailingZeroBitCount &>> 3
  }

  /// What the first `count` of eight bytes, all of them digits, say.
  @inline(__always) private static func value(_ word: UInt64, _ count: Int) -> UInt64 {
    // A shift by 64 would leave the word as it is.
    guard count > 0 else { return 0 }
    let digits = (word &- 0x3030_3030_3030_3030) &<< UInt64(truncatingIfNeeded: 64 &- 8 &* count)
    let pairs = digits &* 10 &+ (digits &>> 8)
    let left = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
    let right = ((pairs &>> 16) & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
    return (left &+ right) &>> 32
  }

  /// The digits at the beginning as a number, of which there are at most 18; nil where there are more.
  @inline(__always)
  static func number(_ bytes: UnsafePointer<UInt8>) -> (value: UInt64, count: Int)? {
    let first = word(bytes)
    let count = leadingDigitCount(first)
    var number = value(first, count)
    guard count == 8 else { return (number, count) }
    var end = 8
    while end < 19 {
      let digit = bytes[end] &- 48
      guard digit < 10 else { return (number, end) }
      number = number &* 10 &+ UInt64(digit)
      end &+= 1
    }
    return nil
  }

  /// The days since 1970-01-01 of a date of the form 2012-07-23 from year 1 on; nil for what is none.
  @inline(__always)
  static func date(_ bytes: UnsafePointer<UInt8>) -> Int64? {
    let first = word(bytes)
    let second = UInt64(UnsafeRawPointer(bytes + 8).loadUnaligned(as: UInt16.self).littleEndian)
    // Four digits, a hyphen, two digits, a hyphen.
    guard first &>> 56 == 0x2D, (first &>> 32) & 0xFF == 0x2D else { return nil }
    let digits = first & 0x00FF_FF00_FFFF_FFFF | 0x3000_0030_0000_0000
    guard leadingDigitCount(digits) == 8, leadingDigitCount(second | 0x3030_3030_3030_0000) == 8 else { return nil }
    let year = Int64(value(first, 4))
    let month = Int64((first &>> 40) & 0xF) &* 10 &+ Int64((first &>> 48) & 0xF)
    let day = Int64(second & 0xF) &* 10 &+ Int64((second &>> 8) & 0xF)
    guard year >= 1, month &- 1 < 12, month >= 1, day >= 1, day <= length(of: month, year) else { return nil }
    return days(year, month, day)
  }

  @inline(__always) private static func length(of month: Int64, _ year: Int64) -> Int64 {
    if month == 2 { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28 }
    // 31 days in January, March, May, July, and then in those with even numbers.
    return 30 &+ ((month &+ (month &>> 3)) & 1)
  }

  /// Days from civil (H. Hinnant, "chrono-Compatible Low-Level Date Algorithms"): years begin in March. From year 0 on.
  @inline(__always) private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let shifted = month <= 2 ? year &- 1 : year
    let era = shifted / 400
    let yearOfEra = shifted &- era &* 400
    let dayOfYear = (153 &* (month > 2 ? month &- 3 : month &+ 9) &+ 2) / 5 &+ day &- 1
    let dayOfEra = yearOfEra &* 365 &+ yearOfEra / 4 &- yearOfEra / 100 &+ dayOfYear
    return era &* 146_097 &+ dayOfEra &- 719_468
  }
}
