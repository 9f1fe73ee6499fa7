import Testing

@testable import Documents

@Suite struct CalendarDayTests {
  @Test("in a text without a date, days without a year lie near those that it names in full")
  func near() throws {
    let text = """
      A soldier stands at the gate on Feb. 27, 2013.

      On March 5, officials said that the army had shot a man the previous night. The war began on Jan. 11. Nobody was
      hurt in late February. It had been quiet in November.
      """
    #expect(
      try Reading(text).times == [
        "Feb. 27, 2013 = 2013-02-27..2013-02-27", "March 5 = 2013-03-05..2013-03-05",
        "the previous night = 2013-03-04..2013-03-04", "Jan. 11 = 2013-01-11..2013-01-11",
        "late February = 2013-02-20..2013-02-28", "November = 2012-11-01..2012-11-30",
      ])
  }

  @Test("a day that would be far ahead belongs to the year before, and without a full day nothing is guessed")
  func far() throws {
    #expect(try Reading("He died on 2013-02-27. She had left him on Dec. 24.").times.last == "Dec. 24 = 2012-12-24..2012-12-24")
    #expect(try Reading("She left him on Dec. 24.").times == ["Dec. 24 = .."])
    #expect(
      try Reading("He was shot on 30 December 2012. She left on 3 January.").times.last == "3 January = 2013-01-03..2013-01-03")
  }
}
