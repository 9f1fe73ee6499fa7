import Graph
import TestSupport
import Testing

@testable import Query

struct WordNumberingTests {
  /// Numbers as a dictionary gives them.
  private struct Model {
    var numbers: [UInt64?: UInt32] = [:]

    mutating func number(of word: UInt64?) -> UInt32 {
      if let known = numbers[word] { return known }
      numbers[word] = UInt32(numbers.count)
      return numbers[word]!
    }
  }

  @Test(arguments: [1, 50, 70_000, 1 << 40, Int64.max])
  func `words are numbered as they come, however far apart they lie`(spread: Int64) {
    var generator = SeededGenerator(seed: UInt64(spread))
    var numbering = WordNumbering()
    var model = Model()
    for batch in 0..<40 {
      var nulls = NullMask(count: 100)
      let words = (0..<100).map { _ in UInt64(bitPattern: Int64.random(in: -spread / 2...spread / 2, using: &generator)) }
      if batch % 3 == 0 { for row in 0..<100 where Int.random(in: 0..<9, using: &generator) == 0 { nulls[row] = true } }
      let expected = words.indices.map { model.number(of: nulls[$0] ? nil : words[$0]) }
      #expect(numbering.numbers(of: words, nulls: nulls.hasNulls ? nulls : nil) == expected)
      for word in words { #expect(numbering.existingNumber(of: word) == model.numbers[word]) }
    }
    #expect(numbering.count == model.numbers.count)
    #expect(numbering.existingNumber(of: UInt64(bitPattern: .min)) == nil)
  }

  @Test func `a first batch of nulls has one number`() {
    var numbering = WordNumbering()
    #expect(numbering.numbers(of: [7, 9], nulls: .all(2)) == [0, 0])
    #expect(numbering.numbers(of: [7, 0, 7], nulls: nil) == [1, 2, 1])
    #expect(numbering.nullNumber == 0)
  }
}
