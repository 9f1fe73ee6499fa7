// Lists of those who sit on a body.
extension RelationCollector {
  /// "Present: Ms Hathersby (Chair), Mr Pellander": who is on a roll is a member of the body whose roll it is.
  mutating func readRolls() {
    for sentence in annotations.sentences where sentence.opensBlock {
      let begin = sentence.tokens.lowerBound
      guard let colon = (begin..<min(begin + 4, sentence.tokens.upperBound)).first(where: { tokens[$0].form == ":" }),
        colon > begin, Self.rolls.contains(tokens[begin].lower), let body = body(ofRollAt: begin)
      else { continue }
      var last = sentence.tokens.upperBound
      while last < tokens.count, tokens[last].block == sentence.block { last += 1 }
      for index in annotations.mentions(beginningIn: colon..<last) {
        let mention = annotations.mentions[index]
        guard mention.form == .name, mention.kind == .person, let person = mention.entity else { continue }
        let end = mention.tokens.upperBound
        var type = "MEMBER_OF"
        if end + 1 < tokens.count, ["(", ","].contains(tokens[end].form), annotations.phraseStartingAt[end + 1] >= 0 {
          let office = annotations.phrases[annotations.phraseStartingAt[end + 1]]
          let noun = Suffixes.singular(tokens[office.head].lower)
          if office.kind == .common, RoleNouns.type(noun) == "LEADS", !noun.hasPrefix("vice") { type = "LEADS" }
        }
        add(type, person, body, evidence: mention.tokens)
      }
    }
  }

  private static let rolls: Set<String> = [
    "present", "board", "members", "committee", "panel", "directors", "trustees", "council", "commissioners", "judges", "bench",
  ]

  /// The committee, board or council that the text is headed by or speaks of most; otherwise the company.
  private func body(ofRollAt token: Int) -> Int? {
    let bodies = annotations.entities.indices.filter { index in
      let entity = annotations.entities[index]
      return entity.kind == .organization && !entity.isAnonymous && !entity.mentions.isEmpty
        && NameFolding.folded(entity.name).split(separator: " ").contains { Self.assemblies.contains(String($0)) }
    }
    if let headed = bodies.first(where: { body in
      annotations.entities[body].mentions.contains { annotations.mentions[$0].head < token }
    }) {
      return headed
    }
    return mainOrganization(before: tokens.count) { $0.isCompany } ?? bodies.first
  }

  private static let assemblies: Set<String> = [
    "committee", "council", "board", "commission", "panel", "tribunal", "court", "assembly", "inquiry", "parliament",
  ]
}
