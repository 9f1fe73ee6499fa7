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
      if own.isEmpty, let topic, block - topic.block <= 1 {
        annotations.claims[index].subjects += topic.subjects.filter { !claim.subjects.contains($0) }
      } else if !own.isEmpty {
        topic = (Array(own.prefix(3)), block)
      }
    }
  }

  /// A claim about a happening is about those who take part in it as well.
  static func widen(in annotations: inout Annotations) {
    for index in annotations.claims.indices where annotations.claims[index].object == nil {
      var subjects = annotations.claims[index].subjects
      for case .event(let event) in annotations.claims[index].subjects {
        for participant in annotations.events[event].participants where subjects.count < mostSubjects {
          let entity = ClaimFinding.Subject.entity(participant.entity)
          if !subjects.contains(entity) { subjects.append(entity) }
        }
      }
      annotations.claims[index].subjects = subjects
    }
  }

  private static let mostSubjects = 8
}
