/// Words by which two accounts of one thing differ though neither denies the other: he resigned or was dismissed, the money was
/// lent or given, the fire was set or broke out by itself. After the antonyms of WordNet and the rival frames of FrameNet
/// (Quitting and Firing, Giving and Lending, Killing and Death, Possession and Renting).
enum Opposites {
  /// Each line holds two sides, of which one account can have but one.
  private static let classes: [[Set<String>]] = lines.split(separator: "\n").map { line in
    line.split(separator: "|").map { WordList.set(String($0)) }
  }

  private static let lines = """
    resign resignation quit withdraw leave consent voluntarily retire retirement|\
    dismiss dismissal sack fire oust push force remove expel suspend
    accident accidental accidentally slip fall mishap malfunction|\
    deliberate deliberately murder arson sabotage intentional intentionally bomb kill blow push
    suicide hang himself herself|murder kill beat strangle accident shoot
    gift give donate donation present|loan lend borrow debt owe sell sale bribe salary fee
    bribe bribery kickback|fee consultancy advice loan gift donation salary winnings expense
    sell sale|lease lend rent keep steal retain
    own owner belong property|lease rent tenant borrow hire
    dead die kill death drown|alive live survive unhurt wounded
    wounded injured|unhurt unharmed dead
    sober|drunk intoxicated drink
    awake|asleep sleep
    open reopen unlock unlocked|close shut closure lock locked bolt bolted seal sealed bar barred block blocked chain chained
    safe safety sound stable secure|unsafe danger dangerous leak crack collapse unstable insecure
    empty deserted|full crowded inside
    guilty|innocent
    win victory winner|lose defeat loser fail
    begin start resume|end stop cease finish suspend cancel
    continue hold remain|end stop cease fail collapse break withdraw
    retake capture seize fall take|hold repel control defend
    solvent sound healthy|insolvent bankrupt bust
    pay repay settle|owe unpaid owed
    receive|give pay
    true genuine authentic real|false forged fake forgery invented fabricated
    voluntary voluntarily willing willingly|force forced coerced compel pressure threaten
    rise increase raise grow|fall decrease cut drop shrink lower
    approve accept agree endorse back|reject refuse oppose block veto
    know aware inform|unaware ignorant learn learnt surprise discover
    armed gun weapon rifle|unarmed peaceful bare-handed
    civilian civilians|militant militants fighter fighters soldier soldiers terrorist terrorists combatant combatants
    depot barracks base headquarters bunker|school hospital bakery market home house mosque church kindergarten
    wear wearing|without barefoot
    legal lawful legally|illegal unlawful illegally
    clean drinkable|contaminate contaminated poison polluted dirty pollute
    public openly|secret secretly
    late|early punctual
    before|after
    first|last
    upward air|crowd
    peaceful peacefully calm|violent violently violence
    successful success succeed|fail failure flop
    present attend|absent away abroad elsewhere
    here home|abroad away
    sign signed|forge forged unsigned
    alone|together accomplice help
    meet meeting dine dinner|never
    vaccinate vaccinated|unvaccinated
    trained qualified licensed|untrained unqualified unlicensed
    enough sufficient adequate|insufficient inadequate shortage lack
    permanent|temporary
    postpone delay|schedule punctual
    work working function|break broken fail failed out
    married|single divorced widowed
    founder found invent|copy steal
    retake recapture end finish clear restore repair evacuate withdraw complete extinguish|still
    abduct kidnap kidnapping abduction hostage captive drag snatch|guest willingly protection
    order orders instruct instruction command behest direction|alone initiative unprompted
    up raised open|down lowered shut
    within below under|above beyond exceed outside over
    ahead proceed|cancel scrap abandon postpone
    minor slight mild|serious severe grave critical
    install installed deliver delivered arrive|uninstalled undelivered missing outstanding
    lit light lights|unlit dark darkness
    slow slowly brake|speed speeding fast race accelerate
    sufficient surplus|deficit shortfall
    hit strike|miss avoid
    stay remain|go leave depart flee
    promise guarantee pledge|renege break
    warn warning alert|unannounced
    attacker aggressor provoke|self-defence self-defense defend defence
    consensual consent|rape assault abuse
    licensed registered|unlicensed unregistered illegal
    generous fair reasonable|insult derisory inadequate unfair meagre paltry
    improve recover better|worsen deteriorate worse decline
    allow permit authorise authorize|ban prohibit bar forbid unauthorised unauthorized
    hire employ recruit|sack dismiss fire lay
    free release|detain hold jail custody arrest imprison
    support back|oppose condemn criticise criticize
    finish finished complete completed ready|unfinished incomplete delay delayed
    voluntary own|abduct kidnap seize
    attend attended|boycott stay absent
    green|red
    account accounted|missing unaccounted
    calm quiet orderly|chaos chaotic panic riot
    """

  /// For each of two sides the classes of which a claim has a word on it.
  typealias Sides = [Set<Int>]
  static let noSides = Sides(repeating: [], count: most)
  private static let most = 2

  private static let table: [String: [(side: Int, line: Int)]] = {
    var table: [String: [(side: Int, line: Int)]] = [:]
    for (line, sides) in classes.enumerated() {
      for (side, words) in sides.prefix(most).enumerated() {
        for word in words { table[word, default: []].append((side, line)) }
      }
    }
    return table
  }()

  static func note(_ lower: String, isVerb: Bool, in sides: inout Sides) {
    guard let entries = table[lower] ?? table[isVerb ? VerbForms.lemma(of: lower) ?? lower : Suffixes.singular(lower)] else {
      return
    }
    for entry in entries { sides[entry.side].insert(entry.line) }
  }

  /// Whether the one stands on one side of some class and the other only on another.
  static func areOpposed(_ one: Sides, _ other: Sides) -> Bool {
    for side in one.indices {
      for rival in other.indices where rival != side {
        let both = one[side].intersection(other[rival])
        if !both.subtracting(one[rival]).subtracting(other[side]).isEmpty { return true }
      }
    }
    return false
  }
}
