import Linguistics

/// The single words of the lists, with the lists that each stands in, as the trained models know them.
package enum WordTraits {
  /// In no particular order; a word may come several times.
  package static var all: [(word: String, traits: WordLexicon)] {
    var all: [(word: String, traits: WordLexicon)] = []
    func add(_ words: some Sequence<String>, _ traits: WordLexicon) {
      for word in words {
        for part in word.split(separator: " ") where !Self.particles.contains(String(part)) {
          all.append((part.lowercased(), traits))
        }
      }
    }
    add(GivenNames.table.keys, .givenName)
    add(Gazetteer.places.keys, .placeName)
    add(Gazetteer.demonyms.keys, .demonym)
    add(HumanNouns.ranks, .rank)
    add(HumanNouns.honorifics.keys, .rank)
    add(HumanNouns.offices, .human)
    add(HumanNouns.familyNouns, .human)
    add(HumanNouns.collectives, .people)
    add(OrganizationNouns.nameHeads, .organizationName)
    add(OrganizationNouns.commonHeads, .organization)
    add(PlaceNouns.nameHeads, .place)
    add(PlaceNouns.kinds, .place)
    add(PlaceNouns.sites, .place)
    add(DateText.weekdays.keys, .time)
    add(DateText.months.keys, .time)
    return all
  }

  /// Names of organisations of one word, but those that are common words too.
  package static var organizations: [String] {
    OrganizationNouns.known.keys.filter { !$0.contains(" ") && !particles.contains($0) }
  }

  /// Parts of names of several words that are none by themselves.
  private static let particles: Set<String> = [
    "the", "of", "and", "de", "la", "new", "south", "north", "east", "west", "nice", "es", "is", "who", "time", "guardian",
    "congress", "senate",
  ]
}
