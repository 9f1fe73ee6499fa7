/// Which claims of two voices stand against each other. How likely a pair is to be in conflict is a sum of weights over what the
/// two share, how they stand to each other and what rule has set them against each other, fitted by logistic regression to
/// documents whose conflicts people have marked (compare de Marneffe, Rafferty and Manning, "Finding Contradictions in Text",
/// ACL 2008, for the features). It finds accounts that differ though no word denies the other ("resigned", "was dismissed"), and
/// drops what a rule has set against each other though nearly everything speaks against it.
final class RivalAccounts {
  let annotations: Annotations
  let words: ClaimWords
  let traits: ClaimTraits
  private let proposed: [Contradiction]
  /// Pairs that a rule has found.
  private let reasons: [Duo: Contradiction.Reason]
  /// How many of them each two speakers have.
  private let disputes: [Duo: Int]
  /// Whom each entity speaks, works or stands for.
  let sides: [Int: Set<Int>]
  /// Whom and what each claim names.
  let named: [Named]

  /// Above these log-odds a pair is in conflict though no rule says so: where it is as likely as not.
  private static let convincing = 0.0
  /// Below these it is none though a rule says so.
  private static let doubtful = -2.0
  /// In sentences and in paragraphs.
  private static let reach = 8
  private static let farthestBlock = 2

  init(_ annotations: Annotations, _ words: ClaimWords, _ traits: ClaimTraits, proposed: [Contradiction]) {
    self.annotations = annotations
    self.words = words
    self.traits = traits
    self.proposed = proposed
    reasons = Dictionary(proposed.map { (Duo($0.first, $0.second), $0.reason) }) { one, _ in one }
    disputes = proposed.reduce(into: [:]) { counts, pair in
      if let duo = Self.duo(annotations.claims[pair.first], annotations.claims[pair.second]) { counts[duo, default: 0] += 1 }
    }
    sides = Sides.of(annotations)
    named = annotations.claims.map { Named(in: $0, annotations) }
  }

  /// Two claims or two speakers, whichever comes first.
  private struct Duo: Hashable {
    let lower: Int
    let upper: Int

    init(_ one: Int, _ other: Int) { (lower, upper) = (min(one, other), max(one, other)) }
  }

  private static func duo(_ one: ClaimFinding, _ other: ClaimFinding) -> Duo? {
    guard let mine = one.speaker, let theirs = other.speaker, mine != theirs else { return nil }
    return Duo(mine, theirs)
  }

  /// Of what rules have found the likely and what is too far apart to judge, and for each other claim the likeliest of those
  /// before it.
  ///
  /// Complexity: linear in the claims, each of which is compared with those of a few sentences before it.
  func contradictions() -> [Contradiction] {
    let judged = annotations.claims.indices.map { pairs(with: $0).map { (pair: $0, score: score($0)) } }
    let near = Set(judged.joined().lazy.filter { self.reason($0.pair) != nil }.map { Duo($0.pair.first, $0.pair.second) })
    let far = proposed.filter { !near.contains(Duo($0.first, $0.second)) }
    var found: [Contradiction] = []
    var paired: Set<[Range<Int>]> = []
    for (pair, score) in judged.joined() where score > Self.doubtful {
      guard let reason = reason(pair), reason != .numbers || !areToldApart(pair) else { continue }
      found.append(Contradiction(first: pair.first, second: pair.second, reason: reason))
      paired.insert(passages(pair))
    }
    // A denial denies one thing near it.
    let settled = Set(found.lazy.filter { $0.reason == .denial && self.isDenial($0.second) }.map(\.second))
    for pairs in judged {
      let open = pairs.filter { pair, score in
        score > Self.convincing && reason(pair) == nil && !settled.contains(pair.second) && !agree(pair) && !countApart(pair)
      }
      guard let best = open.max(by: { $0.score < $1.score })?.pair, paired.insert(passages(best)).inserted else { continue }
      found.append(Contradiction(first: best.first, second: best.second, reason: .accounts))
    }
    return far + found
  }

  private func passages(_ pair: Pair) -> [Range<Int>] {
    [annotations.claims[pair.first].passage, annotations.claims[pair.second].passage]
  }

  /// Whether only one of the two says how many, or both say it of events on different days, or of two that the text itself
  /// tells apart.
  private func countApart(_ pair: Pair) -> Bool {
    let (mine, theirs) = (annotations.claims[pair.first], annotations.claims[pair.second])
    let counting = [mine, theirs].filter { $0.quantity != nil && $0.predicate != "states" }
    if counting.count == 1 || counting.count == 2 && words.areOfOtherDays(mine, theirs) { return true }
    return areToldApart(pair)
  }

  private func areToldApart(_ pair: Pair) -> Bool {
    let (mine, theirs) = (annotations.claims[pair.first], annotations.claims[pair.second])
    return mine.subjects.first != theirs.subjects.first && !traits[pair.first].quantities.isEmpty && isOfAnother(theirs)
  }

  /// "Earlier battles, of which they say that", "another fight, in which", "that followed skirmishes": what a number is of came
  /// before or beside the happening that has just been told.
  private func isOfAnother(_ claim: ClaimFinding) -> Bool {
    let first = annotations.quantities(beginningIn: claim.passage).first
    guard let number = claim.quantity?.tokens.lowerBound ?? first.map({ annotations.quantities[$0].tokens.lowerBound }) else {
      return false
    }
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: number)].tokens
    return (sentence.lowerBound..<number).contains { token in
      let lower = annotations.tokens[token].lower
      let isApart = Self.another.contains(lower) || ["follow", "precede"].contains(VerbForms.lemma(of: lower) ?? "")
      return isApart && EventLexicon.nouns[Suffixes.singular(annotations.tokens[token + 1].lower)] != nil
    }
  }

  private static let another = WordList.set("another separate further previous earlier later second third")

  private func isDenial(_ claim: Int) -> Bool {
    annotations.claims[claim].statement.map { annotations.statements[$0].form == .denial } ?? false
  }

  // MARK: Pairs

  struct Pair {
    let first: Int
    let second: Int
    /// How many passages with a claim stand between.
    let between: Int
  }

  func reason(_ pair: Pair) -> Contradiction.Reason? { reasons[Duo(pair.first, pair.second)] }

  /// Whether the two speakers contradict each other elsewhere.
  func areInDispute(_ pair: Pair) -> Bool {
    guard let duo = Self.duo(annotations.claims[pair.first], annotations.claims[pair.second]) else { return false }
    return disputes[duo, default: 0] > (reason(pair) == nil ? 0 : 1)
  }

  /// A claim with each before it, nearest first, that is of another voice and stands in one stretch of text with it or has a
  /// word in common.
  private func pairs(with second: Int) -> [Pair] {
    let claim = annotations.claims[second]
    guard claim.object == nil else { return [] }
    if let statement = claim.statement, annotations.isDirective(annotations.statements[statement]) { return [] }
    if traits[second].explainsNumber { return [] }
    var found: [Pair] = []
    var passages: Set<Range<Int>> = []
    for first in annotations.claims[..<second].indices.reversed() {
      let other = annotations.claims[first]
      guard words.distance(other, claim) <= Self.reach, block(claim) - block(other) <= Self.farthestBlock else { break }
      guard other.object == nil else { continue }
      passages.insert(other.passage)
      let pair = Pair(first: first, second: second, between: passages.count - 1)
      guard other.passage.upperBound <= claim.passage.lowerBound, Voice.differ(other, claim, annotations),
        reason(pair) != nil || words.shared(first, second) > 0 || words.areTogether(other, claim)
      else { continue }
      found.append(pair)
    }
    return found
  }

  private func block(_ claim: ClaimFinding) -> Int { annotations.tokens[claim.passage.lowerBound].block }

  private func score(_ pair: Pair) -> Double {
    zip(Self.weights, features(pair)).reduce(Self.bias) { $0 + $1.0 * $1.1 }
  }
}
