/// What in the wording of each claim tells whether another one may stand against it. Made once for all claims of a document.
struct ClaimTraits {
  struct Traits {
    /// Says that something is not so: by "never" as well as by "no troops", before any clause that hangs on it.
    var isNegative = false
    /// Will not say anything: "declined to comment".
    var isRefusal = false
    var isQuotation = false
    /// "also", "confirmed": goes on with what has been said.
    var isAdditive = false
    var isFuture = false
    /// "now", "altogether": a number of another time, or a sum of what has been told.
    var isLater = false
    /// "One body had been counted twice", "two digits had been transposed": says how a number came about, and gives none.
    var explainsNumber = false
    /// The sides of `Opposites` that its words are on.
    var sides = Opposites.noSides
    /// "36 hours", "18 metres", "once", "4 per cent": the noun and how many.
    var measures: [(unit: String, count: Double)] = []
    /// Indices into `Annotations.quantities` and `times`.
    var quantities = 0..<0
    var times = 0..<0
  }

  private let annotations: Annotations
  /// Sentences in which the text itself announces two accounts, in text order.
  private(set) var announcements: [Int] = []
  private(set) var traits: [Traits] = []

  /// Complexity: linear in the words of all claims.
  init(_ annotations: Annotations) {
    self.annotations = annotations
    for (index, sentence) in annotations.sentences.enumerated() where sentence.kind == .paragraph {
      if annotations.isQuoted(sentence.tokens.lowerBound) { continue }
      if sentence.tokens.contains(where: { Self.announcing.contains(annotations.tokens[$0].lower) }) {
        announcements.append(index)
      }
    }
    traits = annotations.claims.map { $0.object == nil ? read($0) : Traits() }
  }

  subscript(claim: Int) -> Traits { traits[claim] }

  private func read(_ claim: ClaimFinding) -> Traits {
    var result = Traits()
    let content = ClaimWords.content(of: claim, annotations)
    let form = claim.statement.map { annotations.statements[$0].form }
    result.isNegative = saysNo(claim, content)
    result.isRefusal = form == .refusal
    result.isQuotation = form == .direct
    result.explainsNumber = annotations.clauses[annotations.clauses(around: content.lowerBound)].contains {
      guard $0.isPassive, content.contains($0.mainVerb) else { return false }
      let isTwice = content.contains { ["twice", "again", "double"].contains(annotations.tokens[$0].lower) }
      return Self.miscounting.contains($0.lemma) || $0.lemma == "count" && isTwice
    }
    for token in claim.passage {
      let lower = annotations.tokens[token].lower
      if Self.additive.contains(lower) { result.isAdditive = true }
      if ["will", "shall", "'ll", "’ll"].contains(lower) { result.isFuture = true }
      if let measure = measure(at: token) { result.measures.append(measure) }
      if Self.later.contains(lower) { result.isLater = true }
      if content.contains(token) { Opposites.note(lower, isVerb: annotations.tags[token].isVerb, in: &result.sides) }
    }
    result.quantities = annotations.quantities(beginningIn: claim.passage)
    result.times = annotations.times(beginningIn: claim.passage)
    return result
  }

  private func measure(at token: Int) -> (unit: String, count: Double)? {
    guard annotations.tags[token] == .number, token + 1 < annotations.tokens.count,
      let count = ClosedClasses.numberWords[annotations.tokens[token].lower].map(Double.init)
        ?? Double(annotations.tokens[token].lower.filter { $0 != "," })
    else { return nil }
    let unit = Suffixes.singular(annotations.tokens[token + 1].lower)
    return Self.measuring.contains(unit) ? (unit, count) : nil
  }

  private static let measuring = WordList.set(
    """
    year month week day hour minute second kilometre kilometer mile metre meter foot tonne ton kilo kilogram gram litre liter
    degree time barrel gallon acre hectare vote seat goal point magnitude
    """)

  /// "The two tell it differently", "How many is disputed", "the accounts do not agree".
  private static let announcing = WordList.set(
    """
    dispute disputed disputes disagree disagrees disagreed differ differs differed differently contested contradict contradicts
    contradicted contradictory otherwise quarrel version versions odds conflicting rival opposite diverge diverges part differing
    """)

  private static let miscounting = WordList.set(
    "transpose swap confuse mix double duplicate miscount misread mislabel")
  private static let negative = WordList.set("no not n't never nothing nobody none neither nowhere")
  private static let additive = WordList.set(
    "also added adds too agreed agrees confirmed confirms likewise acknowledged acknowledges conceded concedes")
  /// "“This is not an enemy that you can beat in a day”", "good but not required": in words quoted as they were said a "not"
  /// behind "be" or before an adjective judges, and denies no happening.
  private func isOpinion(_ token: Int, in claim: ClaimFinding) -> Bool {
    guard ["not", "n't"].contains(annotations.tokens[token].lower), token > 0,
      claim.statement.map({ annotations.statements[$0].form == .direct }) ?? false
    else { return false }
    let before = annotations.tokens[token - 1].lower
    return ClosedClasses.forms[before] == "be" || ![.auxiliary, .modal].contains(annotations.tags[token - 1])
  }

  private static let later = WordList.set("now altogether combined")

  private func saysNo(_ claim: ClaimFinding, _ content: Range<Int>) -> Bool {
    if claim.certainty == .denied { return true }
    for token in content {
      let lower = annotations.tokens[token].lower
      if annotations.tags[token] == .relative || ["because", "who", "which"].contains(lower) { return false }
      guard Self.negative.contains(lower), !isOpinion(token, in: claim) else { continue }
      let next = token + 1 < annotations.tokens.count ? annotations.tokens[token + 1].lower : ""
      if !NegativeContent.measures.contains(next) { return true }
    }
    return false
  }
}
