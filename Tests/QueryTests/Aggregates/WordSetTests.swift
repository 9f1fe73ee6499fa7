import TestSupport
import Testing

@testable import Query

struct WordSetTests {
  private struct Pair: Hashable {
    var word: UInt64
    var group: Int
  }

  @Test(arguments: [(10, 3), (5000, 40), (1 << 30, 4), (Int64.max, 2), (300, 100_000)] as [(Int64, Int)])
  func `a pair is new once`(spread: Int64, groupCount: Int) {
    var generator = SeededGenerator(seed: UInt64(spread) + UInt64(groupCount))
    var set = WordSet()
    var model: Set<Pair> = []
    for _ in 0..<20_000 {
      let word = UInt64(bitPattern: Int64.random(in: -spread / 2...spread / 2, using: &generator))
      let group = Int.random(in: 0..<groupCount, using: &generator)
      let isNew = model.insert(Pair(word: word, group: group)).inserted
      if set.insert(word, group) != isNew { Issue.record("\(word) of \(group)") }
    }
    #expect(set.count == model.count)
    #expect(Set(set.entries.map { Pair(word: $0.word, group: Int($0.group)) }) == model)
  }
}
