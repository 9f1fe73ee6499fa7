import Cypher
import Graph
import Testing

@testable import Query

/// What has no result is an error, with the TCK's words and the place of the expression that failed.
@Suite struct ValueErrorTests {
  /// An expression, the error's kind and detail, and the text that its place covers; `nil` for the whole expression.
  typealias Case = (expression: String, words: String, place: String?)

  private static let overflow = "ArithmeticError NumberOutOfRange"
  private static let zero = "ArithmeticError DivisionByZero"
  private static let range = "ArgumentError NumberOutOfRange"
  private static let value = "ArgumentError InvalidArgumentValue"
  private static let type = "TypeError InvalidArgumentType"
  private static let conversion = "TypeError InvalidArgumentValue"
  private static let syntaxType = "SyntaxError InvalidArgumentType"

  static let arithmetic: [Case] = [
    ("1 / 0", zero, nil), ("1 % 0", zero, nil), ("mod(1, 0)", zero, nil), ("2 + 3 * (4 / 0)", zero, "(4 / 0)"),
    ("[x IN [2, 1, 0] | 10 / x]", zero, "10 / x"), ("reduce(a = 1, x IN [1, 0] | a / x)", zero, "a / x"),
    ("CASE WHEN true THEN 1 / 0 ELSE 2 END", zero, "1 / 0"), ("duration('P1D') / 0", zero, nil),
    ("duration('P1D') / 0.0", zero, nil),
    ("9223372036854775807 + 1", overflow, nil), ("-9223372036854775808 - 1", overflow, nil),
    ("9223372036854775807 * 2", overflow, nil),
    ("-(-9223372036854775808)", overflow, nil), ("-9223372036854775808 / -1", overflow, nil),
    ("abs(-9223372036854775808)", overflow, nil), ("4611686018427387904 * -3", overflow, nil),
    ("toInteger(9.3e18)", overflow, nil), ("toInteger(-1.0e19)", overflow, nil), ("toInteger(1.0 / 0.0)", overflow, nil),
    ("toInteger(0.0 / 0.0)", overflow, nil), ("toInteger('9223372036854775808')", overflow, nil),
    ("toInteger('1e30')", overflow, nil),
    ("[x IN [1, 2] | x + 9223372036854775806]", overflow, "x + 9223372036854775806"),
    ("duration({days: 9223372036854775807}) + duration('P1D')", overflow, nil),
    ("duration({years: 9223372036854775807})", overflow, nil),
    ("duration({seconds: 1}) * 1e30", overflow, nil), ("duration('P1M') / (0.0 / 0.0)", overflow, nil),
    ("duration('PT9223372036854775807S').milliseconds", overflow, nil),
    ("-duration({months: -9223372036854775808})", overflow, nil),
  ]

  static let operands: [Case] = [
    ("1 - x", type, nil), ("x * 2", type, nil), ("x / 2", type, nil), ("x % 2", type, nil), ("x ^ 2", type, nil),
    ("-x", type, nil),
    ("true + 1", type, nil), ("date('2013-03-01') + 1", type, nil), ("date('2013-03-01') - date('2013-02-01')", type, nil),
    ("{} + 1", type, nil), ("date('2013-03-01') + 'a'", type, nil), ("NOT x", type, "x"), ("x AND true", type, "x"),
    ("1 IN x", type, "x"), ("[e IN x | e]", type, "x"), ("any(e IN x WHERE true)", type, "x"),
    ("reduce(a = 0, e IN x | a)", type, "x"), ("all(e IN list WHERE e)", type, "e"), ("[e IN list WHERE e | 1]", type, "e"),
    ("x.name", type, nil), ("x {.*}", "TypeError InvalidArgumentValue", nil), ("x {.a}", type, "a"), ("list.name", type, nil),
    ("CASE WHEN x THEN 1 END", type, "x"),
    ("'a' =~ '('", value, "'('"),
  ]

  static let lists: [Case] = [
    ("[1, 2]['a']", "TypeError ListElementAccessByNonInteger", nil),
    ("[1, 2][1.0]", "TypeError ListElementAccessByNonInteger", nil),
    ("[1, 2][true]", "TypeError ListElementAccessByNonInteger", nil), ("{a: 1}[0]", "TypeError MapElementAccessByNonString", nil),
    ("x[0]", type, nil), ("x[0..1]", type, nil), ("[1, 2, 3]['a'..2]", syntaxType, "'a'"), ("[1, 2, 3][x..2]", type, nil),
    ("[1, 2, 3][1..x]", type, nil), ("range(0, 10, 0)", range, nil), ("range(0, 9223372036854775807)", range, nil),
    ("range(0.5, 2)", "ArgumentError InvalidArgumentType", nil), ("range(0, 'a')", "ArgumentError InvalidArgumentType", nil),
    ("range(0, 4, true)", "ArgumentError InvalidArgumentType", nil), ("head(x)", type, nil), ("last(x)", type, nil),
    ("tail(x)", type, nil), ("size(y)", type, nil), ("reverse(y)", type, nil), ("isEmpty(y)", type, nil),
    ("coll.insert([1], 3, 0)", range, nil), ("coll.insert([1], -1, 0)", range, nil), ("coll.remove([], 0)", range, nil),
    ("coll.remove([1], 1)", range, nil), ("coll.flatten([1], -1)", range, nil), ("coll.sort(x)", type, nil),
    ("coll.max(x)", type, nil),
    ("coll.indexOf(x, 1)", type, nil), ("toIntegerList(x)", type, nil), ("vector.similarity.cosine([1], [1, 2])", value, nil),
    ("vector.similarity.cosine([0], [1])", range, nil), ("vector.similarity.euclidean(['a'], [1])", type, nil),
    ("keys(x)", conversion, nil), ("properties(y)", conversion, nil), ("labels(x)", conversion, nil),
    ("nodes(x)", conversion, nil),
  ]

  static let texts: [Case] = [
    ("toUpper(y)", type, nil), ("left('abc', -1)", range, nil), ("right('abc', -1)", range, nil),
    ("substring('abc', -1)", range, nil),
    ("substring('abc', 0, -1)", range, nil), ("left(y, 1)", type, nil), ("split('a', [1])", type, nil),
    ("replace('a', 'b', y)", type, nil),
    ("trim(y)", type, nil), ("bTrim('a', y)", type, nil), ("normalize('a', 'NFX')", value, nil), ("normalize(y)", type, nil),
    ("char_length(y)", type, nil), ("byte_length(y)", type, nil), ("round(1.5, -1)", range, nil),
    ("round(1.5, 0, 'SIDEWAYS')", value, nil),
    ("sqrt(x)", type, nil), ("sign(x)", type, nil), ("atan2(1, x)", type, nil), ("power(x, 1)", type, nil),
    ("isNaN(x)", type, nil),
    ("toInteger(true)", conversion, nil), ("toInteger([])", conversion, nil), ("toFloat({})", conversion, nil),
    ("toString([])", conversion, nil),
    ("toBoolean(1.5)", conversion, nil), ("toFloat(date('2013-03-01'))", conversion, nil),
  ]

  static let temporals: [Case] = [
    ("date('2013-02-30')", range, nil), ("date('2013-13-01')", range, nil), ("date('2013-00-01')", range, nil),
    ("date('2013-01-00')", range, nil),
    ("date('2014-W53')", range, nil), ("date('2013-366')", range, nil), ("date('2013-Q5')", range, nil),
    ("date('2013-Q2-92')", range, nil),
    ("date('yesterday')", value, nil), ("date('2013/02/01')", value, nil), ("date('')", value, nil),
    ("date('2013-2-1')", value, nil),
    ("date({year: 2013, month: 2, day: 30})", range, nil), ("date({year: 2013, month: 13})", range, nil),
    ("date({year: 2014, week: 53})", range, nil),
    ("date({year: 2013, ordinalDay: 366})", range, nil), ("date({year: 2013, quarter: 5})", range, nil),
    ("date({year: 1000000000})", range, nil),
    ("date({month: 2})", value, nil), ("date({year: 2013, day: 4})", value, nil), ("date({year: 2013, hour: 4})", value, nil),
    ("date({year: 2013, month: 2, week: 4})", value, nil), ("date({year: '2013'})", type, nil),
    ("date({year: 2013.0})", type, nil),
    ("date(y)", type, nil), ("date({year: 2013, week: 1, dayOfWeek: 8})", range, nil), ("date(localtime('10:00'))", type, nil),
    ("localtime('25:00')", range, nil), ("localtime('24:00')", range, nil), ("localtime('10:60')", range, nil),
    ("localtime('10:00:60')", range, nil),
    ("localtime('10:00:00.1234567890')", value, nil), ("localtime({hour: 10, second: 3})", value, nil),
    ("localtime({minute: 10})", value, nil),
    ("localtime({hour: 10, minute: 1, second: 1, nanosecond: 1000000000})", range, nil),
    ("localtime({hour: 10, minute: 1, second: 1, millisecond: 1000})", range, nil),
    ("localtime({hour: 10, minute: 1, second: 1, millisecond: 1, microsecond: 1000})", range, nil),
    ("localtime(date('2013-03-01'))", type, nil), ("time('10:00+19:00')", range, nil), ("time('10:00+01:75')", range, nil),
    ("time({hour: 10, timezone: 'Mars/Base'})", value, nil), ("datetime('2013-03-01T10:00[Europe/Nowhere]')", value, nil),
    ("datetime('2013-03-01T10:00+05:00[Europe/Paris]')", value, nil), ("datetime({year: 2013, timezone: 1})", type, nil),
    ("datetime({epochSeconds: 9223372036854775807})", range, nil), ("datetime.fromepoch(1, 1000000000)", range, nil),
    ("datetime({epochSeconds: 1, year: 2000})", value, nil),
    ("datetime({epochSeconds: 1, epochMillis: 2})", value, nil),
    ("datetime.fromepochmillis(1.5)", type, nil), ("localdatetime('2013-03-01T')", value, nil),
    ("localdatetime('2013-03-01 10:00')", value, nil),
    ("date('+999999999-12-31') + duration('P1D')", range, nil), ("date('-999999999-01-01') - duration('P1M')", range, nil),
    ("localdatetime('+999999999-12-31T23:59:59') + duration('PT1S')", range, nil),
    ("datetime('-999999999-01-01T00:00Z') - duration('PT1S')", range, nil),
    ("date('2013-03-01') + duration({days: 9223372036854775807})", overflow, nil),
    ("date('2013-03-01') + duration({months: 99999999999})", range, nil),
    ("date.truncate('hour', date('2013-03-01'))", value, nil), ("date.truncate('fortnight', date('2013-03-01'))", value, nil),
    ("date.truncate('month', localtime('10:00'))", type, nil), ("localtime.truncate('month', localtime('10:00'))", value, nil),
    ("datetime.truncate('day', localtime('10:00'))", type, nil),
    ("date.truncate('month', date('2013-03-01'), {hour: 1})", value, nil),
    ("duration('P')", value, nil), ("duration('1 day')", value, nil), ("duration('P1H')", value, nil),
    ("duration({fortnights: 1})", value, nil),
    ("duration({days: 'a'})", type, nil), ("duration(y)", type, nil), ("duration.between(1, date('2013-03-01'))", type, nil),
    ("duration.inDays(date('2013-03-01'), duration('P1D'))", type, nil), ("date('2013-03-01').hour", type, nil),
    ("localtime('10:00').timezone", type, nil), ("duration('P1D').year", type, nil), ("date('2013-03-01').foo", type, nil),
    ("format(date('2013-03-01'), 'HH')", value, nil), ("format(date('2013-03-01'), '{')", value, nil),
    ("format(y, 'd')", type, nil),
    ("format(date('2013-03-01'), 'ddd')", value, nil), ("format(date('2013-03-01'), \"'open\")", value, nil),
  ]

  @Test("An expression without a result is an error at its place", arguments: arithmetic + operands + lists + texts + temporals)
  func failure(example: Case) throws {
    // Nothing is known of a parameter's type before the statement runs.
    let text = "WITH $x AS x, $y AS y, $list AS list RETURN " + example.expression + " AS result"
    let parameters: [String: Value] = ["x": .string("text"), "y": .integer(1), "list": .list([.integer(1)])]
    let engine = try QueryEngine.over()
    do {
      let records = try engine.literals(text, parameters)
      Issue.record("\(example.expression) is \(records)")
    } catch let error as CypherError {
      #expect("\(error.kind.rawValue) \(error.detail.rawValue)" == example.words, "\(example.expression): \(error.message)")
      let place = try #require(error.position, "\(example.expression): \(error.message) has no place")
      let covered = text.unicodeScalars.dropFirst(place.column - 1).prefix(place.length)
      #expect(String(String.UnicodeScalarView(covered)) == example.place ?? example.expression, "\(error.message)")
      #expect(error.phase == (example.words.hasPrefix("SyntaxError") ? .compileTime : .runtime))
    }
  }

  @Test func `the table is as long as it should be`() {
    let all = Self.arithmetic + Self.operands + Self.lists + Self.texts + Self.temporals
    #expect(all.count >= 150)
    #expect(Set(all.map(\.expression)).count == all.count)
  }

  @Test(
    "An aggregate, an update and a call say where they failed too",
    arguments: [
      ("UNWIND [9223372036854775807, 1] AS i RETURN sum(i)", "ArithmeticError NumberOutOfRange", "sum(i)"),
      ("UNWIND [1, 'a'] AS i RETURN sum(i)", "TypeError InvalidArgumentType", "sum(i)"),
      ("UNWIND [1, true] AS i RETURN avg(i)", "TypeError InvalidArgumentType", "avg(i)"),
      ("UNWIND [1, duration('P1D')] AS i RETURN 1 + sum(i)", "TypeError InvalidArgumentType", "sum(i)"),
      ("UNWIND [1, 'a'] AS i RETURN stDev(i)", "TypeError InvalidArgumentType", "stDev(i)"),
      ("UNWIND [1, 2] AS i RETURN percentileCont(i, 1.5)", "ArgumentError NumberOutOfRange", "percentileCont(i, 1.5)"),
      ("UNWIND [1, 'a'] AS i RETURN percentileDisc(i, 0.5)", "TypeError InvalidArgumentType", "percentileDisc(i, 0.5)"),
      ("UNWIND range(1, 2, 0) AS i RETURN i", "ArgumentError NumberOutOfRange", "range(1, 2, 0)"),
      ("CREATE (n {a: {b: 1}})", "TypeError InvalidPropertyType", "{b: 1}"),
      ("UNWIND [1, {b: 1}] AS m CREATE (n {a: m})", "TypeError InvalidPropertyType", "{a: m}"),
      ("UNWIND [1, {b: 1}] AS m CREATE ()-[:R {a: m}]->()", "TypeError InvalidPropertyType", "{a: m}"),
      ("UNWIND [1, {b: 1}] AS m CREATE (n) SET n.a = m", "TypeError InvalidPropertyType", "n.a = m"),
      ("CREATE (n) SET n.a = {b: 1}", "TypeError InvalidPropertyType", "{b: 1}"),
      ("CREATE (n) SET n += {a: [{b: 1}]}", "TypeError InvalidPropertyType", "n += {a: [{b: 1}]}"),
      ("CREATE (n)-[:R]->() DELETE n", "ConstraintVerificationFailed DeleteConnectedNode", "n"),
      ("UNWIND [1] AS i RETURN i LIMIT 1 - 2", "SyntaxError NegativeIntegerArgument", "1 - 2"),
      ("MERGE ({a: null})", "SemanticError MergeReadOwnWrites", "{a: null}"),
    ])
  func place(text: String, words: String, place: String) throws {
    let error = try #require(throws: CypherError.self) { try QueryEngine.over().literals(text) }
    #expect("\(error.kind.rawValue) \(error.detail.rawValue)" == words, "\(error.message)")
    let position = try #require(error.position, "\(error.message)")
    let covered = text.unicodeScalars.dropFirst(position.column - 1).prefix(position.length)
    #expect(String(String.UnicodeScalarView(covered)) == place)
  }

  @Test(arguments: [
    ("1 / 0", "x / nullIf(y, 0) is null instead, x / toFloat(y) an infinity or NaN"),
    ("9223372036854775807 + 1", "compute with floats, as in toFloat(x) * y, where rounding does no harm"),
    ("date('2013-03-01').yeer", "did you mean `year`?"),
    (
      "point({x: 1, y: 2})",
      "there are no spatial values; keep longitude and latitude as two numbers, haversin() helps with distances"
    ),
    ("apoc.text.join([], '')", "the procedures and functions of APOC are not part of Cypher; see SHOW FUNCTIONS"),
    ("median(1)", "use percentileCont(value, 0.5)"), ("toUper('a')", "did you mean `toUpper`?"),
  ])
  func `an error says what to do`(expression: String, hint: String) throws {
    let error = try #require(throws: CypherError.self) { try QueryEngine.over().literals("RETURN " + expression) }
    #expect(error.hint == hint)
  }
}
