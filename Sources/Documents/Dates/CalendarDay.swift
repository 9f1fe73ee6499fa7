/// The day whose year dates without a year have, in a text that does not say when it was written: the last one that the text
/// names in full, or a later one without a year that is so near that it must belong to the same telling.
enum CalendarDay {
  /// So many days later a date is more likely one of the year before.
  private static let longestTelling = 90

  /// Nil for a text that names no day in full. O(tokens).
  static func named(in annotations: Annotations) -> CivilDay? {
    let tokens = annotations.tokens
    var full: CivilDay?
    for sentence in annotations.sentences {
      var parser = TimeParser(sentence: sentence, tokens: tokens, tags: annotations.tags, today: nil)
      for case (let from?, let to?) in parser.expressions().map({ ($0.from, $0.to) }) where from == to {
        full = max(full ?? CivilDay(from), CivilDay(from))
      }
    }
    guard let full else { return nil }
    var partial: [(month: Int, day: Int)] = []
    for index in tokens.indices {
      guard tokens[index].isCapitalised, let month = DateText.month(tokens[index].lower) else { continue }
      let word = { (place: Int) in tokens.indices.contains(place) ? tokens[place].lower : "" }
      guard let day = DateText.dayNumber(word(index + 1)) ?? DateText.dayNumber(word(index - 1)) else { continue }
      let yearAt = [index + 1, index + 2, index + 3].first { word($0) != "," && DateText.dayNumber(word($0)) == nil }
      if yearAt.flatMap({ DateText.yearNumber(word($0)) }) == nil { partial.append((month, day)) }
    }
    return partial.reduce(full) { last, date in
      for year in [full.year, full.year + 1] {
        guard let civil = CivilDay(year: year, month: date.month, day: date.day) else { continue }
        if civil > last, civil <= full.adding(days: longestTelling) { return civil }
      }
      return last
    }
  }
}
