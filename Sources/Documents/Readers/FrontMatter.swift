/// `key: value` lines at the head of a file: between two lines `---` (YAML, scalars only), or bare lines of known keys that
/// an empty line ends.
enum FrontMatter {
  /// Reads what `lines` begin with into `masthead` and gives the number of lines used.
  static func read(_ lines: [TextLine], of bytes: [UInt8], into masthead: inout Masthead) -> Int {
    guard let first = lines.first else { return 0 }
    let fenced = first.text(in: bytes) == "---"
    var found = Masthead()
    var index = fenced ? 1 : 0
    var known = 0
    while index < lines.count {
      let text = lines[index].text(in: bytes)
      if fenced, text == "---" || text == "..." {
        masthead = found
        return index + 1
      }
      if !fenced, text.isEmpty { break }
      if let (key, value) = entry(text), found.take(key: key, value: value) {
        known += 1
      } else if !fenced {
        return 0
      }
      index += 1
    }
    // Two bare lines of known keys cannot be chance; one may be a sentence with a colon.
    guard !fenced, known >= 2 else { return 0 }
    masthead = found
    return index
  }

  private static func entry(_ line: String) -> (key: String, value: String)? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let key = line[..<colon].lowercased()
    var value = line[line.index(after: colon)...]
    while value.first == " " { value.removeFirst() }
    while value.last == " " { value.removeLast() }
    if value.count >= 2, let mark = value.first, mark == "\"" || mark == "'", value.last == mark {
      value = value.dropFirst().dropLast()
    }
    return key.isEmpty || value.isEmpty ? nil : (key, String(value))
  }
}
