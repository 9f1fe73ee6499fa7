import Testing

@testable import Documents

/// Who is what to whom by the nouns, possessives and appositions of running English.
@Suite struct RelationTieTests {
  @Test(
    "counsel, kin, allies and servants are somebody’s, whichever of the two the name behind the comma is",
    arguments: [
      ("Counsel for the driver, Ann Lee, asked why.", "Ann Lee REPRESENTS driver"),
      ("Tom Roe was a cousin of the captain, Jon Karr.", "Tom Roe RELATIVE_OF Jon Karr"),
      ("Acme’s owner, Tom Roe, is a brother of Jon Karr, the minister.", "Tom Roe RELATIVE_OF Jon Karr"),
      ("Jon Karr, a nephew and former driver of General Tom Roe, left.", "Jon Karr RELATIVE_OF Tom Roe"),
      ("Tom Roe, once the right-hand man of Jon Karr, wept.", "Tom Roe AFFILIATED_WITH Jon Karr"),
      ("Tom Roe, the business partner of Jon Karr, wept.", "Tom Roe AFFILIATED_WITH Jon Karr"),
      ("Mayor Ann Lee’s chief of staff, Tom Roe, left.", "Tom Roe WORKS_FOR Ann Lee"),
      ("Jon Karr told the court that his boss, Tom Roe, had paid.", "Jon Karr WORKS_FOR Tom Roe"),
      ("Acting on behalf of Jon Karr, solicitor Ann Lee wrote to the bank.", "Ann Lee REPRESENTS Jon Karr"),
      ("Lawyer Ann Lee, whose client Jon Karr is in custody, left.", "Ann Lee REPRESENTS Jon Karr"),
      ("Ann Lee and Tom Roe are cousins.", "Ann Lee RELATIVE_OF Tom Roe"),
      ("Orbex Systems and Varzan Energy are rivals.", "Orbex Systems OPPOSES Varzan Energy"),
      ("Joan Prior, the MP for Wexcombe, left.", "Joan Prior REPRESENTS Wexcombe"),
      ("Tom Roe was Jon Karr’s personal trainer until 2018.", "Tom Roe WORKS_FOR Jon Karr"),
      ("Ann Lee was elected to parliament for the Free List.", "Ann Lee MEMBER_OF Free List"),
      ("Ann Lee, who joined the board of Acme Group in May, left.", "Ann Lee MEMBER_OF board of Acme Group"),
      ("The Leam Fire Service was late. The fire chief, Ann Lee, left.", "Ann Lee LEADS Leam Fire Service"),
      ("Ann Lee chairs the Electoral Court. Her deputy, Tom Roe, resigned.", "Tom Roe WORKS_FOR Electoral Court"),
      ("Councillor Ann Lee, whose Green Alliance lost, left.", "Ann Lee MEMBER_OF Green Alliance"),
      ("Prime Minister Tom Roe, whose Centre Party lost, left.", "Tom Roe LEADS Centre Party"),
      ("Governor Ann Lee, of the Union for Reform (UR), lost.", "Ann Lee MEMBER_OF Union for Reform"),
      ("Tom Roe, who fought alongside General Jon Karr, left.", "Tom Roe ALLIED_WITH Jon Karr"),
    ])
  func persons(text: String, expected: String) throws { try Reading.expectRelation(text, expected) }

  @Test("who defends a colleague in words is no counsel of his")
  func defence() throws {
    #expect(try !Reading("Tom Roe defended Ann Lee.").relations.contains { $0.contains("REPRESENTS") })
  }

  @Test(
    "offices are told by titles, by what was before and by whom a plural includes",
    arguments: [
      ("Tom Roe of the opposition Reform League left.", "Tom Roe MEMBER_OF Reform League"),
      ("Ann Lee, formerly of the Wellburn Institute, left.", "Ann Lee WORKS_FOR Wellburn Institute"),
      ("Sergeant Tom Roe of the border police was wounded.", "Tom Roe WORKS_FOR border police"),
      ("Border Agency officer Ann Lee found it.", "Ann Lee WORKS_FOR Border Agency"),
      ("Tom Roe, who works as a signalman for Midland Lines, left.", "Tom Roe WORKS_FOR Midland Lines"),
      ("Ann Lee, chair of governors at Aldgate School, left.", "Ann Lee LEADS Aldgate School"),
      ("Ann Lee, deputy chief executive of Acme Group, left.", "Ann Lee LEADS Acme Group"),
      ("The director-general of the Ports Authority, Ann Lee, left.", "Ann Lee LEADS Ports Authority"),
      ("Ann Lee, a member of the board of Acme Group, left.", "Ann Lee MEMBER_OF Acme Group"),
      ("Ann Lee, the only woman on the Electoral Council, left.", "Ann Lee MEMBER_OF Electoral Council"),
      ("Cornel Vane, a partner in the auction house Vane & Lowe, left.", "Cornel Vane WORKS_FOR Vane & Lowe"),
      ("Ministers from the Lakes Coalition, including Ann Lee, left.", "Ann Lee WORKS_FOR Lakes Coalition"),
      ("The trustees of Acme Group include Ann Lee and Tom Roe.", "Tom Roe MEMBER_OF Acme Group"),
      ("Police searched the offices of Ann Lee and of her party, New Dawn.", "Ann Lee MEMBER_OF New Dawn"),
      ("Tom Roe left Orbex Systems for Varzan Energy.", "Tom Roe WORKS_FOR Varzan Energy"),
      ("Acme Group’s head in the Senate, Ann Lee, and its treasurer, Tom Roe, left.", "Tom Roe WORKS_FOR Acme Group"),
      ("Under its director, Ann Lee, the Leam Orchestra gave 40 concerts.", "Ann Lee LEADS Leam Orchestra"),
      ("Ann Lee of the Civic Union, a member of the Electoral Council, left.", "Ann Lee MEMBER_OF Electoral Council"),
      ("Hotelier Tom Roe, chairman of Acme Group, died.", "Tom Roe LEADS Acme Group"),
      ("Acme Group named Ann Lee as its new chairwoman. She replaces Tom Roe.", "Tom Roe LEADS Acme Group"),
      ("Ann Lee was elected mayor of Leam, succeeding Tom Roe.", "Tom Roe LEADS Leam"),
    ])
  func offices(text: String, expected: String) throws { try Reading.expectRelation(text, expected) }

  @Test(
    "bodies are parts, rivals, allies, splinters and neighbours of others",
    arguments: [
      ("The Free Front, a splinter of the Sarun Army, left.", "Free Front SPLIT_FROM Sarun Army"),
      ("The Tide Alliance, an affiliate of Clean Seas International, left.", "Tide Alliance PART_OF Clean Seas International"),
      ("The Leam Institute, a branch of the Academy of Sciences, grew.", "Leam Institute PART_OF Academy of Sciences"),
      ("The Roads Agency reports to the Ministry of Works.", "Roads Agency PART_OF Ministry of Works"),
      ("Varzan Energy was taken over by its larger rival Acme Group.", "Acme Group OPPOSES Varzan Energy"),
      ("The Unity Forces, allies of Norway, hold the bridge.", "Unity Forces ALLIED_WITH Norway"),
      ("Orbex Systems worked for Acme Salvage, based in Falmouth.", "Acme Salvage BASED_IN Falmouth"),
      ("Tweed Coaches of Leeds sold the bus.", "Tweed Coaches BASED_IN Leeds"),
      ("Torrent Mining said a subsidiary, Alto Copper, had closed.", "Alto Copper PART_OF Torrent Mining"),
      ("Dunn Brothers, a haulier, has worked for Acme Group for years.", "Dunn Brothers SUPPLIES Acme Group"),
      ("Ridge Capital holds shares. The London fund wants a seat.", "Ridge Capital BASED_IN London"),
      ("Farmex, a Basel drugs company, grew.", "Farmex BASED_IN Basel"),
      ("The Lakes Union, whose Court of Arbitration met, grew.", "Court of Arbitration PART_OF Lakes Union"),
      ("They sued Germany’s Hansalink Systems.", "Hansalink Systems BASED_IN Germany"),
      ("Three commission clerks left. The Land Commission said they were late.", "commission clerks WORKS_FOR Land Commission"),
      ("A former employee of Acme Group spoke.", "former employee of Acme Group WORKS_FOR Acme Group"),
    ])
  func bodies(text: String, expected: String) throws { try Reading.expectRelation(text, expected) }

  @Test(
    "owners are families, companions, publishers and firms with works of their own",
    arguments: [
      ("The Leam Gazette belongs to the Thorne family.", "Thorne family OWNS Leam Gazette"),
      ("Tom Roe owns Orbex Systems with his wife, Ann Lee.", "Ann Lee OWNS Orbex Systems"),
      ("The brothers Neil and Craig Fenton founded Fenton Scaffolding.", "Neil Fenton FOUNDED Fenton Scaffolding"),
      ("Acme Press, publisher of the Leam Gazette, grew.", "Acme Press OWNS Leam Gazette"),
      ("Tom Roe, whose company Orbex Systems grew, left.", "Tom Roe OWNS Orbex Systems"),
      ("A tank burst at Acme Group’s Wick plant.", "Acme Group OWNS Wick plant"),
      ("Blackmere has built a 7 percent holding in Corvid Media.", "Blackmere OWNS Corvid Media"),
    ])
  func owners(text: String, expected: String) throws { try Reading.expectRelation(text, expected) }

  @Test(
    "people are of a country by its adjective alone, and places of what lies behind them",
    arguments: [
      ("Milan Kos, a Slovenian, left.", "Milan Kos CITIZEN_OF Slovenia"),
      ("Ships from Belgium, whose port of Ostend is closed, left.", "Ostend LOCATED_IN Belgium"),
      ("The coach, the Belgian Luc Claes, left.", "Luc Claes CITIZEN_OF Belgium"),
      ("Ann Lee, who holds Somali and British citizenship, left.", "Ann Lee CITIZEN_OF Somalia"),
      ("Tom Roe, a farmer from the village of Lhota, left.", "Tom Roe LOCATED_IN Lhota"),
      ("The Ludo Casino, on Harbour Street in Port Elen, burnt.", "Ludo Casino LOCATED_IN Port Elen"),
      ("At the Skarn mine in the far north of Lapmark the water rose.", "Skarn mine LOCATED_IN Lapmark"),
    ])
  func places(text: String, expected: String) throws { try Reading.expectRelation(text, expected) }
}
