/// Denials that only point to what they deny: "Harland denies it", "dismissed the accusation", "rejected that account".
/// They stand against the last thing that somebody else has said.
struct Denials {
  private let annotations: Annotations
  private let settled: Set<Int>

  /// `settled`: the contradictions that are known by what the claims are about.
  init(_ annotations: Annotations, settled: [Contradiction]) {
    self.annotations = annotations
    self.settled = Set(settled.flatMap { [$0.first, $0.second] })
  }

  func contradictions() -> [Contradiction] {
    annotations.claims.indices.compactMap { index in
      guard annotations.claims[index].certainty == .denied, annotations.claims[index].speaker != nil, !settled.contains(index),
        let other = denied(by: index)
      else { return nil }
      return Contradiction(first: other, second: index, reason: .denial)
    }
  }

  /// The claim before, of the same paragraph or, where the denial does not spell out what it denies, of the one before.
  private func denied(by index: Int) -> Int? {
    let denial = annotations.claims[index]
    let block = annotations.tokens[denial.passage.lowerBound].block
    let reach = spellsOut(denial) ? 0 : 1
    return annotations.claims.indices.last { at in
      let claim = annotations.claims[at]
      return claim.passage.lowerBound < denial.passage.lowerBound && claim.object == nil && claim.speaker != nil
        && claim.speaker != denial.speaker && [.reported, .probable].contains(claim.certainty)
        && block - annotations.tokens[claim.passage.lowerBound].block <= reach
    }
  }

  private func spellsOut(_ denial: ClaimFinding) -> Bool {
    denial.passage.contains { annotations.tokens[$0].lower == "that" && annotations.tags[$0] == .subordinator }
  }
}
