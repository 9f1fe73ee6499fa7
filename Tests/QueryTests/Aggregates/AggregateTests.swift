import Cypher
import Graph
import Query
import TestSupport
import Testing

@Suite struct AggregateTests {
  /// Feeds `values` in batches to one accumulator, or to several that are merged, and gives the results as literals.
  private func run(
    _ name: String, _ arguments: [[Value]], groups: [UInt32]? = nil, distinct: Bool = false, workers: Int = 1,
    asValues: Bool = false
  ) throws -> [String] {
    let function = try #require(AggregateFunction.named(name))
    let groupCount = Int((groups?.max() ?? 0) + 1)
    let parts = (0..<workers).map { _ in function.makeAccumulator(distinct: distinct) }
    for (index, part) in parts.enumerated() {
      let rows = arguments[0].indices.filter { $0 % workers == index }
      let vectors = arguments.map { column -> Vector in
        let picked = rows.map { column[$0] }
        return asValues ? Vector(.values(picked)) : Vector(packing: picked)
      }
      let input = AggregateInput(
        rowCount: rows.count, groups: groups.map { all in rows.map { all[$0] } }, groupCount: groupCount)
      try part.accumulate(vectors, input)
    }
    let identity = (0..<UInt32(groupCount)).map { $0 }
    for part in parts.dropFirst() { try parts[0].merge(part, groups: identity, groupCount: groupCount) }
    let results = try parts[0].results(groupCount: groupCount)
    return (0..<results.count).map { results[$0].literal }
  }

  @Test(
    "Nothing aggregates to nothing",
    arguments: [
      ("count", "0"), ("sum", "0"), ("avg", "null"), ("min", "null"), ("max", "null"), ("collect", "[]"), ("stDev", "0.0"),
      ("stDevP", "0.0"),
    ])
  func nothing(name: String, expected: String) throws {
    #expect(try run(name, [[]]) == [expected])
    #expect(try run(name, [[.null, .null]]) == [expected])
    #expect(try run(name, [[]], distinct: true) == [expected])
  }

  @Test(
    "Numbers, nulls left out, however the rows are shared out",
    arguments: [
      ("count", "4"), ("sum", "10"), ("avg", "2.5"), ("min", "1"), ("max", "4"),
    ])
  func numbers(name: String, expected: String) throws {
    let values: [Value] = [.integer(3), .null, .integer(1), .integer(4), .integer(2)]
    for workers in [1, 2, 3] {
      for asValues in [false, true] {
        #expect(try run(name, [values], workers: workers, asValues: asValues) == [expected])
      }
    }
  }

  @Test(
    "Deviations are those of the whole, however the rows are shared out", arguments: [("stDev", 5.0 / 3), ("stDevP", 5.0 / 4)])
  func deviations(name: String, variance: Double) throws {
    let values: [Value] = [.integer(3), .null, .integer(1), .float(4), .integer(2)]
    for workers in [1, 2, 3] {
      let result = try #require(Double(try run(name, [values], workers: workers)[0]))
      #expect(abs(result - variance.squareRoot()) < 1e-12)
    }
  }

  @Test("Groups are kept apart, and a group without rows has the aggregate of nothing")
  func groups() throws {
    let values: [Value] = [.float(1), .float(2), .float(4)]
    #expect(try run("sum", [values], groups: [0, 2, 0]) == ["5.0", "0", "2.0"])
    #expect(try run("max", [values], groups: [0, 2, 0]) == ["4.0", "null", "2.0"])
    #expect(try run("collect", [values], groups: [0, 2, 0]) == ["[1.0, 4.0]", "[]", "[2.0]"])
    #expect(try run("count", [values], groups: [0, 2, 0]) == ["2", "0", "1"])
  }

  @Test("DISTINCT counts equivalent values once, integers and floats alike")
  func distinct() throws {
    let mixed: [Value] = [.integer(1), .float(1), .string("a"), .string("a"), .null, .integer(2)]
    #expect(try run("count", [mixed], distinct: true) == ["3"])
    #expect(try run("collect", [mixed], distinct: true) == ["[1, 'a', 2]"])
    for workers in [1, 2, 3] {
      #expect(try run("sum", [[.integer(1), .integer(2), .integer(1), .integer(2)]], distinct: true, workers: workers) == ["3"])
    }
    #expect(try run("count", [[.integer(1), .integer(1), .integer(2)]], groups: [0, 1, 0], distinct: true) == ["2", "1"])
  }

  @Test("A typed batch may be followed by one of another type")
  func changingTypes() throws {
    let function = try #require(AggregateFunction.named("max"))
    let accumulator = function.makeAccumulator()
    try accumulator.accumulate([Vector(.integers([5, 7]))], AggregateInput(rowCount: 2))
    try accumulator.accumulate([Vector(.floats([7.5]))], AggregateInput(rowCount: 1))
    try accumulator.accumulate([Vector(.values([.string("z")]))], AggregateInput(rowCount: 1))
    #expect(try accumulator.results(groupCount: 1)[0].literal == "7.5")
    let counter = try #require(AggregateFunction.named("count")).makeAccumulator(distinct: true)
    try counter.accumulate([Vector(.integers([1, 2, 2]))], AggregateInput(rowCount: 3))
    try counter.accumulate([Vector(.floats([1, 3]))], AggregateInput(rowCount: 2))
    #expect(try counter.results(groupCount: 1)[0].literal == "3")
  }

  @Test("A multiplicity counts a row as often as it says")
  func multiplicities() throws {
    let input = AggregateInput(rowCount: 3, selection: [0, 2], multiplicities: [10, 2])
    let column = Vector(.integers([1, 100, 5]))
    for (name, expected) in [("count", "12"), ("sum", "20"), ("avg", "1.6666666666666667"), ("max", "5")] {
      let accumulator = try #require(AggregateFunction.named(name)).makeAccumulator()
      try accumulator.accumulate([column], input)
      #expect(try accumulator.results(groupCount: 1)[0].literal == expected)
    }
  }

  @Test(
    "Percentiles",
    arguments: [
      ("percentileCont", 0.0, "10.0"), ("percentileCont", 0.5, "25.0"), ("percentileCont", 1.0, "40.0"),
      ("percentileDisc", 0.0, "10"), ("percentileDisc", 0.5, "20"), ("percentileDisc", 0.51, "30"), ("percentileDisc", 1.0, "40"),
    ])
  func percentiles(name: String, percentile: Double, expected: String) throws {
    let values: [Value] = [.integer(40), .integer(10), .null, .integer(30), .integer(20)]
    #expect(try run(name, [values, values.map { _ in .float(percentile) }]) == [expected])
  }

  @Test("Percentiles of groups picked out of all numbers are those of the numbers in order")
  func percentilesOfGroups() throws {
    var generator = SeededGenerator.random()
    for _ in 0..<200 {
      let areFloats = Bool.random(using: &generator)
      let count = Int.random(in: 1...60, using: &generator)
      let values = (0..<count).map { _ -> Value in
        let number = Int64.random(in: -9...9, using: &generator)
        return areFloats ? .float(Double(number) / 4) : .integer(number)
      }
      let groups = values.map { _ in UInt32.random(in: 0..<4, using: &generator) }
      let percentile = Double(Int.random(in: 0...20, using: &generator)) / 20
      // One number more of another type sends them all through an order.
      for name in ["percentileCont", "percentileDisc"] {
        let percentiles = [Value](repeating: .float(percentile), count: count + 1)
        let picked = try run(name, [values, Array(percentiles.dropLast())], groups: groups)
        let mixed = values + [areFloats ? .integer(0) : .float(0)]
        let ordered = try run(name, [mixed, percentiles], groups: groups + [4])
        #expect(picked == Array(ordered.prefix(picked.count)), "seed \(generator.seed)")
      }
    }
    let numbers: [Value] = [.float(.nan), .float(1), .float(-.infinity)]
    #expect(try run("percentileDisc", [numbers, numbers.map { _ in .float(0.5) }]) == ["1.0"])
    #expect(try run("percentileDisc", [numbers, numbers.map { _ in .float(1) }]) == ["NaN"])
  }

  @Test("A sum that does not fit, a percentile outside 0 to 1 and what is no number are errors")
  func errors() {
    #expect(throws: CypherError.self) { try run("sum", [[.integer(.max), .integer(1)]]) }
    #expect(throws: CypherError.self) { try run("percentileCont", [[.integer(1)], [.float(1.1)]]) }
    #expect(throws: CypherError.self) { try run("avg", [[.string("a")]]) }
    #expect(throws: CypherError.self) { try run("sum", [[.integer(1), .duration(CalendarDuration(months: 1))]]) }
  }

  /// Each part with strings of its own pool, or all with those of one.
  @Test(arguments: [true, false])
  func `strings are aggregated as codes, whatever pools they are of`(areApart: Bool) throws {
    let parts = [["b", "é", "a"], ["zebra", "a", "az"], ["", "b", "Zoo"]]
    let pool = StringPool.unshared()
    func result(_ name: String, distinct: Bool = false) throws -> [String] {
      let function = try #require(AggregateFunction.named(name))
      let accumulators = try parts.map { part in
        let own = areApart ? StringPool.unshared() : pool
        let accumulator = function.makeAccumulator(distinct: distinct)
        var nulls = NullMask(count: 4)
        nulls[3] = true
        let column = Vector(.strings(part.map { own.intern($0) } + [0], own), nulls: nulls)
        try accumulator.accumulate([column], AggregateInput(rowCount: 4, groups: [0, 1, 1, 0], groupCount: 3))
        return accumulator
      }
      for other in accumulators.dropFirst() { try accumulators[0].merge(other, groups: [0, 1, 2], groupCount: 3) }
      let restored = try accumulators[0].restored(from: accumulators[0].state(groupCount: 3))
      let results = try accumulators[0].results(groupCount: 3)
      let again = try restored.results(groupCount: 3)
      let literals = (0..<3).map { results[$0].literal }
      #expect((0..<3).map { again[$0].literal } == literals)
      return literals
    }
    #expect(try result("min") == ["''", "'Zoo'", "null"])
    #expect(try result("max") == ["'zebra'", "'é'", "null"])
    #expect(try result("collect") == ["['b', 'zebra', '']", "['é', 'a', 'a', 'az', 'b', 'Zoo']", "[]"])
    #expect(try result("count", distinct: true) == ["3", "5", "0"])
    #expect(try result("collect", distinct: true) == ["['b', 'zebra', '']", "['é', 'a', 'az', 'b', 'Zoo']", "[]"])
  }
}
