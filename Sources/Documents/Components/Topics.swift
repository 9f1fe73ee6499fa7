/// A statement that names nothing by name ("rejected that account", "Everyone knew", "blackmail") is about what the one before
/// it is about.
enum Topics {
  static func carry(in annotations: inout Annotations) {
    var topic: (subjects: [ClaimFinding.Subject], block: Int)?
    for index in annotations.claims.indices where annotations.claims[index].object == nil {
      let claim = annotations.claims[index]
      let block = annotations.tokens[claim.passage.lowerBound].block
      let own = claim.subjects.filter { subject in
        guard case .entity(let entity) = subject else { return true }
        return entity != claim.speaker && !annotations.entities[entity].isAnonymous
      }
      if own.isEmpty, claim.predicate == "states", let topic, block - topic.block <= 1 {
        annotations.claims[index].subjects += topic.subjects.filter { !claim.subjects.contains($0) }
      } else if !own.isEmpty {
        topic = (Array(own.prefix(3)), block)
      }
    }
  }

  /// A claim about a happening is about who takes part in it as well, and one that names nobody is about whom the statement
  /// before it is about.
  static func widen(in annotations: inout Annotations) {
    var topic: (entities: [ClaimFinding.Subject], block: Int)?
    for index in annotations.claims.indices where annotations.claims[index].object == nil {
      let claim = annotations.claims[index]
      let block = annotations.tokens[claim.passage.lowerBound].block
      var subjects = claim.subjects
      for case .event(let event) in claim.subjects {
        for participant in annotations.events[event].participants where subjects.count < mostSubjects {
          let entity = ClaimFinding.Subject.entity(participant.entity)
          if !subjects.contains(entity) { subjects.append(entity) }
        }
      }
      let own = subjects.filter { subject in
        guard case .entity(let entity) = subject else { return false }
        return entity != claim.speaker
      }
      if own.count < 2, let topic, block - topic.block <= 1 {
        subjects += topic.entities.filter { !subjects.contains($0) }
      }
      if !own.isEmpty { topic = (Array(own.prefix(3)), block) }
      annotations.claims[index].subjects = subjects
    }
  }

  private static let mostSubjects = 8
}
