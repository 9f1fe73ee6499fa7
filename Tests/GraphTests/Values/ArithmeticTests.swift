import Graph
import Testing

@Suite struct ArithmeticTests {
  private func outcome(_ operation: () throws(ValueError) -> Value) -> String {
    do { return try operation().literal } catch { return "\(error)" }
  }

  @Test(arguments: [
    ("1", "2", "3"), ("1", "2.5", "3.5"), ("'a'", "'b'", "'ab'"), ("'a'", "1", "'a1'"), ("1.5", "'a'", "'1.5a'"),
    ("[1]", "[2]", "[1, 2]"), ("[1]", "2", "[1, 2]"), ("1", "[2]", "[1, 2]"), ("1", "null", "null"),
    ("9223372036854775807", "1", "the result of 9223372036854775807 + 1 does not fit in 64 bits"),
    ("true", "1", "+ is not defined for Boolean and Integer"), ("{}", "{}", "+ is not defined for Map and Map"),
  ])
  func `plus adds numbers and joins texts and lists`(left: String, right: String, expected: String) throws {
    let (a, b) = (try Value(literal: left), try Value(literal: right))
    #expect(outcome { () throws(ValueError) in try Value.adding(a, b) } == expected)
  }

  @Test(arguments: [
    ("7", "2", "3", "1"), ("-7", "2", "-3", "-1"), ("7.0", "2", "3.5", "1.0"), ("1", "0", "division by zero", "division by zero"),
    ("1.0", "0.0", "Infinity", "NaN"), ("0.0", "0.0", "NaN", "NaN"), ("null", "0", "null", "null"),
    ("-9223372036854775808", "-1", "the result of -9223372036854775808 / -1 does not fit in 64 bits", "0"),
  ])
  func `integers divide towards zero and never by zero`(
    left: String, right: String, quotient: String, remainder: String
  ) throws {
    let (a, b) = (try Value(literal: left), try Value(literal: right))
    #expect(outcome { () throws(ValueError) in try Value.dividing(a, by: b) } == quotient)
    #expect(outcome { () throws(ValueError) in try Value.remainder(a, by: b) } == remainder)
  }

  @Test func `powers are floats`() throws {
    #expect(try Value.power(.integer(2), .integer(10)).literal == "1024.0")
    #expect(try Value.power(.integer(4), .float(0.5)).literal == "2.0")
  }

  @Test func `negating the smallest integer overflows`() {
    #expect(throws: ValueError.self) { try Value.negating(.integer(.min)) }
  }
}
