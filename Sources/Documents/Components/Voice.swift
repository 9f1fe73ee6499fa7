/// Whose a claim is: of somebody, of a paper ("the register"), or of one of several who are only named together ("one of them",
/// "the other").
struct Voice: Hashable {
  let speaker: Int?
  /// The word at `Statement.source`, in the singular.
  let source: String?

  /// nil for the document's own voice and for what nobody stands behind.
  init?(_ claim: borrowing ClaimFinding, _ annotations: borrowing Annotations) {
    var source: String?
    if let statement = claim.statement, let word = annotations.statements[statement].source {
      let lower = annotations.tokens[word].lower
      source = lower == "others" ? lower : Suffixes.singular(lower)
    }
    guard claim.speaker != nil || source != nil else { return nil }
    self.speaker = claim.speaker
    self.source = source
  }

  /// Words for one who has not been among those that spoke before.
  private static let further: Set<String> = ["another", "others", "third", "fourth", "fifth", "sixth"]

  /// Whether two claims are of two voices, of which the document's own may be one. What one of several says is said by them
  /// all as far as the others go.
  static func differ(_ one: ClaimFinding, _ other: ClaimFinding, _ annotations: Annotations) -> Bool {
    let (mine, theirs) = (Voice(one, annotations), Voice(other, annotations))
    guard let mine, let theirs else { return (mine == nil) != (theirs == nil) }
    if mine.speaker != nil, mine.speaker == theirs.speaker {
      if mine.source == theirs.source { return false }
      return [mine, theirs].contains { $0.source.map { further.contains($0) } ?? false }
        || mine.source != nil && theirs.source != nil
    }
    return mine != theirs
  }
}
