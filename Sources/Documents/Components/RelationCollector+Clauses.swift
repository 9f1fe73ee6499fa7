// Verbs that say how two entities stand to each other.
extension RelationCollector {
  mutating func readClauses() {
    for clause in annotations.clauses where !clause.isNegated && !clause.isFuture && clause.modal == nil {
      guard let subject = clause.subjects.first, let source = annotations.entity(ofPhrase: subject) ?? held(by: subject) else {
        continue
      }
      let sourceKind = annotations.entities[source].kind
      let low = annotations.phrases[subject].tokens.lowerBound
      func evidence(_ phrase: Int) -> Range<Int> {
        let range = annotations.phrases[phrase].tokens
        return min(low, range.lowerBound)..<max(clause.verb.upperBound, range.upperBound)
      }
      if let type = RelationVerbs.active[clause.lemma], !clause.isPassive, let object = clause.objects.first,
        let target = annotations.entity(ofPhrase: object), allows(type, sourceKind, annotations.entities[target].kind),
        type != "MEMBER_OF" || clause.kind != .infinitive && clause.kind != .participle
      {
        add(type, source, target, evidence: evidence(object))
      }
      // "70 percent of its shares are held by Castellane"
      if clause.isPassive, ["hold", "own", "control"].contains(clause.lemma), let target = held(by: subject) {
        for agent in clause.adjuncts where agent.preposition == "by" {
          guard let owner = annotations.entity(ofPhrase: agent.phrase),
            allows("OWNS", annotations.entities[owner].kind, annotations.entities[target].kind)
          else { continue }
          add("OWNS", owner, target, evidence: evidence(agent.phrase), share: share(of: subject))
        }
      }
      // "The company belongs to Mr Haddour", "is part of the ministry"
      for adjunct in clause.adjuncts where ["belong to", "be of"].contains(clause.lemma + " " + adjunct.preposition) {
        guard let target = annotations.entity(ofPhrase: adjunct.phrase) ?? ownerOf(adjunct.phrase) else { continue }
        let targetKind = annotations.entities[target].kind
        let isPart = clause.objects.contains { tokens[annotations.phrases[$0].head].lower == "part" }
        if clause.lemma == "belong", sourceKind == .organization || sourceKind == .asset || sourceKind == .place,
          targetKind == .person || targetKind == .organization
        {
          add("OWNS", target, source, evidence: evidence(adjunct.phrase))
        } else if clause.lemma == "be", isPart, sourceKind == .organization, targetKind == .organization {
          add("PART_OF", source, target, evidence: evidence(adjunct.phrase))
        }
      }
      for adjunct in clause.adjuncts {
        guard let type = RelationVerbs.withPreposition[clause.lemma + " " + adjunct.preposition],
          let target = annotations.entity(ofPhrase: adjunct.phrase) ?? ownerOf(adjunct.phrase)
        else { continue }
        let owner = annotations.phrases[adjunct.phrase].possessor.flatMap { annotations.entity(ofPhrase: $0) }
        let final = ["WORKS_FOR"].contains(type) ? owner ?? target : target
        if allows(type, sourceKind, annotations.entities[final].kind) {
          add(
            type, source, final, role: type == "WORKS_FOR" && clause.lemma == "speak" ? "spokesperson" : nil,
            evidence: evidence(adjunct.phrase))
        }
      }
      // "holds a third of the shares", "owns 21 percent of Kestrel"
      if ["hold", "own", "control"].contains(clause.lemma), !clause.isPassive, let object = clause.objects.first,
        ["percent", "stake", "share", "shares", "third", "half", "quarter", "stock"].contains(
          tokens[annotations.phrases[object].head].lower),
        let target = annotations.contained(in: object).flatMap({ annotations.entity(ofPhrase: $0) }),
        allows("OWNS", sourceKind, annotations.entities[target].kind)
      {
        add("OWNS", source, target, evidence: evidence(object), share: share(of: object))
      }
      if clause.lemma == "employ", !clause.isPassive, let object = clause.objects.first,
        let employee = annotations.entity(ofPhrase: object), allows("WORKS_FOR", annotations.entities[employee].kind, sourceKind)
      {
        add("WORKS_FOR", employee, source, evidence: evidence(object))
      }
      for agent in clause.adjuncts where agent.preposition == "by" && clause.isPassive {
        guard let type = RelationVerbs.passive[clause.lemma], let target = annotations.entity(ofPhrase: agent.phrase),
          allows(type, annotations.entities[target].kind, sourceKind)
        else { continue }
        add(type, target, source, evidence: evidence(agent.phrase))
      }
    }
  }

  func allows(_ type: String, _ source: EntityKind, _ target: EntityKind) -> Bool {
    switch type {
    case "LEADS": return source == .person && (target == .organization || target == .place)
    case "OWNS": return target == .organization || target == .asset
    case "FOUNDED": return source == .person && target == .organization
    case "BASED_IN": return source == .organization && target == .place
    case "MEMBER_OF": return (source == .person || source == .group) && target == .organization
    case "WORKS_FOR": return source != .place && source != .asset && target == .organization
    case "SPLIT_FROM": return source == .organization && target == .organization
    case "REPRESENTS": return source == .person && target == .person
    case "SUPPLIES": return target == .organization || target == .place
    default: return source != .place && target != .group
    }
  }

  /// Whose shares a subject counts: "70 percent of its shares", "a third of Orbex".
  func held(by subject: Int) -> Int? {
    guard let inner = annotations.contained(in: subject) else { return nil }
    return annotations.entity(ofPhrase: inner) ?? ownerOf(inner)
  }

  /// "8 percent", "a third of the shares": in percent.
  func share(of phrase: Int) -> Double? {
    let range = annotations.phrases[phrase].tokens
    if let quantity = annotations.quantities.first(where: { $0.unit == "percent" && range.overlaps($0.tokens) }) {
      return quantity.value
    }
    switch tokens[annotations.phrases[phrase].head].lower {
    case "half": return 50
    case "quarter": return 25
    case "third": return range.count > 1 && tokens[range.lowerBound].lower == "two" ? 66.7 : 33.3
    default: return nil
    }
  }
}
