import Testing

@testable import Query

@Suite struct ConversionFunctionTests {
  private let evaluator = CallEvaluator()

  @Test(arguments: [
    ("toInteger(82.9)", "82"), ("toInteger('42')", "42"), ("toInteger('82.9')", "82"), ("toInteger(' 7 ')", "7"),
    ("toInteger('foo')", "null"),
    ("toInteger('')", "null"), ("toInteger('0x10')", "null"),
    ("toInteger('99999999999999999999')", "ArithmeticError NumberOutOfRange"),
    ("toInteger('9223372036854775807')", "9223372036854775807"), ("toInteger('-9223372036854775808.9')", "-9223372036854775808"),
    ("toInteger('9223372036854775807.5')", "9223372036854775807"), ("toInteger('1e3')", "1000"), ("toInteger('12e-1')", "1"),
    ("toInteger('.5')", "0"), ("toInteger('-0.9e1')", "-9"), ("toInteger('+7')", "7"), ("toInteger('1e')", "null"),
    ("toInteger('.')", "null"),
    ("toInteger('1e99999999999999999999')", "ArithmeticError NumberOutOfRange"), ("toInteger('1e-99999999999999999999')", "0"),
    ("toIntegerOrNull('99999999999999999999')", "null"), ("toFloat('1e400')", "Infinity"), ("toFloat('0.1')", "0.1"),
    ("toFloat('-.5e-3')", "-5.0E-4"),
    ("toFloat('000')", "0.0"), ("toFloat('-0')", "-0.0"),
    ("toIntegerList(['1', 2.5, null, 'x', true])", "[1, 2, null, null, null]"),
    ("toFloatList(['1', 2, {}])", "[1.0, 2.0, null]"), ("toStringList([1, 'a', [], null])", "['1', 'a', null, null]"),
    ("toBooleanList(['true', 0, 'x', 1.5])", "[true, false, null, null]"), ("toIntegerList(null)", "null"),
    ("valueType([1, null])", "'LIST<INTEGER> NOT NULL'"), ("valueType(null)", "'NULL'"),
    ("toInteger(null)", "null"),
    ("toInteger(1.0E300)", "ArithmeticError NumberOutOfRange"), ("toFloat(3)", "3.0"), ("toFloat('5')", "5.0"),
    ("toFloat('-1.5e3')", "-1500.0"),
    ("toFloat('foo')", "null"), ("toFloat('inf')", "null"), ("toFloat('NaN')", "NaN"), ("toString(42)", "'42'"),
    ("toString(2.3)", "'2.3'"),
    ("toString(true)", "'true'"), ("toString('a')", "'a'"), ("toString(date('2013-03-01'))", "'2013-03-01'"),
    ("toBoolean('TRUE')", "true"),
    ("toBoolean(' tru ')", "null"), ("toBoolean(0)", "false"), ("toBoolean(false)", "false"),
  ])
  func `values are converted where they say such a value`(call: String, expected: String) {
    #expect(evaluator.outcome(call) == expected)
  }

  @Test(arguments: [
    "toInteger(true)", "toInteger([])", "toInteger({})", "toFloat(true)", "toFloat([])", "toString([])", "toString({})",
    "toBoolean(1.0)", "toBoolean([])",
  ])
  func `types without a conversion are refused, or null in the forgiving form`(call: String) {
    #expect(evaluator.outcome(call) == "TypeError InvalidArgumentValue")
    #expect(evaluator.outcome(call.replacing("(", with: "OrNull(", maxReplacements: 1)) == "null")
  }
}
