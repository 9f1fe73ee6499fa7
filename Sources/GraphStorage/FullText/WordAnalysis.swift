import Graph

/// Cuts a text into words exactly as the full-text tables do: by asking a table of their kind.
struct WordAnalysis {
  private let connection: SQLiteConnection

  init(_ analyzer: TextAnalyzer) throws(StorageError) {
    connection = try SQLiteConnection(":memory:", isReadOnly: false, creates: true)
    try connection.execute(
      """
      CREATE VIRTUAL TABLE sample USING fts5(text, tokenize = "\(analyzer.tokenizer)");
      CREATE VIRTUAL TABLE sample_words USING fts5vocab(sample, 'instance');
      """)
  }

  /// The words of a text, made alike, in their order; none where it has none.
  func words(of text: String) throws(StorageError) -> [String] {
    try connection.statement("INSERT INTO sample(rowid, text) VALUES(?1, ?2)").run(1, [text])
    defer { try? connection.execute("DELETE FROM sample") }
    return try connection.texts("SELECT term FROM sample_words ORDER BY offset")
  }
}

/// How many letters two words are apart: letters put in, left out, exchanged or swapped with their neighbour (Damerau and
/// Levenshtein, each letter edited once).
enum EditDistance {
  /// The distance up to `limit`, nil beyond. O(letters × letters).
  static func between(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int? {
    guard abs(a.count - b.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in 1..<(a.count + 1) {
      var row = [Int](repeating: i, count: b.count + 1)
      for j in 1..<(b.count + 1) {
        let isSame = a[i - 1] == b[j - 1]
        var cost = min(last[j - 1] + (isSame ? 0 : 1), last[j] + 1, row[j - 1] + 1)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] { cost = min(cost, beforeLast[j - 2] + 1) }
        row[j] = cost
      }
      if row.min()! > limit { return nil }
      beforeLast = last
      last = row
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }
}
