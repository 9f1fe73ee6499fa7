/// A statement that names nothing ("rejected that account", "Everyone knew", "blackmail") is about what the one before it is
/// about.
enum Topics {
  static func carry(in annotations: inout Annotations) {
    var topic: (subjects: [ClaimFinding.Subject], block: Int)?
    for index in annotations.claims.indices where annotations.claims[index].object == nil {
      let claim = annotations.claims[index]
      let block = annotations.tokens[claim.passage.lowerBound].block
      let own = claim.subjects.filter { $0 != claim.speaker.map { .entity($0) } }
      if own.isEmpty, claim.predicate == "states", let topic, block - topic.block <= 1 {
        annotations.claims[index].subjects += topic.subjects.filter { !claim.subjects.contains($0) }
      } else if !own.isEmpty {
        topic = (Array(own.prefix(3)), block)
      }
    }
  }
}
