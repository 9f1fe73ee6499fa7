/// Nouns for people: ranks and titles that stand before a name, offices, trades, and collectives.
enum HumanNouns {
  /// Words before a name that are no part of it; with the gender some of them tell.
  static let honorifics: [String: GivenNames.Gender?] = {
    var table: [String: GivenNames.Gender?] = [:]
    for word in WordList.entries("mr mr. sir lord king prince father fr. brother") { table[word] = .male }
    for word in WordList.entries("mrs mrs. ms ms. miss lady dame queen princess sister madame") { table[word] = .female }
    for word in WordList.entries("dr dr. prof. prof professor rev. rev hon. judge justice cllr cllr.") {
      table[word] = .some(nil)
    }
    return table
  }()

  /// What stands before the names of people only.
  static func isHonorific(_ lower: String) -> Bool { plainHonorifics.contains(lower) }

  private static let plainHonorifics = WordList.set(
    "mr mr. mrs mrs. ms ms. miss dr dr. sir dame prof prof. madame monsieur mme mlle señor señora herr frau signor signora")

  static let ranks = WordList.set(
    """
    gen gen. general col col. colonel maj maj. major capt capt. captain lt lt. lieutenant sgt sgt. sergeant cpl. corporal pvt.
    private adm. admiral cmdr. commander brig. brigadier marshal commodore insp. inspector supt. superintendent det. detective
    constable officer secretary-general director-general governor-general attorney-general spokesperson spokesman
    spokeswoman ceo chairman chairwoman commissioner president vice-president premier chancellor minister secretary senator
    sen. sen rep. rep representative congressman congresswoman gov. gov governor mayor ambassador envoy judge justice
    prosecutor sheriff chief pope cardinal archbishop bishop rabbi imam sheikh sheik ayatollah mullah emir sultan king queen
    mp mep msp cfo coo
    prince princess lord dr dr. prof. professor pres. director coach attorney speaker councillor cllr cllr. deputy counsel
    """)

  /// The rank or title that a lower-case word is; nil for other words.
  static func rank(_ lower: String) -> String? {
    ranks.contains(lower) || honorifics[lower] != nil ? lower : nil
  }

  /// Offices and parts played: a person described by one of these is a single human being with a task.
  static let offices = WordList.set(
    """
    president vice-president premier chancellor minister secretary senator representative congressman congresswoman governor mayor
    ambassador envoy judge justice prosecutor sheriff chief pope cardinal archbishop bishop rabbi imam sheikh ayatollah mullah
    emir king queen prince princess chairman chairwoman chair chairperson director coach attorney commissioner speaker
    councillor deputy counsel spokesman spokeswoman spokesperson leader head commander boss founder co-founder owner executive
    manager lawyer diplomat official officer soldier aide adviser advisor assistant negotiator mediator delegate lawmaker
    legislator politician candidate activist campaigner journalist reporter editor correspondent photographer analyst expert
    researcher scientist professor academic historian economist doctor nurse surgeon physician paramedic medic teacher engineer
    driver pilot captain sailor fisherman farmer worker employee trader banker broker investor businessman businesswoman
    entrepreneur accountant auditor shareholder customer client consultant contractor insider whistleblower witness resident
    neighbour neighbor villager survivor victim hostage prisoner detainee inmate suspect defendant convict attacker assailant
    gunman bomber hijacker kidnapper terrorist militant extremist jihadist jihadi islamist insurgent rebel fighter guerrilla
    warlord militiaman militia-man mercenary sniper recruit veteran general colonel major lieutenant sergeant admiral brigadier
    marshal policeman policewoman guard detective investigator inspector firefighter rescuer aid-worker volunteer priest cleric
    monk nun pastor preacher refugee migrant immigrant citizen civilian foreigner national tourist passenger student pupil child
    boy girl man woman person father mother son daughter brother sister wife husband widow uncle aunt cousin nephew niece
    grandfather grandmother relative friend colleague ally rival opponent critic supporter follower member partner
    brother-in-law sister-in-law father-in-law son-in-law heir juror clerk magistrate plaintiff complainant informant source
    operative agent spy contact middleman smuggler dealer trafficker thief robber killer murderer author writer poet singer
    actor actress artist musician footballer player athlete champion monitor observer inspector voter protester protestor
    demonstrator striker unionist organiser organizer treasurer trustee liquidator administrator receiver regulator watchdog
    ombudsman coroner pathologist geologist seismologist meteorologist foreman miner crewman mate steward conductor commuter
    motorist cyclist pedestrian shopkeeper radical extremist separatist loyalist royalist communist socialist conservative
    liberal democrat republican figure nominee successor predecessor incumbent contender veteran spouse parent baby infant
    teenager pensioner youth fugitive commando paratrooper peacekeeper trooper serviceman gendarme officer cadet conscript
    patient tenant consumer taxpayer landlord subscriber donor reader viewer user developer vendor
    reveller worshipper ranger stallholder saboteur captor pirate tribesman motorcyclist evacuee jogger hillwalker attendee
    festivalgoer churchgoer concertgoer partygoer bystander onlooker
    deserter defector dissident exile chief-of-staff vice-chairman foreigner westerner mp mep msp ceo cfo coo
    secretary-general director-general governor-general attorney-general solicitor-general surgeon-general inspector-general
    auditor-general postmaster-general adjutant-general
    """)

  static let collectives = WordList.set(
    """
    people family police troops authorities families crowd crew crews staff personnel forces civilians women men
    children relatives youths couple trio
    public population residents locals press media leadership military opposition populace victims delegation delegations team
    """)

  static func isHuman(_ singular: String) -> Bool {
    offices.contains(singular) || singular.hasSuffix("sman") && Occupations.isMade(singular)
      || Kinship.isRelative(singular) || singular.utf8.contains(UInt8(ascii: "-")) && isJoined(singular)
  }

  /// "co-defendant", "ex-minister", "then-superintendent", "pan-democrat": what one is behind a prefix.
  private static func isJoined(_ singular: String) -> Bool {
    guard let hyphen = singular.firstIndex(of: "-"), prefixes.contains(String(singular[..<hyphen])) else { return false }
    let noun = String(singular[singular.index(after: hyphen)...])
    return offices.contains(noun) || ranks.contains(noun)
  }

  private static let prefixes = WordList.set(
    "co ex then vice sub non pan arch anti pro neo under deputy acting crypto ultra self quasi pseudo mid fellow now former chief"
  )

  /// The gender that a noun tells.
  static func gender(of singular: String) -> GivenNames.Gender? {
    femaleNouns.contains(singular) ? .female : maleNouns.contains(singular) ? .male : Kinship.gender(of: singular)
  }

  /// The same, and what one does for a living: for words without a capital only, which "Baker" and "Dean" have as names.
  static func describesHuman(_ singular: String) -> Bool {
    isHuman(singular) || Occupations.nouns.contains(singular) || Occupations.isMade(singular)
  }

  /// "the wounded": people by what has happened to them.
  static func isAfflicted(_ lower: String) -> Bool { ["wounded", "dead", "injured", "missing"].contains(lower) }

  static func isCollective(_ lower: String) -> Bool { collectives.contains(lower) }

  /// Collectives that the text may speak of as people who act, in the plural or as a mass.
  static func isPeople(_ lower: String) -> Bool {
    if collectives.contains(lower) {
      return ["public", "press", "media", "military", "opposition", "leadership"].contains(lower) == false
    }
    return Suffixes.isPlural(lower) && isHuman(Suffixes.singular(lower))
  }

  /// Kin as a trait of words; who is kin to whom `Kinship` tells.
  static let familyNouns = WordList.set(
    """
    father mother son daughter brother sister wife husband widow widower uncle aunt cousin nephew niece grandfather grandmother
    grandson granddaughter brother-in-law sister-in-law father-in-law mother-in-law son-in-law daughter-in-law stepson stepfather
    relative spouse partner fiancee fiance girlfriend boyfriend
    """)
  private static let femaleNouns = WordList.set(
    """
    spokeswoman chairwoman businesswoman policewoman congresswoman queen princess woman girl actress nun
    """)
  private static let maleNouns = WordList.set(
    """
    spokesman chairman businessman policeman congressman king prince man boy actor monk gunman fisherman
    militiaman
    """)
}
