/// Verbs of happening by classes, after the groups of Levin's "English Verb Classes and Alternations" (1993) that news is made
/// of: attacking, killing, taking, courts, offices, giving and getting, opening and ending, nature at work.
enum EventVerbs {
  /// Rows: type|subject's role|object's role|count|company|lemmas; `EventCompany` knows the company. Of several rows for a lemma
  /// the first whose company is there holds.
  static let rows = """
    search|agent|target||police object|raid
    attack|agent|target|||attack raid storm bomb shell ambush assault bombard besiege invade torch strafe loot detonate ransack
    attack|agent|victim||people object|blackmail extort threaten
    attack|agent|target||animate object|hack breach paralyse paralyze cripple
    attack|agent|victim|injured|passive people|cut
    attack|agent|target|||rape firebomb vandalise vandalize pillage sabotage mug rob burgle assail molest plunder waylay
    accident|agent|target||nature object|strike hit batter pound lash ravage devastate engulf inundate submerge bury sweep destroy
    accident|agent|target||nature object|damage wreck flatten swallow level gut sink topple block cut strand
    accident|target|target||vehicle object|strike hit ram
    protest|agent|||labour intransitive|strike
    attack|agent|target||happening object|strike hit
    attack|agent|target||animate object|strike hit destroy damage demolish burn wreck flatten pound blast blockade
    accident|agent|target||passive|destroy damage wreck flatten devastate inundate submerge gut flood
    accident|target|||intransitive|flood burst overflow rupture topple erupt subside overturn crumble
    battle|agent|target|||fight clash battle skirmish
    killing|agent|victim|killed|object|kill murder assassinate execute slay massacre slaughter behead lynch stab decapitate
    killing|agent|victim|killed|object|shoot poison strangle butcher electrocute
    death|victim|||alive|die perish drown succumb suffocate starve
    attack|agent|victim|injured|object|wound injure maim hurt
    attack|agent|victim|injured|people object|burn beat
    attack|agent|target||place object|seize capture recapture retake conquer occupy overrun
    attack|agent|target|||overrun
    abduction|agent|victim|detained|object|abduct kidnap hijack
    detention|agent|victim|detained|object|detain imprison jail intern incarcerate
    detention|agent|victim|detained|people object|capture remand
    detention|agent|victim|detained|captives object|hold
    arrest|agent|victim|detained|object|arrest apprehend
    search|agent|target||police object|seize confiscate impound
    displacement|victim||displaced|alive|flee
    displacement|agent|victim|displaced|people object|shelter expel relocate resettle rehouse evict
    displacement|agent|victim|displaced|passive people|move
    displacement|agent|victim|displaced|object|displace evacuate uproot deport
    protest|agent|target||animate finite|protest demonstrate rally riot march picket
    contract|agent|target||goods|order
    order|agent|target||command|order
    order|agent|target||measure object|impose declare decree enforce issue lift
    order|agent|target||funds object|freeze unfreeze
    order|agent|target||animate object|ban outlaw prohibit sanction blacklist
    operation|agent|target|||deploy intervene mobilise mobilize redeploy airlift
    operation|agent|target||animate people object|rescue
    operation|agent|target||told forces object|send dispatch
    accident|target|target|||crash collide capsize derail sink explode
    investigation|agent|target||animate object|investigate probe audit inspect
    investigation|agent|target||agency object|review examine
    questioning|agent|target||people object|question interrogate
    search|agent|target||animate object|search scour comb
    charge|agent|target||party object|charge
    charge|agent|target||object|indict prosecute arraign sue
    trial|agent|target||people object|try
    trial|agent|||court-appeal|appeal
    testimony|agent||||testify
    sentence|agent|target||object|sentence convict acquit fine exonerate
    sentence|agent|target||ruling object|overturn uphold quash affirm
    sentence|agent||||rule
    agreement|agent|target||agreement object|sign ratify broker negotiate conclude reach finalise finalize seal renegotiate
    agreement|agent|target||agreeing|agree
    meeting|agent|target||no-demand|meet
    meeting|agent|target||people animate object|visit
    meeting|agent||||convene confer
    vote|agent|target|||vote
    vote|agent|target||legislature object|pass adopt enact repeal approve reject ratify defeat
    election|agent|target||object|elect reelect re-elect
    appointment|agent|target||animate people object|appoint nominate hire promote inaugurate reinstate recruit install
    appointment|agent|target||object|appoint nominate hire inaugurate
    appointment|target|||post object|join
    appointment|target|target||people object animate|succeed
    departure|agent|||alive|resign retire abdicate
    departure|agent|target||alive|quit
    departure|agent|||post object|leave
    departure|agent|||leaving|leave
    departure|agent|target||people object|dismiss sack suspend fire remove demote axe furlough
    departure|agent|target||object|oust depose impeach overthrow unseat
    departure|agent|target||jobs object|cut shed slash axe eliminate
    split|agent|target||prep-from|split
    split|agent|target|||defect secede
    statement|agent|target||people object|summon
    statement|agent|target|||apologise apologize petition
    payment|agent|recipient||sum|pay bribe donate compensate reimburse embezzle launder repay refund disburse
    payment|agent|recipient||money|give send pledge promise transfer wire lend loan contribute allocate grant provide
    payment|agent|recipient||money|channel funnel
    payment|recipient|||money|receive borrow
    contract|agent|target||contract object|award win secure land
    contract|agent|target||people object animate|sign
    acquisition|agent|target||body object|acquire buy purchase sell nationalise nationalize privatise privatize divest absorb
    acquisition|agent|target||money object|acquire buy purchase sell
    acquisition|agent|||of-firms|merge
    contract|agent|target||goods|sell export supply deliver buy purchase lease
    bid|agent|target||price|offer
    bid|agent|target||takeover|offer
    bid|agent|target|||bid outbid
    rejection|agent|target||offer object|reject refuse decline spurn withdraw scrap abandon cancel drop block
    rejection|agent|target||request object|reject refuse deny
    rejection|agent|target||object|rebuff veto
    investment|agent|target|||invest
    closure|agent|target||site object|close shut liquidate shutter mothball
    closure|agent|target||running object|suspend halt cease stop discontinue
    closure|agent|target||firm object|dissolve disband liquidate
    closure|target|||site intransitive|close shut
    closure|target|||firm intransitive|fold collapse
    accident|target|||intransitive|collapse
    publication|agent|target|||publish leak
    publication|agent|target||work object|release issue broadcast
    other|agent|target||object|found establish launch unveil discover invent steal smuggle divert free liberate release open
    other|agent|target||work object|withdraw retract recall
    other|agent|target||object|reopen postpone defeat beat
    """

  /// Verbs that are events only with one of these words behind them; rows: lemma|word|type|subject's role|object's role|count.
  static let phrasalRows = """
    exchange|fire|battle|agent||
    trade|fire|battle|agent||
    open|fire|attack|agent||
    set|fire|attack|agent||
    fire|on|attack|agent||
    fire|at|attack|agent||
    shoot|at|attack|agent||
    blow|up|attack|agent|target|
    shoot|down|attack|agent|target|
    gun|down|killing|agent|victim|killed
    put|death|killing|agent|victim|killed
    claim|life|killing||victim|killed
    claim|lives|killing||victim|killed
    leave|dead|killing||victim|killed
    lose|lives|death|victim||killed
    lose|life|death|victim||killed
    lose|men|death||victim|killed
    lose|soldiers|death||victim|killed
    lose|fighters|death||victim|killed
    take|hostage|abduction|agent|victim|detained
    hold|hostage|detention|agent|victim|detained
    hold|captive|detention|agent|victim|detained
    take|custody|arrest|agent|victim|detained
    round|up|arrest|agent|victim|detained
    drive|through|accident|agent|target|
    drive|into|accident|agent|target|
    plough|into|accident|agent|target|
    plow|into|accident|agent|target|
    slam|into|accident|agent|target|
    smash|into|accident|agent|target|
    run|over|accident|agent|victim|
    run|aground|accident|target||
    tear|through|accident|agent|target|
    rip|through|accident|agent|target|
    sweep|through|accident|agent|target|
    sweep|away|accident|agent|target|
    wash|away|accident|agent|target|
    give|way|accident|target||
    catch|fire|accident|target||
    burn|down|accident|target|target|
    fall|in|accident|target||
    break|away|split|agent||
    break|from|split|agent||
    break|with|split|agent|target|
    walk|out|protest|agent||
    down|tools|protest|agent||
    stop|work|protest|agent||
    look|into|investigation|agent|target|
    plead|guilty|trial|agent||
    go|trial|trial|target||
    stand|trial|trial|target||
    give|evidence|testimony|agent||
    find|guilty|sentence|agent|target|
    find|liable|sentence|agent|target|
    step|down|departure|agent||
    stand|down|departure|agent||
    force|out|departure|agent|target|
    drive|out|departure|agent|target|
    vote|out|departure|agent|target|
    lay|off|departure|agent|target|
    come|power|appointment|target||
    take|power|appointment|target||
    take|office|appointment|target||
    swear|in|appointment|agent|target|
    put|charge|appointment|agent|target|
    take|over|acquisition|agent|target|
    snap|up|acquisition|agent|target|
    turn|down|rejection|agent|target|
    turn|away|rejection|agent|target|
    call|off|rejection|agent|target|
    pull|out|rejection|agent||
    back|out|rejection|agent||
    shut|down|closure|agent|target|
    close|down|closure|agent|target|
    wind|up|closure|agent|target|
    go|bankrupt|closure|agent||
    file|bankruptcy|closure|agent||
    file|insolvency|closure|agent||
    enter|administration|closure|agent||
    enter|receivership|closure|agent||
    go|administration|closure|agent||
    break|off|rejection|agent|target|
    cease|trading|closure|agent||
    set|up|other|agent|target|
    """

  static let table: [String: [EventLexicon.Verb]] = {
    var table: [String: [EventLexicon.Verb]] = [:]
    for row in WordList.rows(rows) {
      let company = row[4].split(separator: " ").map { word in
        guard let known = EventCompany(rawValue: String(word)) else { preconditionFailure("no company \(word)") }
        return known
      }
      let verb = EventLexicon.Verb(
        type: row[0], subject: filled(row[1]), object: filled(row[2]), count: filled(row[3]), company: company)
      for lemma in WordList.entries(row[5]) { table[lemma, default: []].append(verb) }
    }
    return table
  }()

  static let phrasal: [String: [(word: String, verb: EventLexicon.Verb)]] = {
    var table: [String: [(word: String, verb: EventLexicon.Verb)]] = [:]
    for row in WordList.rows(phrasalRows) {
      let verb = EventLexicon.Verb(
        type: row[2], subject: filled(row[3]), object: filled(row[4]), count: filled(row[5]), company: [])
      table[row[0], default: []].append((row[1], verb))
    }
    return table
  }()

  private static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
}
