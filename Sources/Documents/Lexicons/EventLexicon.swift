/// Verbs and nouns that tell of something happening: the type, and what the verb's subject and object are to it.
enum EventLexicon {
  struct Verb {
    let type: String
    let subject: String?
    let object: String?
    /// What a number of the victims is called: `killed`, `injured`, `detained`, `displaced`.
    let count: String?
    /// All of it must be there.
    var company: [EventCompany] = []
    /// A verb of doing that tells of little, so that more must make its event notable.
    var isSlight = false
    /// Preposition → role of what stands behind it.
    var adjuncts: [String: String] = [:]
  }

  /// The readings of a verb, the narrower first.
  static func readings(of lemma: String) -> [Verb] { EventVerbs.table[lemma] ?? [] }
  static func isVerb(_ lemma: String) -> Bool { EventVerbs.table[lemma] != nil }
  static var nouns: [String: String] { EventNouns.table }

  /// Three of these make a text one of work and pay.
  static let labourWords = WordList.set(
    """
    union unions walkout walkouts picket pickets picketing dockers workers workforce employees employers employer wage wages pay
    unionised stoppage stoppages overtime layoffs redundancies
    """)
  /// Two of these make a text one of arms.
  static let armsWords = WordList.set(
    """
    gunmen soldiers troops rebels fighters militants insurgents army militia shelling airstrike airstrikes artillery jihadists
    battalion brigade guerrillas frontline missile missiles drone drones mortar mortars ceasefire warplanes tanks
    """)
  static let arms = WordList.set(
    "air drone missile rocket artillery bomb suicide terrorist terror military naval nuclear mortar airborne retaliatory militant"
  )

  /// For these a possessor or "of …" is the one to whom it happens.
  static let sufferedNouns = WordList.set(
    """
    death killing murder assassination execution slaying arrest detention imprisonment kidnapping abduction trial conviction
    sentence acquittal indictment dismissal ouster sacking suspension acquisition takeover purchase closure collapse bankruptcy
    crash beheading appointment nomination election removal eviction expulsion deportation impeachment nationalisation
    nationalization privatisation privatization buyout buy-out shutdown liquidation insolvency rescue evacuation displacement
    inauguration hijacking derailment sinking internment overthrow sale resale divestment fatality demise demotion firing hiring
    promotion reinstatement broadcast cancellation release discovery transfer delivery reopening renovation demolition launch
    recall relocation resettlement rape extradition exhumation disclosure publication leak manslaughter ban
    abolition repeal ratification enactment overthrow reappointment re-appointment consecration annexation expropriation
    repossession foreclosure disposal auction divestiture flotation dissolution mothballing annulment disqualification
    canonisation canonization beatification baptism excommunication relegation repatriation restoration postponement
    adjournment exoneration embezzlement demerger impeachment censure screening premiere
    """)

  /// What possessor and "of …" are to them.
  static func sufferedRole(_ type: String) -> String {
    ["death", "killing", "arrest", "detention", "abduction", "attack"].contains(type) ? "victim" : "target"
  }

  /// Verbs that only carry an event noun: "carried out an attack", "held talks", "chaired a meeting", "won the election".
  static let lightVerbs = WordList.set(
    """
    carry launch stage hold conduct make mount lead chair commit sign broker negotiate reach win lose open begin start launch wage
    announce order plan host attend join execute perform undertake face receive award seek file submit complete sponsor mediate
    call have be resume survive organise organize offer accept pay give take direct orchestrate mastermind file lodge bring issue
    impose declare suffer deliver hand prepare propose convene draw table order initiate chair cause trigger run strike clinch cut
    schedule adjourn tender place slap pass serve commission instigate set fix
    """)

  static let electionWords = WordList.set(
    "election vote poll ballot runoff run-off primary presidency referendum majority seat mayoralty")
}
