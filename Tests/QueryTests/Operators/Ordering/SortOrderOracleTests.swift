import Graph
import TestSupport
import Testing

@testable import Query

struct SortOrderOracleTests {
  private static func column(_ kind: Int, _ count: Int, _ pool: StringPool, _ generator: inout SeededGenerator) -> Vector {
    var nulls = NullMask(count: count)
    for row in 0..<count where Int.random(in: 0..<6, using: &generator) == 0 { nulls[row] = true }
    let masked = Bool.random(using: &generator) ? nulls : nil
    switch kind {
    case 0: return Vector(.integers((0..<count).map { _ in Int64.random(in: -9...9, using: &generator) }), nulls: masked)
    case 1:
      let values = [0.0, -0.0, .nan, .infinity, -.infinity, 1.5, -2.25, 1e300]
      return Vector(.floats((0..<count).map { _ in values.randomElement(using: &generator)! }), nulls: masked)
    case 2:
      let endings = ["", "1", "2 and more", "2 and more of it"]
      let words =
        ["", "a", "prefix 1", "prefix 12", "prefix 13", "é", "e\u{301}", "日本", "😀", "\u{FFFF}", "a\0b", "a\0"]
        + endings.flatMap { ["a longer prefix " + $0, String(repeating: "p", count: 600) + $0] }
      return Vector(.strings((0..<count).map { _ in pool.intern(words.randomElement(using: &generator)!) }, pool), nulls: masked)
    case 3: return Vector(.dates((0..<count).map { _ in Int64.random(in: 0...3, using: &generator) }), nulls: masked)
    default:
      let values: [Value] = [.null, .integer(1), .float(1.0), .string("x"), .list([.integer(2)]), .boolean(true)]
      return Vector(.values((0..<count).map { _ in values.randomElement(using: &generator)! }))
    }
  }

  /// What the order is by definition: a stable sort of boxed values.
  private static func expected(_ columns: [SortOrder.Column], _ count: Int) -> [UInt32] {
    (0..<UInt32(count)).sorted { a, b in
      for column in columns {
        let (x, y) = (column.values[Int(a)], column.values[Int(b)])
        if x.isNull != y.isNull { return x.isNull == column.placesNullsFirst }
        let ordering = x.ordering(against: y)
        if !x.isNull, ordering != .equal { return (ordering == .less) != column.isDescending }
      }
      return a < b
    }
  }

  @Test(arguments: UInt64(1)...20)
  func `rows are sorted as boxed values are`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pool = StringPool()
    for count in [1, 20, 300, 1000] {
      let columns = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        SortOrder.Column(
          values: Self.column(Int.random(in: 0...4, using: &generator), count, pool, &generator),
          isDescending: Bool.random(using: &generator), placesNullsFirst: Bool.random(using: &generator))
      }
      #expect(SortOrder(columns, rowCount: count).sortedRows() == Self.expected(columns, count), "seed \(seed)")
    }
  }
}
