/// Places known by name, and which country an adjective or an inhabitant's name stands for.
enum Gazetteer {
  enum Kind: String {
    case country, city, region
  }

  /// Lower-case name → what it is.
  static let places: [String: Kind] = {
    var places: [String: Kind] = [:]
    for name in Cities.names { places[name.lowercased()] = .city }
    for country in Countries.all {
      if !country.capital.isEmpty { places[country.capital.lowercased()] = .city }
      places[country.name.lowercased()] = .country
      for other in country.otherNames { places[other.lowercased()] = .country }
    }
    return places
  }()

  /// Lower-case other name → the name that the graph gives the country.
  static let canonicalNames: [String: String] = {
    var table: [String: String] = [:]
    for country in Countries.all {
      for other in country.otherNames { table[other.lowercased()] = country.name }
    }
    return table
  }()

  /// Lower-case demonym, singular or plural → country.
  static let demonyms: [String: String] = {
    var table: [String: String] = [:]
    for country in Countries.all {
      for demonym in country.demonyms {
        table[demonym.lowercased()] = country.name
        if !demonym.hasSuffix("men"), !demonym.hasSuffix("ese"), !demonym.hasSuffix("sh"), !demonym.hasSuffix("ch") {
          table[demonym.lowercased() + "s"] = country.name
        }
      }
    }
    return table
  }()

  /// Words of any listed name or demonym.
  private static let nameWords: Set<String> = {
    var words: Set<String> = []
    for name in Array(places.keys) + Array(demonyms.keys) {
      for word in name.split(separator: " ") { words.insert(String(word)) }
    }
    return words.subtracting([
      "the", "of", "and", "south", "north", "east", "west", "new", "central", "san", "red", "black", "nice",
    ])
  }()

  /// Whether a lower-case word stands in a name that is known: a place, a demonym or a given name.
  static func isKnownName(_ lower: String) -> Bool { nameWords.contains(lower) || GivenNames.gender(of: lower) != nil }

  private static let continents: Set<String> = [
    "Europe", "Africa", "Asia", "North Africa", "West Africa", "East Africa", "North America", "Latin America", "South America",
    "Middle East",
  ]

  static func isContinent(_ country: String) -> Bool { continents.contains(country) }

  /// The endings that make an adjective of a place's name, each with what it replaces at the name's end.
  private static let endings: [(ending: String, replaced: [String])] = [
    ("ian", ["ia", "", "e", "y", "a", "o"]), ("an", ["a", "", "e", "ia", "o"]), ("n", [""]), ("ese", ["", "a", "e"]),
    ("ish", ["", "land", "e"]),
    ("i", ["", "a", "e", "ia"]), ("ic", ["", "ia", "a", "land"]), ("er", [""]), ("ien", ["ia", ""]), ("ean", ["ea", "e", "a"]),
    ("ite", [""]), ("ois", [""]), ("ine", ["ia", "a", "e"]),
  ]

  /// Whether `adjective` may be made of the place name `name`; both in lower case. `Sorvian` of `Sorvia`, `Dalmari` of `Dalmar`.
  static func isAdjective(_ adjective: String, of name: String) -> Bool {
    guard adjective != name, adjective.first == name.first, name.utf8.count >= 3 else { return false }
    var word = adjective
    if word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("ois") { word.removeLast() }
    for (ending, replaced) in endings where word.hasSuffix(ending) {
      let stem = word.dropLast(ending.count)
      for tail in replaced where name == stem + tail { return true }
    }
    return false
  }
}
