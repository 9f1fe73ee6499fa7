// Who is whose kin.
extension RelationCollector {
  /// Whether a noun says whose kin somebody is; a partner may be one in business.
  func isKin(_ head: String, _ range: Range<Int>) -> Bool {
    guard Kinship.isRelative(head) else { return false }
    guard head == "partner" else { return true }
    // "a partner in the auction house Vane & Lowe"
    if range.upperBound < tokens.count, ["in", "at"].contains(tokens[range.upperBound].lower) { return false }
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: range.lowerBound)].tokens
    return !sentence.contains { Self.partnerships.contains(tokens[$0].lower) }
  }

  private static let partnerships: Set<String> = [
    "firm", "company", "business", "partnership", "practice", "senior", "managing", "founding", "coalition", "trading", "clients",
  ]

  mutating func readRelative(of entity: Int, _ phrase: Int, _ head: String) {
    let range = annotations.phrases[phrase].tokens
    var other = annotations.phrases[phrase].possessor.flatMap { annotations.entity(ofPhrase: $0) }
    var end = range.upperBound
    // "a nephew and former driver of the general"
    if let next = annotations.phrase(joinedBehind: phrase), annotations.phrases[next].kind == .common,
      annotations.tags[end + 1] != .determiner
    {
      end = annotations.phrases[next].tokens.upperBound
    }
    if other == nil, let next = annotations.phrase(behind: ["of", "to"], at: end) { other = annotations.entity(ofPhrase: next) }
    guard let other, annotations.entities[other].kind == .person, annotations.entities[entity].kind == .person else { return }
    add("RELATIVE_OF", entity, other, role: head, evidence: evidenceBegin(entity, range)..<evidenceEnd(entity, range))
  }

  /// "Her nephew Marcus": kin before the name, and whose.
  mutating func readKin(of mention: Mention, _ entity: Int, _ phrase: Int) {
    let range = annotations.phrases[phrase].tokens
    guard mention.tokens.lowerBound > range.lowerBound, let possessor = annotations.phrases[phrase].possessor,
      let other = annotations.entity(ofPhrase: possessor), annotations.entities[other].kind == .person
    else { return }
    let noun = tokens[mention.tokens.lowerBound - 1].lower
    // "whose client Fares Adel"
    if noun == "client", isLegal(other) { return add("REPRESENTS", other, entity, evidence: range) }
    guard isKin(noun, range) else { return }
    add("RELATIVE_OF", entity, other, role: noun, evidence: range)
  }
}
