import Graph
import Testing

@Suite struct TypeTextTests {
  @Test(arguments: [
    ("null", "NULL"), ("true", "BOOLEAN NOT NULL"), ("1", "INTEGER NOT NULL"), ("1.0", "FLOAT NOT NULL"),
    ("'a'", "STRING NOT NULL"),
    ("{a: 1}", "MAP NOT NULL"), ("()", "NODE NOT NULL"), ("[:T]", "RELATIONSHIP NOT NULL"), ("<()-[:T]->()>", "PATH NOT NULL"),
    ("[]", "LIST<NOTHING> NOT NULL"), ("[null]", "LIST<NULL> NOT NULL"), ("[1, 2]", "LIST<INTEGER NOT NULL> NOT NULL"),
    ("[1, null]", "LIST<INTEGER> NOT NULL"),
    ("[1, 'a', true, 1.0]", "LIST<BOOLEAN NOT NULL | STRING NOT NULL | INTEGER NOT NULL | FLOAT NOT NULL> NOT NULL"),
    ("['a', null, 1]", "LIST<STRING | INTEGER> NOT NULL"),
    ("[[1], ['a']]", "LIST<LIST<INTEGER NOT NULL> NOT NULL | LIST<STRING NOT NULL> NOT NULL> NOT NULL"),
    ("[[1], []]", "LIST<LIST<INTEGER NOT NULL> NOT NULL> NOT NULL"), ("[[]]", "LIST<LIST<NOTHING> NOT NULL> NOT NULL"),
  ])
  func `a value has the most specific type`(literal: String, expected: String) throws {
    #expect(try Value(literal: literal).typeText == expected)
  }

  @Test func `temporal values have the types of ISO GQL`() throws {
    let date = CalendarDate(daysSinceEpoch: 0)
    let local = LocalDateTime(date: date, time: .midnight)
    let values: [(Value, String)] = [
      (.date(date), "DATE"), (.localTime(.midnight), "LOCAL TIME"),
      (.time(ZonedTime(localTime: .midnight, offsetSeconds: 0)), "ZONED TIME"),
      (.localDateTime(local), "LOCAL DATETIME"), (.dateTime(ZonedDateTime(local: local, offsetSeconds: 0)), "ZONED DATETIME"),
      (.duration(CalendarDuration()), "DURATION"),
    ]
    for (value, name) in values { #expect(value.typeText == name + " NOT NULL") }
    #expect(
      Value.list(values.map(\.0)).typeText == "LIST<" + values.map { $0.1 + " NOT NULL" }.joined(separator: " | ") + "> NOT NULL")
  }
}
