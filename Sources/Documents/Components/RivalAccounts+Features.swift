// What tells of two claims whether they are in conflict, and how much.
extension RivalAccounts {
  static let bias = -0.62
  /// One for each of `features`.
  static let weights: [Double] = [
    1.24, 1.27, 0.88, -1.59, -1.47, 1.18, -0.46, 0.29, 0.49, -0.56, 0.40, -0.60, 1.24, 0.91, 0.20, 0.38, 0.45, 0.31, -0.40,
    0.30, -0.66, 1.21, -0.61, -0.71, 0.27, 0.47, -0.43, -0.56, 0.84, 0.52, 0.75, -0.63, -0.44, -0.18, 0.31, 0.36, -0.27,
  ]

  func features(_ pair: Pair) -> [Double] {
    let (mine, theirs) = (annotations.claims[pair.first], annotations.claims[pair.second])
    let (one, other) = (traits[pair.first], traits[pair.second])
    let shared = words.shared(pair.first, pair.second)
    let difference = difference(pair)
    let areTogether = words.areTogether(mine, theirs)
    let (form, formOfOther) = (self.form(mine), self.form(theirs))
    func value(_ holds: Bool) -> Double { holds ? 1 : 0 }
    let rule = reason(pair)
    let byRule = [value(rule != nil && rule != .numbers), value(rule == .numbers), value(areInDispute(pair))]
    let voices = [
      value(Voice(mine, annotations) == nil), value(Voice(theirs, annotations) == nil), value(form == .hearsay),
      value(mine.certainty == .confirmed && Voice(mine, annotations) != nil), value(isAccusing(mine, form)),
      value(theirs.speaker.map { words.names($0, in: pair.first) } ?? false),
      value(areOnOneSide(mine.speaker, theirs.speaker)),
      value(theirs.speaker.map { speaksBetween($0, pair.first, pair.second) } ?? false),
    ]
    let contents = [
      value(shared == 0), value(difference.numbers == .measured),
      value(difference.numbers == .bare), value(difference.areDaysApart), value(difference.areOpposed),
      value(one.isNegative != other.isNegative), value(theirs.certainty == .denied), value(form == .denial),
      value(formOfOther == .denial), value(other.isRefusal), value(isCount(mine.predicate) && mine.predicate == theirs.predicate),
      value(other.isFuture), value(other.isAdditive), value(isState(theirs)), value(areElsewhere(pair)),
    ]
    let places = [
      Double(min(pair.between, 4)), value(pair.between == 0), value(pair.between == 0 && areTogether),
      value(isParted(mine, theirs)), value(isContrasted(theirs)),
    ]
    let content = ClaimWords.content(of: theirs, annotations)
    let manners = [
      value(isWish(content)), value(one.isNegative), value(mine.certainty == .denied), value(pointsBack(content)),
      value(form == .accordingTo), value(mine.speaker.map { words.names($0, in: pair.second) } ?? false),
    ]
    return byRule + voices + contents + places + manners
  }

  // MARK: Voices

  private func form(_ claim: ClaimFinding) -> Statement.Form? { claim.statement.map { annotations.statements[$0].form } }

  /// "accused her of", "alleges that": what calls for an answer.
  private func isAccusing(_ claim: ClaimFinding, _ form: Statement.Form?) -> Bool {
    form == .blame
      || attribution(of: claim).contains { token in
        annotations.tags[token].isVerb
          && ["accuse", "allege", "claim"].contains(VerbForms.lemma(of: annotations.tokens[token].lower) ?? "")
      }
  }

  /// The words of a claim that are not what is said.
  private func attribution(of claim: ClaimFinding) -> [Int] {
    let content = ClaimWords.content(of: claim, annotations)
    return claim.passage.filter { !content.contains($0) }
  }

  private func areOnOneSide(_ one: Int?, _ other: Int?) -> Bool {
    guard let one, let other, one != other else { return false }
    let (mine, theirs) = (sides[one] ?? [one], sides[other] ?? [other])
    return !mine.isDisjoint(with: theirs)
  }

  /// Whether the second speaker has already said something since the first claim.
  private func speaksBetween(_ speaker: Int, _ first: Int, _ second: Int) -> Bool {
    annotations.claims[(first + 1)..<second].contains { claim in
      claim.speaker == speaker && claim.object == nil && claim.passage.lowerBound >= annotations.claims[first].passage.upperBound
        && claim.passage.upperBound <= annotations.claims[second].passage.lowerBound
    }
  }

  // MARK: Contents

  private func isCount(_ predicate: String) -> Bool { predicate != "states" && predicate != "occurred" }

  /// "the signal was green": what something is, not what was done.
  private func isState(_ claim: ClaimFinding) -> Bool {
    ClaimWords.content(of: claim, annotations).prefix(5).contains {
      ["was", "were", "is", "are"].contains(annotations.tokens[$0].lower)
    }
  }

  /// "we want to reduce", "the goal was": what somebody is after, which may well stand beside what others are after.
  private func isWish(_ content: Range<Int>) -> Bool {
    content.prefix(6).contains { annotations.tags[$0] == .toParticle || Self.wishing.contains(annotations.tokens[$0].lower) }
  }

  private static let wishing = WordList.set("should must aim goal objective want wants wanted hope hopes hoped")

  /// "it never happened", "such a thing": opens with a word for what has just been said.
  private func pointsBack(_ content: Range<Int>) -> Bool {
    let first = content.first { annotations.tokens[$0].kind != .mark }
    return first.map { Self.pointers.contains(annotations.tokens[$0].lower) } ?? false
  }

  private static let pointers = WordList.set("it that this these those such them neither none")

  /// "was at the boathouse", "was in Karlsby": one of whom both speak, in two places.
  private func areElsewhere(_ pair: Pair) -> Bool {
    let (mine, theirs) = (named[pair.first], named[pair.second])
    return !mine.places.isEmpty && !theirs.places.isEmpty && mine.places.isDisjoint(with: theirs.places)
      && !mine.others.isDisjoint(with: theirs.others)
  }

  /// The places and the others that a claim names.
  struct Named {
    var places: Set<Int> = []
    var others: Set<Int> = []

    init(in claim: ClaimFinding, _ annotations: Annotations) {
      for mention in annotations.mentions(beginningIn: ClaimWords.content(of: claim, annotations)) {
        guard let entity = annotations.mentions[mention].entity, annotations.mentions[mention].form != .adjective else {
          continue
        }
        if annotations.entities[entity].kind == .place { places.insert(entity) } else { others.insert(entity) }
      }
    }
  }

  // MARK: Places

  /// "One put it at two; the other, at three".
  private func isParted(_ one: ClaimFinding, _ other: ClaimFinding) -> Bool {
    words.distance(one, other) == 0
      && (one.passage.upperBound..<other.passage.lowerBound).contains { [";", ":"].contains(annotations.tokens[$0].form) }
  }

  /// "but", "while", "yet" before it or at its beginning.
  private func isContrasted(_ claim: ClaimFinding) -> Bool {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: claim.passage.lowerBound)].tokens
    let low = max(sentence.lowerBound, claim.passage.lowerBound - 3)
    let words = Array(low..<claim.passage.lowerBound) + attribution(of: claim).prefix(2)
    return words.contains { Self.contrasting.contains(annotations.tokens[$0].lower) }
  }

  private static let contrasting = WordList.set("but however yet while whereas although though instead meanwhile")
}
