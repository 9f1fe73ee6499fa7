/// What the ending of a noun says of its number.
enum Suffixes {
  private static let irregularPlurals = WordList.set(
    """
    people men women children police troops militiamen gunmen policemen servicemen businessmen congressmen
    fishermen feet media data
    """)

  static func isPlural(_ lower: String) -> Bool {
    if irregularPlurals.contains(lower) || lower.hasSuffix("men") { return true }
    return lower.hasSuffix("s") && !lower.hasSuffix("ss") && !lower.hasSuffix("us") && !lower.hasSuffix("is")
      && lower.utf8.count > 3
      && !["news", "means", "series", "headquarters", "chaos", "gas", "bus"].contains(lower)
  }

  /// The singular of a plural noun: enough for looking words up, not for print.
  static func singular(_ lower: String) -> String { singulars[lower] }

  private static let singulars = WordMemo(derivedSingular)

  @Sendable private static func derivedSingular(_ lower: String) -> String {
    switch lower {
    case "people": return "person"
    case "police", "troops": return lower
    case "children": return "child"
    case "sorties": return "sortie"
    default: break
    }
    if lower.hasSuffix("men") { return lower.dropLast(3) + "man" }
    if lower.hasSuffix("ies"), lower.utf8.count > 4 { return lower.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes"] where lower.hasSuffix(ending) { return String(lower.dropLast(2)) }
    return isPlural(lower) && lower.hasSuffix("s") ? String(lower.dropLast()) : lower
  }
}
