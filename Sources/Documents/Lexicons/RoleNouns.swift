/// Nouns for a person's part in an organisation and the relationship each makes.
enum RoleNouns {
  private static let table = WordList.table(
    """
    LEADS: leader head chief commander president vice-president premier chairman chairwoman chairperson chair director
    LEADS: boss governor mayor king queen emir
    LEADS: sultan ceo executive founder-leader warlord captain coach manager editor prime co-chair co-leader vice-chairman
    LEADS: vice-chair
    LEADS: skipper headteacher headmaster headmistress principal dean rector provost warden director-general
    WORKS_FOR: spokesman spokeswoman spokesperson minister secretary ambassador envoy official officer adviser advisor aide
    WORKS_FOR: negotiator mediator
    WORKS_FOR: diplomat prosecutor judge analyst engineer employee worker correspondent reporter journalist executive-officer
    REPRESENTS: lawyer attorney counsel advocate solicitor barrister
    WORKS_FOR: agent caretaker janitor cleaner cook chef waiter technician programmer pilot driver sailor porter librarian curator
    WORKS_FOR: trainer receptionist bookkeeper cashier salesman teacher foreman steward contractor
    WORKS_FOR: professor researcher scientist economist accountant consultant auditor guard soldier general colonel major
    WORKS_FOR: lieutenant inspector detective
    WORKS_FOR: representative delegate doctor nurse surgeon physician coordinator investigator commissioner treasurer clerk
    WORKS_FOR: operative trader banker broker
    MEMBER_OF: member fighter militant recruit deputy lawmaker senator congressman legislator councillor activist supporter
    MEMBER_OF: candidate
    WORKS_FOR: partner deputy-director harbourmaster harbourmaster midwife paramedic firefighter policeman policewoman trustee
    FOUNDED: founder co-founder cofounder
    OWNS: owner co-owner shareholder proprietor stakeholder
    CITIZEN_OF: citizen national
    LOCATED_IN: resident inhabitant
    OPPOSES: rival opponent critic enemy foe adversary challenger
    ALLIED_WITH: ally backer
    """)

  /// The relationship type from the person to the organisation.
  static func type(_ singular: String) -> String? { table[singular] }

  /// Words before a name that are a rank and lead nothing by themselves.
  static func isRank(_ singular: String) -> Bool {
    [
      "general", "colonel", "major", "lieutenant", "captain", "officer", "soldier", "doctor", "professor", "agent", "detective",
      "inspector", "judge",
    ]
    .contains(singular)
  }
}
