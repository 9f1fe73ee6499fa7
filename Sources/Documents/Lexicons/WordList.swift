/// Lexicons are written as text, which compiles at once where a literal of a thousand elements would not, and are split
/// when first asked.
enum WordList {
  /// The words of `text`, parted by blanks and line ends; `_` stands for a blank inside an entry.
  static func set(_ text: String) -> Set<String> { Set(entries(text)) }

  static func entries(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { word in
      word.utf8.contains(UInt8(ascii: "_")) ? String(word.map { $0 == "_" ? " " : $0 }) : String(word)
    }
  }

  /// Lines `value: word word …` as a table word → value.
  static func table(_ text: String) -> [String: String] {
    var table: [String: String] = [:]
    for line in text.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = String(line[..<colon])
      for word in entries(String(line[line.index(after: colon)...])) { table[word] = value }
    }
    return table
  }

  /// Lines of `key|value|value…`, blanks kept.
  static func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
