import Graph

/// How many relationships of a type leave or reach the nodes of a label; kept up to date by every write.
struct DegreeStatistics: Sendable {
  struct Key: Hashable, Sendable {
    var label: LabelID
    var type: RelationshipTypeID
    var isOutgoing: Bool
  }

  private(set) var counts: [Key: Int] = [:]

  init() {}

  init(counts: [Key: Int]) { self.counts = counts }

  func count(_ label: LabelID, _ type: RelationshipTypeID, isOutgoing: Bool) -> Int {
    counts[Key(label: label, type: type, isOutgoing: isOutgoing)] ?? 0
  }

  mutating func add(_ amount: Int, labels: [LabelID], type: RelationshipTypeID, isOutgoing: Bool) {
    guard amount != 0 else { return }
    for label in labels {
      counts[Key(label: label, type: type, isOutgoing: isOutgoing), default: 0] += amount
    }
  }
}
