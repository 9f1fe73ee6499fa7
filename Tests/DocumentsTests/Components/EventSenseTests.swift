import Testing

@testable import Documents

/// Words that tell of a happening in one sense and of none in another.
@Suite struct EventSenseTests {
  @Test(
    "words of a happening in another sense tell of none of its kind",
    arguments: [
      ("The Health Ministry dismissed any figure above ten as invented.", "departure"),
      ("The mayor dismissed the critics as dreamers.", "departure"),
      ("Jan Kroll said that the water had broken through from the old shaft.", "split"),
      ("Scientists said that 4,000 tonnes of rock had broken away from Mount Orra.", "split"),
      ("The brewery halted production on Monday of its own accord.", "agreement"),
      ("Track and signals are in the charge of the Rail Agency.", "charge"),
      ("The company Parkwell charged $10 for an hour last year.", "charge"),
    ])
  func otherSenses(text: String, type: String) throws {
    let found = try Reading.events(text)
    #expect(!found.contains { $0.hasPrefix(type + " ") }, "\(found)")
  }

  @Test(
    "the sense that tells of one still does",
    arguments: [
      ("The bank dismissed its treasurer, Lena Ruiz, in March.", "departure 2020-03-01: agent bank"),
      ("Lena Ruiz was dismissed as director on Monday.", "departure 2020-05-04: target Lena Ruiz"),
      ("The Reform Party broke away from the Liberal Alliance in 2011.", "split 2011-01-01: agent Reform Party"),
      ("Prosecutors charged Omar Said with fraud on Monday.", "charge 2020-05-04: agent prosecutors"),
    ])
  func ownSense(text: String, expected: String) throws {
    try Reading.expectEvent(text, expected)
  }

  @Test(
    "who takes part in what a noun names is its agent, on the verb's day",
    arguments: [
      ("About 8,000 people took part in a rally in Freedom Square on Sunday.", "protest 2020-05-03: agent people"),
      ("Delegates from Peru took part in the talks in Geneva in March.", "meeting 2020-03-01: agent delegates"),
    ])
  func takingPart(text: String, expected: String) throws {
    try Reading.expectEvent(text, expected)
  }

  @Test(
    "people taken to prison are held, those kept out are turned away",
    arguments: [
      ("Ramon Ortiz was taken to the prison of San Pedro on Monday.", "detention 2020-05-04: victim Ramon Ortiz"),
      ("The observers were kept out of the hall on Monday.", "rejection 2020-05-04: target observers"),
      ("The police took eleven of the women away on Monday.", "arrest 2020-05-04: agent police, victim women"),
    ])
  func holding(text: String, expected: String) throws {
    try Reading.expectEvent(text, expected)
  }

  @Test(
    "what is to be done on a day is a plan, whatever the verb",
    arguments: [
      ("The swimmer Clara Neri plans to cross the strait on June 4.", "other 2020-06-04: agent Clara Neri"),
      ("The bridge at Arden is due to open on June 4.", "other 2020-06-04: agent bridge"),
    ])
  func plans(text: String, expected: String) throws {
    try Reading.expectEvent(text, expected)
  }

  @Test("what breaks out is what the noun names, wherever it does")
  func breakingOut() throws {
    let found = try Reading.events("Clashes broke out in the capital and two other towns on Monday.")
    #expect(!found.contains { $0.hasPrefix("other") }, "\(found)")
  }
}
