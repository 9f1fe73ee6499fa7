/// A participle behind its noun, taken for the sentence's verb: in "a villager reached by telephone said" the second verb,
/// which is left without a subject, is the verb, and the first tells which villager (Bever's garden path, 1970). A parser that
/// reads on from the first verb does not come back.
struct ReducedRelative: Sendable {
  private static let verbalRelations = ["advcl", "ccomp", "conj", "acl", "acl:relcl", "parataxis", "dep", "xcomp"]
  private static let ownRelations = ["nsubj", "nsubj:pass", "csubj", "expl", "mark", "cc", "aux", "aux:pass", "obj"]

  private let subjects: [Bool]
  /// Relation → whether a verb may have it that has been hung on the one before it.
  private let isVerbal: [Bool]
  /// Relation → whether a dependent with it shows that a verb stands on its own.
  private let isOwn: [Bool]
  private let object, subject, adnominal: UInt8
  private let isPast: [Bool]
  private let isFinite: [Bool]
  private let isPreposition: [Bool]
  private let isMark: [Bool]
  private let participle: UInt8

  /// Nil if the treebank lacks the relations or the participle.
  init?(tags: NameSet, relations: NameSet) {
    guard let subject = relations.number(of: "nsubj"), let adnominal = relations.number(of: "acl"),
      let object = relations.number(of: "obj"), let participle = tags.number(of: "VERB|VBN")
    else { return nil }
    (self.subject, self.adnominal, self.object) = (UInt8(subject), UInt8(adnominal), UInt8(object))
    self.participle = UInt8(participle)
    subjects = relations.names.map { $0 == "nsubj" || $0 == "nsubj:pass" }
    isVerbal = relations.names.map { Self.verbalRelations.contains($0) }
    isOwn = relations.names.map { Self.ownRelations.contains($0) }
    isPast = tags.names.map { $0 == "VERB|VBD" || $0 == "VERB|VBN" }
    isFinite = tags.names.map { $0 == "VERB|VBD" || $0 == "VERB|VBZ" }
    isPreposition = tags.names.map { $0 == "ADP|IN" }
    isMark = tags.names.map { $0.hasPrefix("PUNCT|") }
  }

  /// Mends a sentence that has its tags and its tree. Complexity: O(words).
  func settle(_ forms: SentenceForms, heads: inout [Int], relations: inout [UInt8]) {
    for verb in 0..<forms.count where isFinite.holds(forms.tags[verb]) && isVerbal[Int(relations[verb])] {
      let first = heads[verb]
      guard first < verb, isPast.holds(forms.tags[first]), isPreposition.holds(forms.tags[first + 1]) else { continue }
      mend(first, verb, forms, &heads, &relations)
    }
  }

  private func mend(_ first: Int, _ verb: Int, _ forms: SentenceForms, _ heads: inout [Int], _ relations: inout [UInt8]) {
    let tree = SentenceTree(forms, heads: heads, relations: relations)
    let known = forms.words[first].known
    guard known.contains(.participle), let subject = tree.children(of: first).first(where: { subjects[Int(relations[$0])] }),
      tree.rightEdge(of: subject) + 1 == first
    else { return }
    let between = tree.children(of: first).filter { $0 > first && $0 < verb }
    guard !between.contains(where: { isOwn[Int(relations[$0])] }),
      !tree.children(of: first).contains(where: { $0 < first && $0 != subject && isOwn[Int(relations[$0])] }),
      !tree.children(of: verb).contains(where: { isOwn[Int(relations[$0])] && relations[$0] != object }),
      tree.leftEdge(of: verb) > 0, !isMark.holds(forms.tags[tree.leftEdge(of: verb) - 1])
    else { return }
    for child in tree.children(of: first) where child > verb || child < subject { heads[child] = verb }
    (heads[verb], relations[verb]) = (tree.heads[first], tree.relations[first])
    (heads[first], relations[first]) = (subject, adnominal)
    (heads[subject], relations[subject]) = (verb, self.subject)
    forms.tags[first] = participle
  }
}
