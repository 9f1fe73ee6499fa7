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
    let chart = EisnerChart(size: size, score: score)
    return chart.heads().map { $0 == 0 ? count : $0 - 1 }
  }
}

/// The dynamic programme of Eisner: complete and incomplete spans, with their heads at the left or the right end.
struct EisnerChart: ~Copyable {
  /// The spans of one kind at `low * size + high`: their scores, and where the best of each is made of two.
  private struct Spans {
    let scores: UnsafeMutablePointer<Float>
    let splits: UnsafeMutablePointer<Int16>

    init(count: Int) {
      scores = .allocate(capacity: count)
      scores.initialize(repeating: 0, count: count)
      splits = .allocate(capacity: count)
      splits.initialize(repeating: 0, count: count)
    }

    func deallocate() {
      scores.deallocate()
      splits.deallocate()
    }
  }

  private let size: Int
  /// With the head at the right end, and at the left.
  private let complete: (right: Spans, left: Spans)
  private let incomplete: (right: Spans, left: Spans)

  /// `score[head * size + dependent]`; node 0 is the root.
  init(size: Int, score: [Float]) {
    self.size = size
    complete = (Spans(count: size * size), Spans(count: size * size))
    incomplete = (Spans(count: size * size), Spans(count: size * size))
    for width in 1..<size {
      for low in 0..<(size - width) { fill(low, low + width, score) }
    }
  }

  deinit {
    for spans in [complete.right, complete.left, incomplete.right, incomplete.left] { spans.deallocate() }
  }

  private func fill(_ low: Int, _ high: Int, _ score: [Float]) {
    let place = low * size + high
    // The root has one child: its only incomplete span is an arc to it with nothing of its own in between.
    let inner = best(
      complete.left.scores + low * size, complete.right.scores + size + high, low..<(low == 0 ? 1 : high), otherwise: low)
    incomplete.right.scores[place] = low == 0 ? -.infinity : inner.sum + score[high * size + low]
    incomplete.left.scores[place] = inner.sum + score[low * size + high]
    incomplete.right.splits[place] = Int16(inner.split)
    incomplete.left.splits[place] = Int16(inner.split)
    let right = best(
      complete.right.scores + low * size, incomplete.right.scores + high, low..<high, otherwise: inner.split)
    complete.right.scores[place] = right.sum
    complete.right.splits[place] = Int16(right.split)
    let left = best(
      incomplete.left.scores + low * size, complete.left.scores + high, (low + 1)..<(high + 1), otherwise: right.split)
    complete.left.scores[place] = left.sum
    complete.left.splits[place] = Int16(left.split)
  }

  /// The best of the ways to make a span of two: `row` from where it begins, `column` to where it ends.
  private func best(
    _ row: UnsafePointer<Float>, _ column: UnsafePointer<Float>, _ middles: Range<Int>, otherwise: Int
  ) -> (sum: Float, split: Int) {
    var (best, split) = (-Float.infinity, otherwise)
    var below = column + middles.lowerBound &* size
    for middle in middles {
      let sum = row[middle] + below.pointee
      if sum > best { (best, split) = (sum, middle) }
      below += size
    }
    return (best, split)
  }

  /// The head of each word, node 0 for the root's child.
  func heads() -> [Int] {
    var heads = [Int](repeating: 0, count: size - 1)
    var pending: [(low: Int, high: Int, direction: Int, isComplete: Bool)] = [(0, size - 1, 1, true)]
    while let (low, high, direction, isComplete) = pending.popLast() {
      guard low < high else { continue }
      let place = low * size + high
      if isComplete {
        let split = Int((direction == 0 ? complete.right : complete.left).splits[place])
        if direction == 0 {
          pending.append((low, split, 0, true))
          pending.append((split, high, 0, false))
        } else {
          pending.append((low, split, 1, false))
          pending.append((split, high, 1, true))
        }
      } else {
        let split = Int((direction == 0 ? incomplete.right : incomplete.left).splits[place])
        if direction == 0 { heads[low - 1] = high } else { heads[high - 1] = low }
        pending.append((low, split, 1, true))
        pending.append((split + 1, high, 0, true))
      }
    }
    return heads
  }
}
