import Testing

@testable import Documents

@Suite struct EventPhrasesTests {
  @Test(
    "a verb with the words that complete it tells of a happening",
    arguments: [
      ("Ann Lee took the stand on Monday.", "testimony 2020-05-04: agent Ann Lee"),
      ("Ann Lee told the inquiry on Monday that she had known nothing.", "testimony 2020-05-04: agent Ann Lee"),
      ("Ann Lee pleaded not guilty to all charges on Monday.", "trial 2020-05-04: agent Ann Lee"),
      ("Ann Lee took Acme Group to court.", "charge ?: agent Ann Lee, target Acme Group"),
      ("Prosecutors brought charges against Acme Group on Monday.", "charge 2020-05-04"),
      ("Ann Lee lodged a complaint against Acme Group in March.", "statement 2020-03-01: agent Ann Lee, target Acme Group"),
      ("A complaint was lodged against Acme Group in March.", "statement 2020-03-01: target Acme Group"),
      ("Ann Lee handed in her notice on Monday.", "departure 2020-05-04: agent Ann Lee"),
      ("Ann Lee was relieved of her duties on Monday.", "departure 2020-05-04: target Ann Lee"),
      ("The council struck Ann Lee off the register in March.", "departure 2020-03-01: agent council, target Ann Lee"),
      ("Acme Group was placed in receivership in March.", "closure 2020-03-01: target Acme Group"),
      ("Acme Group took over Orbex Systems in 2018.", "acquisition 2018-01-01: agent Acme Group, target Orbex Systems"),
      ("Acme Group broke ground on a new plant in March.", "investment 2020-03-01: agent Acme Group"),
      ("Students took to the streets in Osten on Monday.", "protest 2020-05-04: agent students"),
      ("Ann Lee blew the whistle in March.", "statement 2020-03-01: agent Ann Lee"),
      ("The police took Jon Karr away on Monday.", "arrest 2020-05-04: agent police, victim Jon Karr"),
      ("Ann Lee had dinner with Jon Karr on Monday.", "meeting 2020-05-04: agent Ann Lee, target Jon Karr"),
      ("Ann Lee went to the High Court on Monday.", "trial 2020-05-04: agent Ann Lee"),
      ("Ann Lee took the oath on Monday.", "appointment 2020-05-04: target Ann Lee"),
      (
        "Ann Lee wrote in a letter to Jon Karr of April 20 that she was ill.",
        "statement 2020-04-20: agent Ann Lee, recipient Jon Karr"
      ),
      ("The mayor put his deputy, Ann Lee, in charge of the rescue on Monday.", "appointment 2020-05-04: agent mayor"),
    ])
  func phrases(text: String, expected: String) throws {
    try Reading.expectEvent(text, expected)
  }

  @Test("figures of speech tell of nothing")
  func figurative() throws {
    for text in [
      "The plan came under fire.", "The company killed the project.", "Ann Lee shot a film about rivers.",
      "Acme Group is fighting for survival.", "The crowd exploded with joy.", "Sales collapsed.",
      "The idea died in committee.", "It was a battle for market share.",
    ] {
      #expect(try Reading.events(text).isEmpty, "\(text)")
    }
  }

  @Test("who prosecutes, defends or judges gives no evidence")
  func lawyers() throws {
    let found = try Reading.events("Prosecutor Ann Lee told the court that the money was gone.")
    #expect(!found.contains { $0.hasPrefix("testimony") }, "\(found)")
  }
}
