extension EventPhrases {
  /// Idioms and formulas of courts, parliaments, firms, unions, schools, stages and teams.
  static let publicLife = """
    find hold|innocent/blameless/unfit/responsible|sentence|agent|target||court|
    rule declare find hold|unlawful/illegal/unconstitutional/invalid/inadmissible/void|sentence|agent|target||court|
    spare|jail/prison|sentence|agent|target|||
    walk|free|sentence|target|||people-subject told dated|
    set|aside|sentence|agent|target||court object|
    strike|out|sentence|agent|target||court suits object|
    strike rule|out|rejection|agent|target||passive|
    strike|out|rejection|agent|target||animate object|
    strike|from roll/register/record/ballot/list|rejection|agent|target||object|
    refer send pass forward submit|to prosecutor/attorney/ombudsman/tribunal|other|agent|target|||to:recipient
    refer send pass forward submit|to regulator/watchdog/referendum|other|agent|target|||to:recipient
    refer|to court/police/committee/commission/council/panel|other|agent|target||object|to:recipient
    commit send|for trial|trial|agent|target||people object|
    enter change withdraw|plea|trial|agent||||
    admit|charge/count/offence/offense/manslaughter/murder|trial|agent|||finite people-subject|
    admit|fraud/theft/perjury/bribery/assault/burglary|trial|agent|||finite people-subject|
    reach return record deliver|verdict|sentence|agent||||on:target against:target
    record|conclusion|sentence|agent||||on:target
    give administer|dose/jab/vaccine/injection/shot/transfusion|other|agent|recipient|||to:recipient
    file lodge|motion/suit/paper/claim|charge|agent||||against:target with:recipient
    file sue petition|for divorce|charge|agent||||from:target
    mount launch bring file lodge|challenge/action|charge|agent||||against:target to:target
    settle|out of court|agreement|agent||||with:target
    set fix post|bail|order|agent||||for:target
    serve|sentence/time/term|detention|victim|||people-subject dated|
    tip|off|statement|agent|recipient||object|
    serve|summons/writ/subpoena/paper/notice|statement|agent|recipient|||on:recipient
    hand dish mete dole|out fine/sentence/term/ban/penalty/punishment|sentence|agent||||to:target
    impose levy slap|fine/penalty/sentence/term|sentence|agent||||on:target against:target
    win lose|case/appeal/lawsuit/challenge/suit|sentence|target||||against:target
    uphold reject dismiss|complaint|sentence|agent|||agency|against:target by:target from:target
    bind|over|sentence|agent|target||people object|
    sign|into law|order|agent|target|||
    cross|floor|split|agent||||to:target
    tender submit announce|resignation/retirement/departure|departure|agent|||people-subject|to:recipient
    take go|leave|departure|agent|||people-subject|
    go take|on leave|departure|agent|||people-subject|
    accept|resignation|departure|agent||||
    form|government/cabinet/administration|appointment|agent||||
    restore resume normalise normalize establish re-establish|tie/relation|agreement|agent||||with:target
    downgrade freeze suspend|tie/relation|split|agent||||with:target
    join enter|race/contest/fray|election|agent|||people-subject|
    top head|poll|election|agent||||
    name unveil announce|cabinet/squad/line-up/lineup|appointment|agent||||
    call|election/referendum/by-election|election|agent||||
    give grant|approval/consent/clearance/go-ahead/backing/blessing|agreement|agent|recipient|||to:recipient
    refuse deny withhold reject|permission/consent/approval/clearance|rejection|agent|target|||to:target for:target
    give grant receive get|mandate|other|agent||||
    walk storm|out of chamber/parliament/assembly/session/sitting|protest|agent||||of:target
    boycott|session/sitting/debate/vote/election/talk|protest|agent|target|||
    table move|motion/amendment/resolution|other|agent||||against:target
    put|out to tender|contract|agent|target|||
    put|up for sale/auction|other|agent|target|||
    go come|under hammer|acquisition|target||||
    go|public|investment|agent|||body-subject|
    float list debut|on exchange/market/bourse/nasdaq|investment|target|target|||
    spin hive split|off|split|agent|target||object|
    write|off/down|other|agent|target||money object|
    report post announce publish|earnings/result/loss/profit/turnover|publication|agent|||body-subject dated|
    cut lower raise slash trim lift|forecast/guidance/outlook|statement|agent|||dated|
    come finish|first/second/third/last in election/vote/poll/runoff|election|agent||||
    take|private|acquisition|agent|target|||
    pull draw|out of|payment|agent|||money|of:target
    obtain win secure get|order/injunction/warrant|order|agent||||against:target
    call|in|contract|agent|target||people object|
    walk storm|off set/stage/pitch/field|protest|agent|||people-subject|
    join|force|agreement|agent||||with:target
    team link tie|up|agreement|agent||||with:target
    agree reach settle|term|agreement|agent||||with:target
    promise offer give grant|rise/raise|payment|agent|recipient||animate|
    survive|motion/vote/challenge|vote|target||||
    form create establish launch set|venture/partnership/consortium|agreement|agent||||with:target
    gather assemble mass|outside|protest|agent|||people-subject|outside:target
    field nominate|candidate|election|agent||||
    move transfer shift promote|to ministry/department/portfolio/treasury|appointment|agent|target||people object|
    miss skip|payment/instalment/repayment|other|agent||||
    claw win|back|payment|recipient|||money|from:agent
    buy|back share/stock|acquisition|agent||||
    win secure|right|sentence|target||||against:agent
    decline refuse|jurisdiction|rejection|agent||||
    hand turn|in|other|agent|target||object|to:recipient
    strike reach|bargain/deal/agreement/accord/pact/compromise/truce|agreement|agent||||with:target
    declare proclaim|day/week/period of mourning/celebration|order|agent||||
    declare proclaim|mourning/holiday|order|agent||||
    hammer thrash|out deal/agreement/compromise/accord/pact|agreement|agent||||with:target
    take build buy acquire|stake/holding|acquisition|agent||||in:target from:agent
    win secure land clinch receive book bag|order/tender/franchise/concession/commission|contract|agent||||from:target for:target
    cancel scrap axe|order/booking|rejection|agent||||with:target for:target
    inject|into|investment|agent|||money|into:target
    shell fork|out|payment|agent|||money|to:recipient for:target
    dip tap|into fund/reserve|payment|agent||||
    lock|out|closure|agent|target||object|
    refuse ban|overtime|protest|agent||||
    work|to rule|protest|agent||||
    return go|back to work|other|agent|||people-subject dated|
    return|to work|other|agent|||people-subject dated|
    call|out member/worker/staff|protest|agent||||
    win take receive collect scoop claim share|prize/award/medal/title/trophy/oscar|other|agent|||finite|for:target against:target
    win take receive collect scoop claim share|cup/gold/silver/bronze/crown|other|agent|||finite|for:target against:target
    win take claim lose|championship/tournament/marathon/race/final|other|agent|||finite|against:target to:target
    win take claim lose|match/derby/series/play-off/semi-final|other|agent|||finite|against:target to:target
    lift retain clinch capture defend|title/trophy/cup/crown/championship|other|agent|||finite|
    award give hand present|prize/award/medal/trophy/degree/doctorate/scholarship|other|agent|recipient|||to:recipient
    nominate shortlist longlist|for prize/award/oscar/medal/grammy/title|other|agent|target|||for:target
    break set equal|record|other|agent|||people-subject dated|
    score|goal/penalty/hat-trick/winner/century/try/equaliser/equalizer|other|agent|||dated|against:target
    knock|out|other|agent|target||passive|
    knock|out of cup/tournament/championship/competition|other|agent|target|||
    reach|final/semi-final/quarter-final/semifinal/quarterfinal|other|agent|||dated|
    fail|test/exam/examination/inspection|other|agent||||
    play|against|other|agent|||dated|against:target
    take pull|off air/shelf/market/sale/shelves/menu|closure|agent|target||object|
    withdraw remove|from sale/market/shelf/shelves/circulation|other|agent|target||object|
    go come|off air|closure|target||||
    go put|on display/show/sale/air|other|target|target|||
    bring|out book/album/record/film/edition/diary/memoir/novel/magazine/collection|publication|agent|target|||
    make|debut|other|agent|||people-subject|
    hang|up boot|departure|agent|||people-subject|
    sign|for|contract|agent|||people-subject intransitive|for:target
    celebrate lead say|mass|other|agent|||dated|
    """
}
