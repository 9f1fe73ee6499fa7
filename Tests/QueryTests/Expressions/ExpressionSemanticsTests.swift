import Graph
import Query
import Testing

/// One row, values of every type: what each kind of expression means.
@Suite struct ExpressionSemanticsTests {
  @Test(
    "Operators follow openCypher, in three values",
    arguments: [
      ("1 + 2 * 3", "7"), ("7 / 2", "3"), ("-7 % 3", "-1"), ("2 ^ 3", "8.0"), ("1 + 2.5", "3.5"), ("'a' + 'b'", "'ab'"),
      ("[1] + 2", "[1, 2]"), ("1 + null", "null"), ("-(-3)", "3"), ("+4", "4"),
      ("true AND null", "null"), ("false AND null", "false"), ("true OR null", "true"), ("null OR false", "null"),
      ("true XOR null", "null"), ("true XOR false", "true"), ("NOT null", "null"), ("NOT false", "true"),
      ("1 < 2 <= 2", "true"), ("1 < 2 > 3", "false"), ("1 < null < 0", "null"), ("1 < 2 = null", "null"),
      ("1 = 1.0", "true"), ("1 = '1'", "false"), ("1 < 'a'", "null"), ("null = null", "null"), ("[1, null] = [1, 2]", "null"),
      ("[null, 1] = [null, 2]", "false"), ("0.0 / 0.0 = 0.0 / 0.0", "false"), ("1 <> 2", "true"),
      ("null IS NULL", "true"), ("1 IS NOT NULL", "true"), ("null IS NOT NULL", "false"),
      ("'abc' STARTS WITH 'a'", "true"), ("'abc' ENDS WITH 'bc'", "true"), ("'abc' CONTAINS ''", "true"),
      ("'abc' CONTAINS 'x'", "false"), ("1 STARTS WITH 'a'", "null"), ("null CONTAINS 'a'", "null"),
      ("'abc' =~ 'a.c'", "true"), ("'abc' =~ 'b'", "false"), ("null =~ 'b'", "null"),
    ])
  func operators(text: String, expected: String) throws {
    #expect(try ExpressionHarness().literal(text) == expected)
  }

  @Test(
    "Lists, maps and what is inside them",
    arguments: [
      ("3 IN [1, 2, 3]", "true"), ("4 IN [1, null]", "null"), ("null IN []", "false"), ("null IN [1]", "null"),
      ("1.0 IN [1]", "true"), ("[1, null] IN [[1, 2]]", "null"), ("1 IN null", "null"), ("0.0 / 0.0 IN [0.0 / 0.0]", "false"),
      ("[1, 2, 3][0]", "1"), ("[1, 2, 3][-1]", "3"), ("[1, 2, 3][3]", "null"), ("[1, 2, 3][null]", "null"),
      ("{a: 1}['a']", "1"), ("{a: 1}.a", "1"), ("{a: 1}.b", "null"), ("null.a", "null"), ("null[0]", "null"),
      ("[1, 2, 3, 4][1..3]", "[2, 3]"), ("[1, 2, 3][-2..]", "[2, 3]"), ("[1, 2, 3][..-1]", "[1, 2]"),
      ("[1, 2, 3][2..1]", "[]"), ("[1, 2, 3][null..1]", "null"), ("[1, 2][0..100]", "[1, 2]"),
      ("[x IN [1, 2, 3] WHERE x > 1 | x * 10]", "[20, 30]"), ("[x IN null | x]", "null"), ("[x IN [1, null] | x]", "[1, null]"),
      ("[x IN [1, 2] | [y IN [10, 20] | x + y]]", "[[11, 21], [12, 22]]"),
      ("reduce(total = 0, x IN [1, 2, 3] | total + x)", "6"), ("reduce(total = 0, x IN null | total + x)", "null"),
      ("reduce(total = 'a', x IN [] | total + x)", "'a'"),
      ("date('2013-03-02').year", "2013"), ("duration('PT90M').minutes", "90"),
    ])
  func collections(text: String, expected: String) throws {
    #expect(try ExpressionHarness().literal(text) == expected)
  }

  @Test(
    "Quantifiers count what is true, false and null",
    arguments: [
      ("all(x IN [] WHERE x)", "true"), ("any(x IN [] WHERE x)", "false"), ("none(x IN [] WHERE x)", "true"),
      ("single(x IN [] WHERE x)", "false"), ("all(x IN [1, null] WHERE x > 0)", "null"),
      ("all(x IN [-1, null] WHERE x > 0)", "false"), ("any(x IN [1, null] WHERE x > 0)", "true"),
      ("any(x IN [-1, null] WHERE x > 0)", "null"), ("none(x IN [-1, null] WHERE x > 0)", "null"),
      ("single(x IN [1, 2, null] WHERE x > 0)", "false"), ("single(x IN [1, null] WHERE x > 0)", "null"),
      ("single(x IN [1, -2] WHERE x > 0)", "true"), ("any(x IN null WHERE x)", "null"),
    ])
  func quantifiers(text: String, expected: String) throws {
    #expect(try ExpressionHarness().literal(text) == expected)
  }

  @Test(
    "What cannot be computed is an error with the TCK's words",
    arguments: [
      ("9223372036854775807 + 1", "ArithmeticError NumberOutOfRange"), ("1 / 0", "ArithmeticError DivisionByZero"),
      ("1 % 0", "ArithmeticError DivisionByZero"), ("1 + true", "TypeError InvalidArgumentType"),
      ("NOT 1", "TypeError InvalidArgumentType"), ("true AND 1", "TypeError InvalidArgumentType"),
      ("[1][true]", "TypeError ListElementAccessByNonInteger"), ("{a: 1}[0]", "TypeError MapElementAccessByNonString"),
      ("(1)[0]", "TypeError InvalidArgumentType"), ("(1).a", "TypeError InvalidArgumentType"),
      ("1 IN 2", "TypeError InvalidArgumentType"), ("[x IN 1 | x]", "TypeError InvalidArgumentType"),
      ("date('2013-03-02').nonsense", "TypeError InvalidArgumentType"),
      ("labels(1)", "TypeError InvalidArgumentValue"), ("type('a')", "TypeError InvalidArgumentValue"),
      ("'a' =~ '('", "ArgumentError InvalidArgumentValue"), ("nonsense(1)", "SyntaxError UnknownFunction"),
      ("head()", "SyntaxError InvalidNumberOfArguments"), ("missing", "SyntaxError UndefinedVariable"),
      ("$missing", "ParameterMissing MissingParameter"),
    ])
  func errors(text: String, expected: String) {
    #expect(ExpressionHarness().failure(text) == expected)
  }

  @Test(arguments: [
    ("CASE 7 WHEN < 5 THEN 'low' WHEN 7, 8 THEN 'seven or eight' END", "'seven or eight'"),
    ("CASE 4 WHEN < 5 THEN 'low' WHEN 7, 8 THEN 'seven or eight' END", "'low'"),
    ("CASE null WHEN < 5, IS NULL THEN 'unknown' ELSE 'known' END", "'unknown'"),
    ("CASE 3 WHEN IS NOT NULL THEN 'known' ELSE 'unknown' END", "'known'"),
    ("CASE 'abc' WHEN STARTS WITH 'x', ENDS WITH 'c' THEN 1 ELSE 2 END", "1"),
    ("CASE 'abc' WHEN CONTAINS 'x', =~ '.b.', 'y' THEN 1 ELSE 2 END", "1"),
    ("CASE 2 WHEN IN [1, 2] THEN 1 WHEN <> 1 THEN 2 END", "1"),
    ("CASE 2 WHEN IS TYPED STRING THEN 'text' WHEN IS NOT :: FLOAT THEN 'whole' END", "'whole'"),
    ("CASE -1 WHEN = -1 THEN CASE 2 WHEN > 1, < 0 THEN 'inner' END END", "'inner'"),
    ("CASE 2 WHEN > CASE 5 WHEN < 9 THEN 1 ELSE 3 END THEN 'greater' END", "'greater'"),
    ("CASE 2 WHEN < 1, 1 / 0 THEN 'low' END", "ArithmeticError DivisionByZero"),
    ("[x IN [1, 5, 9] | CASE x WHEN < 3 THEN 'a' WHEN 5, 6 THEN 'b' ELSE 'c' END]", "['a', 'b', 'c']"),
    ("CASE 1 WHEN IS LABELED A THEN 2 END", "SyntaxError UnexpectedSyntax"),
  ])
  func `CASE tests its subject with operators`(text: String, expected: String) throws {
    let harness = ExpressionHarness()
    #expect(try harness.failure(text) ?? harness.literal(text) == expected)
  }

  @Test(
    "An untaken branch raises no error",
    arguments: [
      ("CASE WHEN false THEN 1 / 0 ELSE 2 END", "2"), ("false AND 1 / 0 = 1", "false"), ("true OR 1 / 0 = 1", "true"),
      ("coalesce(1, 1 / 0)", "1"), ("[x IN [] | 1 / 0]", "[]"), ("[x IN [0, 1] WHERE x <> 0 | 1 / x]", "[1]"),
      ("CASE 2 WHEN 1 THEN 1 / 0 WHEN 2 THEN 'two' END", "'two'"), ("CASE null WHEN null THEN 1 ELSE 2 END", "2"),
      ("CASE WHEN null THEN 1 END", "null"),
    ])
  func laziness(text: String, expected: String) throws {
    #expect(try ExpressionHarness().literal(text) == expected)
  }
}
