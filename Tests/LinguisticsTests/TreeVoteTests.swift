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
}
