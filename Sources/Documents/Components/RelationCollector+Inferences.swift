// Relations that follow from others: who has a colleague’s counterpart’s office, and whoever comes after somebody.
extension RelationCollector {
  /// "President Dumbe met his Ruvendan counterpart, Jean Kabera": the office of the one in the country of the other.
  mutating func readCounterparts() {
    for mention in annotations.mentions where mention.form == .description && mention.kind == .person {
      guard ["counterpart", "opposite"].contains(tokens[mention.head].lower), let entity = mention.entity,
        let phrase = mention.phrase, let possessor = annotations.phrases[phrase].possessor,
        let model = annotations.entity(ofPhrase: possessor),
        let office = found.first(where: { $0.source == model && ["LEADS", "WORKS_FOR"].contains($0.type) }),
        let body = annotations.mentions(beginningIn: annotations.phrases[phrase].tokens).compactMap({ annotations.mentions[$0] })
          .first(where: { $0.entity != entity && $0.entity != model && [.place, .organization].contains($0.kind) })?.entity
      else { continue }
      add(office.type, entity, body, role: office.role, evidence: annotations.phrases[phrase].tokens)
    }
  }

  /// "Priya Nandakumar, who was appointed to succeed Gresham": has the office that he had, where the text says which.
  mutating func readSuccessors() {
    for clause in annotations.clauses where ["succeed", "replace"].contains(clause.lemma) && !clause.isNegated {
      let others = clause.isPassive ? clause.adjuncts.filter { $0.preposition == "by" }.map(\.phrase) : clause.objects
      let (next, last) = clause.isPassive ? (others, clause.subjects) : (clause.subjects, others)
      guard let successor = next.first.flatMap({ annotations.entity(ofPhrase: $0) }),
        let predecessor = last.first.flatMap({ annotations.entity(ofPhrase: $0) }), successor != predecessor,
        kind(successor) == .person, kind(predecessor) == .person,
        let office = found.first(where: { $0.source == predecessor && Self.parts.contains($0.type) })
      else { continue }
      if !hasPart(successor, office.type) || found.contains(where: { $0.source == successor && $0.target == office.target }) {
        add(office.type, successor, office.target, role: office.role, evidence: clause.begin..<clause.tokens.upperBound)
      }
    }
  }
}
