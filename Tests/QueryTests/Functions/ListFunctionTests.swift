import Testing

@testable import Query

@Suite struct ListFunctionTests {
  @Test(arguments: [
    ("head([1, 2])", "1"), ("head([])", "null"), ("last([1, 2])", "2"), ("last([])", "null"), ("tail([1, 2, 3])", "[2, 3]"),
    ("tail([])", "[]"), ("head(null)", "null"),
    ("head(1)", "TypeError InvalidArgumentType"), ("size([1, null])", "2"), ("size(null)", "null"),
    ("size(1)", "TypeError InvalidArgumentType"),
    ("length([1])", "1"), ("reverse([1, null, 'a'])", "['a', null, 1]"), ("isEmpty([])", "true"), ("isEmpty({a: 1})", "false"),
  ])
  func `lists are taken apart`(call: String, expected: String) {
    #expect(CallEvaluator().outcome(call) == expected)
  }

  @Test(arguments: [
    ("range(-1236, -1234)", "[-1236, -1235, -1234]"), ("range(0, -1)", "[]"), ("range(0, 0)", "[0]"),
    ("range(0, 10, 3)", "[0, 3, 6, 9]"),
    ("range(10, 0, -5)", "[10, 5, 0]"), ("range(0, 10, -1)", "[]"), ("range(0, 1, 0)", "ArgumentError NumberOutOfRange"),
    ("range(9223372036854775806, 9223372036854775807)", "[9223372036854775806, 9223372036854775807]"),
    ("range(-9223372036854775807, 9223372036854775807, 9223372036854775807)", "[-9223372036854775807, 0, 9223372036854775807]"),
    ("range(0, 9223372036854775807)", "ArgumentError NumberOutOfRange"), ("range(0.0, 1)", "ArgumentError InvalidArgumentType"),
    ("range(0, true)", "ArgumentError InvalidArgumentType"), ("range(0, 1, 'x')", "ArgumentError InvalidArgumentType"),
    ("range(null, 1)", "null"),
  ])
  func `a range holds both its ends and never overflows`(call: String, expected: String) {
    #expect(CallEvaluator().outcome(call) == expected)
  }
}
