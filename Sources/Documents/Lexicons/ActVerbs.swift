/// Verbs of doing that no class of `EventVerbs` tells: what they tell has no type of its own and is worth an event only where
/// somebody by name, a day or a place makes it notable. The classes are VerbNet's (Kipper Schuler, 2005), without verbs of
/// state, of mind and of speech.
enum ActVerbs {
  static func readings(of lemma: String) -> [EventLexicon.Verb] { table[lemma] ?? [] }

  /// Rows as in `EventVerbs`.
  private static let rows = """
    other|agent|target||told object|delete extract empty strip drain wipe purge expunge eject evacuate withdraw remove clear
    other|agent|target||told object|ship mail forward bring transport haul tow drag ferry smuggle move transfer return send
    other|agent|target||told object|grant lend award present donate distribute issue swap exchange restore assign allot hand
    other|agent|target||told object|obtain collect gather regain inherit accept retrieve confiscate commandeer requisition
    other|agent|target||told object|bury insert pour dump spray plant stash conceal hide throw toss hurl fling drop scatter
    other|agent|target||told object|smash slam shatter break crack rip tear shred scrap dismantle demolish bulldoze raze topple
    other|agent|target||told object|saw chop fell trim chain weld bolt attach tie padlock nail seal detach unplug sever
    other|agent|target||told object|paint repaint daub stamp engrave copy photocopy draft write rewrite scan print map sketch
    other|agent|target||told object|assemble bake brew compose design develop produce manufacture make create stage perform
    other|agent|target||told object|divorce wed consult contact visit tour entertain greet escort accompany chase pursue
    other|agent|target||told object|spot witness overhear test assess evaluate measure weigh count recount check survey sample
    other|agent|target||told object|screen verify authenticate exhume excavate dig drill mine harvest hunt trap irrigate
    other|agent|target||told object|mend fix restore refurbish modernise modernize upgrade convert repaint raise lower reduce
    other|agent|target||told object|double halve freeze reopen unlock interrupt abandon postpone delay adjourn cancel complete
    other|agent|target||told object|finish resume halt extend renew terminate end begin start register enrol enroll certify
    other|agent|target||told object|waive commute insure mortgage deduct fund finance sponsor subsidise subsidize drop reverse
    other|agent|target||told object|operate discharge transplant inject amputate revive resuscitate sedate nurse examine inspect
    other|agent|target||told object|counterfeit cheat defraud swindle evade intimidate harass bully stalk deceive mislead trick
    other|agent|target||told object|install download upload encrypt switch shift replace erase block trace track intercept bug
    other|agent|target||told object|beat defeat win lose score captain transfer relegate disqualify train arm save feed shield
    other|agent|target||told object|honour honor decorate baptise baptize bless christen commemorate celebrate inaugurate unveil
    other|agent|target||told object|breach violate break overrule override endorse defy ignore flout boycott sabotage stop
    other|agent|target||told object|select choose pick assign move transfer reassign second train test invite receive welcome
    other|agent|target||told object|enter leave cross board climb drive fly sail steer pilot ride park reach attend join
    other|agent|target||told object|increase expand cut tax price allocate redirect reroute divert convert swap trade clean wash
    other|agent|target||told object|find use store examine supply provide administer
    other|agent|target||told people object|follow
    other|agent|target||told object|attempt arrange organise organize prepare book
    acquisition|agent|target||told object|buy sell purchase
    other|agent|||told intransitive people-subject|return escape disappear vanish surrender retreat advance
    other|agent|||told intransitive people-subject|withdraw travel emigrate
    other|agent|||told intransitive people-subject|move arrive leave enter depart land fly sail drive come go
    """

  /// Verbs of being, having, thinking, feeling, showing, amounting, and those that only begin, end or try something else.
  static let states = WordList.set(
    """
    be have seem appear remain know think believe want like love need become mean concern include contain own belong live lie
    stand sit sleep consider expect hope fear worry feel look sound continue begin start stop try fail work stay rise fall total
    amount reach cost show suggest indicate last do make take get go come follow face see hear understand remember forget wait
    depend
    """)

  static let table: [String: [EventLexicon.Verb]] = EventVerbs.table(of: rows, isSlight: true)
}
