import Graph

/// An element that a search has found.
public struct SearchHit: Sendable, Equatable {
  /// The id of the node or relationship.
  public var element: UInt32
  /// Higher is better; only comparable within one search.
  public var score: Double
}

extension GraphSnapshot {
  /// Searches a full-text index: the elements that have what `text` asks for, best first, then by id.
  ///
  /// Ranked by BM25. Where words may be a few letters off, those that are nearer count more. A snapshot that a commit has
  /// overtaken is searched by the words of the latest commit, for elements that the snapshot has.
  /// - Throws: `schema` if there is no such index, `malformedSearch` if the text cannot be read.
  public func search(_ name: String, _ text: String) throws(StorageError) -> [SearchHit] {
    guard let index = textIndex(named: name) else {
      let names = textIndexes.map { "`\($0.definition.name)`" }.sorted().joined(separator: ", ")
      throw StorageError(
        .schema, "there is no full-text index `\(name)`",
        remedy: names.isEmpty ? "make one: CREATE FULLTEXT INDEX \(name) FOR (n:Label) ON EACH [n.key]" : "there are \(names)")
    }
    let query: FullTextQuery?
    do throws(FullTextQueryError) {
      query = try FullTextQueryParser.parse(text)
    } catch {
      throw StorageError(.malformedSearch, "the search cannot be read: \(error.message)", remedy: error.remedy)
    }
    guard let query else { return [] }
    let found = try textTables.search(self) { connection throws(StorageError) in
      try FullTextSearch(connection: connection, index: index).hits(query)
    }
    return found.filter { hit in index.owners.contains { isMember(hit.element, of: index.definition.element, $0) } }
  }
}

/// Carries out a search on the table of an index.
struct FullTextSearch {
  /// More words than this do not stand in for one that is a few letters off.
  private static let largestExpansion = 50

  private let connection: SQLiteConnection
  private let index: FullTextIndex
  private let analysis: WordAnalysis

  init(connection: SQLiteConnection, index: FullTextIndex) throws(StorageError) {
    self.connection = connection
    self.index = index
    analysis = try WordAnalysis(index.definition.analyzer)
  }

  /// Every element that the query finds. It is asked once for each distance that its words may be off, and the scores are
  /// added up, so that a nearer word counts more.
  func hits(_ query: FullTextQuery) throws(StorageError) -> [SearchHit] {
    var scores: [Int64: Double] = [:]
    let widest = query.largestDistance
    for distance in (0...widest).reversed() {
      guard let expression = try expression(query, within: distance, widest: widest) else { continue }
      let rows = try connection.statement(
        "SELECT rowid, bm25(\(index.table)) FROM \(index.table) WHERE \(index.table) MATCH ?1")
      try rows.start(nil, [expression])
      while try rows.next() {
        // SQLite's score is the lower the better.
        let score = -rows.float(1)
        if distance == widest { scores[rows.integer(0)] = score } else { scores[rows.integer(0)]? += score }
      }
    }
    return scores.compactMap { row, score in UInt32(exactly: row).map { SearchHit(element: $0, score: score) } }
      .sorted { $0.score != $1.score ? $0.score > $1.score : $0.element < $1.element }
  }

  // MARK: - In SQLite's notation

  /// The query as an FTS5 expression; nil if nothing can meet it.
  private func expression(_ query: FullTextQuery, within distance: Int, widest: Int) throws(StorageError) -> String? {
    switch query {
    case .phrase(let text, let isPrefix):
      guard try !analysis.words(of: text).isEmpty else { return nil }
      return Self.quoted(text) + (isPrefix ? " *" : "")
    case .near(let text, let distance):
      let words = try analysis.words(of: text)
      guard words.count > 1 else { return words.isEmpty ? nil : Self.quoted(text) }
      return "NEAR(\(words.map(Self.quoted).joined(separator: " ")), \(min(distance, 10_000)))"
    case .fuzzy(let text, let edits):
      let words = try analysis.words(of: text)
      guard words.count == 1 else { return words.isEmpty ? nil : Self.quoted(text) }
      let limit = min(edits ?? FullTextQuery.distance(for: words[0]), distance)
      return Self.any(try vocabulary(near: words[0], limit: limit))
    case .pattern(let pattern): return Self.any(try vocabulary(like: pattern))
    case .all(let parts): return try joined(parts, "AND", isEach: true, distance, widest)
    case .any(let parts): return try joined(parts, "OR", isEach: false, distance, widest)
    case .except(let base, let excluded):
      guard let base = try expression(base, within: distance, widest: widest) else { return nil }
      guard let excluded = try expression(excluded, within: widest, widest: widest) else { return base }
      return "(\(base)) NOT (\(excluded))"
    case .field(let name, let part):
      guard let column = index.definition.keys.firstIndex(of: name) else {
        throw StorageError(
          .malformedSearch, "the search asks for `\(name)`, and index `\(index.definition.name)` has no such property",
          remedy: "it has \(index.definition.keys.joined(separator: ", ")); write \(name)\\: to search for the words")
      }
      return try expression(part, within: distance, widest: widest).map { "c\(column) : (\($0))" }
    }
  }

  /// - Parameter isEach: whether all parts must be met.
  private func joined(
    _ parts: [FullTextQuery], _ word: String, isEach: Bool, _ distance: Int, _ widest: Int
  ) throws(StorageError) -> String? {
    var expressions: [String] = []
    for part in parts {
      if let expression = try expression(part, within: distance, widest: widest) {
        expressions.append("(\(expression))")
      } else if isEach {
        return nil
      }
    }
    return expressions.isEmpty ? nil : expressions.joined(separator: " \(word) ")
  }

  private static func any(_ words: [String]) -> String? {
    words.isEmpty ? nil : words.map(quoted).joined(separator: " OR ")
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text.unicodeScalars {
      if character == "\"" { quoted.unicodeScalars.append(character) }
      quoted.unicodeScalars.append(character)
    }
    return quoted + "\""
  }

  // MARK: - Vocabulary

  /// The words of the index at most `limit` letters off, nearest first, then those in most elements. O(different words).
  private func vocabulary(near word: String, limit: Int) throws(StorageError) -> [String] {
    if limit == 0 { return [word] }
    let letters = Array(word.unicodeScalars)
    var found: [(word: String, distance: Int, count: Int64)] = []
    let rows = try connection.statement("SELECT term, doc FROM \(index.vocabulary)")
    try rows.start()
    while try rows.next() {
      guard let candidate = rows.text(0), candidate != FullTextIndex.separator else { continue }
      let other = Array(candidate.unicodeScalars)
      guard let distance = EditDistance.between(letters, other, limit: limit) else { continue }
      found.append((candidate, distance, rows.integer(1)))
    }
    found.sort { ($0.distance, -$0.count, $0.word) < ($1.distance, -$1.count, $1.word) }
    return found.prefix(Self.largestExpansion).map(\.word)
  }

  /// The words of the index that a pattern fits, those in most elements first. O(different words).
  private func vocabulary(like pattern: String) throws(StorageError) -> [String] {
    let wanted = try WordPattern(pattern, analysis)
    var found: [(word: String, count: Int64)] = []
    let rows = try connection.statement("SELECT term, doc FROM \(index.vocabulary)")
    try rows.start()
    while try rows.next() {
      guard let candidate = rows.text(0), candidate != FullTextIndex.separator, wanted.fits(candidate) else { continue }
      found.append((candidate, rows.integer(1)))
    }
    found.sort { ($0.count, $1.word) > ($1.count, $0.word) }
    return found.prefix(Self.largestExpansion).map(\.word)
  }
}

extension FullTextQuery {
  /// How many letters a word of this length may be off if nobody says: none in one or two letters, one in up to five.
  static func distance(for word: String) -> Int {
    switch word.unicodeScalars.count {
    case ...2: 0
    case ...5: 1
    default: 2
    }
  }

  /// How many letters any word of the query may be off.
  var largestDistance: Int {
    switch self {
    case .phrase, .near, .pattern: 0
    case .fuzzy(_, let edits): edits ?? 2
    case .all(let parts), .any(let parts): parts.map(\.largestDistance).max() ?? 0
    case .except(let base, let excluded): max(base.largestDistance, excluded.largestDistance)
    case .field(_, let part): part.largestDistance
    }
  }
}

/// A word with gaps.
struct WordPattern {
  enum Part: Equatable {
    case letter(Unicode.Scalar)
    /// One letter.
    case one
    /// Any letters, or none.
    case any
  }

  let parts: [Part]

  /// A pattern with `*` and `?`; its letters are made alike as the index's words are, the signs stay.
  init(_ pattern: String, _ analysis: WordAnalysis) throws(StorageError) {
    var parts: [Part] = []
    var letters = ""
    for character in pattern {
      guard character == "*" || character == "?" else {
        letters.append(character)
        continue
      }
      parts += try Self.literal(letters, analysis) + [character == "*" ? .any : .one]
      letters = ""
    }
    self.parts = try parts + Self.literal(letters, analysis)
  }

  init(parts: [Part]) {
    self.parts = parts
  }

  private static func literal(_ letters: String, _ analysis: WordAnalysis) throws(StorageError) -> [Part] {
    try analysis.words(of: letters).joined().unicodeScalars.map { .letter($0) }
  }

  /// O(letters × parts) at worst: the last `any` is the only one that is ever tried again.
  func fits(_ word: String) -> Bool {
    let letters = Array(word.unicodeScalars)
    var place = 0
    var part = 0
    var retry: (part: Int, place: Int)?
    while place < letters.count {
      if part < parts.count, parts[part] == .any {
        retry = (part + 1, place)
        part += 1
      } else if part < parts.count, parts[part] == .one || parts[part] == .letter(letters[place]) {
        part += 1
        place += 1
      } else if let last = retry {
        retry = (last.part, last.place + 1)
        part = last.part
        place = last.place + 1
      } else {
        return false
      }
    }
    return parts[part...].allSatisfy { $0 == .any }
  }
}
