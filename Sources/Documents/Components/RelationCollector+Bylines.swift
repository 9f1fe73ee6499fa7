// Whom a byline names works for the paper or the agency that it names too.
extension RelationCollector {
  /// "By Mina Okoro, Northwire", "By Lena Ruud, Court Correspondent — The Harbour Post", "Delta Press Service, by Irma Sand"
  mutating func readBylines() {
    for sentence in annotations.sentences where sentence.kind == .byline {
      let mentions = annotations.mentions(beginningIn: sentence.tokens).map { annotations.mentions[$0] }.filter {
        $0.form == .name
      }
      guard let paper = mentions.first(where: { $0.kind == .organization }), let target = paper.entity else { continue }
      for mention in mentions where mention.kind == .person {
        guard let entity = mention.entity, mention.tokens.upperBound - mention.tokens.lowerBound > 1 else { continue }
        add("WORKS_FOR", entity, target, evidence: sentence.tokens)
      }
    }
  }
}
