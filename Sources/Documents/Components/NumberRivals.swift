/// Numbers of one thing that two speakers give differently where no count of an event says so: sums, shares, measures, how
/// often something was done ("met twice a month" against "once"), the days that two date something to.
final class NumberRivals {
  private struct Figure {
    /// A currency, `percent`, a measured noun, or `times` with the act that is counted; nil where only a number is given.
    let kind: String?
    let interval: NumberInterval
    let claim: Int
    let sentence: Int
    let block: Int
    let place: Int
  }

  private let annotations: Annotations
  private let words: ClaimWords
  private let traits: ClaimTraits
  /// Farther apart two numbers are of two things.
  private static let farthestRatio = 200.0
  /// Farther apart, in sentences, they are of two things as well.
  private static let reach = 14

  init(_ annotations: Annotations, _ words: ClaimWords, _ traits: ClaimTraits) {
    self.annotations = annotations
    self.words = words
    self.traits = traits
  }

  /// Complexity: quadratic in the figures of the text.
  func contradictions() -> [Contradiction] {
    let figures = (sums() + frequencies() + days() + clocks()).sorted { $0.place < $1.place }
    var found: [Contradiction] = []
    for (index, figure) in figures.enumerated() where Voice(annotations.claims[figure.claim], annotations) != nil {
      let rival = figures[..<index].last { isRival($0, figure) }
      guard let rival, !found.contains(where: { $0.second == figure.claim && $0.first == rival.claim }) else { continue }
      found.append(Contradiction(first: rival.claim, second: figure.claim, reason: .numbers))
    }
    return found
  }

  private func isRival(_ one: Figure, _ other: Figure) -> Bool {
    let distance = other.sentence - one.sentence
    guard distance <= Self.reach, other.kind == nil || areOfOneKind(one.kind, other.kind) else { return false }
    let (mine, theirs) = (annotations.claims[one.claim], annotations.claims[other.claim])
    guard !traits[one.claim].explainsNumber, !traits[other.claim].explainsNumber, Voice.differ(mine, theirs, annotations),
      one.claim != other.claim,
      !mine.passage.overlaps(theirs.passage), mine.certainty != .denied, theirs.certainty != .denied,
      one.kind == "day" || !words.areOfOtherDays(mine, theirs) && !words.areOfOtherPlaces(mine, theirs)
    else { return false }
    guard let kind = other.kind else { return isBareRival(one, other, distance) }
    guard one.interval.differs(from: other.interval), areOfOneState(one, other) else { return false }
    if kind == "day" {
      guard distance <= 4, areTogether(one, other) else { return false }
      // Two whole clauses date one thing only where both tell the same of it.
      return isFragment(mine) || isFragment(theirs) || distance <= 2 && tellTheSame(mine, theirs)
    }
    if kind == "clock" {
      return distance <= 4 && areTogether(one, other) && (words.sharesThing(one.claim, other.claim) || words.isBare(other.claim))
    }
    if kind.hasPrefix("times ") { return distance <= 6 }
    guard areComparable(one.interval, other.interval), !isOfAnotherTime(mine), !isOfAnotherTime(theirs) else { return false }
    if one.kind == kind, Voice(mine, annotations) != nil, areTogether(one, other), !Self.periods.contains(kind),
      isAnnounced(one, other) || words.isBare(other.claim) && (distance <= 2 || isLastSum(one, before: other))
    {
      return true
    }
    guard words.sharesThing(one.claim, other.claim) else { return false }
    let weight = words.weight(one.claim, other.claim)
    if mine.speaker == nil, weight < 2 { return false }
    if Self.isCurrency(kind) || kind == "percent" {
      return areTogether(one, other) && distance <= 2 && weight > 0 || weight >= 4
    }
    return weight >= (Self.periods.contains(kind) ? 5 : 4)
  }

  private func isFragment(_ claim: ClaimFinding) -> Bool {
    claim.statement.map { annotations.statements[$0].form == .fragment } ?? false
  }

  private func tellTheSame(_ one: ClaimFinding, _ other: ClaimFinding) -> Bool {
    guard let deed = words.deed(of: one), deed == words.deed(of: other) else { return false }
    return ClaimWords.content(of: other, annotations).prefix(3).contains {
      ["it", "he", "she", "they", "this", "that"].contains(annotations.tokens[$0].lower)
    } || one.subjects.contains { other.subjects.contains($0) }
  }

  /// "agreed to sell him for 18 million euros … the fee was nearer 25 million": the only money spoken of since.
  private func isLastSum(_ one: Figure, before other: Figure) -> Bool {
    guard other.sentence - one.sentence <= 4, let kind = one.kind, Self.isCurrency(kind) else { return false }
    return !annotations.quantities.contains {
      $0.unit == kind && $0.tokens.lowerBound > one.place && $0.tokens.lowerBound < other.place
    }
  }

  /// "One put it at 2.4 million; the other said it was closer to four": a number alone, of what the one before it was of.
  private func isBareRival(_ one: Figure, _ other: Figure, _ distance: Int) -> Bool {
    guard !["percent", "day", "clock"].contains(one.kind), areOfOneState(one, other),
      !(one.kind?.hasPrefix("times ") ?? false), distance <= 1,
      areTogether(one, other)
    else { return false }
    if areComparable(one.interval, other.interval) { return one.interval.differs(from: other.interval) }
    let scaled = other.interval.scaled(by: scale(of: one))
    return words.isBare(other.claim) && !one.interval.meets(scaled) && areComparable(one.interval, scaled)
  }

  /// The million of "2.4 million".
  private func scale(of figure: Figure) -> Double {
    let words = (figure.place..<min(figure.place + 5, annotations.tokens.count)).lazy.map { [annotations] in
      annotations.tokens[$0].lower
    }
    return words.compactMap { ["thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9][$0] }.first ?? 1
  }

  /// The dead, the missing and those aboard are other people: numbers of two such states are no rivals.
  private func areOfOneState(_ one: Figure, _ other: Figure) -> Bool {
    !CountStates.differ(at: one.place, and: other.place, annotations)
  }

  /// People are counted by whatever noun: the dead of one are the bodies of another.
  private func areOfOneKind(_ one: String?, _ other: String?) -> Bool {
    if one == other { return true }
    guard let one, let other else { return false }
    let (isAnybody, isAnybodyToo) = (Self.anybody.contains(one), Self.anybody.contains(other))
    return isAnybody && isAnybodyToo || isAnybody && HumanNouns.isHuman(other) || isAnybodyToo && HumanNouns.isHuman(one)
  }

  private static let anybody = WordList.set(
    "people person body dead death victim casualty corpse civilian man resident life fatality")

  /// "How much is missing is in dispute": the numbers of the paragraph that follow are of one thing.
  private func isAnnounced(_ one: Figure, _ other: Figure) -> Bool {
    traits.announcements.contains { sentence in
      guard sentence <= one.sentence, annotations.sentences[sentence].block == one.block else { return false }
      return annotations.sentences[sentence].tokens.contains {
        ["much", "many", "figure", "figures", "number", "numbers", "toll", "estimates", "sum", "size", "scale", "count", "cost"]
          .contains(annotations.tokens[$0].lower)
      }
    }
  }

  /// "had first approached with a bid of", "an earlier offer", "add up to": not the number of now, or one of several together.
  private func isOfAnotherTime(_ claim: ClaimFinding) -> Bool {
    ClaimWords.content(of: claim, annotations).contains { Self.otherwise.contains(annotations.tokens[$0].lower) }
  }

  private static let otherwise = WordList.set(
    "first earlier previous previously initially originally formerly altogether combined adds add")

  private func areTogether(_ one: Figure, _ other: Figure) -> Bool {
    words.areTogether(annotations.claims[one.claim], annotations.claims[other.claim])
  }

  private func areComparable(_ one: NumberInterval, _ other: NumberInterval) -> Bool {
    let (a, b) = (one.middle, other.middle)
    return a > 0 && b > 0 && max(a, b) / min(a, b) <= Self.farthestRatio
  }

  /// Two watches that differ by less do not contradict each other.
  private static let sameMinutes = 10.0

  private static func isCurrency(_ kind: String) -> Bool { kind.utf8.allSatisfy { (0x41...0x5A).contains($0) } }
  private static let periods: Set<String> = ["year", "month", "week", "day", "hour", "minute"]

  // MARK: Figures

  /// The claim that a number stands in: one of its own, or the one of its statement.
  private func claim(at token: Int) -> Int? {
    if let own = annotations.claims.firstIndex(where: { $0.quantity?.tokens.contains(token) ?? false }) { return own }
    let around = annotations.claims.indices.filter { index in
      let claim = annotations.claims[index]
      return claim.object == nil && ClaimWords.content(of: claim, annotations).contains(token)
    }
    return around.min { annotations.claims[$0].passage.count < annotations.claims[$1].passage.count }
  }

  private func figure(_ kind: String?, _ interval: NumberInterval, at token: Int) -> Figure? {
    guard let claim = claim(at: token) else { return nil }
    let sentence = annotations.sentenceIndex(ofToken: token)
    return Figure(
      kind: kind, interval: interval, claim: claim, sentence: sentence, block: annotations.tokens[token].block, place: token)
  }

  private func sums() -> [Figure] {
    annotations.quantities.compactMap { quantity in
      let token = quantity.tokens.lowerBound
      guard let interval = estimate(of: quantity), annotations.time(startingAt: token) == nil,
        ClockTimes.minute(at: token, annotations) == nil
      else { return nil }
      let own = annotations.claims.first { $0.quantity?.tokens == quantity.tokens }
      if let unit = quantity.unit ?? own?.quantity?.unit { return figure(unit, interval, at: token) }
      let phrase = annotations.phraseOfToken[token]
      guard phrase >= 0 else { return nil }
      if annotations.phrases[phrase].kind == .number {
        if let currency = currency(of: quantity) { return figure(currency, interval, at: token) }
        let isOfThem = ["the", "these", "those", "both", "his", "her", "their"].contains(
          annotations.tokens[annotations.phrases[phrase].tokens.lowerBound].lower)
        let isBare = !isOfThem && claim(at: token).map { words.isBare($0) } ?? false
        return givesNumber(before: token) || isBare ? figure(nil, interval, at: token) : nil
      }
      let head = annotations.phrases[phrase].head
      guard annotations.tags[head] == .pluralNoun, annotations.phrases[phrase].kind == .common else { return nil }
      return figure(Suffixes.singular(annotations.tokens[head].lower), interval, at: token)
    }
  }

  /// "as many as 15,000", "up to 400": who says so puts it near that number, where "no more than 60" leaves it open.
  private func estimate(of quantity: Quantity) -> NumberInterval? {
    guard quantity.qualifier == .atMost, let most = quantity.value else { return quantity.interval }
    let reach = max(0, quantity.tokens.lowerBound - 3)..<quantity.tokens.upperBound
    let isNear = reach.contains { ["many", "much", "up"].contains(annotations.tokens[$0].lower) }
    return isNear ? NumberInterval(most, most, qualifier: "about", isShare: quantity.unit == "percent") : quantity.interval
  }

  /// "said it had paid 24 million": a large number alone is of the money spoken of last in its paragraph.
  private func currency(of quantity: Quantity) -> String? {
    guard (quantity.value ?? quantity.maximum ?? 0) >= 100_000 else { return nil }
    let block = annotations.tokens[quantity.tokens.lowerBound].block
    return annotations.quantities.last { other in
      other.tokens.lowerBound < quantity.tokens.lowerBound && annotations.tokens[other.tokens.lowerBound].block == block
        && other.unit.map { Self.isCurrency($0) } ?? false
    }?.unit
  }

  /// "put the number at 65", "spoke of more than a hundred", "there were 1,000"
  private func givesNumber(before token: Int) -> Bool {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: token)].tokens
    return (max(sentence.lowerBound, token - 8)..<token).contains { at in
      annotations.tags[at].isVerb
        && ["put", "speak", "talk", "number", "set", "place", "estimate", "count"].contains(
          VerbForms.lemma(of: annotations.tokens[at].lower) ?? "")
    }
  }

  /// "met him once", "came three times", "one meeting", "twice a month".
  private func frequencies() -> [Figure] {
    var figures: [Figure] = []
    for clause in annotations.clauses where !clause.isNegated {
      let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: clause.mainVerb)].tokens
      let act = ClaimWords.meaning(of: clause.lemma)
      let reach = clause.verb.upperBound..<max(clause.verb.upperBound, min(sentence.upperBound, clause.verb.upperBound + 9))
      if let (count, token) = count(in: reach), let found = figure("times " + act, count, at: token) {
        figures.append(found)
      }
    }
    for quantity in annotations.quantities where quantity.unit == nil {
      let token = quantity.tokens.lowerBound
      let phrase = annotations.phraseOfToken[token]
      guard phrase >= 0, annotations.phrases[phrase].kind == .common, let interval = quantity.interval else { continue }
      let noun = Suffixes.singular(annotations.tokens[annotations.phrases[phrase].head].lower)
      guard let act = ClaimWords.act(of: noun), let found = figure("times " + act, interval, at: token) else { continue }
      figures.append(found)
    }
    return figures
  }

  private func count(in reach: Range<Int>) -> (NumberInterval, Int)? {
    for token in reach {
      if annotations.tags[token].isVerb || annotations.tokens[token].form == ";" { return nil }
      let lower = annotations.tokens[token].lower
      let next = token + 1 < annotations.tokens.count ? annotations.tokens[token + 1].lower : ""
      var number: Double?
      if lower == "once" { number = 1 }
      if lower == "twice" { number = 2 }
      if next == "times" { number = ClosedClasses.numberWords[lower].map(Double.init) ?? Double(lower) }
      guard let number else { continue }
      let rate =
        lower == "once" || lower == "twice"
        ? next : token + 2 < annotations.tokens.count ? annotations.tokens[token + 2].lower : ""
      // So often each month is more often than that in all.
      return ["a", "per", "every", "each"].contains(rate)
        ? (NumberInterval(number + 1, .infinity, qualifier: nil), token) : (NumberInterval(number, number, qualifier: nil), token)
    }
    return nil
  }

  /// "dated the landing to 6 October", "insisted on 9 October", "said it came on 9 October"
  private func days() -> [Figure] {
    annotations.times.compactMap { time in
      guard let from = time.from, let to = time.to, let claim = claim(at: time.tokens.lowerBound),
        let statement = annotations.claims[claim].statement,
        annotations.statements[statement].form != .fragment
          || time.tokens.lowerBound - annotations.statements[statement].content.lowerBound < 8
      else { return nil }
      let interval = NumberInterval(Double(from.daysSinceEpoch), Double(to.daysSinceEpoch), qualifier: nil)
      return figure("day", interval, at: time.tokens.lowerBound)
    }
  }

  /// "happened at 11 p.m.", "gives the time as 9.40"
  private func clocks() -> [Figure] {
    annotations.tokens.indices.compactMap { token in
      ClockTimes.minute(at: token, annotations).flatMap { minute in
        figure("clock", NumberInterval(minute, minute + Self.sameMinutes, qualifier: nil), at: token)
      }
    }
  }
}
