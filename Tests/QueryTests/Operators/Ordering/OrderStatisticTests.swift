import TestSupport
import Testing

@testable import Query

struct OrderStatisticTests {
  @Test(arguments: [1, 2, 300, 3_000])
  func `it is the word that stands there in order`(count: Int) {
    var generator = SeededGenerator(seed: 11)
    for bits in [1, 7, 9, 31, 64] {
      let words = (0..<count).map { _ in UInt64.random(in: .min ... .max, using: &generator) >> UInt64(64 - bits) }
      let sorted = words.sorted()
      for place in [0, count / 3, count / 2, count - 1] {
        #expect(OrderStatistic.word(at: place, of: words) == sorted[place], "\(bits) bits, place \(place)")
      }
    }
  }
}
