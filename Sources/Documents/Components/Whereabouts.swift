/// Where somebody was: seen or said to have done something by one voice, and by another "at home all evening", "in Karlsby that
/// day".
struct Whereabouts {
  private let annotations: Annotations
  private let words: ClaimWords
  /// In sentences.
  private static let reach = 4

  init(_ annotations: Annotations, _ words: ClaimWords) {
    self.annotations = annotations
    self.words = words
  }

  /// Complexity: linear in the claims, each of which is compared with those of a few sentences before it.
  func contradictions() -> [Contradiction] {
    annotations.claims.indices.compactMap { second in
      let claim = annotations.claims[second]
      guard claim.object == nil, Voice(claim, annotations) != nil, let alibi = alibi(in: claim) else { return nil }
      let first = annotations.claims[..<second].indices.last { first in
        let other = annotations.claims[first]
        return other.object == nil && other.certainty != .denied && other.passage.upperBound <= claim.passage.lowerBound
          && words.distance(other, claim) <= Self.reach && Voice.differ(other, claim, annotations)
          && !words.areOfOtherDays(other, claim) && places(alibi, elsewhere: other)
      }
      return first.map { Contradiction(first: $0, second: second, reason: .accounts) }
    }
  }

  private struct Alibi {
    let who: Int
    let place: Int?
    let isTimed: Bool
  }

  /// "he had been at home with her all evening", "she was in Karlsby that day": who was where, at a time that is known.
  private func alibi(in claim: ClaimFinding) -> Alibi? {
    let content = ClaimWords.content(of: claim, annotations)
    let isTimed = isTimed(content)
    for clause in annotations.clauses[annotations.clauses(around: content.lowerBound)]
    where content.contains(clause.mainVerb) && !clause.isNegated && Self.being.contains(clause.lemma) {
      guard Self.past.contains(annotations.tokens[clause.verb.lowerBound].lower), let subject = clause.subjects.first,
        let who = annotations.entity(ofPhrase: subject),
        annotations.entities[who].kind == .person, clause.verb.upperBound + 1 < annotations.tokens.count
      else { continue }
      let next = annotations.tokens[clause.verb.upperBound].lower
      if Self.absent.contains(next) { return Alibi(who: who, place: nil, isTimed: isTimed) }
      guard ["in", "at", "on", "near", "with", "aboard", "inside"].contains(next),
        let phrase = annotations.phrase(startingAt: clause.verb.upperBound + 1), annotations.phrases[phrase].kind != .time
      else { continue }
      let head = annotations.tokens[annotations.phrases[phrase].head].lower
      let entity = annotations.entity(ofPhrase: phrase)
      guard entity.map({ annotations.entities[$0].kind != .group }) ?? false || Self.places.contains(head) else { continue }
      return Alibi(who: who, place: entity, isTimed: isTimed)
    }
    return nil
  }

  /// "that day", "all evening", "at the time", "on 3 May"
  private func isTimed(_ content: Range<Int>) -> Bool {
    let isNamed = content.contains { token in
      let lower = annotations.tokens[token].lower
      if ["then", "throughout"].contains(lower) { return true }
      return Self.times.contains(lower) && token > 0
        && ["that", "all", "the", "whole", "entire", "same"].contains(annotations.tokens[token - 1].lower)
    }
    return isNamed
      || annotations.times(beginningIn: content).contains {
        annotations.times[$0].from != nil && annotations.times[$0].to != nil
      }
  }

  /// Whether another claim has the person do something, or be somewhere else.
  private func places(_ alibi: Alibi, elsewhere claim: ClaimFinding) -> Bool {
    let content = ClaimWords.content(of: claim, annotations)
    let mentions = annotations.mentions(beginningIn: content).map { annotations.mentions[$0] }
    guard claim.speaker != alibi.who, mentions.contains(where: { $0.entity == alibi.who }) else { return false }
    if let place = alibi.place, mentions.contains(where: { $0.entity == place }) { return false }
    guard alibi.isTimed else { return goesAway(alibi.who, in: content) }
    let hasActed = annotations.clauses[annotations.clauses(around: content.lowerBound)].contains { clause in
      content.contains(clause.mainVerb) && !clause.isNegated && !Self.still.contains(clause.lemma)
        && clause.subjects.contains { annotations.entity(ofPhrase: $0) == alibi.who }
    }
    return hasActed || claim.passage.contains { Self.seeing.contains(annotations.tokens[$0].lower) }
  }

  /// "had flown to Cairo on Sunday": without a day of its own "was at home" is of the time of the journey.
  private func goesAway(_ who: Int, in content: Range<Int>) -> Bool {
    annotations.clauses[annotations.clauses(around: content.lowerBound)].contains { clause in
      content.contains(clause.mainVerb) && !clause.isNegated && Self.going.contains(clause.lemma)
        && clause.subjects.contains { annotations.entity(ofPhrase: $0) == who }
        && clause.adjuncts.contains { adjunct in
          ["to", "into", "for"].contains(adjunct.preposition)
            && annotations.entity(ofPhrase: adjunct.phrase).map { annotations.entities[$0].kind == .place } ?? false
        }
    }
  }

  private static let going = WordList.set("fly go travel flee drive sail move escape slip cross")
  private static let being = WordList.set("be stay remain sleep sit")
  private static let past = WordList.set("was were had stayed remained slept sat")
  private static let absent = WordList.set("home away abroad elsewhere overseas asleep ashore")
  private static let places = WordList.set(
    "home house work office hospital bed school church prison court sea bar hotel market party wedding congress meeting airport")
  private static let times = WordList.set("day night evening morning afternoon time hour week weekend moment date month")
  private static let still = WordList.set("be have say tell know think want live work own hold seem")
  private static let seeing = WordList.set("saw seen see spotted recognised recognized noticed met filmed photographed")
}
