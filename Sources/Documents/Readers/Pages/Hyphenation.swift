/// Puts words together again that the end of a line has cut.
struct Hyphenation {
  private var words: Set<Substring> = []
  /// They keep their hyphen.
  private static let prefixes: Set<Substring> = [
    "ex", "non", "self", "well", "so", "half", "vice", "mid", "anti", "pro", "all", "quasi", "semi", "cross", "two", "three",
    "four",
    "five", "six", "seven", "eight", "nine", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
    "brother", "sister", "mother", "father", "son", "daughter", "long", "short", "high", "low",
  ]

  /// - Parameter lines: the text, from whose whole words it is learnt which have a hyphen.
  init(_ lines: [String]) {
    for line in lines {
      for word in line.lowercased().split(whereSeparator: { !$0.isLetter && $0 != "-" }).dropLast() { words.insert(word) }
    }
  }

  /// `text` and the line below it.
  func joined(_ text: String, _ line: String) -> String {
    guard let last = text.last, "-\u{AD}\u{2010}".contains(last) else { return text + " " + line }
    let stem = text.dropLast()
    guard let before = stem.last, before.isLetter || before.isNumber else { return text + " " + line }
    guard last != "\u{AD}" else { return stem + line }
    guard line.first?.isLowercase == true, before.isLetter else { return stem + "-" + line }
    let left = Substring(stem.lowercased()).split(whereSeparator: { !$0.isLetter && $0 != "-" }).last ?? ""
    let right = Substring(line.lowercased()).prefix { $0.isLetter || $0 == "-" }
    if words.contains(left + right) { return stem + line }
    let keeps = words.contains(left + "-" + right) || Self.prefixes.contains(left) || right.contains("-")
    return stem + (keeps ? "-" : "") + line
  }
}
