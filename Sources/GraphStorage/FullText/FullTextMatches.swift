import Graph

extension GraphSnapshot {
  /// Which words of texts a search of a full-text index is met by, as ranges of UTF-8 bytes in ascending order.
  ///
  /// Phrases and nearness are not asked for here: what the index has found meets them, and every word of them is one of these.
  /// - Throws: as `search`. Complexity: O(words of the texts × words asked for).
  public func matchedWords(_ name: String, _ text: String, in texts: [String]) throws(StorageError) -> [[Range<Int>]] {
    guard let index = textIndex(named: name) else {
      throw StorageError(.schema, "there is no full-text index `\(name)`", remedy: nil)
    }
    let query: FullTextQuery?
    do throws(FullTextQueryError) {
      query = try FullTextQueryParser.parse(text)
    } catch {
      throw StorageError(.malformedSearch, "the search cannot be read: \(error.message)", remedy: error.remedy)
    }
    let analysis = try WordAnalysis(index.definition.analyzer)
    var matcher = WordMatcher()
    if let query { try matcher.add(query, analysis) }
    var matches: [[Range<Int>]] = []
    for text in texts {
      let places = WordMatcher.words(of: text)
      let words = try analysis.words(of: text)
      // A text that is cut otherwise than letters and digits say is left unmarked.
      matches.append(places.count == words.count ? zip(places, words).filter { matcher.fits($0.1) }.map(\.0) : [])
    }
    return matches
  }
}

/// Whether a word of an index is one that a search asks for.
struct WordMatcher {
  private var words: Set<String> = []
  private var beginnings: [String] = []
  private var fuzzy: [(word: [Unicode.Scalar], limit: Int)] = []
  private var patterns: [WordPattern] = []

  mutating func add(_ query: FullTextQuery, _ analysis: WordAnalysis) throws(StorageError) {
    switch query {
    case .phrase(let text, let isPrefix):
      var found = try analysis.words(of: text)
      if isPrefix, let last = found.popLast() { beginnings.append(last) }
      words.formUnion(found)
    case .near(let text, _): words.formUnion(try analysis.words(of: text))
    case .fuzzy(let text, let edits):
      let found = try analysis.words(of: text)
      if found.count == 1 {
        fuzzy.append((Array(found[0].unicodeScalars), edits ?? FullTextQuery.distance(for: found[0])))
      } else {
        words.formUnion(found)
      }
    case .pattern(let pattern): patterns.append(try WordPattern(pattern, analysis))
    case .all(let parts), .any(let parts): for part in parts { try add(part, analysis) }
    case .except(let base, _): try add(base, analysis)
    case .field(_, let part): try add(part, analysis)
    }
  }

  func fits(_ word: String) -> Bool {
    if words.contains(word) || beginnings.contains(where: word.hasPrefix) { return true }
    if patterns.contains(where: { $0.fits(word) }) { return true }
    let letters = fuzzy.isEmpty ? [] : Array(word.unicodeScalars)
    return fuzzy.contains { EditDistance.between($0.word, letters, limit: $0.limit) != nil }
  }

  /// Runs of letters, digits and the marks that belong to them.
  static func words(of text: String) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var begin: Int?
    var place = 0
    for scalar in text.unicodeScalars {
      let isWord: Bool
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber,
        .otherNumber, .privateUse:
        isWord = true
      case .nonspacingMark, .spacingMark, .enclosingMark: isWord = begin != nil
      default: isWord = false
      }
      if isWord {
        begin = begin ?? place
      } else if let first = begin {
        words.append(first..<place)
        begin = nil
      }
      place += UTF8.width(scalar)
    }
    if let first = begin { words.append(first..<place) }
    return words
  }
}
