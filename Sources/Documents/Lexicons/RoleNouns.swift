/// Nouns for a person's part in an organisation and the relationship each makes.
enum RoleNouns {
  private static let table = WordList.table(
    """
    LEADS: leader head chief commander president vice-president premier chairman chairwoman chairperson chair director
    LEADS: administrator overseer headman prefect regent viceroy intendant commissar managing-partner superintendent
    LEADS: boss governor mayor king queen emir
    LEADS: sultan ceo executive founder-leader warlord captain coach manager editor prime co-chair co-leader vice-chairman
    LEADS: vice-chair
    LEADS: abbot abbess prior prioress bishop archbishop patriarch commandant commander-in-chief chieftain ringleader kingpin
    LEADS: moderator convener convenor vice-chancellor chancellor sheriff
    LEADS: editor-in-chief matron co-director helmsman supremo figurehead
    LEADS: master skipper headteacher headmaster headmistress principal dean rector provost warden director-general
    WORKS_FOR: spokesman spokeswoman spokesperson minister secretary ambassador envoy official officer adviser advisor aide
    WORKS_FOR: negotiator mediator
    WORKS_FOR: diplomat prosecutor judge analyst engineer employee worker correspondent reporter journalist executive-officer
    REPRESENTS: lawyer attorney counsel advocate solicitor barrister
    WORKS_FOR: agent caretaker janitor cleaner cook chef waiter technician programmer pilot driver sailor porter librarian curator
    WORKS_FOR: trainer receptionist bookkeeper cashier salesman teacher foreman steward contractor
    WORKS_FOR: professor researcher scientist economist accountant consultant auditor guard soldier general colonel major
    WORKS_FOR: lieutenant inspector detective
    WORKS_FOR: chaplain priest vicar rabbi imam pastor pathologist pharmacist scientist physiotherapist
    WORKS_FOR: emissary legate attaché attache consul rapporteur observer monitor go-between intermediary middleman
    WORKS_FOR: courier messenger henchman lieutenant bodyguard guard gunman enforcer hitman informant informer spy mole
    WORKS_FOR: servant maid butler housekeeper nanny gardener chauffeur tutor valet batman groom groundsman gatekeeper
    WORKS_FOR: publicist strategist lobbyist pollster speechwriter ghostwriter interpreter translator
    WORKS_FOR: architect surveyor planner designer photographer columnist reviewer presenter newsreader
    WORKS_FOR: mechanic welder electrician fitter operator dispatcher controller navigator docker stevedore loader packer
    WORKS_FOR: sergeant constable ranger medic orderly lecturer fellow chemist geologist hydrologist
    WORKS_FOR: representative delegate doctor nurse surgeon physician coordinator investigator commissioner treasurer clerk
    WORKS_FOR: operative trader banker broker
    MEMBER_OF: member fighter militant recruit deputy lawmaker senator congressman legislator councillor activist supporter
    MEMBER_OF: candidate backbencher frontbencher volunteer follower adherent disciple initiate
    MEMBER_OF: striker goalkeeper midfielder winger batsman bowler juror panellist panelist
    WORKS_FOR: partner deputy-director harbourmaster harbourmaster midwife paramedic firefighter policeman policewoman
    MEMBER_OF: trustee alderman mp mep msp
    LEADS: secretary-general governor-general inspector-general auditor-general
    WORKS_FOR: attorney-general solicitor-general surgeon-general cfo coo assistant apprentice trainee understudy intern
    FOUNDED: founder co-founder cofounder creator instigator originator
    OWNS: owner co-owner shareholder proprietor stakeholder stockholder part-owner landlord beneficiary
    CITIZEN_OF: citizen national passport-holder
    LOCATED_IN: resident inhabitant native dweller townsman villager
    OPPOSES: rival opponent critic enemy foe adversary challenger antagonist detractor competitor
    ALLIED_WITH: ally backer patron sponsor
    AFFILIATED_WITH: associate confidant confidante protege protégé protégée crony collaborator acolyte sidekick
    AFFILIATED_WITH: right-hand-man right-hand-woman
    """)

  /// The relationship type from the person to the organisation.
  static func type(_ singular: String) -> String? {
    if let type = table[singular] { return type }
    // "chairman-designate", "ex-minister"
    guard let hyphen = singular.firstIndex(of: "-") else { return nil }
    let (first, rest) = (String(singular[..<hyphen]), String(singular[singular.index(after: hyphen)...]))
    return ["designate", "elect", "emeritus"].contains(rest) ? table[first] : first == "ex" ? table[rest] : nil
  }

  /// The same, for an organisation or a site: whoever has a trade works where he belongs, unless the trade only brings him
  /// there or the noun is none.
  static func typeAtWork(_ singular: String) -> String? {
    type(singular)
      ?? (Occupations.nouns.contains(singular) && !Occupations.visitors.contains(singular) && !outsiders.contains(singular)
        && !Occupations.trades.contains(singular) ? "WORKS_FOR" : nil)
  }

  /// Whoever sits in a parliament or a council for a place.
  static func isDeputy(_ singular: String) -> Bool { deputies.contains(singular) }

  private static let deputies = WordList.set(
    """
    mp mep msp deputy lawmaker legislator senator congressman congresswoman representative councillor alderman assemblyman
    assemblywoman parliamentarian councilman councilwoman delegate member
    """)

  private static let outsiders = WordList.set(
    """
    bondholder oligarch tycoon magnate industrialist financier retiree housewife orphan bride bridegroom twin toddler adolescent
    accused co-accused co-defendant claimant appellant respondent petitioner litigant passer-by eyewitness caller accomplice
    culprit perpetrator offender fraudster swindler forger burglar arsonist vandal stalker trafficker gangster mobster
    strongman dictator despot autocrat monarch nobleman aristocrat baron baroness countess duke duchess earl viscount defector
    turncoat mutineer partisan rioter looter picket philanthropist benefactor lodger squatter settler colonist nomad pilgrim
    traveller traveler holidaymaker camper contestant finalist medallist medalist hunter poacher alumnus alumna graduate
    landowner freeholder leaseholder politician inventor biographer historian
    """)

  /// Offices under somebody: who has one works for the person whose office it is.
  static func isServant(_ singular: String) -> Bool { servants.contains(singular) }

  private static let servants = WordList.set(
    """
    spokesman spokeswoman spokesperson aide adviser advisor assistant secretary bodyguard driver agent deputy manager trainer
    coach guard cook chef nanny housekeeper gardener maid butler chauffeur valet servant accountant bookkeeper banker broker
    publicist
    strategist speechwriter interpreter translator tutor henchman lieutenant emissary envoy messenger courier go-between
    intermediary representative enforcer gunman informant physician doctor nurse employee worker pilot skipper captain
    groom caretaker cleaner consultant fixer handler minder pa
    """)

  /// Words before a name that are a rank and lead nothing by themselves.
  static func isRank(_ singular: String) -> Bool {
    [
      "general", "colonel", "major", "lieutenant", "captain", "officer", "soldier", "doctor", "professor", "agent", "detective",
      "inspector", "judge",
    ]
    .contains(singular)
  }
}
