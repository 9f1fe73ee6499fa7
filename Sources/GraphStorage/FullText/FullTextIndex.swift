import Graph

/// A full-text index: the words in some properties of the elements with any of some labels or types.
struct FullTextIndex: Sendable {
  let definition: IndexDefinition
  /// The number of its table, never used twice in a graph.
  let number: Int
  /// The numbers of the labels or relationship types.
  let owners: [UInt32]
  let keys: [PropertyKeyID]

  /// Stands between the texts of a list as a word of its own, so that no phrase reaches from one into the next. From a
  /// private-use area, which the tokenizer takes for letters.
  static let separator = "\u{E000}"

  init(_ definition: IndexDefinition, number: Int, owners: [UInt32], keys: [PropertyKeyID]) {
    self.definition = definition
    self.number = number
    self.owners = owners
    self.keys = keys
  }

  var table: String { "words_\(number)" }
  /// The words of the table and in how many elements each is.
  var vocabulary: String { "words_\(number)_terms" }

  /// The statements that make its tables.
  var creation: String {
    let columns = keys.indices.map { "c\($0)" }.joined(separator: ", ")
    return """
      CREATE VIRTUAL TABLE \(table) USING fts5(\(columns), tokenize = "\(definition.analyzer.tokenizer)");
      CREATE VIRTUAL TABLE \(vocabulary) USING fts5vocab(\(table), 'row');
      """
  }

  static func removal(ofNumber number: Int) -> String {
    "DROP TABLE words_\(number)_terms; DROP TABLE words_\(number);"
  }

  /// Whether the index is over elements of these labels or this type, and over this property where one is given.
  func isOver(_ element: ElementKind, _ owners: [UInt32], _ key: PropertyKeyID?) -> Bool {
    definition.element == element && owners.contains { self.owners.contains($0) } && key.map { keys.contains($0) } ?? true
  }

  /// The texts of an element by key; nil if the index does not hold the element.
  func texts(of row: UInt32, in snapshot: GraphSnapshot) -> [String?]? {
    guard owners.contains(where: { snapshot.isMember(row, of: definition.element, $0) }) else { return nil }
    let texts = snapshot.values(keys, definition.element, at: row).map { Self.text(of: $0) }
    return texts.contains { $0 != nil } ? texts : nil
  }

  /// Calls `body` with every element that the index holds, once, and its texts.
  func forEach<Failure: Error>(
    in snapshot: GraphSnapshot, _ body: (UInt32, [String?]) throws(Failure) -> Void
  ) throws(Failure) {
    for (position, owner) in owners.enumerated() {
      let earlier = owners[..<position]
      try snapshot.forEachBatch(definition.element, owner) { rows throws(Failure) in
        for row in rows where !earlier.contains(where: { snapshot.isMember(row, of: definition.element, $0) }) {
          if let texts = texts(of: row, in: snapshot) { try body(row, texts) }
        }
      }
    }
  }

  func count(in snapshot: GraphSnapshot) -> Int {
    var count = 0
    forEach(in: snapshot) { _, _ in count += 1 }
    return count
  }

  /// A string, or the strings of a list; nil for values of other types.
  private static func text(of value: Value) -> String? {
    switch value {
    case .string(let text): return text
    case .list(let elements):
      var texts: [String] = []
      for element in elements { if case .string(let text) = element { texts.append(text) } }
      return texts.isEmpty ? nil : texts.joined(separator: " \(separator) ")
    default: return nil
    }
  }
}

extension TextAnalyzer {
  /// As SQLite's FTS5 calls it.
  var tokenizer: String {
    switch self {
    case .standard: "unicode61 remove_diacritics 2"
    case .english: "porter unicode61 remove_diacritics 2"
    }
  }
}

extension GraphSnapshot {
  func textIndex(named name: String) -> FullTextIndex? { textIndexes.first { $0.definition.name == name } }
}
