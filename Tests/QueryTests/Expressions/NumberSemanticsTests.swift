import Testing

@testable import Query

/// Floats follow IEEE 754, integers are exact, and the two meet without rounding.
@Suite struct NumberSemanticsTests {
  @Test(arguments: [
    ("1.0 / 0.0", "Infinity"), ("-1 / 0.0", "-Infinity"), ("1 / -0.0", "-Infinity"), ("0.0 / 0.0", "NaN"), ("1 % 0.0", "NaN"),
    ("1.0 / 0", "Infinity"),
    ("5 / 2", "2"), ("-5 / 2", "-2"), ("5 % -3", "2"), ("-5 % 3", "-2"), ("-9223372036854775808 % -1", "0"), ("5.5 % 2", "1.5"),
    ("2 ^ 3", "8.0"),
    ("2 ^ -1", "0.5"), ("(-8) ^ (1.0 / 3)", "NaN"), ("10 ^ 400", "Infinity"), ("1e308 * 10", "Infinity"), ("1 + 2.0", "3.0"),
    ("7 / 2.0", "3.5"),
    ("0.0 / 0.0 = 0.0 / 0.0", "false"), ("0.0 / 0.0 <> 0.0 / 0.0", "true"), ("0.0 / 0.0 < 1", "false"),
    ("0.0 / 0.0 >= 1", "false"), ("NOT 0.0 / 0.0 > 1", "true"),
    ("0.0 = -0.0", "true"), ("0 = -0.0", "true"), ("1 = 1.0", "true"), ("9007199254740993 = 9007199254740992.0", "false"),
    ("9007199254740993 > 9007199254740992.0", "true"), ("9223372036854775807 < 9223372036854775808.0", "true"),
    ("9223372036854775807 = 9223372036854775807.0", "false"),
    ("-9223372036854775808 = -9223372036854775808.0", "true"), ("1.0 / 0.0 > 9223372036854775807", "true"),
    ("[1, 2] = [1.0, 2.0]", "true"),
    ("[0.0 / 0.0] = [0.0 / 0.0]", "false"), ("0.0 / 0.0 IN [0.0 / 0.0]", "false"), ("1.0 IN [1]", "true"),
    ("9007199254740993 IN [9007199254740992.0]", "false"),
    ("sign(-0.0)", "0"), ("abs(-0.0)", "0.0"), ("sqrt(-1)", "NaN"), ("log(0)", "-Infinity"),
    ("toString(1.0 / 0.0)", "'Infinity'"), ("-9223372036854775808", "-9223372036854775808"),
    ("0x7FFFFFFFFFFFFFFF", "9223372036854775807"), ("isNaN(0.0 / 0.0)", "true"), ("isNaN(1)", "false"),
  ])
  func `an expression of numbers has its value`(expression: String, expected: String) throws {
    let engine = try QueryEngine.over()
    #expect(try engine.column("RETURN " + expression) == [expected])
    // Once more where nothing can be computed beforehand.
    #expect(try engine.column("UNWIND [1, 2] AS one RETURN CASE WHEN one > 0 THEN \(expression) END LIMIT 1") == [expected])
  }

  @Test(arguments: [
    ("UNWIND [0.0 / 0.0, 1.0, 0.0 / 0.0] AS x RETURN DISTINCT x", "NaN 1.0"),
    ("UNWIND [0.0, -0.0, 0, 1, 1.0] AS x RETURN DISTINCT x", "0.0 1"),
    ("UNWIND [0.0, -0.0] AS x RETURN count(DISTINCT x)", "1"),
    ("UNWIND [0.0 / 0.0, 'a', 0.0 / 0.0] AS x RETURN count(DISTINCT x)", "2"),
    ("UNWIND [9007199254740992.0, 9007199254740993, 9007199254740992] AS x RETURN count(DISTINCT x)", "2"),
    ("UNWIND [0.0 / 0.0, 1, 2.5, -1.0 / 0.0] AS x RETURN x ORDER BY x", "-Infinity 1 2.5 NaN"),
    ("UNWIND [0.0 / 0.0, 1.5, null] AS x RETURN x ORDER BY x DESC", "null NaN 1.5"),
    ("UNWIND [9007199254740993, 9007199254740992.0, 9007199254740992] AS x RETURN x ORDER BY x LIMIT 1", "9.007199254740992E15"),
    ("UNWIND [1.0, 0.0 / 0.0] AS x RETURN max(x)", "NaN"), ("UNWIND [1.0, 0.0 / 0.0] AS x RETURN min(x)", "1.0"),
    ("UNWIND [1, 2.5] AS x RETURN sum(x)", "3.5"),
    ("UNWIND [1, 2, null] AS x RETURN avg(x)", "1.5"), ("UNWIND [] AS x RETURN sum(x)", "0"),
    ("UNWIND [9223372036854775807, 1, -1] AS x RETURN sum(x)", "9223372036854775807"),
    (
      "UNWIND [1, 9223372036854775807, 1, 9223372036854775807, -9223372036854775807, -9223372036854775807] AS x RETURN sum(x)",
      "2"
    ),
    ("UNWIND [9223372036854775807, 1, -1, 0.5] AS x RETURN sum(x)", "9.223372036854776E18"),
    ("UNWIND [] AS x RETURN avg(x)", "null"),
    ("UNWIND [duration('P1D'), duration('PT12H')] AS x RETURN sum(x)", "'P1DT12H'"),
    ("UNWIND [duration('P1D'), duration('P2D')] AS x RETURN avg(x)", "'P1DT12H'"),
    ("UNWIND [2, 4, 4, 4, 5, 5, 7, 9] AS x RETURN stddev_pop(x)", "2.0"),
    ("UNWIND [1, 3] AS x RETURN stddev_samp(x)", "1.4142135623730951"), ("UNWIND [1] AS x RETURN stDev(x)", "0.0"),
    ("UNWIND [10, 20, 30, 40] AS x RETURN percentile_cont(x, 0.5)", "25.0"),
    ("UNWIND [10, 20, 30, 40] AS x RETURN percentile_disc(x, 0.5)", "20"),
    ("UNWIND [10, 20, 30, 40] AS x RETURN percentileDisc(x, 0)", "10"),
    ("UNWIND [10, 20, 30, 40] AS x RETURN percentileCont(x, 1)", "40.0"),
    ("UNWIND [] AS x RETURN percentileCont(x, 0.5)", "null"),
    ("UNWIND [1, null, 2] AS x RETURN collect_list(x)", "[1, 2]"), ("UNWIND [2, 1, 2] AS x RETURN collect(DISTINCT x)", "[2, 1]"),
    ("RETURN allReduce(a = 0, x IN [1, 2, 3] | a + x, a < 7)", "true"),
    ("RETURN allReduce(a = 0, x IN [1, 2, 3] | a + x, a < 6)", "false"),
    ("RETURN allReduce(a = 0, x IN [1, null] | a + x, a < 6)", "null"),
    ("RETURN allReduce(a = 0, x IN [1, null, 9] | coalesce(a + x, 9), a < 6)", "false"),
    ("RETURN allReduce(a = 0, x IN [] | a + x, false)", "true"), ("RETURN allReduce(a = 0, x IN null | a + x, true)", "null"),
    ("UNWIND [3, 6] AS most RETURN allReduce(a = 0, x IN [1, 2, 3] | a + x, a <= most)", "false true"),
    ("RETURN nullIf(1, 1.0)", "null"), ("RETURN nullIf(null, 1)", "null"),
    ("RETURN nullIf('a', null)", "'a'"), ("RETURN 1 / nullIf(0, 0)", "null"), ("RETURN trim(BOTH 'x' FROM 'xaxx')", "'a'"),
    ("RETURN normalize('ﬁ', NFKC)", "'fi'"),
    ("RETURN format(date('2013-02-22'), 'd MMMM yyyy')", "'22 February 2013'"), ("RETURN size(elements(null))", "null"),
    ("RETURN current_date() = date()", "true"),
    ("RETURN duration_between(date('2013-01-01'), date('2013-02-02'))", "'P1M1D'"), ("RETURN zoned_time('10:00Z')", "'10:00Z'"),
    ("RETURN local_datetime({year: 2013})", "'2013-01-01T00:00'"),
  ])
  func `numbers are grouped, ordered and summed`(text: String, expected: String) throws {
    #expect(try QueryEngine.over().column(text).joined(separator: " ") == expected)
  }
}
