import Graph
import Testing

@testable import Query

struct GroupTableTests {
  @Test func valuesAreStillFoundOnceTheTypeOfAColumnChanges() {
    var table = GroupTable(columnCount: 1)
    #expect(table.groups(of: [Vector(.integers([3, 7]))], rows: [0, 1]) == [0, 1])
    let mixed = Vector(.values([.integer(7), .string("a"), .float(3), .null]))
    #expect(table.existingGroups(of: [mixed], rows: [0, 1, 2, 3]) == [1, nil, 0, nil])
  }

  @Test func rowsWithEquivalentKeysShareAGroup() {
    var table = GroupTable(columnCount: 2)
    let keys = [Vector(.integers([1, 2, 1, 1])), Vector(.booleans([true, true, true, false]))]
    #expect(table.groups(of: keys, rows: [0, 1, 2, 3]) == [0, 1, 0, 2])
    #expect(table.count == 3)
  }

  @Test func nullIsAGroupOfItsOwn() {
    var nulls = NullMask(count: 3)
    nulls[1] = true
    var table = GroupTable(columnCount: 1)
    #expect(table.groups(of: [Vector(.integers([0, 0, 0]), nulls: nulls)], rows: [0, 1, 2]) == [0, 1, 0])
    #expect(table.keys()[0].isNull(1))
  }

  @Test func wholeFloatsAreEquivalentToIntegersInAnotherBatch() {
    var table = GroupTable(columnCount: 1)
    #expect(table.groups(of: [Vector(.integers([1, 2]))], rows: [0, 1]) == [0, 1])
    #expect(table.groups(of: [Vector(.floats([2.0, 2.5, .nan]))], rows: [0, 1, 2]) == [1, 2, 3])
    #expect(table.groups(of: [Vector(.floats([.nan, -0.0, 0.0]))], rows: [0, 1, 2]) == [3, 4, 4])
  }

  /// A column of strings with a pool of its own.
  private func texts(_ texts: [String]) -> Vector {
    let pool = StringPool.unshared()
    // A code of one pool must not be taken for one of another.
    _ = pool.intern(texts.joined())
    return Vector(.strings(texts.map { pool.intern($0) }, pool))
  }

  @Test func stringsOfSeveralPoolsAreTheSameIfTheirTextsAre() {
    var table = GroupTable(columnCount: 1)
    #expect(table.groups(of: [texts(["a", "b"])], rows: [0, 1]) == [0, 1])
    #expect(table.groups(of: [texts(["c", "b", "a"])], rows: [0, 1, 2]) == [2, 1, 0])
    #expect(table.groups(of: [Vector(.constant(.string("b"), count: 2))], rows: [0, 1]) == [1, 1])
    #expect(table.existingGroups(of: [texts(["d", "c"])], rows: [0, 1]) == [nil, 2])
    #expect(table.groups(of: [Vector(.values([.string("a"), .integer(1)]))], rows: [0, 1]) == [0, 3])
    let keys = table.keys()[0]
    #expect((0..<4).map { keys[$0].literal } == ["'a'", "'b'", "'c'", "1"])
  }

  @Test func aConstantTextIsAKeyLikeAStoredOne() {
    var table = GroupTable(columnCount: 1)
    #expect(table.groups(of: [Vector(.constant(.string("b"), count: 1))], rows: [0]) == [0])
    #expect(table.groups(of: [texts(["a", "b"])], rows: [0, 1]) == [1, 0])
    #expect(table.groups(of: [Vector.nulls(count: 1)], rows: [0]) == [2])
  }

  @Test func growsBeyondItsFirstSlots() {
    var table = GroupTable(columnCount: 1)
    let numbers = (0..<100_000).map { Int64($0 % 50_000) }
    let groups = table.groups(of: [Vector(.integers(numbers))], rows: Array(0..<100_000))
    #expect(table.count == 50_000)
    #expect(groups[50_000...].elementsEqual(groups[..<50_000]))
  }
}

struct SortOrderTests {
  private func order(_ column: Vector, descending: Bool = false) -> [UInt32] {
    SortOrder(
      [SortOrder.Column(values: column, isDescending: descending, placesNullsFirst: descending)], rowCount: column.count
    ).sortedRows()
  }

  @Test func nullComesLastAndFirstWhenDescending() {
    var nulls = NullMask(count: 3)
    nulls[0] = true
    let column = Vector(.integers([0, -5, 7]), nulls: nulls)
    #expect(order(column) == [1, 2, 0])
    #expect(order(column, descending: true) == [0, 2, 1])
  }

  @Test func aNullIsToldFromTheGreatestInteger() {
    var nulls = NullMask(count: 2)
    nulls[0] = true
    #expect(order(Vector(.integers([0, .max]), nulls: nulls)) == [1, 0])
  }

  @Test func floatsGoFromNegativeInfinityToNaN() {
    #expect(order(Vector(.floats([.nan, 1, -.infinity, -0.5, .infinity, 0]))) == [2, 3, 5, 1, 4, 0])
  }

  @Test func equalKeysKeepTheirOrder() {
    #expect(order(Vector(.booleans([true, false, true, false]))) == [1, 3, 0, 2])
  }
}
