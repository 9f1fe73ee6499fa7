/// Verbs of happening by classes, after the groups of Levin's "English Verb Classes and Alternations" (1993) that news is made
/// of: attacking, killing, taking, courts, offices, giving and getting, opening and ending, nature at work.
enum EventVerbs {
  /// Rows: type|subject's role|object's role|count|company|lemmas; `EventCompany` knows the company. Of several rows for a lemma
  /// the first whose company is there holds.
  static let rows = """
    departure|agent|||cabinet intransitive|fall collapse
    protest|agent|target||animate intransitive|mutiny revolt rebel
    protest|agent|target||animate finite|picket
    investigation|agent|||told examiners object|send dispatch
    meeting|agent|target||dated people-subject people object|receive
    contract|agent|target||prep-from object|order
    operation|agent|target||police people object|disperse
    attack||||bomb intransitive|fall land rain
    attack||target||bomb object|hit strike damage destroy wreck flatten
    accident|target|||substance object|spill leak discharge
    other|agent|||score|win lose draw
    other|agent|target||score object|beat defeat thrash
    other|agent|target||animate object|downgrade upgrade
    other|agent|target||body-subject object|recall
    payment|agent|recipient||money object|shift divert move
    payment|recipient|||money prep-from object|take accept get obtain collect recover recoup reclaim retrieve regain
    search|agent|target||police object|raid
    operation|agent|target||arms animate object|surround encircle cordon
    attack|agent|target||arms animate object|occupy retake recapture
    accident|agent|target||vehicle object|cut sever damage snag clip
    attack|agent|target|||attack raid storm bomb shell ambush assault bombard besiege invade torch strafe loot detonate ransack
    attack|agent|victim||people object|blackmail extort threaten
    attack|agent|target||animate object|hack paralyse paralyze cripple
    attack|agent|victim|injured|passive people|cut
    attack|agent|target|||rape firebomb vandalise vandalize pillage sabotage mug rob burgle molest plunder waylay pelt
    attack|agent|target||people object|assail grope batter
    attack|agent|victim||people object|tear-gas teargas pepper-spray bully harass stone taser tase
    accident|agent|target||nature object|shake rock jolt rattle hammer uproot tear
    accident|victim|||people-subject intransitive|collapse faint
    accident|target|||vehicle intransitive|overturn skid
    order|agent|target||instructed animate people object|forbid compel oblige force
    order|agent|target||instructed party object finite|forbid
    search|agent|target||police object|recover retrieve
    testimony|agent|target||agency intransitive|hear
    protest|agent|target||animate object|boycott blockade
    election|agent|||people-subject intransitive warned ballots|concede
    departure|agent|||leaving|exit
    statement|agent|||people-subject finite intransitive|complain
    statement|agent|target||dated party object|congratulate thank invite rebuke reprimand admonish
    payment|agent|recipient||money party object|fund finance sponsor subsidise subsidize
    payment|agent|recipient||told party object|finance bankroll
    payment|agent|||money object|spend withdraw deposit raise
    publication|agent|target||work object|print reprint distribute upload tweet show
    agreement|agent|target||party animate|reconcile
    accident|agent|target||nature object|strike hit batter pound lash ravage devastate engulf inundate submerge bury sweep destroy
    accident|agent|target||nature object|flood ruin spoil damage wreck flatten swallow level gut sink topple block cut strand
    accident|target|target||vehicle object|strike hit ram
    protest|agent|||labour intransitive|strike
    attack|agent|target||happening object|strike hit
    attack|agent|target||animate object|strike hit destroy damage demolish burn wreck flatten pound blast
    accident|agent|target||passive|destroy damage ruin wreck flatten devastate inundate submerge gut flood
    accident|target|||intransitive|flood burst overflow rupture topple subside crumble
    accident|target|||intransitive volcanic|erupt
    accident|target|||intransitive substance|leak spill seep escape
    protest|agent|target||civil people-subject roads object|block barricade occupy blockade
    battle|agent|target||combat|fight clash battle skirmish
    battle|agent|target|||skirmish
    killing|agent|victim|killed|living object|kill murder assassinate execute slay massacre slaughter behead lynch decapitate hang
    attack|agent|victim|injured|living object|stab knife slash
    killing|agent|victim|killed|living object|shoot poison strangle butcher electrocute smother
    death|victim|||alive|die perish drown succumb suffocate starve asphyxiate
    attack|agent|victim|injured|object|wound injure maim hurt
    attack|agent|victim|injured|people object|burn beat punch kick club manhandle
    attack|agent|target||arms site object|seize
    abduction|agent|victim|detained|people object|seize snatch grab
    attack|agent|target||place object|seize capture recapture retake conquer occupy overrun
    attack|agent|target|||overrun
    abduction|agent|victim|detained|object|abduct kidnap hijack
    sentence|agent|target||term object|jail imprison
    sentence|agent|target||court animate object|jail imprison
    detention|agent|victim|detained|object|detain imprison jail intern incarcerate
    detention|agent|victim|detained|people object|capture remand
    detention|agent|victim|detained|captives object|hold
    arrest|agent|victim|detained|object|arrest apprehend nab handcuff rearrest re-arrest
    other|agent|target||animate object|seize confiscate impound
    displacement|victim||displaced|alive|flee
    displacement|agent|victim|displaced|people object|shelter expel relocate resettle rehouse evict
    displacement|agent|victim|displaced|passive people|move
    displacement|agent|victim|displaced|object|displace evacuate uproot deport
    protest|agent|target||animate|protest demonstrate rally riot march picket
    contract|agent|target||goods|order
    order|agent|target||command|order
    order|agent|target||instructed people object|instruct direct command tell
    order|agent|target||licence object|revoke suspend withdraw cancel rescind annul
    order|agent|target||people object finite|disqualify debar extradite
    order|agent|target||measure object|impose declare decree enforce issue lift slap clamp ease tighten reimpose extend introduce
    order|agent|target||funds object|freeze unfreeze
    order|agent|target||animate object|ban bar outlaw prohibit sanction blacklist disqualify
    operation|agent|target|||deploy intervene mobilise mobilize redeploy airlift
    operation|agent|target||animate people object|rescue
    operation|agent|target||told forces object|send dispatch
    accident|target|target|||crash collide capsize derail
    accident|target|target||afloat|sink
    attack||||bomb intransitive|explode detonate
    accident|target|||explosive|explode ignite
    investigation|agent|target||animate object|investigate probe audit inspect
    investigation|agent|||animate intransitive finite|investigate
    investigation|agent|target||agency object|review examine
    investigation|agent|target||inspector object|visit check
    questioning|agent|target||people object|question interrogate quiz grill
    questioning|agent|target||detective people object|interview
    questioning|agent|target||people object|interview
    testimony|agent|target||people object|cross-examine
    testimony|agent|||dated intransitive|cross-examine
    search|agent|target||animate object|search scour comb
    charge|agent|target||party object|charge
    charge|agent|target||object|indict prosecute arraign sue
    charge|agent|target||detective party object|accuse
    trial|agent|target||people object|try
    trial|agent|||court-appeal|appeal
    trial|agent|||lone intransitive|appeal
    testimony|agent||||testify
    trial|agent||||plead
    sentence|agent|target||object|sentence convict acquit fine exonerate
    sentence|agent|target||of-what people object|clear
    sentence|agent|target||court people object|clear
    sentence|agent|target||suits court object|dismiss reject refuse allow uphold
    sentence|agent|target||ruling object|overturn uphold quash affirm annul reverse
    sentence|agent||||rule
    agreement|agent|target||agreement object|sign ratify agree broker negotiate conclude reach finalise finalize seal renegotiate
    agreement|agent|target||agreeing|agree
    agreement|agent|target||suits object|settle
    agreement|agent|target||licensing object|approve authorise authorize license licence
    meeting|agent|target||no-demand|meet
    meeting|agent|target||people animate object|visit host
    meeting|agent||||convene confer
    vote|agent|target|||vote
    vote|agent|target||legislature object|pass adopt enact repeal approve reject ratify defeat
    election|agent|target||object|elect reelect re-elect
    appointment|agent|target||animate people object|appoint nominate hire promote inaugurate reinstate recruit install
    appointment|agent|target||animate people object|elevate re-appoint reappoint ordain enthrone crown enlist
    appointment|agent|target||object|appoint nominate inaugurate
    contract|agent|target||object|hire
    appointment|target|||post object|join
    appointment|target|target||people object people-subject|succeed replace
    departure|agent|target||body-subject office people object|replace
    appointment|target|||office object people-subject|become
    appointment|target|||post object people-subject|assume
    payment||||flow|go pass flow leave reach arrive move come end land
    trial|agent|||jury intransitive|retire deliberate
    appointment|target|||employer people-subject intransitive|come move switch return go
    departure|agent|target||people object|transfer reassign second
    statement|agent|||happened finite animate|demand
    statement|agent|recipient||money finite animate party object|ask
    statement|agent|||money finite animate object|demand want request
    statement|agent|recipient||people-subject intransitive finite dated|ring telephone phone
    vote|agent|target||legislature|resolve
    rejection|agent|target||object|annul invalidate void nullify
    rejection|agent|target||court object|exclude
    agreement|agent|target||object|authorise authorize
    other|agent|target||remains object|take pull recover find lift fish drag wash discover retrieve
    other|agent|target||animate told warned|quarrel argue squabble
    departure|agent|||alive|resign retire abdicate
    departure|agent|target||alive|quit
    departure|agent|||post object people-subject|leave vacate relinquish exit desert
    departure|agent|||leaving|leave
    closure|agent|target||running object|suspend cancel ground
    departure|agent|target||people object|dismiss sack suspend fire remove demote axe furlough
    departure|agent|target||people object|disbar defrock unseat dethrone
    departure|agent|target||object|oust depose impeach overthrow unseat
    departure|agent|target||jobs object|cut shed slash axe eliminate
    split|agent|target||prep-from|split
    split|agent|target|||defect secede
    statement|agent|target||people object|summon
    statement|agent|recipient||told warned party object|warn notify alert caution email e-mail
    statement|agent|target|||apologise apologize petition
    payment|agent|recipient||sum|pay bribe donate compensate reimburse launder repay refund disburse
    payment|agent|recipient||money|give send pledge promise transfer wire lend loan contribute allocate grant provide
    sentence|agent|recipient||court money|award
    payment|agent|recipient||money|award
    payment|agent|recipient||money|channel funnel remit siphon slip
    payment|recipient|||money|pocket embezzle misappropriate
    payment|recipient|||money|receive borrow
    payment|agent|recipient||money|hand pass
    contract|agent|target||contract object|award win secure land clinch lose
    contract|agent|target||party animate object|commission engage retain contract
    contract|agent|||animate object finite|commission
    contract|agent|target||people object animate|sign
    acquisition|agent|target||body object|acquire buy purchase sell nationalise nationalize privatise privatize divest absorb
    acquisition|agent|target||money object|acquire buy purchase sell
    acquisition|agent|target||dated object|acquire buy purchase sell
    acquisition|agent|||of-firms|merge amalgamate
    contract|agent|||named-recipient object|lease rent charter
    contract|agent|target||goods|sell export supply deliver buy purchase lease
    bid|agent|target||price|offer
    bid|agent|target||takeover|offer
    bid|agent|target|||bid outbid
    rejection|agent|target||offer object|reject refuse decline spurn withdraw scrap abandon cancel drop block
    rejection|agent|target||request object|reject refuse deny
    rejection|agent|target||object|rebuff veto
    investment|agent|target|||invest
    closure|agent|target||site object|close shut liquidate shutter mothball
    closure|agent|target||running object|halt cease stop discontinue
    closure|agent|target||firm object|dissolve disband liquidate
    closure|target|||site intransitive|close shut
    closure|target|||firm intransitive|fold collapse
    accident|target|||structure intransitive|collapse fail
    publication|agent|target|||publish leak
    publication|agent|target||work object|release issue broadcast circulate present submit unveil post air
    other|recipient|||work object|receive obtain
    other|agent|||named-recipient object|hand give pass transfer send entrust bequeath
    other|agent|target||object|found establish launch unveil discover invent steal smuggle divert free liberate release open
    other|agent|||dated|decide
    other|agent|target||people object|cremate quarantine
    other|agent|target||told object|cull
    other|agent|target||object|prescribe analyse analyze bill invoice overcharge
    other|agent|target||object|misuse disclose
    other|agent|target||object|rewrite tamper lock unlock guard escort
    statement|agent|recipient||people object|telephone phone radio ring text
    statement|agent|recipient||people-subject told dated people object plain|call
    statement|agent|||dated object finite|demand request
    statement|agent|recipient||dated instructed people object finite|ask beg urge implore
    statement|agent|recipient||requesting animate finite|ask appeal apply petition
    statement|agent|recipient||vowing animate finite|promise pledge vow
    other|agent|||passive dated people-subject lone|expect
    protest|agent|target||people object|boo heckle jeer
    charge|agent|||intransitive|sue
    other|agent|target||object|extradite pardon bail hospitalise hospitalize admit treat vaccinate diagnose
    other|agent|target|||land arrive dock moor berth depart sail load unload collect transport haul ship carry tow escort deliver
    other|agent|target||object|build rebuild construct install replace repair renovate dismantle erect remove disable disconnect
    other|agent|target||object|detect uncover spot recover retrieve hide destroy shred delete erase falsify forge alter
    other|agent|target||object|backdate fabricate sign film photograph record swap switch rename bear marry
    other|agent|target||work object|withdraw retract recall
    other|agent|target||object|reopen postpone defeat beat
    """

  static let table: [String: [EventLexicon.Verb]] = table(of: [hazards, rows, publicLife, harms].joined(separator: "\n"))

  /// Lemma → readings in the order of the rows.
  static func table(of rows: String, isSlight: Bool = false) -> [String: [EventLexicon.Verb]] {
    var table: [String: [EventLexicon.Verb]] = [:]
    for row in WordList.rows(rows) {
      let verb = EventLexicon.Verb(
        type: row[0], subject: filled(row[1]), object: filled(row[2]), count: filled(row[3]), company: company(row[4]),
        isSlight: isSlight)
      for lemma in WordList.entries(row[5]) { table[lemma, default: []].append(verb) }
    }
    return table
  }

  /// The company of a row by its names.
  static func company(_ text: String) -> [EventCompany] {
    text.split(separator: " ").map { word in
      guard let known = EventCompany(rawValue: String(word)) else { preconditionFailure("no company \(word)") }
      return known
    }
  }

  static func filled(_ text: String) -> String? { text.isEmpty ? nil : text }
}
