// What speaks where nobody is named: papers and pictures ("the register lists", "footage shows"), and one of several who have
// just spoken ("one of them", "the other", "a third").
extension SentenceStatements {
  /// Writes down for each statement without a speaker which paper makes it, or who stands behind that, and for one by several
  /// which of them.
  mutating func noteSources() {
    for index in found.indices where [.indirect, .fragment, .accordingTo, .denial, .direct].contains(found[index].form) {
      guard let phrase = sayingPhrase(of: found[index]) else { continue }
      guard isPart(phrase) || found[index].speaker == nil else { continue }
      if found[index].speaker == nil, isPaper(phrase), let author = author(ofPaper: phrase) {
        found[index].speaker = author
      } else {
        found[index].source = annotations.phrases[phrase].tokens.upperBound - 1
      }
    }
  }

  /// The first phrase outside of what is said that may say it.
  private func sayingPhrase(of statement: Statement) -> Int? {
    let inside = statement.content
    return statement.passage.lazy.filter { !inside.contains($0) }.compactMap { annotations.phrase(startingAt: $0) }
      .first { self.isPaper($0) || self.isPart($0) }
  }

  /// "the company register": a paper, a picture or a list.
  func isPaper(_ phrase: Int) -> Bool {
    let lower = tokens[annotations.phrases[phrase].head].lower
    return Speakers.documents.contains(lower) || Speakers.documents.contains(Suffixes.singular(lower))
  }

  // MARK: Authors of papers

  /// Who has written or published the paper that a phrase means: its own words say it, or for "the report" those of an earlier
  /// phrase for one.
  private func author(ofPaper phrase: Int) -> Int? {
    if let author = ownAuthor(ofPaper: phrase) { return author }
    let range = annotations.phrases[phrase]
    guard ["the", "this", "that"].contains(tokens[range.tokens.lowerBound].lower) else { return nil }
    let noun = Suffixes.singular(tokens[range.head].lower)
    return annotations.phrases[..<phrase].indices.reversed().lazy
      .filter { Suffixes.singular(self.tokens[self.annotations.phrases[$0].head].lower) == noun }
      .compactMap { self.ownAuthor(ofPaper: $0) }.first
  }

  /// "Terra Watch's report", "a report published on Wednesday by Terra Watch", "a report from Terra Watch"
  private func ownAuthor(ofPaper phrase: Int) -> Int? {
    let range = annotations.phrases[phrase]
    if let possessor = range.possessor { return annotations.entity(ofPhrase: possessor).flatMap { maySpeak($0) ? $0 : nil } }
    var end = range.tokens.upperBound
    if end < tokens.count, Self.making.contains(tokens[end].lower) {
      let reach = end + 1..<min(end + Self.longestMaking, tokens.count)
      guard let by = reach.first(where: { tokens[$0].lower == "by" }),
        !reach.prefix(while: { $0 < by }).contains(where: {
          annotations.tags[$0].isVerb || [",", "."].contains(tokens[$0].form)
        })
      else { return nil }
      end = by
    }
    let maker = annotations.phrase(behind: ["by", "from"], at: end).flatMap { annotations.entity(ofPhrase: $0) }
    return maker.flatMap { maySpeak($0) ? $0 : nil }
  }

  private func maySpeak(_ entity: Int) -> Bool { [.person, .organization, .group].contains(annotations.entities[entity].kind) }

  /// So many words from "published" to "by", at most.
  private static let longestMaking = 7
  private static let making = WordList.set("published released issued written compiled prepared drafted produced made sent filed")

  // MARK: One of several

  /// "One of them", "the other", "a fourth", "another": one of those who have spoken, where the word names nobody itself.
  func isPart(_ phrase: Int) -> Bool {
    let range = annotations.phrases[phrase].tokens
    guard range.count <= 2, range.upperBound < tokens.count else { return false }
    let lower = tokens[range.upperBound - 1].lower
    if lower == "one" || lower == "two" || lower == "some" {
      guard range.count == 1, range.upperBound + 1 < tokens.count, tokens[range.upperBound].lower == "of" else { return false }
      return ["them", "those", "these"].contains(tokens[range.upperBound + 1].lower)
    }
    return Self.parts.contains(lower)
  }

  private static let parts = WordList.set("other others another second third fourth fifth sixth")

  /// The group that spoke last in this paragraph.
  func lastSpeakers(before token: Int) -> Int? {
    let block = annotations.tokens[token].block
    let earlier = found.last { $0.passage.lowerBound < token && isSeveral($0.speaker) }
    if let earlier { return earlier.speaker }
    return annotations.statements.last { statement in
      annotations.tokens[statement.passage.lowerBound].block == block && isSeveral(statement.speaker)
    }?.speaker
  }

  private func isSeveral(_ speaker: Int?) -> Bool { speaker.map { annotations.entities[$0].kind == .group } ?? false }
}
