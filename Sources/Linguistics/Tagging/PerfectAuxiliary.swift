/// "Have" before a participle, adverbs between them left aside, is an auxiliary: in the treebank but for one time in two hundred.
/// A tagger that goes from left to right has not seen the participle's tag when it meets "have".
struct PerfectAuxiliary: Sendable {
  private static let have = WordForm.keys(of: "have has had 've")
  private static let negations = WordForm.keys(of: "not n't")

  /// Tag → the same of an auxiliary; itself for one that is no verb's.
  private let auxiliary: [UInt8]
  private let isAdverb: [Bool]
  /// Tag → a participle's, for those of participles and of the past, which look alike; 255 for others.
  private let participle: [UInt8]

  init(tags: NameSet) {
    auxiliary = tags.names.enumerated().map { index, name in
      name.hasPrefix("VERB|") ? UInt8(tags.number(of: "AUX|" + name.dropFirst(5)) ?? index) : UInt8(index)
    }
    isAdverb = tags.names.map { $0.hasPrefix("ADV|") }
    participle = tags.names.map { name in
      guard name.hasSuffix("|VBN") || name.hasSuffix("|VBD") else { return 255 }
      return tags.number(of: name.dropLast(3) + "VBN").map { UInt8($0) } ?? 255
    }
  }

  /// Mends the tags of a tagged sentence. Complexity: O(words).
  func settle(_ forms: SentenceForms) {
    for index in 0..<forms.count where Self.have.contains(forms.words[index].lower) && forms.tags[index] != 255 {
      var next = index + 1
      while next < forms.count, isPassedOver(forms, next) { next += 1 }
      guard next < forms.count, forms.tags[next] != 255, participle[Int(forms.tags[next])] != 255 else { continue }
      forms.tags[index] = auxiliary[Int(forms.tags[index])]
      forms.tags[next] = participle[Int(forms.tags[next])]
    }
  }

  private func isPassedOver(_ forms: SentenceForms, _ word: Int) -> Bool {
    Self.negations.contains(forms.words[word].lower) || isAdverb.holds(forms.tags[word])
  }
}
