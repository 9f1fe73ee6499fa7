/// Verbs and nouns that tell of something happening: the type, and what the verb's subject and object are to it.
enum EventLexicon {
  struct Verb {
    let type: String
    let subject: String?
    let object: String?
    /// What a number of the victims is called: `killed`, `injured`, `detained`, `displaced`.
    let count: String?
  }

  /// Lemma → reading. Rows: type|subject's role|object's role|count|lemmas.
  static let verbs: [String: Verb] = {
    var table: [String: Verb] = [:]
    for row in WordList.rows(verbRows) {
      let verb = Verb(
        type: row[0], subject: row[1].isEmpty ? nil : row[1], object: row[2].isEmpty ? nil : row[2],
        count: row[3].isEmpty ? nil : row[3])
      for lemma in row[4].split(separator: " ") { table[String(lemma)] = verb }
    }
    return table
  }()

  private static let verbRows = """
    attack|agent|target||attack raid storm bomb shell ambush assault bombard besiege overrun invade torch strafe loot
    attack|agent|target||detonate ransack rape
    attack|agent|victim|injured|wound injure maim hurt
    attack|agent|target||strike
    battle|agent|target||fight clash battle skirmish
    killing|agent|victim|killed|kill murder assassinate execute slay massacre slaughter behead lynch stab decapitate shoot poison
    death|victim|||die perish drown succumb
    abduction|agent|victim|detained|abduct kidnap hijack
    detention|agent|victim|detained|detain imprison jail intern capture incarcerate
    arrest|agent|victim|detained|arrest apprehend
    displacement|victim||displaced|flee
    displacement|agent|victim|displaced|displace evacuate shelter uproot expel deport
    protest|agent|target||protest demonstrate rally riot march
    order|agent|target||order
    operation|agent|target||deploy intervene
    accident|target|target||crash collide capsize derail sink explode
    investigation|agent|target||investigate probe
    questioning|agent|target||question interrogate
    search|agent|target||search
    charge|agent|target||charge indict prosecute
    trial|agent|target||try
    testimony|agent|||testify
    sentence|agent|target||sentence convict acquit fine
    agreement|agent|target||sign ratify broker negotiate
    meeting|agent|target||meet
    vote|agent|target||vote
    election|agent|target||elect reelect
    appointment|agent|target||appoint nominate hire promote inaugurate
    departure|agent|||resign retire quit
    departure|agent|target||dismiss sack oust suspend depose impeach overthrow fire
    split|agent|target||split defect secede
    statement|agent|target||summon
    payment|agent|recipient||pay bribe donate compensate reimburse embezzle launder repay
    contract|agent|target||award
    bid|agent|target||bid outbid
    rejection|agent|target||rebuff reject
    acquisition|agent|target||acquire buy purchase sell nationalise nationalize
    investment|agent|target||invest
    closure|agent|target||close shut liquidate
    publication|agent|target||publish leak
    """

  /// Noun → type. The noun in the singular.
  static let nouns: [String: String] = {
    var table: [String: String] = [:]
    for row in WordList.rows(nounRows) {
      for noun in row[1].split(separator: " ") { table[String(noun)] = row[0] }
    }
    return table
  }()

  private static let nounRows = """
    attack|attack raid strike bombing assault ambush shelling airstrike bombardment shooting stabbing shell
    attack|bloodshed onslaught air-strike
    killing|killing murder assassination massacre execution slaying slaughter beheading
    death|death
    battle|battle fighting clash skirmish firefight gunfight combat shootout scuffle brawl
    operation|operation offensive intervention crackdown deployment invasion incursion
    abduction|kidnapping abduction hijacking hostage-taking
    arrest|arrest
    detention|detention imprisonment
    displacement|exodus evacuation displacement
    protest|protest demonstration rally march riot walkout stoppage sit-in
    accident|blast crash collision derailment accident earthquake quake flood landslide fire explosion collapse hurricane
    accident|cyclone tsunami avalanche
    investigation|investigation inquiry probe
    questioning|interrogation questioning
    search|search
    charge|indictment charge
    trial|trial
    testimony|testimony
    sentence|sentence conviction verdict acquittal
    agreement|agreement truce ceasefire accord deal treaty pact settlement cease-fire armistice
    meeting|meeting talk summit conference
    vote|vote
    election|election poll referendum ballot runoff run-off
    appointment|appointment nomination
    departure|resignation departure dismissal ouster sacking retirement suspension
    split|split break-up
    statement|ultimatum summons
    payment|payment bribe ransom kickback
    contract|contract
    bid|bid offer tender
    acquisition|acquisition takeover merger purchase
    investment|investment
    closure|closure bankruptcy shutdown
    publication|publication leak
    """

  /// Whoever does this to a place takes it from others by force.
  static let takingVerbs: Set<String> = ["seize", "capture", "recapture", "retake", "conquer", "occupy"]

  /// Three of these make a text one of work and pay.
  static let labourWords = WordList.set(
    """
    union unions walkout walkouts picket pickets picketing dockers workers workforce employees employers employer wage wages pay
    unionised stoppage stoppages overtime layoffs redundancies
    """)
  static let arms = WordList.set(
    "air drone missile rocket artillery bomb suicide terrorist terror military naval nuclear mortar airborne retaliatory militant"
  )

  /// For these a possessor or "of …" is the one to whom it happens.
  static let sufferedNouns = WordList.set(
    """
    death killing murder assassination execution slaying arrest detention imprisonment kidnapping abduction trial conviction
    sentence acquittal indictment dismissal ouster sacking suspension acquisition takeover purchase closure collapse bankruptcy
    crash beheading appointment nomination election
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
    call have be resume survive organise organize offer accept pay give take direct orchestrate mastermind
    """)

  /// Verbs that are events only with one of these objects, or with a particle.
  static let phrasal: [(lemma: String, word: String, verb: Verb)] = [
    ("open", "fire", Verb(type: "attack", subject: "agent", object: nil, count: nil)),
    ("set", "fire", Verb(type: "attack", subject: "agent", object: nil, count: nil)),
    ("fire", "on", Verb(type: "attack", subject: "agent", object: nil, count: nil)),
    ("fire", "at", Verb(type: "attack", subject: "agent", object: nil, count: nil)),
    ("blow", "up", Verb(type: "attack", subject: "agent", object: "target", count: nil)),
    ("gun", "down", Verb(type: "killing", subject: "agent", object: "victim", count: "killed")),
    ("take", "hostage", Verb(type: "abduction", subject: "agent", object: "victim", count: "detained")),
    ("hold", "hostage", Verb(type: "detention", subject: "agent", object: "victim", count: "detained")),
    ("hold", "captive", Verb(type: "detention", subject: "agent", object: "victim", count: "detained")),
    ("break", "away", Verb(type: "split", subject: "agent", object: nil, count: nil)),
    ("break", "from", Verb(type: "split", subject: "agent", object: nil, count: nil)),
    ("walk", "out", Verb(type: "protest", subject: "agent", object: nil, count: nil)),
    ("down", "tools", Verb(type: "protest", subject: "agent", object: nil, count: nil)),
    ("force", "out", Verb(type: "departure", subject: "agent", object: "target", count: nil)),
    ("drive", "out", Verb(type: "departure", subject: "agent", object: "target", count: nil)),
    ("vote", "out", Verb(type: "departure", subject: "agent", object: "target", count: nil)),
    ("come", "power", Verb(type: "appointment", subject: "target", object: nil, count: nil)),
    ("take", "office", Verb(type: "appointment", subject: "target", object: nil, count: nil)),
    ("step", "down", Verb(type: "departure", subject: "agent", object: nil, count: nil)),
    ("stand", "down", Verb(type: "departure", subject: "agent", object: nil, count: nil)),
    ("take", "over", Verb(type: "acquisition", subject: "agent", object: "target", count: nil)),
    ("turn", "down", Verb(type: "rejection", subject: "agent", object: "target", count: nil)),
    ("swear", "in", Verb(type: "appointment", subject: "agent", object: "target", count: nil)),
    ("find", "guilty", Verb(type: "sentence", subject: "agent", object: "target", count: nil)),
    ("claim", "life", Verb(type: "killing", subject: nil, object: "victim", count: "killed")),
    ("claim", "lives", Verb(type: "killing", subject: nil, object: "victim", count: "killed")),
    ("leave", "dead", Verb(type: "killing", subject: nil, object: "victim", count: "killed")),
    ("lose", "lives", Verb(type: "death", subject: "victim", object: nil, count: "killed")),
    ("lose", "life", Verb(type: "death", subject: "victim", object: nil, count: "killed")),
    ("go", "trial", Verb(type: "trial", subject: "target", object: nil, count: nil)),
    ("stand", "trial", Verb(type: "trial", subject: "target", object: nil, count: nil)),
    ("lay", "off", Verb(type: "departure", subject: "agent", object: "target", count: nil)),
    ("file", "bankruptcy", Verb(type: "closure", subject: "agent", object: nil, count: nil)),
  ]

  /// Objects that an act needs to be one of the type: rejecting an offer, signing a contract.
  static let offers = WordList.set("offer bid proposal approach tender takeover")
  static let electionWords = WordList.set("election vote poll ballot runoff run-off primary presidency referendum majority")
}
