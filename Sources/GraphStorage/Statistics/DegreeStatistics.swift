import Graph

/// How many relationships of a type leave or reach the nodes of a label; kept up to date by every write.
struct DegreeStatistics: Sendable {
  struct Key: Hashable, Sendable {
    var label: LabelID
    var type: RelationshipTypeID
    var isOutgoing: Bool
  }

  /// Entries of 0 may be there or not.
  private(set) var counts: [Key: Int] = [:]
  /// Whether a count has been lowered below 0, which only a wrong one can be.
  private(set) var isOverdrawn = false

  init() {}

  init(counts: [Key: Int]) { self.counts = counts }

  func count(_ label: LabelID, _ type: RelationshipTypeID, isOutgoing: Bool) -> Int {
    counts[Key(label: label, type: type, isOutgoing: isOutgoing)] ?? 0
  }

  mutating func add(_ amount: Int, labels: [LabelID], type: RelationshipTypeID, isOutgoing: Bool) {
    guard amount != 0 else { return }
    for label in labels {
      let key = Key(label: label, type: type, isOutgoing: isOutgoing)
      let count = (counts[key] ?? 0) + amount
      counts[key] = count
      if count < 0 { isOverdrawn = true }
    }
  }
}

extension DegreeStatistics.Key: Comparable {
  /// By label, type, direction: the order in which a file lists the counts, so that equal graphs have equal files.
  static func < (a: DegreeStatistics.Key, b: DegreeStatistics.Key) -> Bool {
    if a.label != b.label { return a.label < b.label }
    if a.type != b.type { return a.type < b.type }
    return !a.isOutgoing && b.isOutgoing
  }
}
