import Testing

@testable import Documents

@Suite struct MastheadTests {
  private static func head(_ lines: String) throws -> Document {
    try DocumentReader().read(
      Array((lines + "\n\nThe board dismissed its director, Rui Faria, on Tuesday.").utf8), named: "a.txt")
  }

  @Test(
    "the head of a text says when it was written, whoever and whatever else it names",
    arguments: [
      ("Harbour Board Ousts Director\n\nBy Ana Costa in Lisbon and Piet Mulder in Ghent\nMarch 4, 2021", "2021-03-04"),
      ("Harbour Board Ousts Director\n\nBy Ana Costa in Lisbon, Piet Mulder in Ghent and Sara Holt\n4 March 2021", "2021-03-04"),
      (
        "Bank Sheds Its Treasurer\n\nLaura Benson in Dublin and Henrik Aalto in Tampere\nThe Chronicle, Friday 7 June 2019",
        "2019-06-07"
      ),
      ("Ferry Sinks\n\nDelta Press Service (DPS), dispatches of Oct. 3 and Oct. 4, 2012, by Irma Sand", "2012-10-04"),
      (
        "Case study 2: the cargo of the Sirena\n\nExtract from the report of the Group on Orland, submitted on 9 May 2018",
        "2018-05-09"
      ),
      (
        "Live: Bridge Closed\n\nBorder News Online (BNO), Sunday, 9 May 2021. Last updated at 18:05\nReporting by Ana Costa",
        "2021-05-09"
      ),
      (
        "Minutes of the Second Session\n\nARDENFORD, Westmark, July 9, 2013 — Taken in the guildhall by the clerk, Ms Olga Frey",
        "2013-07-09"
      ),
    ])
  func dates(head: String, day: String) throws {
    #expect(try Self.head(head).date.map { CivilDay($0).iso } == day)
  }

  @Test("a standfirst's date is what it tells of and not when it was written")
  func standfirst() throws {
    let document = try Self.head("The Sailor Who Never Came Home\n\nJan Kole was lost off Brest on 3 May 1998; his sister waits")
    #expect(document.date == nil)
  }

  @Test(
    "correspondents in two towns are people, and both wrote it",
    arguments: [
      "Reporting by Ana Costa at Lisbon Airport and Piet Mulder in Ghent", "By Ana Costa in Lisbon and Piet Mulder in Ghent",
      "Laura Benson in Dublin and Henrik Aalto in Tampere",
    ])
  func correspondents(line: String) throws {
    let document = try Self.head("Harbour Board Ousts Director\n\n" + line + "\nMarch 4, 2021")
    #expect(document.blocks.contains { $0.kind == .byline })
    #expect(document.author?.contains(" and ") ?? false)
  }

  @Test("the hour with which an entry of a running report begins is none of its words")
  func timeStamps() throws {
    let document = try DocumentReader().read(
      Array("Bridge Closed\n\n9 May 2021\n\n08:15 — Police closed it.\n\n9.40 GMT – Lorries wait.".utf8), named: "a.txt")
    #expect(document.blocks.suffix(4).map(\.kind) == [.dateline, .paragraph, .dateline, .paragraph])
  }

  @Test("who signs a text or answers for it is no heading of it")
  func signatures() throws {
    let document = try Self.head("Findings\n\nBy Ann Lee\n3 May 2020\n\nA crane fell.\n\nDorothea Lindh, Chair\n\nNext Steps")
    #expect(document.blocks.map(\.kind).suffix(4) == [.paragraph, .caption, .heading, .paragraph])
  }

  @Test(
    "whom a byline names works for the paper that it names",
    arguments: [
      ("By Mina Okoro, Northwire — HALDEN, Rovia, Aug 5, 2019", "Mina Okoro WORKS_FOR Northwire"),
      ("By Mina Okoro, Court Correspondent — The Harbour Post, Monday 5 August 2019", "Mina Okoro WORKS_FOR Harbour Post"),
      ("Delta Press Service (DPS), dispatches of Oct. 4, 2012, by Irma Sand", "Irma Sand WORKS_FOR Delta Press Service"),
    ])
  func papers(byline: String, relation: String) throws {
    let text = "Clerk Arrested in Bribery Case\n\n" + byline + "\n\nPolice arrested the clerk, Aldo Finch, on Friday."
    try Reading.expectRelation(text, relation)
  }
}
