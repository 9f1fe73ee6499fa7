import Testing

@testable import Query

@Suite struct MathFunctionTests {
  private let evaluator = CallEvaluator()

  @Test(arguments: [
    ("abs(-1)", "1"), ("abs(-1.5)", "1.5"), ("abs(-9223372036854775807 - 1)", "ArithmeticError NumberOutOfRange"),
    ("sign(-2.5)", "-1"), ("sign(0)", "0"), ("sqrt(12.96)", "3.6"), ("sqrt(-1)", "NaN"), ("ceil(1.1)", "2.0"),
    ("floor(-1.1)", "-2.0"),
    ("round(1.5)", "2.0"), ("round(-1.5)", "-1.0"), ("round(0.49999999999999994)", "0.0"), ("round(1.249, 1)", "1.2"),
    ("round(-1.5, 0)", "-2.0"), ("round(1.25, 1, 'HALF_EVEN')", "1.2"), ("round(1.21, 1, 'UP')", "1.3"), ("round(7)", "7.0"),
    ("round(1.005, 2)", "1.01"), ("round(2.675, 2)", "2.68"), ("round(1.15, 2, 'DOWN')", "1.15"), ("round(-1.005, 2)", "-1.01"),
    ("round(0.05, 0)", "0.0"),
    ("round(0.05, 1)", "0.1"), ("round(0.04, 1)", "0.0"), ("round(9.99, 1)", "10.0"), ("round(1.0E300, 2)", "1.0E300"),
    ("round(1.5E-10, 3, 'UP')", "0.001"),
    ("round(-1.25, 1, 'CEILING')", "-1.2"), ("round(-1.25, 1, 'FLOOR')", "-1.3"), ("round(1.25, 1, 'HALF_DOWN')", "1.2"),
    ("round(1.35, 1, 'HALF_EVEN')", "1.4"),
    ("round(123.456, 2)", "123.46"), ("round(0.0 / 0.0, 2)", "NaN"), ("round(1.5, 9223372036854775807)", "1.5"),
    ("mod(7, -3)", "1"), ("mod(7.5, 2)", "1.5"),
    ("power(2, 10)", "1024.0"), ("ln(e())", "1.0"), ("ceiling(1.1)", "2.0"), ("mod('a', 2)", "TypeError InvalidArgumentType"),
    ("round(1.5, 0, 'SIDEWAYS')", "ArgumentError InvalidArgumentValue"), ("round(1.5, -1)", "ArgumentError NumberOutOfRange"),
    ("exp(0)", "1.0"), ("log(e())", "1.0"), ("log10(1000)", "3.0"),
    ("log(2, 8)", "3.0"), ("log(10, 0.001)", "-3.0"), ("log(e(), 1)", "0.0"), ("log(3, null)", "null"), ("ln(2, 1)", "0.0"),
    ("log(2, 'a')", "TypeError InvalidArgumentType"), ("log(0)", "-Infinity"), ("sin(0)", "0.0"), ("cos(0)", "1.0"),
    ("atan2(0, 1)", "0.0"), ("degrees(pi())", "180.0"), ("haversin(0)", "0.0"),
    ("isNaN(0.0 / 0.0)", "true"), ("abs('1')", "TypeError InvalidArgumentType"), ("abs(null)", "null"),
    ("sqrt(true)", "TypeError InvalidArgumentType"),
  ])
  func `numbers are computed and other types refused`(call: String, expected: String) {
    #expect(evaluator.outcome(call) == expected)
  }

  @Test func `chance stays between 0 and 1`() throws {
    let numbers = try (0..<100).map { _ in try #require(try evaluator.evaluate("rand()").asDouble) }
    #expect(numbers.allSatisfy { (0..<1).contains($0) })
    #expect(Set(numbers).count > 90)
  }

  @Test func `random identifiers have the form of version 4`() throws {
    let form = /'[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'/
    for _ in 0..<100 { #expect(try evaluator.evaluate("randomUUID()").literal.wholeMatch(of: form) != nil) }
  }
}
