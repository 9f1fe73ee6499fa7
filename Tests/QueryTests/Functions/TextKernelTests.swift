import Graph
import GraphStorage
import Testing

@testable import Query

/// Functions of stored strings, which are read a column at a time, against the same functions of literals.
@Suite struct TextKernelTests {
  private static let texts = [
    "", "a", "Olga Bashi", "ÀB straße", "日本語", "a🧐b", "ZZ[`{@", "e\u{301}x", "long enough to stand on the heap",
  ]

  @Test(arguments: [
    "size(%)", "char_length(%)", "toLower(%)", "toUpper(%)", "lower(%)", "substring(%, 0)", "substring(%, 1)",
    "substring(%, 2, 3)",
    "substring(%, 40)", "substring(%, 1, 0)", "left(%, 0)", "left(%, 3)", "left(%, 100)", "right(%, 0)", "right(%, 2)",
    "right(%, 100)", "trim(%)", "bTrim(%, 'a')", "replace(%, 'a', '')", "replace(%, '🧐', 'b')", "split(%, ' ')",
    "split(%, 'a')[0]", "split(%, '本')", "byte_length(%)", "% + '/' + %", "toString(%)", "reverse(%)",
  ])
  func `a stored text gives what the text itself gives`(call: String) throws {
    let engine = try QueryEngine.over("CREATE (:T {place: 99})")
    for (place, text) in Self.texts.enumerated() {
      _ = try engine.run(
        "CREATE (:T {place: $place, text: $text})", parameters: ["place": .integer(Int64(place)), "text": .string(text)]
      )
      .allRecords()
    }
    let stored = try engine.column("MATCH (t:T) RETURN \(call.replacing("%", with: "t.text")) AS x ORDER BY t.place")
    let expected = try Self.texts.map {
      try engine.column("RETURN \(call.replacing("%", with: "$text"))", ["text": .string($0)])[0]
    }
    #expect(stored == expected + ["null"])
  }

  @Test func `every letter of two bytes is brought to a case as it is in a string`() {
    var scratch: [UInt8] = []
    for number in UInt16(0x80)..<0x800 {
      for var text in ["\(Unicode.Scalar(number)!)", "a\(Unicode.Scalar(number)!)Z", "z\(Unicode.Scalar(number)!)日"] {
        let (lower, upper) = (text.lowercased(), text.uppercased())
        text.withUTF8 { text in
          #expect(LetterCase.lower.with(text, &scratch) { String(decoding: $0, as: UTF8.self) } == lower)
          #expect(LetterCase.upper.with(text, &scratch) { String(decoding: $0, as: UTF8.self) } == upper)
        }
      }
    }
  }

  @Test func `what is no length is an error for a stored text as well`() throws {
    let engine = try QueryEngine.over("CREATE (:T {text: 'abc', n: 5})")
    #expect(engine.failure("MATCH (t:T) RETURN substring(t.text, -1)") == "NumberOutOfRange")
    #expect(engine.failure("MATCH (t:T) RETURN left(t.text, 'a')") == "InvalidArgumentType")
    #expect(engine.failure("MATCH (t:T) RETURN toLower(t.n)") == "InvalidArgumentType")
    #expect(try engine.column("MATCH (t:T) RETURN substring(t.text, t.n - 4)") == ["'bc'"])
  }

  @Test func `a text that is computed later on is found among known ones too`() throws {
    let engine = try QueryEngine.over("UNWIND range(1, 5000) AS i CREATE (:T {name: 'Row' + i})")
    let query = "MATCH (t:T) WHERE toLower(t.name) IN ['row17', 'row4711', 'nothing'] RETURN count(*) AS n"
    #expect(try engine.column(query) == ["2"])
  }

  @Test func `computed texts join with stored ones`() throws {
    let engine = try QueryEngine.over(
      "UNWIND range(1, 90) AS i CREATE (:T {name: 'Row' + i}), (:U {key: 'row' + i * 2})")
    let query = "MATCH (t:T) MATCH (u:U) WHERE toLower(t.name) = u.key RETURN count(*) AS n, max(toUpper(t.name)) AS m"
    #expect(try engine.literals(query) == [["45", "'ROW90'"]])
  }

  @Test func `texts that take more memory than there is go to temporary space`() throws {
    let engine = try QueryEngine.over("UNWIND range(1, 6000) AS i CREATE (:T {id: i})")
    let text = "'a rather long text that is made of the number ' + toString(t.id % 4000)"
    let queries = [
      "MATCH (t:T) WITH \(text) AS x, count(*) AS n RETURN count(*) AS c, sum(n) AS s, max(x) AS m",
      "MATCH (t:T) WITH DISTINCT \(text) AS x RETURN count(*) AS c, min(x) AS m",
      "MATCH (t:T) RETURN count(DISTINCT \(text)) AS n",
      "MATCH (t:T) WITH \(text) AS x ORDER BY x, t.id RETURN collect(x)[..2] AS first",
    ]
    for query in queries {
      engine.limits.memoryByteCount = 1 << 30
      let expected = try engine.literals(query)
      engine.limits.memoryByteCount = 1 << 20
      #expect(try engine.literals(query) == expected, "\(query)")
    }
  }

  @Test func `parts of stored dates are read a column at a time`() throws {
    let engine = try QueryEngine.over(
      "UNWIND ['1969-12-31', '2000-02-29', '2024-12-01', '-0044-03-15'] AS d CREATE (:D {on: date(d)})", "CREATE (:D)")
    let query = "MATCH (d:D) RETURN d.on.year AS y, d.on.month AS m, d.on.day AS d"
    #expect(
      try engine.literals(query).map { $0.joined(separator: " ") } == [
        "1969 12 31", "2000 2 29", "2024 12 1", "-44 3 15", "null null null",
      ])
    #expect(engine.failure("MATCH (d:D) RETURN d.on.moth") == "InvalidArgumentType")
  }
}
