// What nature, machines, illness and armed people do, by the classes of Levin (1993) that news of harm is made of: verbs of
// destroying, of contact by impact, of cutting and breaking, of substance emission, of change of state, of killing, of putting
// and removing people, of weather.
extension EventVerbs {
  /// Rows as in `rows` and before them: each asks for company that tells its reading from others.
  static let hazards = """
    operation|agent|target||flames animate object|battle fight tackle douse extinguish contain quench smother
    operation|agent|target||bomb object|defuse disarm
    other|victim|||ailment object people-subject|contract catch develop suffer get have
    other|agent|victim||people object|infect
    other|agent|victim||mindless people object|sicken infect afflict hospitalise hospitalize
    accident|agent|victim||unwilled people object|crush scald trap pin impale electrocute
    accident|agent|victim||unwilled people object|maim burn asphyxiate strand maroon entomb
    accident|agent|victim||mindless people object|bury smother poison engulf isolate mangle gas overcome injure wound hurt
    accident|agent|victim||vehicle people object|hit strike crush drag knock pin
    accident|agent|victim||nature people object|sweep carry wash fling hurl hit strike
    accident|target|target||vehicle object|overshoot overrun ram clip sideswipe rear-end broadside scrape graze demolish mount
    accident|target|target||vehicle object|smash plough plow
    accident|target|||vehicle intransitive|roll flip somersault swerve veer jackknife careen plummet plunge nosedive founder list
    accident|target|||vehicle intransitive|keel stall crash ditch burn aquaplane tumble topple crumple
    accident|target|||volcanic|erupt spew belch rumble roar awaken explode
    accident|agent|target||unwilled substance object|spew belch leak spill discharge pour vent ooze spray release
    accident|target|||structure intransitive|buckle rupture crack snap implode slip slide sag split break burst give
    accident|agent|target||unwilled structure object|breach rupture puncture burst crack buckle topple collapse undermine erode
    accident|agent|target||unwilled structure object|snap splinter shatter
    accident|agent|target||nature object|swallow scour wipe consume char scorch blacken raze smash shatter crush splinter rip fell
    accident|agent|target||nature object|buffet pummel whip rake blast crack buckle warp derail ground isolate maroon trap smother
    accident|agent|target||nature object|blanket choke paralyse paralyze cripple disrupt halt decimate obliterate drown waterlog
    accident|agent|target||nature object|overwhelm overturn capsize wither parch scatter dislodge
    accident||||nature intransitive|strike hit rage roar flare blaze spread surge recede
    accident|agent|target||mindless object|disrupt paralyse paralyze cripple sever cut snap damage slice rip destroy wreck
    accident|agent|target||mindless object|rupture puncture pierce fry scorch melt crush crumple shatter smash flatten topple
    attack|agent|target||wrongdoer inanimate object|cut sever strip steal take break damage
    attack|agent|target||wrongdoer inanimate object|smash paint deface empty enter strike hit loot
    attack|agent|target||wrongdoer inanimate object|target pilfer lift snatch grab ransack
    attack|agent|target||wrongdoer inanimate object|seize capture commandeer board cripple disable disrupt
    protest|agent|target||civil people-subject traffic object|block stop halt obstruct
    attack|agent|target||arms animate object|down infiltrate rout repel repulse obliterate annihilate pulverise pulverize blitz
    attack|agent|target||arms animate object|booby-trap dynamite encircle blockade
    operation|agent|target||arms animate object|liberate relieve recover neutralise neutralize eliminate disarm demine
    operation|agent|target||forces animate object|move mass amass shift station
    operation|agent|target||animate object|intercept interdict
    search|agent|target||police animate object|hunt pursue track trace
    arrest|agent|victim|detained|police people object|catch capture collar bust corner
    displacement|agent|victim|displaced|people object animate|bus repatriate exile banish expatriate
    detention|agent|victim|detained|people object|lock chain
    """

  /// Rows as in `rows` and behind them: readings for what the narrower ones leave.
  static let harms = """
    attack|agent|victim|injured|people object|torture flog whip lash cane brutalise brutalize maul bite gore headbutt throttle
    attack|agent|victim|injured|people object|bludgeon pistol-whip cudgel trample scald
    attack|agent|target||animate object|torch dynamite raze level obliterate ravage desecrate deface trash gas
    attack|agent|target||animate object|bulldoze sack besiege rush sink scuttle sabotage cripple harry harass
    killing|agent|victim|killed|living object|exterminate garrotte garrote gun electrocute liquidate cull
    death|victim|||alive intransitive|expire choke overdose asphyxiate
    battle|agent|target|||brawl scuffle tussle
    accident|target|||thing|explode ignite implode combust catch
    accident|target|||thing intransitive|collapse burst rupture break snap fail crack tumble topple melt burn fall overheat
    other|victim|||people-subject intransitive|disappear vanish
    other|target|||site intransitive|reopen
    other|agent|target||object|inoculate immunise immunize vaccinate sterilise sterilize
    other|agent|target||object|intubate dose swab isolate unearth refloat
    other|agent|target||object|salvage raise pollute contaminate foul poach irradiate euthanise euthanize sequence clone decode
    other|agent|target||object|dredge reforest replant spray fumigate disinfect decontaminate restock breed
    other|agent|||people-subject intransitive|surrender capitulate demobilise demobilize disarm
    """
}
