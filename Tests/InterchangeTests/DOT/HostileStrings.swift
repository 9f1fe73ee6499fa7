/// Texts that documents may hold and drawings must survive.
enum HostileStrings {
  private static let pieces = [
    "\"", "\\", "\\\\", "\\\"", "\\N", "\\G", "\\E", "\\T", "\\H", "\\L", "\\n", "\\l", "\\r", "&", "&amp;", "&lt;", "&copy;",
    "&#65;",
    "&#x1F600;", "&bogus;", "<", ">", "<b>", "</svg>", "-->", "<!--", "]]>", "<![CDATA[", "{", "}", "|", "[", "]", ";", "//",
    "/*", "#", "%", "%3",
    "\"; }", "}\n}", "\" + \"", "\n", "\r\n", "\t", "\u{0}", "\u{1}", "\u{7F}", "\u{85}", "\u{9F}", "\u{FFFE}", "\u{FFFF}",
    "\u{202E}", "\u{2066}",
    "\u{200F}", "\u{FEFF}", "é", "e\u{301}", "Ünï", "日本語", "العربية", "עברית", "😀", "👨‍👩‍👧", "🇲🇱",
    "a\u{300}\u{301}\u{302}\u{303}\u{304}",
    "node", "graph", "strict", "subgraph", "a:b", "a->b", "'", "`", "${x}", "\\u0041", "cluster_0",
  ]

  /// Each piece alone, at either end of a word, doubled, and every one beside another.
  static let all: [String] = {
    var all = pieces + pieces.map { "x" + $0 } + pieces.map { $0 + "x" } + pieces.map { $0 + $0 } + pieces.map { "a" + $0 + "b" }
    for (index, piece) in pieces.enumerated() { all.append(piece + pieces[(index * 7 + 3) % pieces.count] + "end") }
    all += [
      String(repeating: "x", count: 20_000), String(repeating: "\"\\&", count: 7_000), String(repeating: "👨‍👩‍👧", count: 3_000),
    ]
    all.append("z" + String(repeating: "\u{301}", count: 20_000))
    return all
  }()

  /// All of them, with the place of the first, in portions that one drawing holds: Graphviz is quicker with many small
  /// drawings than with a large one.
  static var portions: [(start: Int, texts: ArraySlice<String>)] {
    stride(from: 0, to: all.count, by: 40).map { ($0, all[$0..<min($0 + 40, all.count)]) }
  }
}
