/// Verbs that tell of a happening only together with other words: particles ("step down"), objects ("take the stand") and
/// phrases that complete them ("taken to court").
enum EventPhrases {
  /// One of the words at each step, in order behind the verb; nouns in the singular.
  struct Pattern {
    let words: [Set<String>]
    let verb: EventLexicon.Verb
  }

  static let table: [String: [Pattern]] = {
    var table: [String: [Pattern]] = [:]
    for row in WordList.rows(rows + "\n" + publicLife) {
      var verb = EventLexicon.Verb(
        type: row[2], subject: EventVerbs.filled(row[3]), object: EventVerbs.filled(row[4]), count: EventVerbs.filled(row[5]),
        company: EventVerbs.company(row[6]))
      for pair in row[7].split(separator: " ") {
        let parts = pair.split(separator: ":")
        verb.adjuncts[String(parts[0])] = String(parts[1])
      }
      let words = row[1].split(separator: " ").map { Set($0.split(separator: "/").map(String.init)) }
      for lemma in WordList.entries(row[0]) { table[lemma, default: []].append(Pattern(words: words, verb: verb)) }
    }
    return table
  }()

  /// Rows: lemmas|words, alternatives with "/"|type|subject's role|object's role|count|company|roles of what stands behind
  /// prepositions. Of several patterns that match the first holds.
  private static let rows = """
    drive force push flush chase beat|out/back/off|attack|agent|target||arms animate object|from:target
    push advance move march thrust sweep roll punch storm|into/on/toward/towards|operation|agent|||arms told|into:target on:target
    swoop descend pounce|on/upon|search|agent|||police|on:target upon:target
    open|up on|attack|agent|||arms|on:target
    lay put throw|down arm/weapon/gun|other|agent|||people-subject|
    take|up arm|battle|agent||||against:target
    hold stick|up|attack|agent|target||site object animate|
    make get run walk|off/away with|attack|agent|||people-subject|with:target
    jump leave skip|track/rail/kerb|accident|target|||vehicle|
    roll flip turn keel tip|over|accident|target|||vehicle|
    roll flip turn tip|over|accident|target|||thing intransitive|
    go plunge fall crash slide veer|off/over|accident|target|||vehicle|
    knock take put|out|accident|agent|target||mindless object|
    cut|off|accident|agent|target||nature object|
    wipe|out|accident|agent|target||mindless object|
    wipe|out|attack|agent|target||arms animate object|
    blow bring tear rip pull knock|down/over/off|accident|agent|target||nature object|
    fall plunge plummet tumble leap jump|to death/deaths|death|victim||killed||
    wash|up dead/ashore|death|victim||||
    fall come drop rain|on/onto|accident|agent|||nature|on:target onto:target
    cross pour stream flood surge trek flock|into/over/across|displacement|victim||displaced|people-subject told intransitive|
    stream flock trek drift|back/home|displacement|victim||displaced|people-subject|
    pull take bring fly move|out of|operation|agent|target||people animate object|
    pull withdraw recall take|from shelf/market/pharmacy/sale/store|order|agent|target|||
    dig|out/up|operation|agent|target||animate object|
    touch splash|down|other|agent||||on:target
    blast lift|off|other|agent||||
    lose|contact/touch/track|accident|agent||||with:target
    lose|power/pressure/altitude|accident|target|||thing|
    break bust walk|out of prison/jail/custody|other|agent|||people-subject|
    declare|over|other|agent|target|||
    chain glue lock tie|himself/herself/themselves to|protest|agent||||to:target
    rip tear blow|apart|attack|agent|target||bomb object|
    rip tear blow|apart|accident|agent|target||mindless object|
    survive escape|attempt/assassination|attack|target||||
    capture take snap|image/picture/photograph/footage|other|agent||||of:target
    send ship|back|displacement|agent|victim|displaced|people animate object|
    put knock|out of action/service/use|attack|agent|target||wrongdoer object|
    put knock|out of action/service/use|accident|agent|target||mindless object|
    be|missing|other|victim|||people-subject dated|
    burst break overflow top|bank|accident|target||||
    bring|under control|operation|agent|target||happened object|
    disappear vanish drop|from radar|accident|target||||
    drag haul pull take bundle|out of home/house/bed/flat/apartment/office/car|arrest|agent|victim|detained|police people object|
    drag haul pull bundle|out of home/house/bed/flat/apartment/office/car|abduction|agent|victim|detained|people animate object|
    drive spirit whisk carry lead|off/away|abduction|agent|victim|detained|people animate object|
    cut saw slice hack|through|attack|agent|||wrongdoer|through:target
    cut saw slice|through|accident|agent|||animate|through:target
    put place send launch|into/in orbit/space|other|agent|target|||
    switch turn power|on/off|other|agent|target||object|
    pull fall draw move|back|operation|agent|||people-subject|from:target
    put place|on list/blacklist/watchlist|order|agent|target||object|
    leave flee abandon|home/house/village/land|displacement|victim||displaced|people-subject|
    grind come|to halt/standstill/stop|accident|target|||mindless|
    bring|to halt/standstill/stop|accident|agent|target||mindless object|
    bring|to halt/standstill/stop|protest|agent|target||civil people-subject object|
    be go get fall|sick/ill with|other|victim|||people-subject|
    come go|down with|other|victim|||people-subject|
    break disperse|up crowd/protest/rally/demonstration/gathering|operation|agent|target||police object|
    exchange trade|fire/shot/blow/gunfire|battle|agent||||
    address|nation/parliament/congress/assembly/crowd/rally/supporter/reporter/conference|statement|agent|recipient|||
    address|council/senate/meeting/delegate/mourner/protester/troop/member/gathering|statement|agent|recipient|||
    receive|side/delegation/delegate/envoy/ambassador/guest/leader/visitor/counterpart|meeting|agent|target||people-subject|
    ask question|about|statement|agent|recipient||told dated people object|about:target
    spend|day/week/month/night|other|agent|||told dated people-subject|on:target at:target aboard:target
    spend|weekend/summer/winter/holiday|other|agent|||told dated people-subject|on:target at:target aboard:target
    drag snatch take|from home/house/bed/flat/apartment/office/car|abduction|agent|victim|detained|arms people object|
    drag take pull|from home/house/bed/flat/apartment/office/car|arrest|agent|victim|detained|police people object|
    drag snatch|from home/house/bed/flat/apartment/office/car|abduction|agent|victim|detained|people object|
    bundle force push drag|into car/van/vehicle/boot/truck/jeep|abduction|agent|victim|detained|people object|
    use fire deploy|gas/bullet/ammunition/cannon/grenade|operation|agent|||police|on:target against:target at:target
    use|baton/truncheon/pepper-spray|operation|agent|||police|on:target against:target at:target
    use fire deploy|gas/bullet/ammunition/cannon/grenade|attack|agent|||animate|on:target against:target at:target
    put|name/signature to|agreement|agent||||to:target
    drop|bomb/shell/explosive|attack|agent||||on:target
    fire launch|missile/rocket/shell/mortar|attack|agent||||on:target at:target into:target
    take seize gain regain|control|attack|agent|||combat|of:target
    lose|control|attack|target|||arms|of:target
    take gain|control|acquisition|agent||||of:target
    get receive|year/month in jail/prison|sentence|target||||
    recall withdraw|ambassador/envoy/diplomat/consul|other|agent|target|||
    form forge|coalition/alliance/partnership|agreement|agent||||with:target
    declare|emergency/pandemic/disaster/amnesty|order|agent||||
    suspend|constitution/parliament/right/visa|order|agent|target|||
    make|landfall|accident||||nature|
    open|fire|attack|agent||||
    roll pour stream|into|operation|agent|||arms|into:target
    fall become|ill/sick|other|victim|||alive|
    give|birth|other|agent|||people-subject|to:target
    operate|on|other|agent|||people-subject|on:target
    cordon seal|off|operation|agent|target||police|
    drop withdraw|charge|rejection|agent|||detective|against:target
    come|under fire/attack/shelling/bombardment|attack|target|||arms|
    set|fire to|attack|agent||||to:target
    set|alight/ablaze|attack|agent|target|||
    set|on fire|attack|agent|target|||
    go|off|attack|target|||explosive|
    blow detonate|up himself/herself/themselves|attack|agent||||
    blow detonate|himself/herself/themselves up|attack|agent||||
    blow|up|attack|agent|target||object|
    blow|up|accident|target|||intransitive structure|
    shoot|down|attack|agent|target|||
    fire|on/at/upon|attack|agent||||
    shoot|at|attack|agent||||at:target
    set|upon|attack|agent||||upon:target
    beat rough|up|attack|agent|victim|injured||
    break|into|attack|agent||||into:target
    lay|siege|attack|agent||||to:target
    throw hurl lob toss|stone/bomb/grenade/bottle/brick/firebomb/cocktail|attack|agent||||at:target
    pull pluck dig haul drag winch|from rubble/wreckage/debris/ruin/cellar/snow/mud/flame|operation|agent|target||people object|
    pull pluck haul drag winch|from water/river/sea/lake/well|operation|agent|target||people object|
    gun mow|down|killing|agent|victim|killed||
    put stab beat hack bludgeon kick stone club shoot torture|to death|killing|agent|victim|killed||
    shoot|dead|killing|agent|victim|killed||
    claim|life/lives|killing||victim|killed||
    leave|dead|killing||victim|killed||
    crush trample burn freeze starve bleed choke scald fall|to death|death|victim|victim|killed||
    lose|life/lives|death|victim||killed||
    take|own life/lives|death|victim||killed||
    lose|men/soldier/fighter/sailor|death||victim|killed||
    pass|away|death|victim||killed|alive|
    find|dead|death||victim|killed||
    declare proclaim pronounce|re-elected/elected/winner/victor|election|agent|target||object|
    pronounce declare|dead|death||victim|killed||
    drop fall|dead|death|victim||killed||
    take|hostage/prisoner/captive|abduction|agent|victim|detained||
    hold|hostage/captive/prisoner|detention|agent|victim|detained||
    hold keep remand place|in custody/detention|detention|agent|victim|detained||
    be remain stay|under arrest|arrest|victim||detained||
    be remain stay languish|in custody/detention/jail/prison|detention|victim||detained||
    be remain stay|behind bar|detention|victim||detained||
    hold|without charge/trial|detention|agent|victim|detained||
    hold|for questioning|detention|agent|victim|detained||
    lock|up|detention|agent|victim|detained|people object|
    put|behind bar|detention|agent|victim|detained||
    send|to prison/jail|detention|agent|victim|detained||
    take bring|into custody|arrest|agent|victim|detained||
    place put|under arrest|arrest|agent|victim|detained||
    place put|under house arrest|detention|agent|victim|detained||
    round|up|arrest|agent|victim|detained||
    pick|up|arrest|agent|victim|detained|police people object|
    lead take|away in handcuff|arrest|agent|victim|detained||
    turn give hand|himself/herself/themselves in/up|arrest|victim||detained||
    force drive|from home/house/village/land|displacement|agent|victim|displaced||
    drive force|out of home/house/village|displacement|agent|victim|displaced||
    leave make|homeless|displacement||victim|displaced||
    leave|for|displacement|victim||displaced|people-subject|
    take seek|shelter/refuge|displacement|victim||displaced|people-subject|
    take|to street|protest|agent||||
    walk storm|out of talk/meeting/negotiation/session/conference/hearing/room|rejection|agent||||of:target
    walk|out|protest|agent|||people-subject finite|
    walk|off job|protest|agent||||
    down|tool|protest|agent||||
    stop|work|protest|agent||||
    go come be|on strike|protest|agent||||
    go|on hunger strike|protest|agent||||
    stage hold|protest/demonstration/sit-in/walkout/vigil|protest|agent||||against:target outside:target
    drive plough plow slam smash run crash fly|into/through|accident|agent|target||vehicle|
    drive plough plow slam smash|into/through|accident|agent|target|||
    run|over|accident|agent|victim||people object|
    knock|down|accident|agent|victim||people object|
    run go|aground|accident|target||||
    tear rip sweep|through|accident|agent|target||nature|through:target
    sweep wash carry|away|accident|agent|target||nature|
    carry|away|other|agent|target||object|
    give|way|accident|target|||structure|
    cave fall|in|accident|target|||structure|
    catch|fire|accident|target||||
    burn|down/out|accident|target|target|||
    burn|to ground|accident|target|target|||
    go|up in flame|accident|target||||
    break|out|accident||||blaze|
    go come|off road/rail/track|accident|target||||
    leave|road/rail/track|accident|target|||vehicle|
    go|down|accident|target|||vehicle|
    break|apart/up|accident|target|||vehicle|
    come|down|accident|target|||structure|
    come|down|accident|target|||vehicle|
    fall plunge tumble|from/off/down|accident|victim|||people-subject|from:target
    plunge|into|accident|target||||into:target
    break|away|split|agent|||animate|from:target
    break|from|split|agent|||animate|from:target
    break|with/ranks|split|agent||||with:target
    part|company/way|departure|agent||||with:target
    look|into|investigation|agent||||into:target
    come fall be|under investigation/scrutiny/inquiry|investigation|target||||by:agent
    bring call take|in for questioning|questioning|agent|victim|||
    interview question|under caution|questioning|agent|target|||
    interview|by police/detective/officer/investigator/prosecutor|questioning|agent|target||passive|
    plead|guilty/innocent|trial|agent||||
    go be|on trial|trial|target||||
    put|on trial|trial|agent|target|||
    stand face go|trial|trial|target||||
    appear haul bring|in/before court/magistrate/judge|trial|target|target||people-subject|
    hear|case/appeal/argument/evidence|trial|agent|||agency|
    take bring|to court|charge|agent|target|||
    take|legal action|charge|agent||||against:target
    bring press file lay prefer|charge/case/proceeding/suit/claim|charge|agent||||against:target
    start begin launch initiate open institute|legal action/proceeding|charge|agent||||against:target
    start begin launch initiate open institute|proceeding|charge|agent||||against:target
    lodge file make submit|complaint/grievance|statement|agent||||against:target about:target to:recipient with:recipient
    give|evidence/testimony|testimony|agent||||
    take|stand|testimony|agent||||
    enter|witness box|testimony|agent||||
    tell|inquiry/court/tribunal/hearing/jury/inquest|testimony|agent|||witness|
    tell|judge/commission/committee/panel/magistrate/juror/session|testimony|agent|||witness|
    appear|as witness|testimony|agent||||
    appear|before committee/inquiry/commission/panel/tribunal/hearing|testimony|agent|||witness|before:target
    find hold|guilty/liable/negligent|sentence|agent|target|||
    find|in favour/favor|sentence|agent||||of:target
    hand|down verdict/sentence/ruling/judgment/judgement|sentence|agent||||
    rule|against|sentence|agent||||against:target
    rule|in favour/favor|sentence|agent||||of:target
    strike|down|sentence|agent|target||court ruling object|
    throw|out|sentence|agent|target||court suits object|
    throw|out|rejection|agent|target||offer object|
    hand give|damage|sentence||recipient|||
    send|down|sentence|agent|target||court people object|
    strike|off register/roll/list/medical|departure|agent|target|||
    strike|off|departure|agent|target|||
    come|to term/agreement|agreement|agent||||with:target
    shake|hand on|agreement|agent||||
    sign|off|agreement|agent|target|||on:target
    sit|down with|meeting|agent||||with:target
    hold|talk/meeting|meeting|agent||||with:target
    get|together|meeting|agent|||people-subject|
    vote|down/through|vote|agent|target|||
    put|to vote|vote|agent|target|||
    go|to poll|election|agent||||
    cast|ballot/vote|vote|agent||||
    lose|election|election|agent||||
    step|down/aside|departure|agent||||
    stand bow|down/aside/out|departure|agent|||people-subject|
    hand put give turn|in notice/resignation|departure|agent||||
    give|notice|departure|agent||||
    force push drive vote throw|out|departure|agent|target||people object|
    let|go|departure|agent|target||people object|
    relieve strip|of post/duty/command/office/title/job/position/role|departure|agent|target|||
    strip|of medal/licence/license/title/citizenship/right/immunity/franchise/contract/knighthood/status|order|agent|target|||
    lose|job/post/position/seat|departure|agent|||people-subject|
    place put send suspend|on leave|departure|agent|target|||
    make|redundant|departure|agent|target|||
    lay|off|departure|agent|target|||
    give|up post/job/seat/office/position/role/chair|departure|agent||||
    take|early retirement|departure|agent||||
    show|door|departure|agent|target||people object|
    sever cut|tie/link|split|agent||||with:target
    come|to power|appointment|target||||
    come take|power/office|appointment|target||||
    take|up post/office/job/position/role/duty|appointment|target||||
    take|helm/rein/chair|appointment|target||||
    take|charge/command|appointment|target|||people-subject|of:target
    swear|in|appointment|agent|target|||
    put place|in charge/command|appointment|agent|target|||
    take|over as|appointment|target||||from:target
    take|over from|appointment|target||||from:target
    take|over|acquisition|agent|target||body object|
    take|over|appointment|target|||people-subject intransitive|
    take|over|attack|agent|target||place object arms|
    bring take|on/in|appointment|agent|target||people animate object|
    snap swallow gobble|up|acquisition|agent|target|||
    buy|out|acquisition|agent|target|||
    sell|off|acquisition|agent|target|||
    put|in bid/offer|bid|agent||||for:target
    turn knock|down/away/back|rejection|agent|target|||
    call|off|rejection|agent|target|||
    pull back drop|out|rejection|agent|||intransitive|of:target
    walk|away|rejection|agent||||from:target
    break|off|rejection|agent|target|||
    close shelve drop|case/file|investigation|agent|||animate|
    shut close|down|closure|agent|target||object|
    shut close|down|closure|target||||
    wind|up|closure|agent|target||firm object|
    go|bankrupt/bust/under|closure|agent||||
    go be force put|out of business|closure|agent||||
    go fall|into administration/receivership/liquidation/insolvency/bankruptcy|closure|agent||||
    put place|into/in administration/receivership/liquidation/insolvency/bankruptcy|closure|agent|target|||
    file apply|for bankruptcy/insolvency/administration/protection|closure|agent||||
    enter|administration/receivership/liquidation|closure|agent||||
    declare|bankruptcy/insolvency/bankrupt/insolvent|closure|agent|target|||
    call|in administrator/receiver/liquidator|closure|agent||||
    cease|trading/operation|closure|agent||||
    close shut|door/gate|closure|agent||||
    pull|plug on|closure|agent||||on:target
    break|ground|investment|agent||||on:target
    put pour pump plough plow sink|into|investment|agent|||money|into:target
    place|order|contract|agent||||with:target
    pay give|back|payment|agent|||money|to:recipient
    hand|over|payment|agent|||money|to:recipient
    slip|to|payment|agent|||money|to:recipient
    cough|up|payment|agent|||money|
    bail|out|payment|agent|recipient|||
    hand turn|over|publication|agent|||work object|to:recipient
    sound raise|alarm/alert|statement|agent||||
    blow|whistle|statement|agent||||on:target
    place put|under sanction/embargo/ban/curfew/lockdown/quarantine/administration|order|agent|target|||
    report|to|publication|agent|||told intransitive named-recipient|to:recipient
    report|to|statement|agent|||told object named-recipient|to:recipient
    hold give call|conference|statement|agent|||told|
    deliver give make|speech/address|statement|agent||||
    issue make deliver give|apology/warning/ultimatum|statement|agent||||to:recipient
    send write post email e-mail|letter/e-mail/email|statement|agent|recipient||told sent|to:recipient
    send write post email e-mail|memo/message/note/petition|statement|agent|recipient||told sent|to:recipient
    send write post forward|warning/notice/reminder/reply/complaint/invitation|statement|agent|recipient||told sent|to:recipient
    write|to|statement|agent|||told dated animate|to:recipient
    call|strike/walkout/stoppage/march/rally/protest/demonstration/boycott/sit-in/vigil|protest|agent||||
    call convene|meeting/summit/session/congress/assembly|meeting|agent||||
    set|up|other|agent|target|||
    hold|up/at gunpoint/knifepoint|attack|agent|victim||people object|
    break|arm/leg/wrist/hip/ankle/neck/collarbone/rib/jaw/skull|accident|victim|||people-subject|
    lose|leg/arm/hand/eye/foot/finger/sight|accident|victim|||people-subject|
    suffer sustain|injury/burn/wound/fracture/concussion/stroke/attack/wrist/leg/arm|accident|victim||injured|people-subject|
    shoot|in leg/arm/foot/shoulder/hand/knee/thigh/stomach/back|attack|agent|victim|injured||
    cost|life/lives|killing||victim|killed||
    bring|down|accident|agent|target||nature object|
    open reopen launch start|case/file|investigation|agent||||against:target into:target
    execute|warrant|search|agent||||
    face|charge/count/trial|charge|target||||
    drop withdraw|charge/case/count/prosecution/lawsuit/suit/complaint|other|agent||||against:target
    award|damages/compensation|sentence|agent|recipient|||
    grant refuse deny|bail/injunction/appeal/permission/leave/application|sentence|agent|recipient||court|
    hear|from|testimony|target|||agency|from:agent
    run stand|for office/president/mayor/governor/parliament|election|agent|||people-subject|
    run stand|for congress/council/senate/re-election/reelection/seat|election|agent|||people-subject|
    concede|defeat/election/race|election|agent||||to:target
    drop|from squad/team/list/board/cabinet/panel|departure|agent|target|||
    fall|ill/sick|other|agent|||people-subject|
    take|ill|other|agent|||people-subject|
    take carry drive fly|to hospital|other|agent|target|||
    take lead drag|away|arrest|agent|victim|detained|police people object|
    take cart|away|other|agent|target|||
    take collect|sample/photograph/statement/fingerprint/measurement|other|agent||||from:target
    conduct do perform carry|test/search/survey/experiment/study/check|investigation|agent||||on:target of:target
    throw|party/dinner/reception|meeting|agent||||
    hold|ceremony/service/funeral/party|other|agent||||
    go|missing|other|agent||||
    go come|to sea/ground|other|agent||||
    withdraw pull drop|from race/contest/competition/election/talk/tournament/championship|departure|agent||||from:target
    set|sail|other|agent||||for:target
    lose win|race/match/medal/title/prize/final|other|agent||||to:target against:target
    end terminate cancel scrap axe rescind|contract/agreement/lease/deal/partnership|closure|agent||||with:target
    sign|petition|statement|agent||||
    lead march|away|detention|agent|victim|detained|people object|
    take drive fly transfer move send return|to prison/jail/custody/cell/gaol|detention|agent|victim|detained|people object|
    keep|out of|rejection|agent|target||people object|
    turn|away|rejection|agent|target||people object|
    give grant|right/permission/access/licence/license/concession/citizenship/asylum|other|agent|recipient|||to:recipient
    let|out|other|agent|target||people object|
    have|dinner/lunch/breakfast/supper/drink/coffee/tea/conversation|meeting|agent||||with:target
    lift raise increase build|holding/stake/shareholding|acquisition|agent||||in:target
    raise increase sweeten lift improve|bid/offer|bid|agent||||for:target
    go turn apply resort|to court/tribunal/ombudsman/arbitration|trial|agent|||animate|against:target
    take swear|oath|appointment|target|||people-subject|
    give renounce waive|up right/claim/share/stake|other|agent||||
    renounce waive|right/claim|other|agent||||
    sum|up|trial|agent||||
    go pass|to prosecutor/jury/president/parliament/police|other|target||||to:recipient
    hand turn give|over|other|agent|target||people object|to:recipient
    hand give turn|over|other|agent|target||object|to:recipient
    end|up with|payment||||flow|with:recipient
    tear rip|up|other|agent|target||object|
    test|positive|other|agent||||
    """
}
