/// "Haldane, 48, told them": ages between commas behind a name and before its verb. The treebanks have hardly any, the press has
/// many, and a tagger and a parser that meet one lose the verb behind it; so they read the sentence without it.
struct StatedAges: Sendable {
  private static let comma = WordForm.key(of: ",")
  private static let months = WordForm.keys(
    of: """
      january february march april may june july august september october november december jan. feb. mar. apr. jun. jul. aug.
      sep. sept. oct. nov. dec. jan feb mar apr jun jul aug sep sept oct nov dec
      """)
  /// What goes on with a description of who is so old, or with a list: parsers read that well enough.
  private static let descriptions = WordForm.keys(
    of: """
      a an the one who whose whom which where of from and or but nor in at on with without for as by her his their its now then
      also already still both born
      """)
  private static let oldest = 119

  private let number, mark, apposition, punctuation: UInt8

  /// Nil if the treebank has no appositions.
  init?(tags: NameSet, relations: NameSet) {
    guard let number = tags.number(of: "NUM|CD"), let mark = tags.number(of: "PUNCT|,"),
      let apposition = relations.number(of: "appos"), let punctuation = relations.number(of: "punct")
    else { return nil }
    (self.number, self.mark) = (UInt8(number), UInt8(mark))
    (self.apposition, self.punctuation) = (UInt8(apposition), UInt8(punctuation))
  }

  /// The places of the words of a sentence that stay when ages and their commas go; nil if there is none. Complexity: O(words).
  func others(_ forms: SentenceForms, _ words: ArraySlice<Word>, _ bytes: UnsafePointer<UInt8>) -> [Int]? {
    var gone: [Range<Int>] = []
    for index in 2..<max(2, forms.count - 2) where forms.words[index].traits.contains(.digit) {
      guard forms.words[index - 1].lower == Self.comma, forms.words[index + 1].lower == Self.comma,
        let age = Self.number(words[words.startIndex + index], bytes), (1...Self.oldest).contains(age),
        Self.isName(forms.words[index - 2]), Self.isLowerCase(words[words.startIndex + index + 2], bytes),
        !Self.descriptions.contains(forms.words[index + 2].lower)
      else { continue }
      gone.append(index - 1..<index + 2)
    }
    return gone.isEmpty ? nil : (0..<forms.count).filter { place in !gone.contains { $0.contains(place) } }
  }

  private static func isName(_ form: WordForm) -> Bool {
    form.traits.contains(.letter) && form.traits.contains(.capital) && !months.contains(form.lower)
  }

  private static func isLowerCase(_ word: Word, _ bytes: UnsafePointer<UInt8>) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[word.begin])
  }

  private static func number(_ word: Word, _ bytes: UnsafePointer<UInt8>) -> Int? {
    guard (1...3).contains(word.end - word.begin) else { return nil }
    var number = 0
    for place in word.begin..<word.end {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) else { return nil }
      number = number * 10 + Int(bytes[place] - UInt8(ascii: "0"))
    }
    return number
  }

  /// Puts the ages back into a sentence that was tagged and parsed without them, each as an apposition to its name.
  ///
  /// - Parameters:
  ///   - forms: the whole sentence, which gets its tags.
  ///   - tags: of the words at `others` only, as `heads` and `relations` are until they come back for all.
  func putBack(
    into forms: SentenceForms, besides others: [Int], _ tags: [UInt8], heads: inout [Int], relations: inout [UInt8]
  ) {
    for word in 0..<forms.count { forms.tags[word] = mark }
    var linked = [Int](repeating: forms.count, count: forms.count)
    var related = [UInt8](repeating: punctuation, count: forms.count)
    for (place, word) in others.enumerated() {
      forms.tags[word] = tags[place]
      linked[word] = heads[place] == others.count ? forms.count : others[heads[place]]
      related[word] = relations[place]
    }
    let kept = Set(others)
    for word in 0..<forms.count where !kept.contains(word) && forms.words[word].traits.contains(.digit) {
      var name = word - 2
      // The first of the words of a name is its head, and "his wife, Ann Lee, 48" is about the wife.
      while linked[name] < name, kept.contains(linked[name]),
        related[name] == apposition || Self.isName(forms.words[linked[name]])
      {
        name = linked[name]
      }
      (forms.tags[word], linked[word], related[word]) = (number, name, apposition)
      (linked[word - 1], linked[word + 1]) = (word, name)
    }
    (heads, relations) = (linked, related)
  }
}
