import TestSupport
import Testing

@testable import Query

struct JoinRowTests {
  private static func ascending(_ count: Int, below bound: UInt32, _ generator: inout SeededGenerator) -> [UInt32] {
    var numbers: Set<UInt32> = []
    while numbers.count < count { numbers.insert(UInt32.random(in: 0..<bound, using: &generator)) }
    return numbers.sorted()
  }

  /// Rows that stand between other numbers, as those of a graph do.
  private static func withRows<Result>(_ a: [UInt32], _ b: [UInt32], _ body: (JoinRow, JoinRow) -> Result) -> Result {
    var all = [7, 9] + a + [1] + b + [0]
    return all.withUnsafeMutableBufferPointer { all in
      let (aEnd, bStart) = (2 + a.count, 3 + a.count)
      return body(
        JoinRow(neighbours: all.baseAddress!, multiplicities: nil, start: 2, end: aEnd),
        JoinRow(neighbours: all.baseAddress!, multiplicities: nil, start: bStart, end: bStart + b.count))
    }
  }

  @Test(arguments: [(0, 5), (1, 1), (3, 8), (8, 8), (9, 2), (4, 300), (300, 40), (500, 500)] as [(Int, Int)])
  func `what two rows have in common comes once, ascending, with its places`(lengths: (Int, Int)) {
    var generator = SeededGenerator(seed: UInt64(lengths.0 * 1000 + lengths.1))
    for bound in [UInt32(1000), 5000] {
      let a = Self.ascending(lengths.0, below: bound, &generator)
      let b = Self.ascending(lengths.1, below: bound, &generator)
      var common: [UInt32] = []
      Self.withRows(a, b) { first, second in
        JoinRow.forEachCommon(first, second) { node, aPlace, bPlace in
          common.append(node)
          #expect(first.neighbours[aPlace] == node && second.neighbours[bPlace] == node)
          #expect((first.start..<first.end).contains(aPlace) && (second.start..<second.end).contains(bPlace))
        }
      }
      #expect(common == Set(a).intersection(b).sorted())
    }
  }

  @Test func `the neighbours that are marked are counted, however many there are`() {
    var generator = SeededGenerator(seed: 5)
    for length in 0..<40 {
      let row = Self.ascending(length, below: 640, &generator)
      let marked = Set(Self.ascending(300, below: 640, &generator))
      var marks = [UInt64](repeating: 0, count: 10)
      for node in marked { marks[Int(node) / 64] |= 1 << UInt64(node % 64) }
      let count = Self.withRows(row, []) { row, _ in marks.withUnsafeMutableBufferPointer { row.markedCount($0.baseAddress!) } }
      #expect(count == Int64(marked.intersection(row).count))
    }
  }
}
