import Testing

@testable import Documents

/// Whose dead somebody counts, and which day is that of a happening and which that of words about it.
@Suite struct EventTollTests {
  @Test(
    "the dead that somebody counts are those of what was told before, there if the words say where",
    arguments: [
      "Militants attacked a barracks in Dorma on Monday. The army said nine soldiers had died.",
      "A ferry capsized off Port Hale on Tuesday. The mayor asked for boats. The coast guard said 14 passengers had drowned.",
      """
      Gunmen raided the village of Sela on Friday, and a bomb exploded in Tarn on Saturday. The governor said that eight \
      villagers had been killed in Sela.
      """,
    ])
  func tolls(text: String) throws {
    let found = try Reading.events(text)
    #expect(!found.contains { $0.hasPrefix("killing") || $0.hasPrefix("death") }, "\(found)")
  }

  @Test(
    "other dead are another happening",
    arguments: [
      ("A mine collapsed in Orr on May 1. Two teachers were shot dead in Lund on May 4, police said.", "killing 2020-05-04"),
      ("Orbex bought a mine in April. The union said five miners had died there in three years.", "death"),
    ])
  func others(text: String, expected: String) throws {
    try Reading.expectEvent(text, expected)
  }

  @Test(
    "the day of a verdict is not that of what it is on",
    arguments: [
      "The rebels said their leader, Amos Dray, had been killed. On May 4 the head of the army called his death likely.",
      "Captain Leo Marsh drowned. On May 4 the navy confirmed the death of Captain Leo Marsh.",
    ])
  func verdicts(text: String) throws {
    let found = try Reading.events(text)
    #expect(!found.contains { $0.contains(" 2020-05-04:") }, "\(found)")
  }

  @Test(
    "what is called is called on that day, and another trial is of those whom the words name",
    arguments: [
      ("The miners' union called a strike on Monday.", "protest 2020-05-04"),
      (
        "A court convicted Hugo Brand on Monday. A second trial, of three former clerks, is due to open on June 4.",
        "trial 2020-06-04: target former clerks"
      ),
      ("Fernley went into administration in December 2018, a month after police searched its office.", "search 2018-11-01"),
      ("Ann Lee financed the rebels of Dorma.", "payment ?: agent Ann Lee"),
      ("Norway offered to help. The Norwegian-brokered truce was signed in Oslo on May 2.", "agreement 2020-05-02: agent Norway"),
    ])
  func days(text: String, expected: String) throws {
    try Reading.expectEvent(text, expected)
  }
}
