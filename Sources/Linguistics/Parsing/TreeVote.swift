/// Several trees over one sentence → the projective tree with one root that most agree with.
package struct TreeVote {
  package let count: Int
  /// Voter → word → head, `count` for the root.
  package let heads: [[Int32]]
  package let relations: [[UInt8]]
  /// How sure a voter was of each arc.
  package let margins: [[Float]]

  package init(count: Int, heads: [[Int32]], relations: [[UInt8]], margins: [[Float]]) {
    self.count = count
    self.heads = heads
    self.relations = relations
    self.margins = margins
  }

  package func decide(rootRelation: UInt8, heads result: inout [Int], relations chosen: inout [UInt8]) {
    result = [Int](repeating: count, count: count)
    chosen = [UInt8](repeating: rootRelation, count: count)
    guard count > 0 else { return }
    for word in 0..<count { result[word] = favourite(of: word) }
    if !isTree(result) { result = count <= 160 ? projectiveTree() : singleRooted(heads[0].map(Int.init)) }
    chosen = relations(under: result, rootRelation: rootRelation)
  }

  /// The relation of each word, its head given, that most voters name.
  package func relations(under heads: [Int], rootRelation: UInt8) -> [UInt8] {
    heads.indices.map { heads[$0] == count ? rootRelation : relation(of: $0, under: heads[$0], rootRelation) }
  }

  private func weight(_ voter: Int, _ word: Int) -> Float { 1 - 0.01 * Float(voter) }

  private func favourite(of word: Int) -> Int {
    var best = Int(heads[0][word])
    var most: Float = 0
    for voter in heads.indices {
      let head = heads[voter][word]
      var sum: Float = 0
      for other in heads.indices where heads[other][word] == head { sum += weight(other, word) }
      if sum > most { (best, most) = (Int(head), sum) }
    }
    return best
  }

  private func relation(of word: Int, under head: Int, _ rootRelation: UInt8) -> UInt8 {
    var best: UInt8?
    var most: Float = 0
    func count(_ isWanted: (Int) -> Bool) {
      for voter in heads.indices where isWanted(voter) && relations[voter][word] != rootRelation {
        let relation = relations[voter][word]
        var sum: Float = 0
        for other in heads.indices where isWanted(other) && relations[other][word] == relation { sum += weight(other, word) }
        if sum > most { (best, most) = (relation, sum) }
      }
    }
    count { Int(heads[$0][word]) == head }
    if best == nil { count { _ in true } }
    return best ?? rootRelation
  }

  /// One root, and every word reaches it.
  func isTree(_ heads: [Int]) -> Bool {
    guard heads.count(where: { $0 == count }) == 1 else { return false }
    var seen = [Int](repeating: -1, count: count)
    for word in 0..<count {
      var at = word
      while at != count, seen[at] != word {
        if seen[at] >= 0 { break }
        seen[at] = word
        at = heads[at]
        if at != count, seen[at] == word { return false }
      }
    }
    return true
  }

  /// A tree whose further roots hang on the first.
  private func singleRooted(_ heads: [Int]) -> [Int] {
    guard let root = heads.firstIndex(of: count) else { return heads }
    return heads.enumerated().map { $1 == count && $0 != root ? root : $1 }
  }

  /// Eisner's algorithm (1996) over the votes, for each word as root in turn of the right half's table. Complexity: O(count³).
  private func projectiveTree() -> [Int] {
    // Node 0 is the root, word i is node i + 1.
    let size = count + 1
    var score = [Float](repeating: 0, count: size * size)
    for voter in heads.indices {
      for word in 0..<count {
        let head = Int(heads[voter][word])
        score[(head == count ? 0 : head + 1) * size + word + 1] += weight(voter, word)
      }
    }
    var chart = EisnerChart(size: size, score: score)
    return chart.heads().map { $0 == 0 ? count : $0 - 1 }
  }
}

/// The dynamic programme of Eisner: complete and incomplete spans, with their heads at the left or the right end.
struct EisnerChart {
  private let size: Int
  private let score: [Float]
  /// [direction][low * size + high]: 0 the head is at the right end, 1 at the left.
  private var complete: [[Float]]
  private var incomplete: [[Float]]
  private var completeSplit: [[Int16]]
  private var incompleteSplit: [[Int16]]

  /// `score[head * size + dependent]`; node 0 is the root.
  init(size: Int, score: [Float]) {
    self.size = size
    self.score = score
    complete = .init(repeating: .init(repeating: 0, count: size * size), count: 2)
    incomplete = complete
    completeSplit = .init(repeating: .init(repeating: 0, count: size * size), count: 2)
    incompleteSplit = completeSplit
    for width in 1..<size {
      for low in 0..<(size - width) { fill(low, low + width) }
    }
  }

  private mutating func fill(_ low: Int, _ high: Int) {
    let place = low * size + high
    var best = -Float.infinity
    var split = low
    // The root has one child: its only incomplete span is an arc to it with nothing of its own in between.
    for middle in low..<(low == 0 ? 1 : high) {
      let sum = complete[1][low * size + middle] + complete[0][(middle + 1) * size + high]
      if sum > best { (best, split) = (sum, middle) }
    }
    incomplete[0][place] = low == 0 ? -.infinity : best + score[high * size + low]
    incomplete[1][place] = best + score[low * size + high]
    incompleteSplit[0][place] = Int16(split)
    incompleteSplit[1][place] = Int16(split)
    best = -.infinity
    for middle in low..<high {
      let sum = complete[0][low * size + middle] + incomplete[0][middle * size + high]
      if sum > best { (best, split) = (sum, middle) }
    }
    complete[0][place] = best
    completeSplit[0][place] = Int16(split)
    best = -.infinity
    for middle in (low + 1)...high {
      let sum = incomplete[1][low * size + middle] + complete[1][middle * size + high]
      if sum > best { (best, split) = (sum, middle) }
    }
    complete[1][place] = best
    completeSplit[1][place] = Int16(split)
  }

  /// The head of each word, node 0 for the root's child.
  mutating func heads() -> [Int] {
    var heads = [Int](repeating: 0, count: size - 1)
    var pending: [(low: Int, high: Int, direction: Int, isComplete: Bool)] = [(0, size - 1, 1, true)]
    while let (low, high, direction, isComplete) = pending.popLast() {
      guard low < high else { continue }
      let place = low * size + high
      if isComplete {
        let split = Int(completeSplit[direction][place])
        if direction == 0 {
          pending.append((low, split, 0, true))
          pending.append((split, high, 0, false))
        } else {
          pending.append((low, split, 1, false))
          pending.append((split, high, 1, true))
        }
      } else {
        let split = Int(incompleteSplit[direction][place])
        if direction == 0 { heads[low - 1] = high } else { heads[high - 1] = low }
        pending.append((low, split, 1, true))
        pending.append((split + 1, high, 0, true))
      }
    }
    return heads
  }
}
