import TestSupport
import Testing

@testable import Linguistics

@Suite struct TreeVoteTests {
  private func decide(_ heads: [[Int32]]) -> [Int] {
    let count = heads[0].count
    let relations = [[UInt8]](repeating: [UInt8](repeating: 1, count: count), count: heads.count)
    let margins = [[Float]](repeating: [Float](repeating: 0, count: count), count: heads.count)
    var result: [Int] = []
    var chosen: [UInt8] = []
    TreeVote(count: count, heads: heads, relations: relations, margins: margins).decide(
      rootRelation: 0, heads: &result, relations: &chosen)
    return result
  }

  @Test func `the majority's tree is taken`() {
    #expect(decide([[1, 3, 1], [1, 3, 1], [2, 3, 1]]) == [1, 3, 1])
  }

  @Test func `votes that make a circle or two roots give a tree with one root all the same`() {
    for heads: [[Int32]] in [
      [[1, 2, 3], [1, 0, 3], [1, 0, 3]], [[3, 3, 3], [3, 3, 3]], [[4, 0, 1, 4], [1, 4, 4, 2], [1, 2, 0, 4]],
    ] {
      let result = decide(heads)
      #expect(result.count { $0 == heads[0].count } == 1)
      for word in result.indices {
        var at = word
        var steps = 0
        while at != result.count, steps <= result.count { (at, steps) = (result[at], steps + 1) }
        #expect(at == result.count)
      }
    }
  }

  @Test func `the chart's tree is the best of all projective ones with one root`() {
    let size = 5
    var random = SeededGenerator(seed: 11)
    for _ in 0..<40 {
      let score = (0..<(size * size)).map { _ in Float.random(in: -4...4, using: &random) }
      func sum(_ heads: [Int]) -> Float { heads.enumerated().reduce(0) { $0 + score[$1.element * size + $1.offset + 1] } }
      let found = EisnerChart(size: size, score: score).heads()
      let best = allHeads(size).filter { isProjectiveTree($0) }.map(sum).max()!
      #expect(isProjectiveTree(found))
      #expect(abs(sum(found) - best) < 1e-4)
    }
  }

  private func allHeads(_ size: Int) -> [[Int]] {
    (1..<size).reduce([[]]) { heads, _ in heads.flatMap { known in (0..<size).map { known + [$0] } } }
  }

  /// `heads` of the nodes from 1 on.
  private func isProjectiveTree(_ heads: [Int]) -> Bool {
    func isAbove(_ head: Int, _ node: Int) -> Bool {
      var (at, steps) = (node, 0)
      while at != head, at != 0, steps <= heads.count { (at, steps) = (heads[at - 1], steps + 1) }
      return at == head
    }
    return heads.count { $0 == 0 } == 1
      && heads.indices.allSatisfy { index in
        let (node, head) = (index + 1, heads[index])
        return isAbove(0, node) && (min(node, head)...max(node, head)).allSatisfy { isAbove(head, $0) }
      }
  }
}
