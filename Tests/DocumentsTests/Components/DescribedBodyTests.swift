import Testing

@testable import Documents

/// Bodies by what the text calls them before it names them and after.
@Suite struct DescribedBodyTests {
  private func forms(of name: String, in text: String) throws -> [String] {
    let reading = try Reading(text)
    let entity = try #require(reading.entity(name), "\(reading.entityNames)")
    return entity.mentions.map { reading.text(reading.annotations.mentions[$0].tokens) }
  }

  @Test(
    "a description before any name is the body that the next sentences name as their subject",
    arguments: [
      ("The company said it had paid. Halvor Mining was fined in May.", "Halvor Mining", "The company"),
      (
        "The ferry operator said it had stopped. Sundlink, a Danish firm, has run the route since 1998.", "Sundlink",
        "The ferry operator"
      ),
      ("A brewery has closed. Norda Brewery had 40 workers.", "Norda Brewery", "A brewery"),
      ("The ministry’s secretary, Ann Lee, said the Ministry of Roads was poor.", "Ministry of Roads", "The ministry"),
    ])
  func before(text: String, name: String, form: String) throws { #expect(try forms(of: name, in: text).contains(form)) }

  @Test(
    "one body is called by nouns that mean alike, by the last word of its name and by what closes it",
    arguments: [
      (
        "The regulator, the Office of Water Standards, fined Orbex. The watchdog said it was late.", "Office of Water Standards",
        "The watchdog"
      ),
      ("The watchdog fined Severn Utilities. Ann Lee said the utility was late.", "Severn Utilities", "the utility"),
      ("The aid group Clean Water Now left. The charity said it was late.", "Clean Water Now", "The charity"),
      ("Tom Roe advises Goldbank. He wrote to the bank.", "Goldbank", "the bank"),
      ("Tom Roe left Thistle FC in May. The club was late.", "Thistle FC", "The club"),
    ])
  func after(text: String, name: String, form: String) throws { #expect(try forms(of: name, in: text).contains(form)) }

  @Test(
    "persons are met again by their titles, by what they are identified as and as clients",
    arguments: [
      ("Dr Ann Lee blamed the ministry. The doctor wept.", "Ann Lee", "The doctor"),
      ("Police named the dead man as Tom Roe.", "Tom Roe", "the dead man"),
      ("The students’ lawyer, Ann Lee, said that her clients had been beaten.", "students", "her clients"),
      ("Jane Poe was the partner of the dead man, Tom Roe.", "Tom Roe", "the dead man"),
      ("An ally of the mayor, councillor Tom Roe, blocked it.", "Tom Roe", "An ally"),
    ])
  func persons(text: String, name: String, form: String) throws { #expect(try forms(of: name, in: text).contains(form)) }

  @Test("a health trust is no firm")
  func trusts() throws {
    let text = "The Weldon Health Trust confirmed 12 cases. The trust runs three hospitals. The council ordered the firm to stop."
    let trust = try Reading(text).entity("Weldon Health Trust")
    #expect(trust.map { !$0.aliases.contains("firm") } ?? false)
  }
}
