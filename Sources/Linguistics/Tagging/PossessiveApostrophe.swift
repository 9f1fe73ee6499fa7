/// Apostrophes that stand alone make a plural possessive or close a quotation. The training texts have too few of either to
/// tell them apart, so a rule does: close behind an s and not before another word, while no quotation is open, it is a
/// possessive.
struct PossessiveApostrophe: Sendable {
  private static let apostrophe = WordForm.key(of: "'")
  private static let s = WordForm.key(of: "s")

  private let possessive: UInt8
  private let closingMark: UInt8
  private let isMark: [Bool]

  /// Nil if the treebank has no possessives.
  init?(tags: NameSet, isMark: [Bool]) {
    guard let number = tags.number(of: "PART|POS"), let mark = tags.number(of: "PUNCT|''") else { return nil }
    possessive = UInt8(number)
    closingMark = UInt8(mark)
    self.isMark = isMark
  }

  private func closes(_ forms: SentenceForms, behind index: Int) -> Bool {
    ((index + 1)..<max(index + 1, forms.count)).contains {
      forms.words[$0].lower == Self.apostrophe && forms.words[$0].traits.contains(.glued)
    }
  }

  /// Mends the tags of a tagged sentence. Complexity: O(words).
  func settle(_ forms: SentenceForms) {
    var isOpen = false
    for index in 0..<forms.count where forms.words[index].lower == Self.apostrophe {
      let isClose = forms.words[index].traits.contains(.glued)
      let isBeforeWord = forms.words[index + 1].traits.contains(.glued)
      if isOpen || !isClose {
        // The last that could close what is open does.
        if isOpen, isClose, forms.tags[index] == possessive, !closes(forms, behind: index) { forms.tags[index] = closingMark }
        isOpen = isBeforeWord
      } else if !isBeforeWord, forms.words[index - 1].suffix1 == Self.s, isMark[Int(forms.tags[index])] {
        forms.tags[index] = possessive
      }
    }
  }
}
