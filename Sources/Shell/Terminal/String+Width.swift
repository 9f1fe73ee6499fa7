import Cypher

extension String {
  /// As much of the text as fits into `width` cells, ending in `…` if something was left out.
  func cut(toWidth width: Int) -> String {
    guard LetterWidth.of(self) > width else { return self }
    guard width > 0 else { return "" }
    var kept = ""
    var used = 0
    for character in self {
      let next = LetterWidth.of(character)
      if used + next > width - 1 { break }
      kept.append(character)
      used += next
    }
    return kept + "…"
  }

  func padded(toWidth width: Int, right: Bool = false) -> String {
    let missing = width - LetterWidth.of(self)
    guard missing > 0 else { return self }
    let blanks = String(repeating: " ", count: missing)
    return right ? blanks + self : self + blanks
  }
}
