/// Nouns for kin, also those that English makes of others: "great-nephew", "half-sister", "godson", "father-in-law".
enum Kinship {
  private static let women = WordList.set(
    """
    mother daughter sister wife widow aunt auntie niece mum mom mummy granny grandma heiress girlfriend fiancee fiancée bride
    kinswoman
    """)
  private static let men = WordList.set(
    """
    father son brother husband widower uncle nephew dad daddy granddad grandpa boyfriend fiance fiancé bridegroom kinsman
    """)
  private static let others = WordList.set(
    """
    cousin parent child sibling spouse partner relative heir descendant ancestor forebear offspring companion consort lover
    """)
  private static let prefixes = ["great-", "grand-", "half-", "step-", "foster-", "god-", "ex-", "twin-", "second-"]

  /// Each noun with the noun that it is made of: "grandson", "stepmother", "godchild".
  private static let table: [String: String] = {
    var table: [String: String] = [:]
    for word in women.union(men).union(others) {
      table[word] = word
      for prefix in ["step", "grand", "god", "half"] { table[prefix + word] = word }
    }
    return table
  }()

  /// What is left without all that hyphens join: "nephew" of "great-nephew".
  private static func core(_ singular: String) -> String? {
    guard singular.utf8.contains(UInt8(ascii: "-")) else { return table[singular] }
    var word = singular
    if word.hasSuffix("-in-law") { word.removeLast("-in-law".count) }
    while let prefix = prefixes.first(where: { word.hasPrefix($0) }) { word.removeFirst(prefix.count) }
    return table[word]
  }

  /// Whether a noun in the singular and lower case says whose kin somebody is.
  static func isRelative(_ singular: String) -> Bool { core(singular) != nil }

  private static let mates: Set<String> = ["wife", "husband", "widow", "widower", "spouse"]
  private static let parents: Set<String> = ["father", "mother", "parent", "dad", "mum", "mom"]
  private static let children: Set<String> = ["son", "daughter", "child"]
  private static let siblings: Set<String> = ["brother", "sister", "sibling"]
  private static let elders: Set<String> = ["uncle", "aunt"]
  private static let juniors: Set<String> = ["nephew", "niece"]

  static func isMate(_ singular: String) -> Bool { mates.contains(singular) }

  /// Whether one who has a relative of this kind is that to him: whose wife she is, is her husband.
  static func isInverse(_ singular: String, of other: String) -> Bool {
    [(mates, mates), (parents, children), (children, parents), (siblings, siblings), (elders, juniors), (juniors, elders)]
      .contains { $0.0.contains(singular) && $0.1.contains(other) } || singular == "cousin" && other == "cousin"
  }

  /// Nil for nouns of either gender and for those that are of no kin.
  static func gender(of singular: String) -> GivenNames.Gender? {
    guard let core = core(singular) else { return nil }
    return women.contains(core) ? .female : men.contains(core) ? .male : nil
  }
}
