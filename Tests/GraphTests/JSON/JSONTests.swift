import Graph
import Testing
import TestSupport

@Suite struct JSONTests {
  @Test(arguments: [
    ("1", "1"), ("-9223372036854775808", "-9223372036854775808"), ("9223372036854775808", "9.223372036854776E18"), ("1.0", "1.0"),
    ("1e2", "100.0"),
    ("-0", "0"), ("\"a\\u00e9\\ud83e\\uddd0\\n\"", "'aé🧐\\n'"), (" { \"k\" : [ true , null ] } ", "{k: [true, null]}"),
    ("[]", "[]"), ("{}", "{}"),
    ("{\"k\":1,\"k\":2}", "{k: 2}"), ("\"\"", "''"), ("\"é\"", "'é'"),
  ])
  func `JSON is read into values`(text: String, literal: String) throws {
    #expect(try JSONParser.parse(text).literal == literal)
  }

  @Test(arguments: [
    ("", 0), ("{", 1), ("[1,]", 3), ("{\"a\" 1}", 5), ("tru", 0), ("01", 0), ("1.", 2), ("\"a", 0), ("\"\\x\"", 1),
    ("\"\\ud800\"", 1), ("[1] 2", 4),
    ("{a: 1}", 1), ("\"\u{1}\"", 1), ("NaN", 0), ("1e999", 0), ("-", 1), ("\"\\u12\"", 5),
  ])
  func `what is not JSON is refused with its place`(text: String, offset: Int) {
    let error = #expect(throws: JSONError.self) { try JSONParser.parse(text) }
    #expect(error?.byteOffset == offset)
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    #expect(throws: JSONError.self) { try JSONParser.parse([0x22, 0xC3, 0x28, 0x22]) }
  }

  @Test func `nesting is limited, not the stack`() throws {
    let allowed =
      String(repeating: "[", count: JSONParser.deepestNesting) + String(repeating: "]", count: JSONParser.deepestNesting)
    _ = try JSONParser.parse(allowed)
    let error = #expect(throws: JSONError.self) { try JSONParser.parse(String(repeating: "[", count: 1_000_000)) }
    #expect(error?.message == "arrays and objects are nested deeper than 1000")
  }

  @Test(arguments: [
    ("9007199254740992", "9007199254740992"), ("9007199254740993", "\"9007199254740993\""), ("NaN", "\"NaN\""),
    ("-Infinity", "\"-Infinity\""), ("0", "0"), ("-120", "-120"), ("0.5", "0.5"), ("-1234567.25", "-1234567.25"),
    ("1e7", "1.0E7"), ("-9007199254740993", "\"-9007199254740993\""),
    ("'a\"\\\\\\n'", "\"a\\\"\\\\\\n\""), ("(:A {x: 1})", "{\"id\":0,\"labels\":[\"A\"],\"properties\":{\"x\":1}}"),
    (
      "<()-[:T]->()>",
      "{\"nodes\":[{\"id\":0,\"labels\":[],\"properties\":{}},{\"id\":1,\"labels\":[],\"properties\":{}}],"
        + "\"relationships\":[{\"id\":0,\"type\":\"T\",\"start\":0,\"end\":1,\"properties\":{}}]}"
    ),
  ])
  func `values are written as JSON that any reader can hold`(literal: String, expected: String) throws {
    #expect(try Value(literal: literal).json == expected)
  }

  @Test func `temporal values are ISO strings`() throws {
    #expect(Value.date(try CalendarDate(year: 2013, month: 3, day: 1)).json == "\"2013-03-01\"")
    #expect(Value.duration(CalendarDuration(months: 14)).json == "\"P1Y2M\"")
  }

  @Test func `written JSON reads back as the same JSON`() throws {
    var generator = SeededGenerator.random()
    for _ in 0..<5_000 {
      let json = generator.value().json
      #expect(try JSONParser.parse(json).json == json, "seed \(generator.seed)")
    }
  }

  /// Numbers with few decimal places are written as integers with a point in them.
  @Test func `floats are written with the digits that the language shows`() {
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<5_000 {
      let places = Int.random(in: 0...7, using: &generator)
      let short =
        Double(Int.random(in: -9_999_999...9_999_999, using: &generator)) / (0..<places).reduce(1.0) { power, _ in power * 10 }
      for number in [short, short.nextUp, Double.random(in: -1e7...1e7, using: &generator), -0.0, 1e7, 1e-3] {
        #expect(Value.float(number).json == Value.float(number).literal)
      }
    }
  }

  @Test func `damaged JSON is refused or read, never a crash`() {
    var generator = SeededGenerator.random()
    for _ in 0..<5_000 {
      var bytes = Array(generator.value().json.utf8)
      for _ in 0..<3 where !bytes.isEmpty {
        bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
      }
      do { _ = try JSONParser.parse(bytes) } catch { #expect(error.byteOffset <= bytes.count, "seed \(generator.seed)") }
    }
  }
}
