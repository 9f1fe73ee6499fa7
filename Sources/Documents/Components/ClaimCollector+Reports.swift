// What a denial answers in its own sentence is a claim as well: "rejected an accusation by the ministry that he had paid them".
extension ClaimCollector {
  mutating func readAnsweredReports() {
    var known: [Range<Int>] = []
    for claim in claims where claim.object == nil {
      guard let statement = claim.statement.map({ annotations.statements[$0] }), answers(claim, statement) else { continue }
      let clauses = annotations.clauses(around: statement.passage.lowerBound)
      let sentence = annotations.sentenceIndex(ofToken: statement.passage.lowerBound)
      let reader = SentenceStatements(sentence: sentence, clauses: clauses, annotations: annotations)
      guard let report = reader.answeredReport(in: statement.passage), !known.contains(report.content),
        report.speaker == nil || report.speaker != claim.speaker
      else { continue }
      known.append(report.content)
      let answer = statement.form == .refusal ? nil : statement.passage
      let told = claims.firstIndex { other in
        other.object == nil && other.speaker == report.speaker && other.passage.lowerBound == report.passage.lowerBound
      }
      if let told {
        claims[told].answer = answer
        continue
      }
      annotations.statements.append(report)
      var own = claim
      (own.certainty, own.passage, own.speaker) = (report.certainty, report.passage, report.speaker)
      (own.statement, own.answer, own.saidOn) = (annotations.statements.count - 1, answer, nil)
      claims.append(own)
    }
  }

  /// Whether a claim takes up what somebody says, to deny, to doubt or not to discuss it.
  private func answers(_ claim: ClaimFinding, _ statement: Statement) -> Bool {
    if [.denial, .refusal].contains(statement.form) { return claim.speaker != nil && claim.certainty != .reported }
    return claim.certainty == .denied && claim.speaker != nil
  }
}
