import Testing

@testable import Documents

@Suite struct DateTextTests {
  @Test(arguments: ["July 2018", "Issue 14, July 2018", "Vol. 3 No. 2 July 2018", "Vol. 3 No. 2 July 2018 – ·", "(July 2018)"])
  func `a line that says little but a month and a year is of that month`(line: String) {
    #expect(DateText.month(ofLine: line) == CivilDay(year: 2018, month: 7, day: 1))
  }

  @Test(arguments: ["The mill closed in July 2018", "The issue of July 2018 in the edition number", "July", ""])
  func `a line that says more is of none`(line: String) {
    #expect(DateText.month(ofLine: line) == nil)
  }
}
