/// Signs of money other than the dollar's, which the training texts lack: a tagger takes them for anything.
struct CurrencySigns: Sendable {
  private static let signs = Set("£€¥¢₹₽₩₪₺₦₫₴₱₲₡₵₸₼₾฿".map { WordForm.key(of: String($0)) })

  private let tag: UInt8

  /// Nil if the treebank has no dollar.
  init?(tags: NameSet) {
    guard let number = tags.number(of: "SYM|$") else { return nil }
    tag = UInt8(number)
  }

  /// Mends the tags of a tagged sentence. Complexity: O(words).
  func settle(_ forms: SentenceForms) {
    for index in 0..<forms.count where forms.words[index].traits.isDisjoint(with: [.letter, .digit]) {
      if Self.signs.contains(forms.words[index].lower) { forms.tags[index] = tag }
    }
  }
}
