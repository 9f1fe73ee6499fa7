/// What a search asks for.
indirect enum FullTextQuery: Equatable {
  /// Words that follow each other; with `isPrefix` the last one may go on.
  case phrase(String, isPrefix: Bool)
  /// Words that stand at most `distance` words apart, in any order.
  case near(String, distance: Int)
  /// Words at most so many letters off; nil leaves the number to the word's length.
  case fuzzy(String, edits: Int?)
  /// Words that a pattern with `*` and `?` fits.
  case pattern(String)
  case all([FullTextQuery])
  case any([FullTextQuery])
  case except(FullTextQuery, FullTextQuery)
  /// Only in the texts of one property.
  case field(String, FullTextQuery)
}

/// Why the text of a search cannot be read.
struct FullTextQueryError: Error, Equatable {
  var message: String
  var remedy: String?
}

/// Reads the text of a search, in the notation that Lucene made common:
///
///     belmokhtar mali          either word, both are better          +algeria -france   must, must not
///     "armed men"              words in a row                        "armed men"~3      near each other
///     abou*   b?lmok*          beginnings and patterns               belmoktar~  ~1     one or two letters off
///     a AND b, a OR b, NOT c   ( … ) groups                          name:sahel         in one property
///
/// A backslash takes its meaning from the character behind it. Nothing of the text reaches SQLite but as a quoted string.
struct FullTextQueryParser {
  private static let deepestNesting = 12
  private static let largestWordCount = 200

  private let characters: [Character]
  private var index = 0
  private var depth = 0
  private var wordCount = 0

  /// - Returns: nil for a text without words.
  static func parse(_ text: String) throws(FullTextQueryError) -> FullTextQuery? {
    // SQLite would take a zero for the end of the text.
    let scalars = text.unicodeScalars.map { $0 == "\0" ? " " : $0 }
    var parser = FullTextQueryParser(characters: Array(String(String.UnicodeScalarView(scalars))))
    let query = try parser.group()
    guard parser.index == parser.characters.count else {
      throw FullTextQueryError(message: "`)` closes nothing", remedy: "write \\) to search for the character")
    }
    return query
  }

  private init(characters: [Character]) { self.characters = characters }

  // MARK: - Characters

  private var current: Character? { index < characters.count ? characters[index] : nil }

  private mutating func skipBlanks() {
    while let current, current.isWhitespace { index += 1 }
  }

  private mutating func accept(_ character: Character) -> Bool {
    guard current == character else { return false }
    index += 1
    return true
  }

  /// Reads an operator that stands as a word of its own.
  private mutating func accept(operator words: String...) -> Bool {
    for word in words {
      let end = index + word.count
      guard end <= characters.count, String(characters[index..<end]) == word else { continue }
      guard end == characters.count || characters[end].isWhitespace || characters[end] == "(" else { continue }
      index = end
      return true
    }
    return false
  }

  // MARK: - Groups

  private enum Occurrence { case must, should, mustNot }

  /// Items up to the end or a closing parenthesis.
  private mutating func group() throws(FullTextQueryError) -> FullTextQuery? {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepestNesting else {
      throw FullTextQueryError(message: "the search is nested deeper than \(Self.deepestNesting) levels")
    }
    var items: [Occurrence: [FullTextQuery]] = [:]
    while true {
      skipBlanks()
      _ = accept(operator: "OR", "||")
      skipBlanks()
      guard let current, current != ")" else { break }
      let (occurrence, query) = try conjunction()
      if let query { items[occurrence, default: []].append(query) }
    }
    let required = items[.must] ?? []
    let wished = items[.should] ?? []
    let excluded = items[.mustNot] ?? []
    guard !required.isEmpty || !wished.isEmpty else {
      guard excluded.isEmpty else {
        throw FullTextQueryError(
          message: "the search only says what not to find", remedy: "name at least one word that is to be found")
      }
      return nil
    }
    var query: FullTextQuery
    if required.isEmpty {
      query = Self.any(wished)
    } else if wished.isEmpty || depth > 1 {
      query = Self.all(required)
    } else {
      // What is only wished for counts in the ranking; not in groups, where each level would double the query.
      query = .all(required + [.any(wished + required)])
    }
    if !excluded.isEmpty { query = .except(query, Self.any(excluded)) }
    return query
  }

  private static func any(_ queries: [FullTextQuery]) -> FullTextQuery { queries.count == 1 ? queries[0] : .any(queries) }
  private static func all(_ queries: [FullTextQuery]) -> FullTextQuery { queries.count == 1 ? queries[0] : .all(queries) }

  /// Items joined by AND.
  private mutating func conjunction() throws(FullTextQueryError) -> (Occurrence, FullTextQuery?) {
    let (occurrence, first) = try item()
    var required = occurrence == .mustNot ? [] : [first].compactMap { $0 }
    var excluded = occurrence == .mustNot ? [first].compactMap { $0 } : []
    var isJoined = false
    while true {
      skipBlanks()
      guard accept(operator: "AND", "&&") else { break }
      isJoined = true
      skipBlanks()
      guard let current, current != ")" else {
        throw FullTextQueryError(message: "nothing follows AND", remedy: "write a word behind it, or and in small letters")
      }
      let (occurrence, query) = try item()
      guard let query else { continue }
      if occurrence == .mustNot { excluded.append(query) } else { required.append(query) }
    }
    guard isJoined else { return (occurrence, first) }
    guard !required.isEmpty else { return (.mustNot, excluded.isEmpty ? nil : Self.any(excluded)) }
    let query = Self.all(required)
    return (occurrence == .must ? .must : .should, excluded.isEmpty ? query : .except(query, Self.any(excluded)))
  }

  private mutating func item() throws(FullTextQueryError) -> (Occurrence, FullTextQuery?) {
    if accept(operator: "NOT") {
      skipBlanks()
      return (.mustNot, try operand())
    }
    if accept("+") { return (.must, try operand()) }
    if accept("-") || accept("!") { return (.mustNot, try operand()) }
    return (.should, try operand())
  }

  // MARK: - Words

  private mutating func operand() throws(FullTextQueryError) -> FullTextQuery? {
    guard let current, !current.isWhitespace, current != ")" else {
      throw FullTextQueryError(
        message: "a word is missing behind +, -, ! or NOT", remedy: "write the word, or leave the sign out")
    }
    if accept("(") { return try parenthesized() }
    if current == "\"" { return try quoted() }
    if "[{/".contains(current) {
      throw FullTextQueryError(
        message: "a search has no ranges and no regular expressions, found `\(current)`",
        remedy: "write \\\(current) to search for the character, or compare the property in WHERE")
    }
    let word = try self.word()
    if accept(":") {
      guard !word.text.isEmpty else { throw FullTextQueryError(message: "`:` follows no property") }
      skipBlanks()
      return try operand().map { .field(word.text, $0) }
    }
    return try finish(word)
  }

  private mutating func parenthesized() throws(FullTextQueryError) -> FullTextQuery? {
    let query = try group()
    guard accept(")") else { throw FullTextQueryError(message: "`(` is not closed", remedy: "add `)`, or write \\(") }
    try refuseBoost()
    return query
  }

  private mutating func quoted() throws(FullTextQueryError) -> FullTextQuery? {
    index += 1
    var text = ""
    while let character = current, character != "\"" {
      if character == "\\", index + 1 < characters.count { index += 1 }
      text.append(characters[index])
      index += 1
    }
    guard accept("\"") else {
      throw FullTextQueryError(message: "a quotation mark is not closed", remedy: "add `\"`, or write \\\"")
    }
    try countWord()
    guard accept("~") else {
      try refuseBoost()
      return .phrase(text, isPrefix: false)
    }
    guard let distance = number() else {
      throw FullTextQueryError(message: "a number of words is missing behind `~`", remedy: "write it, as in \"armed men\"~3")
    }
    return .near(text, distance: distance)
  }

  private struct Word {
    var text = ""
    /// The same with `*` and `?`, nil where there are none that are meant so.
    var pattern: String?
  }

  /// Characters as far as a blank or a sign.
  private mutating func word() throws(FullTextQueryError) -> Word {
    var word = Word()
    var pattern = ""
    var isPattern = false
    while let character = current, !character.isWhitespace, !"()\":^~[]{}".contains(character) {
      if character == "\\" {
        index += 1
        guard let escaped = current else {
          throw FullTextQueryError(message: "nothing follows the last `\\`", remedy: "write \\\\ to search for the character")
        }
        word.text.append(escaped)
        pattern.append(escaped)
      } else {
        if "*?".contains(character) { isPattern = true } else { word.text.append(character) }
        pattern.append(character)
      }
      index += 1
    }
    if let current, "[]{}".contains(current) {
      throw FullTextQueryError(
        message: "a search has no ranges, found `\(current)`", remedy: "write \\\(current) to search for the character")
    }
    if isPattern { word.pattern = pattern }
    return word
  }

  private mutating func finish(_ word: Word) throws(FullTextQueryError) -> FullTextQuery? {
    try countWord()
    if accept("~") {
      let edits = number()
      if edits ?? 0 > 2 || current == "." {
        throw FullTextQueryError(message: "a word can be at most 2 letters off", remedy: "write ~, ~1 or ~2 behind it")
      }
      if word.text.isEmpty { throw FullTextQueryError(message: "`~` follows no word") }
      return .fuzzy(word.text, edits: edits)
    }
    try refuseBoost()
    guard let pattern = word.pattern else { return word.text.isEmpty ? nil : .phrase(word.text, isPrefix: false) }
    guard !word.text.isEmpty else {
      throw FullTextQueryError(
        message: "`\(pattern)` fits every word", remedy: "write at least one letter, or use MATCH to see all elements")
    }
    let isPrefix = pattern.hasSuffix("*") && pattern.count == word.text.count + 1
    return isPrefix ? .phrase(word.text, isPrefix: true) : .pattern(pattern)
  }

  private mutating func number() -> Int? {
    let start = index
    while let current, current.isASCII, current.isNumber { index += 1 }
    return index == start ? nil : Int(String(characters[start..<index])) ?? .max
  }

  private mutating func countWord() throws(FullTextQueryError) {
    wordCount += 1
    guard wordCount <= Self.largestWordCount else {
      throw FullTextQueryError(message: "a search has at most \(Self.largestWordCount) words", remedy: "split it")
    }
  }

  private func refuseBoost() throws(FullTextQueryError) {
    guard current == "^" else { return }
    throw FullTextQueryError(
      message: "a search has no weights, found `^`", remedy: "leave it out, or write \\^ for the character")
  }
}
