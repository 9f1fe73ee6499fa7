/// "Jan van der Berg", "Omar bin Said": small words between two words with a capital that belong to a name, of which most are
/// English words too.
struct NameParticle: Sendable {
  private static let particles = WordForm.keys(
    of: """
      van von der den de del della di da dos das la le el al bin ibn ben ter zu
      """)

  /// "al-Qaeda": one word of a name, of which the treebank makes three.
  private static let articles = WordForm.keys(of: "al el ad ar as az ash")

  private static let hyphen = WordForm.key(of: "-")

  private let name: UInt8
  /// Tag → whether it is a noun's or a name's, which the word before the particles may have.
  private let isNominal: [Bool]

  /// Nil if the treebank has no names.
  init?(tags: NameSet) {
    guard let name = tags.number(of: "PROPN|NNP") else { return nil }
    self.name = UInt8(name)
    isNominal = tags.names.map { $0.hasPrefix("PROPN|") || $0.hasPrefix("NOUN|") }
  }

  /// Mends the tags of a tagged sentence. Complexity: O(words).
  func settle(_ forms: SentenceForms) {
    for index in 0..<max(forms.count - 2, 0)
    where Self.articles.contains(forms.words[index].lower) && forms.words[index + 1].traits.contains(.glued)
      && forms.words[index + 1].form == Self.hyphen && isCapitalised(forms, index + 2)
    {
      forms.tags[index] = name
    }
    var index = 1
    while index + 1 < forms.count {
      var end = index
      while end < forms.count, Self.particles.contains(forms.words[end].lower), !isCapitalised(forms, end) { end += 1 }
      let before = forms.tags[index - 1]
      if end > index, isCapitalised(forms, index - 1), isCapitalised(forms, end), isNominal.holds(before) {
        for place in index - 1...end { forms.tags[place] = name }
      }
      index = max(end, index + 1)
    }
  }

  private func isCapitalised(_ forms: SentenceForms, _ index: Int) -> Bool {
    index < forms.count && forms.words[index].traits.contains(.capital)
  }
}
