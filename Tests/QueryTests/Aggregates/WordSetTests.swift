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

  /// Sparse at first and dense later: from bitmaps to a table and back, and to a table again where a far word comes.
  @Test(arguments: [(500_000, 44), (4_000_000, 10), (300_000, 700)] as [(UInt64, Int)])
  func `a pair is new once where groups are met one after the other`(spread: UInt64, groupCount: Int) {
    var generator = SeededGenerator(seed: spread)
    var set = WordSet()
    var model: Set<Pair> = []
    for run in 0..<2000 {
      let group = Int.random(in: 0..<groupCount, using: &generator)
      for _ in 0..<16 {
        let isFar = run > 1500 && Int.random(in: 0..<1000, using: &generator) == 0
        let word = isFar ? UInt64.max - UInt64(run) : 700_000 + UInt64.random(in: 0..<spread, using: &generator)
        let isNew = model.insert(Pair(word: word, group: group)).inserted
        if set.insert(word, group) != isNew { Issue.record("\(word) of \(group)") }
      }
    }
    #expect(set.count == model.count)
    #expect(Set(set.entries.map { Pair(word: $0.word, group: Int($0.group)) }) == model)
  }
}
