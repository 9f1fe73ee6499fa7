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
}
