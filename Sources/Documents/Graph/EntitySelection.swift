/// Which entities become nodes: whatever has a name, and of those only described the ones that say or do something, or to whom
/// something happens or belongs.
enum EntitySelection {
  static func kept(_ annotations: Annotations) -> [Bool] {
    var kept = annotations.entities.map { entity in
      guard entity.isAnonymous else { return !entity.mentions.isEmpty }
      return entity.kind == .place && entity.mentions.contains { !annotations.isInHeadline(annotations.mentions[$0].head) }
    }
    func keep(_ entity: Int?) {
      if let entity, !annotations.entities[entity].mentions.isEmpty { kept[entity] = true }
    }
    for clause in annotations.clauses where clause.kind == .main && clause.lemma != "be" && clause.modal != "would" {
      for subject in clause.subjects {
        guard let entity = annotations.entity(ofPhrase: subject), !annotations.isInHeadline(clause.mainVerb) else { continue }
        // Who acts and is described as somebody in particular.
        let found = annotations.entities[entity]
        if found.kind == .organization || found.kind == .person, !found.modifiers.isEmpty { keep(entity) }
      }
    }
    for event in annotations.events {
      for participant in event.participants { keep(participant.entity) }
      for place in event.places { keep(place) }
    }
    for claim in annotations.claims where claim.object == nil {
      keep(claim.speaker)
      for case .entity(let entity) in claim.subjects where claim.quantity != nil || claim.predicate == "responsible" {
        keep(entity)
      }
    }
    // A claim is about something.
    for claim in annotations.claims where claim.predicate == "states" {
      let isTied = claim.subjects.contains { subject in
        guard case .entity(let entity) = subject else { return true }
        return kept[entity]
      }
      if !isTied, case .entity(let entity)? = claim.subjects.first { keep(entity) }
    }
    // Of many who belong somewhere there is no end, but who owns something is somebody.
    for relation in annotations.relations
    where annotations.entities[relation.source].kind != .group || relation.type == "OWNS" {
      keep(relation.source)
      keep(relation.target)
    }
    return kept
  }
}
