import Graph
import Testing

@Suite struct VectorBuilderTests {
  private func literals(_ vector: Vector) -> [String] { (0..<vector.count).map { vector[$0].literal } }

  @Test(
    "A vector is typed as long as its values agree, nulls aside",
    arguments: [
      ([Value.integer(1), .null, .integer(2)], "integers"), ([.null, .float(1)], "floats"), ([.boolean(true)], "booleans"),
      ([.integer(1), .float(2)], "values"), ([.null, .null], "constant"), ([.node(Node(id: NodeID(3))), .null], "nodes"),
      ([.integer(1), .null, .string("a"), .null], "values"),
      ([.date(CalendarDate(daysSinceEpoch: 1))], "dates"), ([], "constant"),
    ])
  func kinds(values: [Value], expected: String) {
    let vector = Vector(packing: values)
    #expect(literals(vector) == values.map(\.literal))
    let kind = "\(vector.storage)".prefix { $0 != "(" }
    #expect(kind == expected)
    for (row, value) in values.enumerated() { #expect(vector.isNull(row) == value.isNull) }
  }

  @Test("Vectors are joined row by row, typed where both have one type")
  func joining() {
    let pool = StringPool()
    var nulls = NullMask(count: 2)
    nulls[1] = true
    let texts = Vector(.strings([pool.intern("a"), 0], pool), nulls: nulls)
    var builder = VectorBuilder()
    builder.append(.null)
    builder.append(contentsOf: texts)
    builder.append(contentsOf: texts)
    let joined = builder.finish()
    #expect(literals(joined) == ["null", "'a'", "null", "'a'", "null"])
    guard case .strings = joined.storage else {
      Issue.record("codes of one pool must stay codes")
      return
    }
    #expect(literals(texts.appending(Vector(.integers([7])))) == ["'a'", "null", "7"])
    #expect(literals(Vector(.constant(.integer(1), count: 2)).appending(Vector(.integers([7])))) == ["1", "1", "7"])
  }

  @Test("Gathering repeats and reorders rows with their nulls")
  func gathering() {
    let vector = Vector(packing: [.integer(5), .null, .integer(7)])
    #expect(literals(vector.gathered([2, 2, 1, 0])) == ["7", "7", "null", "5"])
    #expect(vector.gathered([0, 2]).nulls == nil)
    #expect(literals(Vector(.constant(.string("x"), count: 9)).gathered([8, 0])) == ["'x'", "'x'"])
  }

  @Test func `strings of several pools stay codes`() {
    var builder = VectorBuilder()
    for texts in [["a", "b"], ["c", "a"], ["b"]] {
      let pool = StringPool.unshared()
      builder.append(contentsOf: Vector(.strings(texts.reversed().map { pool.intern($0) }, pool)))
    }
    builder.append(.null)
    let joined = builder.finish()
    #expect(literals(joined) == ["'b'", "'a'", "'a'", "'c'", "'b'", "null"])
    guard case .strings(let codes, _) = joined.storage else {
      Issue.record("codes must stay codes")
      return
    }
    #expect(codes[1] == codes[2])
  }

  @Test func `lists that are picked out bring no more elements than they have`() {
    let elements = Vector(.integers(Array(0..<1_000)))
    let lists = Vector(listsOf: elements, counts: [998, 0, 2])
    #expect(literals(lists.gathered([2, 1])) == ["[998, 999]", "[]"])
    guard case .lists(_, let few) = lists.gathered([2, 1]).storage, case .lists(_, let all) = lists.gathered([0]).storage else {
      Issue.record("lists must stay lists")
      return
    }
    #expect(few.vector.count == 2)
    #expect(all.vector.count == 1_000)
    #expect(literals(lists.appending(Vector(.integers([7])))).suffix(2) == ["[998, 999]", "7"])
  }
}
