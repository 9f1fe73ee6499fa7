// Relations that follow from others: who has a colleague’s counterpart’s office, whoever comes after somebody, and who sits on
// the board of a whole.
extension RelationCollector {
  /// "a member of the board of Acme": of its board, and so of Acme.
  mutating func readBoards() {
    for relation in found where ["MEMBER_OF", "LEADS"].contains(relation.type) && isBoard(relation.target) {
      guard let whole = found.first(where: { $0.type == "PART_OF" && $0.source == relation.target })?.target else { continue }
      add(relation.type, relation.source, whole, role: relation.role, evidence: relation.evidence)
    }
  }

  private func isBoard(_ entity: Int) -> Bool {
    kind(entity) == .organization && annotations.entities[entity].isAnonymous
      && !annotations.entities[entity].heads.isDisjoint(with: ["board", "executive", "council", "presidium", "directorate"])
  }

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
        kind(successor) == .person, kind(predecessor) == .person
      else { continue }
      guard let office = found.first(where: { $0.source == predecessor && Self.parts.contains($0.type) }) else {
        // "was elected mayor of Leam, succeeding Ann Lee"
        if let office = found.last(where: { $0.source == successor && Self.parts.contains($0.type) }),
          0...1 ~= annotations.sentenceIndex(ofToken: clause.mainVerb)
            - annotations.sentenceIndex(ofToken: office.evidence.lowerBound)
        {
          add(office.type, predecessor, office.target, role: office.role, evidence: clause.begin..<clause.tokens.upperBound)
        }
        continue
      }
      if !hasPart(successor, office.type) || found.contains(where: { $0.source == successor && $0.target == office.target }) {
        add(office.type, successor, office.target, role: office.role, evidence: clause.begin..<clause.tokens.upperBound)
      }
    }
  }
}
