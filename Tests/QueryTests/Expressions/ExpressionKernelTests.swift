import Graph
import GraphStorage
import Query
import TestSupport
import Testing

/// Columns: the typed loops answer as the row-by-row fallback does, under any selection.
@Suite struct ExpressionKernelTests {
  private static let pool = StringPool()

  /// The same values as a typed column and as a column of `Value`s.
  private struct TwoForms {
    var typed: Vector
    var plain: Vector

    init(_ values: [Value], typed: Vector? = nil) {
      self.typed = typed ?? Vector(packing: values)
      plain = Vector(.values(values))
    }
  }

  private static func columns(_ generator: inout SeededGenerator, rowCount: Int) -> [(name: String, forms: TwoForms)] {
    func rows(_ make: (inout SeededGenerator) -> Value) -> [Value] {
      (0..<rowCount).map { _ in Int.random(in: 0..<8, using: &generator) == 0 ? .null : make(&generator) }
    }
    let words = ["", "a", "ab", "abc", "é", "zebra", "Za"]
    let texts = rows { .string(words.randomElement(using: &$0)!) }
    var nulls = NullMask(count: rowCount)
    let codes = texts.enumerated().map { row, value -> StringPool.Code in
      guard case .string(let text) = value else {
        nulls[row] = true
        return pool.intern("")
      }
      return pool.intern(text)
    }
    return [
      ("i", TwoForms(rows { .integer(Int64.random(in: -3...3, using: &$0)) })),
      ("j", TwoForms(rows { .integer(Int64.random(in: -3...3, using: &$0)) })),
      ("f", TwoForms(rows { .float(Double(Int.random(in: -6...6, using: &$0)) / 2) })),
      ("b", TwoForms(rows { .boolean(Bool.random(using: &$0)) })),
      ("d", TwoForms(rows { .date(CalendarDate(daysSinceEpoch: Int64.random(in: 0...3, using: &$0))) })),
      ("n", TwoForms(rows { .node(Node(id: NodeID(UInt32.random(in: 0...3, using: &$0)))) })),
      ("s", TwoForms(texts, typed: Vector(.strings(codes, pool), nulls: nulls))),
      ("t", TwoForms(rows { .date(CalendarDate(daysSinceEpoch: Int64.random(in: -5_000_000...5_000_000, using: &$0))) })),
      lists(rows { .list((0..<Int.random(in: 0...3, using: &$0)).map { .integer(Int64($0)) }) }),
    ]
  }

  /// Lists that share their elements, in another order than that of the rows.
  private static func lists(_ values: [Value]) -> (name: String, forms: TwoForms) {
    var elements: [Value] = []
    var ranges: [ListRange] = []
    var nulls = NullMask(count: values.count)
    for (row, value) in values.enumerated().reversed() {
      if case .list(let list) = value {
        ranges.append(ListRange(start: elements.count, count: list.count))
        elements += list
      } else {
        ranges.append(ListRange(start: 0, count: 0))
        nulls[row] = true
      }
    }
    let storage = Vector.Storage.lists(ranges.reversed(), ListElements(Vector(packing: elements)))
    return ("l", TwoForms(values, typed: Vector(storage, nulls: nulls)))
  }

  private static let expressions = [
    "i < j", "i <= j", "i = j", "i <> j", "i > 1", "1 >= i", "i = 1.0", "i < 1.5", "f > i", "f >= 1", "f = 0.5",
    "f < f", "i = 'a'", "d < date('1970-01-03')", "d = d", "d >= date('1970-01-02')", "n = n", "n <> n", "s = 'ab'",
    "s <> 'ab'", "s < 'b'", "s >= s", "s = 'never seen'", "s STARTS WITH 'a'", "s ENDS WITH 'c'", "s CONTAINS 'b'",
    "s CONTAINS ''", "s =~ 'a.*'", "i STARTS WITH 'a'", "i + j", "i - j", "i * 2", "f + i", "f / 2", "f * f", "i / 2",
    "i % 2", "-i", "-f", "i ^ 2", "s + i", "b AND i > 0", "b OR i > 0", "b XOR i > 0", "NOT b", "i IS NULL",
    "s IS NOT NULL", "NOT (i < j AND b)", "i IN [1, 2]", "i IN [1, null]", "s IN ['a', 'abc']", "s IN ['a', null]",
    "i IN [1, 1000000000000, -2]", "i IN [-9223372036854775808, 9223372036854775807, 1]", "f IN [2, 3]", "i IN [1, 2.0, 'a']",
    "f IN [1, 0.5]", "i IN [i, j]", "d IN []", "CASE WHEN i > 0 THEN s WHEN b THEN 'b' END",
    "CASE i WHEN 1 THEN f ELSE i END", "CASE WHEN i > 0 THEN 'a' WHEN b THEN null ELSE 'c' END",
    "CASE i WHEN 1 THEN 'a' WHEN 2 THEN 'a' END", "CASE WHEN b THEN 'a' ELSE s END",
    "toLower(s) CONTAINS 'za'", "toLower(s) STARTS WITH 'z'", "toUpper(s) ENDS WITH 'C'", "toUpper(s) CONTAINS 'É'",
    "toLower(s) CONTAINS s", "coalesce(i, f, 0)", "[x IN [i, j] WHERE x > 0 | x + i]",
    "any(x IN [i, j] WHERE x > 0)", "reduce(t = 0, x IN [i, 1] | t + x)", "[i, s]", "{k: i}", "toString(i)", "abs(f)",
    "d.year", "size(s)",
    // Texts that are made of texts, numbers and dates.
    "s + s", "s || s", "s + 'x'", "'é' + s", "s || '/' || s", "s + i + '/' + f", "i + s", "s || null", "substring(s, 1, 2)",
    "substring(s, 1)", "left(s, 2)", "right(s, 2)", "right(s, 0)", "trim('  ' + s + ' ')", "lTrim(' ' + s)",
    "rTrim('\\u00a0' + s + '\\u00a0')", "trim('\\u2003' + s)", "replace(s, 'a', 'éé')", "replace(s, 'ab', '')",
    "replace(s, '', 'x')", "replace(s, 'a', s)", "byte_length(s)", "toUpper(s) = 'ABC'", "toLower(s) IN ['za', 'abc']",
    "toUpper(left(s, 1)) + toLower(substring(s, 1))", "toString(i)", "toString(d)", "toString(t)", "toString(f)", "toString(s)",
    "toStringOrNull(t)", "reverse(s)", "normalize(s)", "toInteger(toString(i))", "substring(toString(t), 0, 7)",
    // Lists.
    "split(s, 'b')", "split(s, 'ab')", "split(s, '')", "split(s, 'b')[0]", "split(s, 'b')[-1]", "split(s, 'b')[i]",
    "split(s, 'b')[1..]", "size(split(s, 'b'))", "head(split(s, 'a'))", "last(split(s, 'a'))", "l", "l[0]", "l[-1]", "l[i]",
    "l[..2]", "l[1..]", "l[-2..]", "l[2..1]", "l[..-1]", "size(l)", "head(l)", "last(l)", "tail(l)", "tail(tail(l))",
    "isEmpty(l)", "l + l", "l = [0, 1]", "1 IN l", "l IS NULL", "[x IN l | x + i]", "reduce(a = 0, x IN l | a + x)", "l < [1]",
    "coalesce(l, [7])", "CASE WHEN i > 0 THEN l END", "reverse(l)", "toStringList(l)",
    // Dates.
    "t.year", "t.quarter", "t.month", "t.week", "t.weekYear", "t.day", "t.ordinalDay", "t.weekDay", "t.dayOfWeek",
    "t.dayOfQuarter", "date.truncate('week', t)", "date.truncate('quarter', t)", "date.truncate('decade', t)",
    "date.truncate('weekYear', t)", "date.truncate('month', t)", "date.truncate('day', d)", "t + duration('P1M2D')",
    "t - duration({months: 7, days: 40, hours: 30})", "duration.inDays(t, d).days", "duration.inDays(d, t).weeks",
    "duration.between(t, d).years", "duration.between(t, d).months", "duration.between(t, d).days",
    "duration.between(d, t).monthsOfYear", "duration.between(d, t).weeks", "duration.inMonths(t, d).quarters",
    "duration.between(date('2000-02-29'), t).years", "duration.inDays(t, date('2000-02-29')).days",
    "duration.between(t, d).hours",
    // Numbers, and branches of one type.
    "floor(f)", "ceil(i)", "sqrt(abs(f))", "round(f)", "round(f, 1)", "abs(i)", "toFloat(i)", "toFloat(f)", "toInteger(f)",
    "toInteger(i)", "CASE WHEN i > 0 THEN 1 END", "CASE WHEN i > 0 THEN i ELSE 7 END",
    "CASE WHEN b THEN f WHEN i = 0 THEN 0.5 END", "CASE WHEN b THEN d ELSE t END", "CASE WHEN b THEN n END",
    "CASE WHEN b THEN i ELSE f END", "CASE WHEN b THEN null ELSE i END", "coalesce(i, 5)", "coalesce(f, i)",
  ]

  @Test("A typed column and a column of values give the same answers", arguments: expressions)
  func typedAnswersAsPlain(text: String) throws {
    var generator = SeededGenerator(seed: 7)
    for rowCount in [1, 70, 300] {
      let columns = Self.columns(&generator, rowCount: rowCount)
      var typed = ExpressionHarness()
      var plain = ExpressionHarness()
      typed.names = columns.map(\.name)
      plain.names = typed.names
      typed.columns = columns.map(\.forms.typed)
      plain.columns = columns.map(\.forms.plain)
      for density in [1, 2, 10] {
        let selection = (0..<UInt32(rowCount)).filter { _ in Int.random(in: 0..<density, using: &generator) == 0 }
        typed.selection = density == 1 ? nil : selection
        plain.selection = typed.selection
        let answers = try typed.literals(text)
        #expect(answers == (try plain.literals(text)))
        guard answers.allSatisfy({ ["true", "false", "null"].contains($0) }) else { continue }
        let expected = zip(typed.batch.selectedRows, answers).filter { $1 == "true" }.map(\.0)
        #expect(try typed.select(text) == expected)
        #expect(try plain.select(text) == expected)
      }
    }
  }

  @Test("Overflow in a row that is null or not selected is no error")
  func hiddenOverflow() throws {
    var nulls = NullMask(count: 3)
    nulls[0] = true
    let column = Vector(.integers([.max, 1, .max]), nulls: nulls)
    var harness = ExpressionHarness(["i": column])
    #expect(harness.failure("i + 1") == "ArithmeticError NumberOutOfRange")
    harness.selection = [0, 1]
    #expect(try harness.literals("i + 1") == ["null", "2"])
  }

  @Test("Integers beyond 2⁵³ are compared exactly with floats")
  func largeIntegers() throws {
    let harness = ExpressionHarness(["f": Vector(.floats([9_007_199_254_740_992]))])
    #expect(try harness.literal("f = 9007199254740993") == "false")
    #expect(try harness.literal("f < 9007199254740993") == "true")
  }
}
