/// What a word's ending says of its part of speech.
enum Suffixes {
  static let nounsInLy = WordList.set(
    "assembly family supply ally anomaly monopoly july reply italy rally bully belly assembly fly")
  private static let adjectiveEndings = [
    "ous", "ful", "less", "able", "ible", "ical", "ish", "ive", "ic", "ial", "nal", "ant", "ary", "ed", "-old", "-wide", "-led",
    "-based", "-backed", "-linked", "-style", "like", "ern", "-held", "-run", "-owned", "-controlled",
  ]
  private static let nouns = WordList.set(
    """
    fabric traffic public music republic clinic critic topic mosque picnic panic mechanic attic logic tunic basic relic
    infant restaurant merchant tenant giant lieutenant sergeant servant consultant accountant assistant defendant plant grant
    migrant immigrant militant participant applicant covenant elephant remnant occupant inhabitant informant descendant
    secretary library diary salary boundary commentary dictionary anniversary documentary missionary mercenary revolutionary
    executive representative detective initiative alternative objective motive narrative perspective archive native relative
    operative captive fugitive incentive directive hive dive
    official trial material memorial tutorial editorial commercial potential criminal journal arsenal terminal cannibal
    professional table cable vegetable variable
    ferry hospital capital animal general rival festival arrival approval withdrawal proposal proposal appraisal refusal
    seed feed weed speed breed need creed bed shed sled steed hatred hundred kindred
    cavern govern concern lantern pattern fish dish polish parish
    """)

  static func tag(of lower: String) -> Tag? {
    if nouns.contains(lower) { return .noun }
    if lower.hasSuffix("s"), nouns.contains(String(lower.dropLast())) { return .pluralNoun }
    for ending in adjectiveEndings where lower.utf8.count > ending.utf8.count + 2 && lower.hasSuffix(ending) { return .adjective }
    return nil
  }

  private static let compoundEndings = [
    "-led", "-linked", "-backed", "-based", "-allied", "-held", "-run", "-owned", "-controlled", "-style", "-old", "-wide",
    "-funded",
    "-made", "-born", "-trained", "-armed", "-sponsored", "-supported", "-brokered", "-speaking", "-dominated", "-affiliated",
    "-occupied", "-listed", "-appointed", "-ranking", "-level", "-aligned", "-leaning", "-inspired",
  ]

  /// `French-led`, `al-Qaeda-linked`: an adjective whatever it begins with.
  static func isCompoundAdjective(_ lower: String) -> Bool {
    lower.utf8.contains(UInt8(ascii: "-")) && compoundEndings.contains { lower.hasSuffix($0) }
  }

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
  static func singular(_ lower: String) -> String {
    switch lower {
    case "people": return "person"
    case "police", "troops": return lower
    case "children": return "child"
    default: break
    }
    if lower.hasSuffix("men") { return lower.dropLast(3) + "man" }
    if lower.hasSuffix("ies"), lower.utf8.count > 4 { return lower.dropLast(3) + "y" }
    for ending in ["sses", "shes", "ches", "xes"] where lower.hasSuffix(ending) { return String(lower.dropLast(2)) }
    return isPlural(lower) && lower.hasSuffix("s") ? String(lower.dropLast()) : lower
  }
}
