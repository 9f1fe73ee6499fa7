import Graph

/// The sets of labels that nodes have, each once: a node keeps the number of its set. Set 0 is the empty one.
struct LabelSets: Sendable {
  typealias Number = UInt32

  /// Each sorted by label number.
  private(set) var sets: [[LabelID]] = [[]]
  private var numbers: [[LabelID]: Number] = [[]: 0]

  init() {}

  init(sets: [[LabelID]]) {
    self.sets = sets
    numbers = Dictionary(sets.enumerated().map { ($1, Number($0)) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(number: Number) -> [LabelID] { Int(number) < sets.count ? sets[Int(number)] : [] }

  /// The number of the set of `labels`, which are sorted and distinct.
  mutating func number(of labels: [LabelID]) -> Number {
    if let number = numbers[labels] { return number }
    let number = Number(sets.count)
    sets.append(labels)
    numbers[labels] = number
    return number
  }
}
