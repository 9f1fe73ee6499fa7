import Testing

@testable import Documents

@Suite struct TimeParserTests {
  /// All counted from Wednesday, 2013-03-06.
  @Test(
    "dates are counted from the document's day",
    arguments: [
      ("It happened on March 5.", "March 5 = 2013-03-05..2013-03-05"),
      ("It happened on Tuesday.", "Tuesday = 2013-03-05..2013-03-05"),
      ("It happened on Thursday.", "Thursday = 2013-02-28..2013-02-28"),
      ("They will meet on Thursday.", "Thursday = 2013-03-07..2013-03-07"),
      ("It happened yesterday.", "yesterday = 2013-03-05..2013-03-05"),
      ("It happened in August.", "August = 2012-08-01..2012-08-31"),
      ("It happened in January.", "January = 2013-01-01..2013-01-31"),
      ("It happened in late February.", "late February = 2013-02-20..2013-02-28"),
      ("It has gone on since Jan. 11.", "Jan. 11 = 2013-01-11.."),
      ("It was over by March 3.", "March 3 = ..2013-03-03"),
      ("It happened in 2010.", "2010 = 2010-01-01..2010-12-31"),
      ("It happened two days ago.", "two days ago = 2013-03-04..2013-03-04"),
      ("It happened less than three weeks ago.", "less than three weeks ago = 2013-02-13..2013-03-06"),
      ("It happened at the weekend.", "the weekend = 2013-03-02..2013-03-03"),
      ("It happened last week.", "last week = 2013-02-25..2013-03-03"),
      ("It happened on 14 October 2012.", "14 October 2012 = 2012-10-14..2012-10-14"),
      ("They are due to meet on April 2.", "April 2 = 2013-04-02..2013-04-02"),
      ("It will close at the end of the year.", "the end of the year = 2013-12-01..2013-12-31"),
      ("It has until the end of January to decide.", "the end of January = ..2014-01-31"),
      ("It is expected next spring.", "next spring = 2014-03-01..2014-05-31"),
      ("It happened last summer.", "last summer = 2012-06-01..2012-08-31"),
      ("She is to meet him on Thursday.", "Thursday = 2013-03-07..2013-03-07"),
      ("It happened on the first Friday of February.", "the first Friday of February = 2013-02-01..2013-02-01"),
      ("It happened in the second week of January.", "the second week of January = 2013-01-08..2013-01-14"),
      ("It has gone on since the middle of February.", "the middle of February = 2013-02-11.."),
      ("It happened in the autumn.", "the autumn = 2012-09-01..2012-11-30"),
      ("They are to answer within ten days.", "within ten days = 2013-03-06..2013-03-16"),
      ("They called an election for May 5.", "May 5 = 2013-05-05..2013-05-05"),
      ("The judge adjourned the case until April 9.", "April 9 = ..2013-04-09"),
      ("They agreed to leave by June.", "June = ..2013-06-30"),
      ("Voters go to the polls on Sunday.", "Sunday = 2013-03-10..2013-03-10"),
      ("The contract expires in December.", "December = 2013-12-01..2013-12-31"),
      ("He was paid between 2010 and 2012.", "2010 and 2012 = 2010-01-01..2012-12-31"),
      ("It happened on Feb. 27, 2013.", "Feb. 27, 2013 = 2013-02-27..2013-02-27"),
      ("It happened in mid-February.", "mid-February = 2013-02-11..2013-02-20"),
      ("It happened in late 2011.", "2011 = 2011-09-01..2011-12-31"),
      ("It happened early last month.", "early last month = 2013-02-01..2013-02-10"),
      ("It happened this month.", "this month = 2013-03-01..2013-03-06"),
      ("It happened a fortnight ago.", "a fortnight ago = 2013-02-17..2013-02-23"),
      ("It happened overnight on Sunday.", "Sunday = 2013-03-03..2013-03-03"),
      ("He agreed to buy it last November.", "November = 2012-11-01..2012-11-30"),
      ("She left the firm at the end of the year.", "the end of the year = 2012-12-01..2012-12-31"),
      ("He expects a hearing in September.", "September = 2013-09-01..2013-09-30"),
      ("A ruling is expected in the autumn.", "the autumn = 2013-09-01..2013-11-30"),
      ("The 2009 merger failed.", "2009 = 2009-01-01..2009-12-31"),
      ("It happened several weeks ago.", "several weeks ago = 2013-01-05..2013-02-27"),
    ])
  func dates(sentence: String, expected: String) throws {
    #expect(try Reading(sentence, date: "2013-03-06").times == [expected])
  }

  @Test(
    "what is counted from a day is counted from the last one told of, not from when somebody spoke or from what is to come",
    arguments: [
      ("Troops fired on a bus on Sunday, the army said on Tuesday.\n\nThe next day they left.", "2013-03-04..2013-03-04"),
      ("Troops fired on a bus on Sunday.\n\nThey had left the camp an hour earlier.", "2013-03-03..2013-03-03"),
      ("They met on February 20. A week later they parted.", "2013-02-27..2013-02-27"),
      ("He was shot on February 20. He died the following Sunday.", "2013-02-24..2013-02-24"),
      ("The bridge fell on October 3, 2011. It had been inspected the month before.", "2011-09-01..2011-09-30"),
      ("They met on February 20. Days later they parted.", "2013-02-21..2013-03-06"),
      ("The town changed hands in 2009. The army retook it that October.", "2009-10-01..2009-10-31"),
      ("The last strike, in 2009, was lost. Its leader left the following spring.", "2010-03-01..2010-05-31"),
      ("They were tried in 2009. They were freed a year later. She died on May 4.", "2010-05-04..2010-05-04"),
      ("They were tried in 2009. Last summer he died. She sued in September.", "2012-09-01..2012-09-30"),
      ("In June 2010 they bought it. On 17 November 2011 it burnt. The deed is dated 12 June.", "2010-06-12..2010-06-12"),
      (
        "It fell on 5 November 2012. “We were told,” he wrote to the board on 3 February. “They came on the 12th.”",
        "2012-11-12..2012-11-12"
      ),
      ("It promised in November to pay half by the end of January.", "..2013-01-31"),
    ])
  func counting(text: String, days: String) throws {
    let times = try Reading(text, date: "2013-03-06").times
    #expect(times.last?.hasSuffix("= \(days)") ?? false, "\(times)")
  }

  @Test("a dispatch further down, or a day of a diary, counts from its own day")
  func datelines() throws {
    let dispatches = "OSLO, March 6, 2013 (NN) – It rained on Tuesday.\n\nOSLO, March 15 (NN) – It snowed on Thursday."
    #expect(try Reading(dispatches).times.last == "Thursday = 2013-03-14..2013-03-14")
    let diary =
      "Diary of a walk\n\nBy Ann Lee\n\nMarch 6, 2013\n\nWe left on Tuesday.\n\nWe slept in a barn.\n\nIt snowed.\n\n"
      + "March 15, 2013\n\nWe came back on Thursday."
    #expect(try Reading(diary).times.last == "Thursday = 2013-03-14..2013-03-14")
  }

  @Test("a year later is counted from the year that the sentence names")
  func yearLater() throws {
    let reading = try Reading("It bought the firm in 1998, and closed it a year later.", date: "2013-03-06")
    #expect(reading.times.last == "a year later = 1999-01-01..1999-12-31")
  }

  @Test("the previous night is counted from the day that the sentence names")
  func previousNight() throws {
    let reading = try Reading("On March 5, the army said that it had fought the previous night.", date: "2013-03-06")
    #expect(reading.times.last == "the previous night = 2013-03-04..2013-03-04")
  }

  @Test("two days before is counted from the day of the sentence before")
  func daysBefore() throws {
    let reading = try Reading("They fought on March 5. Two days before, they had met.", date: "2013-03-20")
    #expect(reading.times.last == "Two days before = 2013-03-03..2013-03-03")
  }

  @Test("the next day is counted from the days told of, never from the document’s own")
  func nextDay() throws {
    let reading = try Reading("The council met in January. She resigned the next day.", date: "2013-03-06")
    #expect(reading.times.last == "the next day = 2013-01-02..2013-02-01")
    #expect(try Reading("The Electoral Commission (DEC) met.", date: "2013-03-06").times.isEmpty)
  }

  @Test("may and march are no months without a date around them")
  func verbs() throws {
    #expect(try Reading("They may march against the plan.", date: "2013-03-06").times.isEmpty)
  }

  @Test(
    "days and months obey the calendar, before 1970 and in leap years", arguments: [-719_468, -1, 0, 11_016, 15_770, 2_932_896])
  func calendar(days: Int) {
    let day = CivilDay(daysSinceEpoch: days)
    #expect(day.daysSinceEpoch == days)
    #expect(CivilDay(year: day.year, month: day.month, day: day.day) == day)
  }

  @Test("a day that no month has is none")
  func impossible() {
    #expect(CivilDay(year: 2013, month: 2, day: 29) == nil)
    #expect(DateText.isoDay(in: "2013-13-01") == nil)
  }

  @Test(
    "a date goes on from what has been told",
    arguments: [
      ("He was seen on November 9, 2010 and arrested on 2 March the following year.", "2011-03-02..2011-03-02"),
      ("He was dismissed on February 17. He resigned on the 16th.", "2013-02-16..2013-02-16"),
      ("He wrote on 3 February 2010. They met in April.", "2010-04-01..2010-04-30"),
      ("He wrote on 3 December 2009. They met in April.", "2010-04-01..2010-04-30"),
      ("It was closed between January and April 2010.", "2010-01-01..2010-04-30"),
      ("He came in April 2010. A week later he died.", "2010-04-08..2010-05-07"),
      ("He came in October 2010 and drowned the following winter.", "2010-12-01..2011-02-28"),
      ("The case began in March 2010 and was over that June.", "2010-06-01..2010-06-30"),
      ("It opened in the spring of 2010.", "2010-03-01..2010-05-31"),
      ("He paid her every other Friday.", ".."),
      ("The yard was founded in 1871.", "1871-01-01..1871-12-31"),
    ])
  func telling(text: String, days: String) throws {
    let times = try Reading(text, date: "2013-03-06").times
    #expect(times.last?.hasSuffix("= \(days)") ?? false, "\(times)")
  }

  @Test(
    "beyond its paragraph “later” and “the next” are counted from what was told last, never from the document’s day",
    arguments: [
      ("In 1963 the dam gave way.\n\nThe chairman resigned the next day.", "1963-01-02..1964-01-01"),
      ("In 1963 the dam gave way.\n\nThe following year she was dismissed.", "1964-01-01..1964-12-31"),
      (
        "A tanker broke in two in 2002. That cost millions.\n\nThe captain was acquitted nine years later.",
        "2011-01-01..2011-12-31"
      ),
      ("Last February a blaze injured nine.", "2013-02-01..2013-02-28"),
    ])
  func acrossParagraphs(text: String, days: String) throws {
    let times = try Reading(text, date: "2013-03-06").times
    #expect(times.last?.hasSuffix("= \(days)") ?? false, "\(times)")
  }

  @Test("the sun is no Sunday")
  func shortForms() throws {
    #expect(try Reading("The Morning Sun reported it.", date: "2013-03-06").times.isEmpty)
    #expect(try Reading("Doors open on Sun, March 3.", date: "2013-03-06").times.count == 1)
  }

  @Test("a year that a text tells of again and again is meant in later paragraphs, too; one named in passing is not")
  func mainYear() throws {
    let often = "He wrote on 3 May 2010. She replied on 5 May 2010.\n\nThey met on 7 May 2010.\n\nIt was closed in June."
    #expect(try Reading(often, date: "2013-03-06").times.last == "June = 2010-06-01..2010-06-30")
    let once = "He wrote on 3 May 2010.\n\nIt was closed in January."
    #expect(try Reading(once, date: "2013-03-06").times.last == "January = 2013-01-01..2013-01-31")
  }

  @Test("a date that only says which one is meant leads no month behind it into its year; a plan is counted from today")
  func description() throws {
    let text = "The ship belongs to a firm founded in Dubai in June 2010. Two men, interviewed in January, denied it."
    #expect(try Reading(text, date: "2013-03-06").times.last == "January = 2013-01-01..2013-01-31")
    let plan = "The museum bought it in March 2010. The trustees intend to visit Bergen in June."
    #expect(try Reading(plan, date: "2013-03-06").times.last == "June = 2013-06-01..2013-06-30")
    let later = "She is due to speak later on Wednesday."
    #expect(try Reading(later, date: "2013-03-06").times.last == "Wednesday = 2013-03-06..2013-03-06")
  }
}
