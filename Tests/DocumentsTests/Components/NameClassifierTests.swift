import Testing

@testable import Documents

@Suite struct NameClassifierTests {
  @Test(
    "the office is no part of the name, whatever country or body stands before it",
    arguments: [
      ("Foreign Office Minister Jane Roe left.", "Jane Roe"), ("They met Ambassador Samantha Power.", "Samantha Power"),
      ("They met Sorvian Prime Minister Haider al-Sabir.", "Haider al-Sabir"), ("Bishop John Hill spoke.", "John Hill"),
      ("Acme CEO Lena Moss left.", "Lena Moss"), ("They met U.S. Secretary of State John Kerr.", "John Kerr"),
    ])
  func offices(text: String, name: String) throws {
    let persons = try Reading(text).annotations.entities.filter { $0.kind == .person }.map(\.name)
    #expect(persons == [name])
  }

  @Test(
    "names are cut where honours, countries and seats begin, and joined over fields",
    arguments: [
      ("Peter Vaux KC spoke.", "Peter Vaux"), ("They met the Belgian Luc Claes.", "Luc Claes"),
      ("The brothers Ahmed and Karim Sabri left.", "Ahmed Sabri"), ("Meridian Press, a publisher, left.", "Meridian Press"),
      ("They left Orbex Systems for good.", "Orbex Systems"), ("They fined Marlin Industries of Hong Kong.", "Marlin Industries"),
      ("The League, whose Trade and Customs Council met, left.", "Trade and Customs Council"),
      ("They left Averly and Vale Council.", "Averly and Vale Council"),
      ("The Lakes Observers’ Mission left.", "Lakes Observers’ Mission"),
      ("They met the National Guard.", "National Guard"), ("The People’s Guard left.", "People’s Guard"),
    ])
  func spans(text: String, name: String) throws {
    let reading = try Reading(text)
    #expect(reading.entityNames.contains(name), "\(reading.entityNames)")
  }

  @Test(
    "what stands around a name of one or two words says whether it is a firm, a place or a person",
    arguments: [
      ("Ocean Harvest said its chief executive had left.", "Ocean Harvest", EntityKind.organization),
      ("Tom Roe joined Dynamo Brest.", "Dynamo Brest", .organization),
      ("They left Norda Biologics.", "Norda Biologics", .organization),
      ("Dana Hollis Robotics won it.", "Dana Hollis Robotics", .organization),
      ("Owen Latham of Latham Birch spoke.", "Latham Birch", .organization),
      ("Susan Poole, a partner in Reeve Dalton, spoke.", "Reeve Dalton", .organization),
      ("Denby Carr has agreed to buy its rival.", "Denby Carr", .organization),
      ("Orbex bought its smaller rival Lowe Finch.", "Lowe Finch", .organization),
      ("Harper Quill said its auditors had resigned.", "Harper Quill", .organization),
      ("They withdrew batch RT2210 in May.", "RT2210", .asset),
      ("Judith Amos, the MP for Corwick, who sits there, left.", "Corwick", .place),
      ("Tom Roe, an adviser to Goldbank, left.", "Goldbank", .organization),
      ("They come from Yarrow, in the Scottish Borders.", "Scottish Borders", .place),
      ("A couple from Quorndelft bought it.", "Quorndelft", .place),
      ("The ship lay off the capital, Tavo.", "Tavo", .place),
      ("Tom Roe, the leader of the opposition Social Renewal Party, who was ill, left.", "Social Renewal Party", .organization),
      ("A nurse at the hospital in Kabwiri, who was ill, left.", "Kabwiri", .place),
    ])
  func surroundings(text: String, name: String, kind: EntityKind) throws { #expect(try Reading(text).entity(name)?.kind == kind) }

  @Test("the field of an office is no body")
  func fields() throws {
    #expect(try Reading("John Kerr, the Secretary of State, met Ann Lee.").entity("State") == nil)
  }

  @Test("an office in capitals behind a name describes its bearer")
  func capitals() throws {
    let reading = try Reading("Jane Roe, Foreign Office Minister for the Middle East, said the talks would go on.")
    #expect(reading.entity("Jane Roe")?.aliases == ["Foreign Office Minister"])
  }

  @Test(
    "laws, operations, pairs of countries and what goes by its initials are named by nobody",
    arguments: [
      "The Criminal Code was changed.", "Operation Clear Sky began in 2014.", "The France-Norway talks ended.",
      "An IED and two VBIEDs were found.", "It was built in 575 B.C. by hand.", "It ended at 15:11 GMT.", "Part XVII was lost.",
    ])
  func nothing(text: String) throws {
    #expect(try Reading(text).annotations.entities.allSatisfy { $0.kind == .place })
  }

  @Test(
    "what a name is follows from its words and its letters",
    arguments: [
      ("The Department of State gave the grant.", "State Department", EntityKind.organization),
      ("The talks were opened by UNMISS in May.", "UNMISS", .organization),
      ("They flew to Orrin Airfield West.", "Orrin Airfield West", .place),
      ("The Army of the Covenant left.", "Army of the Covenant", .organization), ("Kurds fled to Norway.", "Kurds", .group),
      ("A minority of Muslims left.", "Muslims", .group),
      ("Ann Lee left the Marlow School District.", "Marlow School District", .organization),
    ])
  func kinds(text: String, name: String, kind: EntityKind) throws {
    #expect(try Reading(text).entity(name)?.kind == kind)
  }

  @Test("a surname may leave the article of the full name away, and an invisible mark parts no name")
  func articles() throws {
    let reading = try Reading("Haider al-Sabir met Ann Lee. Lee thanked Sabir.")
    #expect(reading.entity("Haider al-Sabir")?.mentions.count == 2)
    #expect(try Reading("They met Ann\u{200E} Lee in Oslo.").entityNames.contains { $0.hasPrefix("Ann") && $0.hasSuffix("Lee") })
  }

  @Test("what stands right before a participle of naming bears the name")
  func naming() throws {
    let reading = try Reading("Ann Lee flew to Orrin Airfield, also called “the Strip”.")
    #expect(reading.entity("Ann Lee")?.aliases == [])
  }

  @Test("a surname with its particle is the person's, and a sum is nobody's name")
  func particlesAndSums() throws {
    let text = "Joost van Hemert founded Benex in 1999 and ran it for ten years. Van Hemert left in March with a payment."
    let persons = try Reading(text).annotations.entities.filter { !$0.mentions.isEmpty && $0.kind == .person }.map(\.name)
    #expect(persons == ["Joost van Hemert"])
    #expect(try Reading("Norte raised its offer to DKr29bn, more than the SKr286 of May.").entityNames == ["Norte"])
  }

  @Test("a word that is a verb too opens the name of a body inside a sentence")
  func verbsInNames() throws {
    let found = try Reading("The opposition Justice and Work Party, which won in May, left.").entityNames
    #expect(found.contains("Justice and Work Party"), "\(found)")
  }
}
