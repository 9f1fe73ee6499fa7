/// What the words around a subject settle about it, whatever a model takes it for: a passive has a passive's subject, a noun with
/// its preposition is none, no verb has two. In the treebank the rules fail once in a thousand subjects; a parser that chooses
/// heads and relations one by one forgets them for one in twenty.
struct SubjectAgreement: Sendable {
  private static let it = WordForm.key(of: "it")
  private static let comma = WordForm.key(of: ",")
  private static let titles = WordForm.keys(of: "mr mrs ms mr. mrs. ms. dr dr. prof. sir")
  private static let clauses = ["csubj", "csubj:pass", "ccomp", "xcomp", "acl", "acl:relcl", "advcl", "advcl:relcl"]

  private let subject, passiveSubject, auxiliary, passiveAuxiliary, caseMarker, oblique, expletive: UInt8
  private let apposition, flat, compound, title: UInt8
  /// Relation → whether it is a clause's.
  private let isClause: [Bool]
  /// Tag → whether it is a past participle's.
  private let isParticiple: [Bool]
  /// Tag → whether it is a noun's or a name's, a name's only, a relative's or question's word.
  private let isNoun: [Bool]
  private let isName: [Bool]
  private let isRelative: [Bool]

  /// Nil if the treebank does not tell a passive's subject.
  init?(tags: NameSet, relations: NameSet) {
    func number(_ name: String) -> UInt8? { relations.number(of: name).map { UInt8($0) } }
    guard let subject = number("nsubj"), let passiveSubject = number("nsubj:pass"), let auxiliary = number("aux"),
      let passiveAuxiliary = number("aux:pass"), let caseMarker = number("case"), let oblique = number("obl"),
      let expletive = number("expl"), let apposition = number("appos"), let flat = number("flat"),
      let compound = number("compound"), let title = number("nmod:desc")
    else { return nil }
    (self.subject, self.passiveSubject, self.auxiliary) = (subject, passiveSubject, auxiliary)
    (self.passiveAuxiliary, self.caseMarker, self.oblique) = (passiveAuxiliary, caseMarker, oblique)
    (self.expletive, self.apposition, self.flat) = (expletive, apposition, flat)
    (self.compound, self.title) = (compound, title)
    isClause = relations.names.map { Self.clauses.contains($0) }
    isNoun = tags.names.map { $0.hasPrefix("NOUN|") || $0.hasPrefix("PROPN|") }
    isName = tags.names.map { $0.hasPrefix("PROPN|") }
    isRelative = tags.names.map { $0.contains("|W") }
    isParticiple = tags.names.map { $0.hasSuffix("|VBN") }
  }

  private struct Surroundings: OptionSet {
    let rawValue: UInt8
    /// Of a verb: words that hang on it.
    static let auxiliary = Self(rawValue: 1)
    static let passiveAuxiliary = Self(rawValue: 2)
    static let clauseBehind = Self(rawValue: 4)
    /// Of a noun: its preposition.
    static let preposition = Self(rawValue: 8)
  }

  /// Mends the subjects of a sentence that has its tags. Complexity: O(words) where no verb has two subjects.
  func settle(_ forms: SentenceForms, heads: inout [Int], relations: inout [UInt8]) {
    rename(forms, heads, &relations)
    var last = [Int](repeating: -1, count: forms.count + 1)
    for word in 0..<forms.count where heads[word] < forms.count && isSubject(relations[word]) {
      let head = heads[word]
      if last[head] >= 0, word < head { join(last[head], word, forms, &heads, &relations) }
      if isSubject(relations[word]), heads[word] == head { last[head] = word }
    }
  }

  private func isSubject(_ relation: UInt8) -> Bool { relation == subject || relation == passiveSubject }

  /// Makes one of two subjects side by side: the parts of a name, a noun with its name, a noun with its apposition in commas.
  private func join(
    _ first: Int, _ second: Int, _ forms: SentenceForms, _ heads: inout [Int], _ relations: inout [UInt8]
  ) {
    let (firstTag, secondTag) = (forms.tags[first], forms.tags[second])
    guard isNoun.holds(firstTag) else { return }
    if second == first + 1, !isName.holds(secondTag) || Self.titles.contains(forms.words[first].lower) {
      guard !isRelative.holds(secondTag) else { return }
      (heads[first], relations[first]) = (second, isName.holds(secondTag) ? title : compound)
      return
    }
    guard isNoun.holds(secondTag) else { return }
    let tree = SentenceTree(forms, heads: heads, relations: relations)
    let (end, begin, behind) = (tree.rightEdge(of: first) + 1, tree.leftEdge(of: second), tree.rightEdge(of: second))
    guard !isRelative.holds(forms.tags[begin]) else { return }
    func isComma(_ word: Int) -> Bool { forms.words[word].lower == Self.comma }
    let isAside = isComma(begin) || isComma(begin - 1)
    let isClosed = isComma(behind) || isComma(behind + 1)
    guard end == begin || end + 1 == begin && isComma(end), !isAside || isClosed else { return }
    heads[second] = first
    relations[second] = second == first + 1 && isName.holds(firstTag) ? flat : apposition
  }

  private func rename(_ forms: SentenceForms, _ heads: [Int], _ relations: inout [UInt8]) {
    var around = [Surroundings](repeating: [], count: forms.count + 1)
    for (word, head) in heads.enumerated() {
      let relation = relations[word]
      if relation == auxiliary { around[head].insert(.auxiliary) }
      if relation == passiveAuxiliary { around[head].insert(.passiveAuxiliary) }
      if relation == caseMarker, word < head { around[head].insert(.preposition) }
      if isClause[Int(relation)], word > head { around[head].insert(.clauseBehind) }
    }
    for (word, head) in heads.enumerated() where head < forms.count {
      let near = around[head]
      // "It dismissed him" tells of something; "It seems that …" does not.
      if relations[word] == expletive, forms.words[word].lower == Self.it, !near.contains(.clauseBehind) {
        relations[word] = subject
      }
      guard isSubject(relations[word]) else { continue }
      if around[word].contains(.preposition) {
        relations[word] = oblique
      } else if near.contains(.passiveAuxiliary) {
        relations[word] = passiveSubject
      } else if near.contains(.auxiliary) || !isParticiple.holds(forms.tags[head]) {
        // Headlines leave the auxiliary out: "Hundreds rescued off the coast".
        relations[word] = subject
      }
    }
  }
}
