/// Names made comparable: lower case, straight apostrophes, no article, possessive, hyphens or stops.
enum NameFolding {
  static func folded(_ name: String) -> String { known[name] }

  private static let known = WordMemo(fold)

  @Sendable private static func fold(_ name: String) -> String {
    var words: [String] = []
    var word = ""
    func close() {
      if !word.isEmpty { words.append(word) }
      word = ""
    }
    for character in name.lowercased() {
      if character.isLetter || character.isNumber || character == "&" {
        word.append(character)
      } else if character == "'" || character == "’" {
        // Kept until the next letter shows whether it was a possessive.
        word.append("'")
      } else if character != "." {
        close()
      }
    }
    close()
    words = words.map { word in
      if word.hasSuffix("'s") { return String(word.dropLast(2)) }
      return word.hasSuffix("'") ? String(word.dropLast()) : word
    }
    if words.count > 1, ["the", "a", "an"].contains(words[0]) { words.removeFirst() }
    return words.joined(separator: " ")
  }

  /// Those of the names of something that other documents may know it by. What has no name of its own may still have a name for
  /// the first word of its description: "the Orla mill" is that mill, "the Malian court" is one of many.
  static func names(kind: EntityKind, _ names: [String], isAnonymous: Bool) -> [String] {
    guard isAnonymous else { return names }
    guard kind == .place || kind == .organization else { return [] }
    return names.filter { name in
      let words = name.split(separator: " ")
      guard words.count > 1, let first = words.first, first.first?.isUppercase == true, first.last?.isLetter == true else {
        return false
      }
      return Gazetteer.demonyms[first.lowercased()] == nil
        && !words.contains { ClosedClasses.prepositions.contains($0.lowercased()) }
    }
  }

  /// Whether two documents that use the name must mean the same thing: not a bare surname, not "soldiers".
  static func isDistinctive(_ name: String, kind: EntityKind) -> Bool {
    let words = name.split(separator: " ")
    switch kind {
    case .person:
      let isFullName = words.count >= 2 && words.filter { $0.first?.isUppercase == true }.count >= 2
      return isFullName && !PersonName(name).isFamilyNameOnly
    case .organization, .place, .asset: return words.contains { $0.first?.isUppercase == true || $0.hasPrefix("al-") }
    case .group: return words.first?.first?.isUppercase == true
    }
  }
}
