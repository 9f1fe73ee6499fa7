/// Absolute dates as people and machines write them: `2019-10-14`, `Oct. 14, 2019`, `14 October 2019`, `October 2019`.
enum DateText {
  /// The months by their English names and abbreviations, lower case, without a full stop.
  static let months: [String: Int] = {
    let names = [
      "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
      "september sept sep", "october oct", "november nov", "december dec",
    ]
    var table: [String: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { table[String(name)] = index + 1 }
    }
    return table
  }()

  /// The days of the week, Monday 0.
  static let weekdays: [String: Int] = {
    let names = [
      "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thurs", "friday fri", "saturday sat", "sunday sun",
    ]
    var table: [String: Int] = [:]
    for (index, line) in names.enumerated() {
      for name in line.split(separator: " ") { table[String(name)] = index }
    }
    return table
  }()

  /// "three days", "a year": what spans are counted in.
  static func isUnit(_ word: String) -> Bool { units.contains(Suffixes.singular(word)) }

  private static let units: Set<String> = ["minute", "hour", "day", "week", "month", "year"]

  /// What stands before a weekday, a month or a season: "last July".
  static let adjectives: Set<String> = ["last", "next", "this", "early", "late", "mid"]

  /// The month that a lower-case word names, a final full stop allowed.
  static func month(_ word: String) -> Int? {
    months[word.hasSuffix(".") ? String(word.dropLast()) : word]
  }

  /// The first full date (day, month and year) in `text`; nil without one.
  static func day(in text: String) -> CivilDay? {
    // "Issue 14, July 2018": the number is the issue's.
    if let first = text.split(separator: " ").first?.lowercased(),
      ["issue", "no.", "no", "vol.", "vol", "volume"].contains(first),
      month(ofLine: text) != nil
    {
      return nil
    }
    let separators: Set<Character> = [" ", ",", "\t", "(", ")", "|", "T", ";"]
    if let iso = isoDay(in: text) { return iso }
    let words = text.split(whereSeparator: { separators.contains($0) && $0 != "T" }).map { $0.lowercased() }
    for (index, word) in words.enumerated() {
      guard let month = month(word) else { continue }
      let after = index + 1 < words.count ? dayNumber(words[index + 1]) : nil
      let before = index > 0 ? dayNumber(words[index - 1]) : nil
      if let day = after, index + 2 < words.count, let year = yearNumber(words[index + 2]) {
        if let found = CivilDay(year: year, month: month, day: day) { return found }
      }
      if let day = before, index + 1 < words.count, let year = yearNumber(words[index + 1]) {
        if let found = CivilDay(year: year, month: month, day: day) { return found }
      }
    }
    return nil
  }

  /// The first day of the month in a line that names a month and a year and says little else: `July 2018`,
  /// `Issue 14, July 2018`.
  static func month(ofLine text: String) -> CivilDay? {
    var pieces = text.split(maxSplits: mostWords) { wordSeparators.contains($0) }
    // The last is all that stands behind so many words.
    if pieces.count > mostWords, pieces.removeLast().contains(where: { !wordSeparators.contains($0) }) { return nil }
    let words = pieces.map { $0.lowercased() }
    guard let at = words.firstIndex(where: { month($0) != nil }), at + 1 < words.count,
      let number = month(words[at]), let year = yearNumber(words[at + 1]), (1600..<2200).contains(year)
    else { return nil }
    let rest = words[..<at] + words[(at + 2)...]
    let isPlain = rest.allSatisfy { Int($0) != nil || mastheadWords.contains($0) }
    return isPlain ? CivilDay(year: year, month: number, day: 1) : nil
  }

  private static let mostWords = 6
  private static let wordSeparators = Set<Character>(" ,|()/·•–—:.")
  private static let mastheadWords: Set<String> = [
    "issue", "no", "vol", "volume", "number", "published", "updated", "edition", "magazine", "the", "date", "posted", "in",
  ]

  /// `14`, `14th`, `1st` as a day of the month.
  static func dayNumber(_ word: String) -> Int? {
    var digits = word[...]
    for suffix in ["st", "nd", "rd", "th", "."] where digits.hasSuffix(suffix) {
      digits = digits.dropLast(suffix.count)
      break
    }
    guard digits.utf8.count <= 2, let number = Int(digits), (1...31).contains(number) else { return nil }
    return number
  }

  /// A year of four digits, 1000 to 2999.
  static func yearNumber(_ word: String) -> Int? {
    let digits = word.hasSuffix(".") ? word.dropLast() : word[...]
    guard digits.utf8.count == 4, let number = Int(digits), (1000..<3000).contains(number) else { return nil }
    return number
  }

  /// The first `YYYY-MM-DD` in `text`.
  static func isoDay(in text: String) -> CivilDay? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10 else { return nil }
    for start in 0...(bytes.count - 10) {
      let piece = bytes[start..<(start + 10)]
      guard bytes[start + 4] == 0x2D, bytes[start + 7] == 0x2D else { continue }
      if start > 0, (0x30...0x39).contains(bytes[start - 1]) { continue }
      let words = String(decoding: piece, as: UTF8.self).split(separator: "-")
      guard words.count == 3, let year = Int(words[0]), let month = Int(words[1]), let day = Int(words[2]) else { continue }
      if let found = CivilDay(year: year, month: month, day: day) { return found }
    }
    return nil
  }
}
