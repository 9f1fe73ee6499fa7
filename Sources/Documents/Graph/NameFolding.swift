/// Names made comparable: lower case, straight apostrophes, no article, possessive, hyphens or stops.
enum NameFolding {
  static func folded(_ name: String) -> String {
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
