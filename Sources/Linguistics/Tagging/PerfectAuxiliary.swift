/// "Have" before a participle, adverbs between them left aside, is an auxiliary: in the treebank but for one time in two hundred.
/// A tagger that goes from left to right has not seen the participle's tag when it meets "have".
struct PerfectAuxiliary: Sendable {
  private static let have = Set(["have", "has", "had", "'ve"].map { WordForm.key(of: $0) })
  private static let negations = Set(["not", "n't"].map { WordForm.key(of: $0) })

  /// Tag → the same of an auxiliary; itself for one that is no verb's.
  private let auxiliary: [UInt8]
  private let isAdverb: [Bool]
  private let isParticiple: [Bool]

  init(tags: NameSet) {
    auxiliary = tags.names.enumerated().map { index, name in
      name.hasPrefix("VERB|") ? UInt8(tags.number(of: "AUX|" + name.dropFirst(5)) ?? index) : UInt8(index)
    }
    isAdverb = tags.names.map { $0.hasPrefix("ADV|") }
    isParticiple = tags.names.map { $0.hasSuffix("|VBN") }
  }

  /// Mends the tags of a tagged sentence. Complexity: O(words).
  func settle(_ forms: SentenceForms) {
    for index in 0..<forms.count where Self.have.contains(forms.words[index].lower) && forms.tags[index] != 255 {
      var next = index + 1
      while next < forms.count, isPassedOver(forms, next) { next += 1 }
      guard next < forms.count, forms.tags[next] != 255, isParticiple[Int(forms.tags[next])] else { continue }
      forms.tags[index] = auxiliary[Int(forms.tags[index])]
    }
  }

  private func isPassedOver(_ forms: SentenceForms, _ word: Int) -> Bool {
    Self.negations.contains(forms.words[word].lower) || forms.tags[word] != 255 && isAdverb[Int(forms.tags[word])]
  }
}
