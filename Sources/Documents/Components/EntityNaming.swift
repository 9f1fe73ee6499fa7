/// Names and aliases from the mentions: the fullest name is the name, every other form an alias; a pronoun is neither.
enum EntityNaming {
  static func name(_ annotations: inout Annotations) {
    for index in annotations.entities.indices { name(index, &annotations) }
  }

  private static func name(_ index: Int, _ annotations: inout Annotations) {
    let mentions = annotations.entities[index].mentions.map { annotations.mentions[$0] }
    let names = mentions.filter { $0.form == .name }.map { stripped(annotations.text(of: $0.tokens)) }
    if !names.isEmpty {
      annotations.entities[index].isAnonymous = false
      let canonical = annotations.entities[index].name
      let keepsCanonical =
        Gazetteer.places[canonical.lowercased()] != nil || OrganizationNouns.known[canonical.lowercased()] != nil
      let fullest = fullest(names)
      // A given name that is followed by another’s has the surname from there.
      let isShared = annotations.entities[index].kind == .person && canonical.hasPrefix(fullest + " ")
      if !keepsCanonical, !isShared { annotations.entities[index].name = fullest }
    }
    let lines = mentions.map { annotations.sentences[annotations.sentenceIndex(ofToken: $0.head)].kind }
    if lines.first == .dateline {
      annotations.entities[index].name = presentable(annotations.entities[index].name, byteCount: 4)
    } else if lines.allSatisfy({ [.title, .standfirst, .heading].contains($0) }) {
      annotations.entities[index].name = presentable(annotations.entities[index].name, byteCount: 6)
    }
    var seen: Set<String> = [NameFolding.folded(annotations.entities[index].name)]
    for mention in mentions where mention.form != .pronoun && !annotations.tokens[mention.head].lower.hasSuffix("-based") {
      let form = stripped(annotations.text(of: mention.tokens))
      if seen.insert(NameFolding.folded(form)).inserted { annotations.entities[index].aliases.append(form) }
    }
  }

  /// Most words first, then most letters; a name in capitals only is an acronym or a dateline.
  private static func fullest(_ names: [String]) -> String {
    names.max { a, b in
      let (one, other) = (weight(a), weight(b))
      return one != other ? one < other : a.utf8.count < b.utf8.count
    }!
  }

  private static func weight(_ name: String) -> Int {
    let words = name.split(separator: " ").count
    let isCapitals = name.uppercased() == name
    return words * 2 + (isCapitals ? 0 : 1)
  }

  /// KESSARA of a dateline or a headline is Kessara; acronyms are short or have stops.
  private static func presentable(_ name: String, byteCount: Int) -> String {
    guard name.utf8.count >= byteCount, name.uppercased() == name, name.allSatisfy({ $0.isLetter || $0 == " " || $0 == "-" })
    else {
      return name
    }
    return name.split(separator: " ").map { $0.prefix(1) + $0.dropFirst().lowercased() }.joined(separator: " ")
  }

  private static func stripped(_ form: String) -> String {
    var text = form
    for mark in ["“", "”", "\"", "‘", "’"] where text.hasPrefix(mark) { text.removeFirst() }
    for mark in ["”", "\"", "“"] where text.hasSuffix(mark) { text.removeLast() }
    if text.hasPrefix("the "), text.utf8.count > 4 { text.removeFirst(4) }
    if text.hasPrefix("The "), text.utf8.count > 4 { text.removeFirst(4) }
    return text.utf8.contains(UInt8(ascii: "\n")) ? String(text.map { $0 == "\n" ? " " : $0 }) : text
  }
}
