import Testing

@testable import Documents

/// Deeds that no class of verbs tells, words that are deeds, and the frames in which nouns happen.
@Suite struct EventDeedTests {
  @Test("what a day is given to has been done, whatever the verb")
  func datedDeed() throws {
    try Reading.expectEvent("On Tuesday the Norvik Mission jammed Radio Tessa.", "other 2020-05-05: agent Norvik Mission")
    let undated = try Reading.events("The Norvik Mission jammed Radio Tessa.")
    #expect(undated.isEmpty, "\(undated)")
  }

  @Test(
    "states, thoughts and words with a day are no deeds",
    arguments: [
      "On Tuesday the Norvik Mission remained in Tessa.", "The Norvik Mission feared Radio Tessa on Tuesday.",
      "The Norvik Mission said on Tuesday that Radio Tessa was closed to it.",
    ])
  func noDeed(_ text: String) throws {
    let found = try Reading.events(text)
    #expect(!found.contains { $0.hasPrefix("other") }, "\(found)")
  }

  @Test("whoever asks for something, as others tell, has asked")
  func request() throws {
    try Reading.expectEvent(
      "A spokesman said Ruth Yates had asked the Culture Office for a grant.",
      "statement ?: agent Ruth Yates, recipient Culture Office")
    try Reading.expectEvent(
      "Ruth Yates said she had asked the Audit Board to look into it.", "statement ?: agent Ruth Yates, recipient Audit Board")
    let question = try Reading.events("Ruth Yates asked the Audit Board whether it was true.")
    #expect(question.isEmpty, "\(question)")
  }

  @Test("a promise with its day is a statement that was made")
  func promise() throws {
    try Reading.expectEvent(
      "Norvik Homes promised on Monday to rehouse Ruth Yates.", "statement 2020-05-04: agent Norvik Homes")
  }

  @Test("who is expected somewhere on a day will come")
  func expected() throws {
    let found = try Reading("Two rescue teams are expected from Chile on Friday.", date: "2020-05-06").annotations.events
    #expect(found.map(\.type) == ["other"])
    #expect(found.first?.isPlanned == true)
  }

  @Test("a round of talks happens as the talks do")
  func series() throws {
    try Reading.expectEvent(
      """
      Norvik and the Tessa Front ended a first round of talks in Geneva. A new round of talks with the Tessa Front was to open \
      there on May 20.
      """,
      "meeting 2020-05-20")
  }

  @Test("arms taken up are a fight, a crowd that boos protests, an appeal for money is a statement")
  func idioms() throws {
    try Reading.expectEvent("The Tessa Front took up arms against the state in 2016.", "battle 2016-01-01: agent Tessa Front")
    try Reading.expectEvent("Survivors booed Ruth Yates.", "protest ?: agent survivors, target Ruth Yates")
    try Reading.expectEvent("The Tessa Relief Fund launched an appeal for $2.5 million.", "statement ?: agent Tessa Relief Fund")
  }

  @Test("who gets the money may be the one who does what it is for")
  func getter() throws {
    try Reading.expectEvent(
      "Marlow Borough Council paid Tolland Leisure £2.1 million to refurbish the old pool.",
      "payment ?: agent Marlow Borough Council, recipient Tolland Leisure")
  }

  @Test("a hyphened participle opens a sentence and is no name")
  func hyphened() throws {
    let reading = try Reading("Cross-examining him on Monday, Tobias Wren pressed Colin Frears.", date: "2020-05-06")
    #expect(!reading.entityNames.contains { $0.contains("Cross") })
    #expect(reading.events.contains { $0.hasPrefix("testimony 2020-05-04: agent Tobias Wren") }, "\(reading.events)")
  }

  @Test("an audit that an office is making needs no object")
  func investigating() throws {
    try Reading.expectEvent("The Audit Board said it was investigating.", "investigation ?: agent Audit Board")
  }

  @Test(
    "what is told by its frame",
    arguments: [
      ("Inspecting the mine on Monday, Ruth Yates promised help.", "investigation 2020-05-04: agent Ruth Yates"),
      ("The commission declared President Ruth Yates re-elected on Monday.", "election 2020-05-04: agent commission"),
      ("Ruth Yates was refused treatment.", "rejection ?: target Ruth Yates"),
      ("A commission of inquiry closed the case on Monday.", "investigation 2020-05-04: agent commission"),
      ("Norvik General Hospital postponed operations on Monday.", "other 2020-05-04: agent Norvik General Hospital"),
      ("Norvik Bank closed its legal department on Monday.", "closure 2020-05-04: agent Norvik Bank"),
      (
        "In an open letter last month, Ruth Yates accused Norvik Bank of greed and called on it to pay.",
        "statement 2020-04-01: agent Ruth Yates"
      ),
    ])
  func frame(_ text: String, _ expected: String) throws {
    try Reading.expectEvent(text, expected)
  }
}
