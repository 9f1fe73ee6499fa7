/// Verbs of news and reports by their base form.
enum VerbList {
  static let irregular = """
    arise arose arisen
    awake awoke awoken
    bear bore borne/born
    beat beat beaten
    become became become
    begin began begun
    bend bent bent
    bind bound bound
    bite bit bitten
    bleed bled bled
    blow blew blown
    break broke broken
    bring brought brought
    broadcast broadcast/broadcasted broadcast
    build built built
    burn burned/burnt burned/burnt
    burst burst burst
    buy bought bought
    catch caught caught
    choose chose chosen
    cling clung clung
    come came come
    cost cost cost
    creep crept crept
    cut cut cut
    deal dealt dealt
    dig dug dug
    draw drew drawn
    dream dreamed dreamed
    drink drank drunk
    drive drove driven
    eat ate eaten
    fall fell fallen
    feed fed fed
    feel felt felt
    fight fought fought
    find found found
    flee fled fled
    fly flew flown
    forbid forbade forbidden
    forget forgot forgotten
    forgive forgave forgiven
    freeze froze frozen
    get got got/gotten
    give gave given
    go went gone
    grow grew grown
    hang hanged/hung hanged/hung
    hear heard heard
    hide hid hidden
    hit hit hit
    hold held held
    hurt hurt hurt
    keep kept kept
    know knew known
    lay laid laid
    lead led led
    leave left left
    lend lent lent
    let let let
    lie lay/lied lain/lied
    light lit lit
    lose lost lost
    make made made
    mean meant meant
    meet met met
    oversee oversaw overseen
    overthrow overthrew overthrown
    overrun overran overrun
    pay paid paid
    put put put
    quit quit quit
    read read read
    rebuild rebuilt rebuilt
    ride rode ridden
    ring rang rung
    rise rose risen
    run ran run
    say said said
    see saw seen
    seek sought sought
    sell sold sold
    send sent sent
    set set set
    shake shook shaken
    shed shed shed
    shine shone shone
    shoot shot shot
    show showed shown
    shut shut shut
    sing sang sung
    sink sank sunk
    sit sat sat
    slay slew slain
    sleep slept slept
    slide slid slid
    speak spoke spoken
    spend spent spent
    split split split
    spread spread spread
    stand stood stood
    steal stole stolen
    stick stuck stuck
    strike struck struck/stricken
    strive strove striven
    swear swore sworn
    sweep swept swept
    swim swam swum
    swing swung swung
    take took taken
    teach taught taught
    tear tore torn
    tell told told
    think thought thought
    throw threw thrown
    undergo underwent undergone
    understand understood understood
    undertake undertook undertaken
    uphold upheld upheld
    wake woke woken
    wear wore worn
    weep wept wept
    win won won
    wind wound wound
    withdraw withdrew withdrawn
    withhold withheld withheld
    withstand withstood withstood
    write wrote written
    """

  static let doubling = WordList.set(
    """
    admit commit permit submit occur refer prefer transfer defer infer confer deter incur concur expel compel propel repel control
    patrol rebel regret equip begin forget upset kidnap program travel cancel model label fuel quarrel shovel signal omit emit
    remit outbid acquit
    """)

  static let regular = """
    abandon abduct abolish abort absorb abstain abuse accept access accompany accomplish accuse achieve acknowledge acquire
    acquit act activate adapt add address adjourn adjust administer admire admit adopt advance advise advocate affect agree aid
    aim alarm alert allege allocate allow ally alter ambush amend amount analyse analyze announce annul answer anticipate
    apologise apologize appeal appear apply appoint apprehend approach approve argue arm arrange arrest arrive ask assassinate
    assault assemble assert assess assign assist associate assume assure attach attack attain attempt attend attract audit
    author authorise authorize auction avert avoid await award back backfire ban bank bar bargain base batter battle beg behave
    behead believe belong benefit besiege bet betray bid blame blast blockade block boast bolster bomb bombard boost border
    borrow boycott brand breach breathe bribe brief broker brush burn bury butcher bulldoze calculate call calm campaign cancel
    capsize capture care carry cast cause cease celebrate censor challenge change chair champion charge chart charter chase chat
    cheat check choke cite claim clarify clash classify clean clear climb close coach coerce coincide collaborate collapse
    collect collide combat combine comfort command comment commission commit communicate compare compel compensate compete
    compile complain complete complicate comply compose compromise conceal concede concentrate concern conclude concur condemn
    conduct confer confess confine confirm confiscate conflict confront congratulate connect conquer consider consist
    consolidate conspire constitute construct consult consume contact contain contend contest continue contract contradict
    contribute control convene convert convey convict convince cooperate coordinate cope copy corroborate counter count cover
    crack crash create criticise criticize cross crouch crowd crush cry culminate curb cure damage dare dash date debate
    decapitate decide declare decline decrease deem deepen defeat defect defend defer defraud defuse defy delay delegate delete
    deliver demand demobilise demolish demonstrate denounce deny depart depend depict deplete deploy deport depose deprive
    derail describe desert deserve design designate desire destroy detain detect deter deteriorate determine detonate devastate
    develop devise die differ diminish dip direct disagree disappear disarm discharge discipline disclose discover discuss
    disengage dismantle dismiss disown dispatch disperse displace display dispose dispute disrupt dissolve distance distinguish
    distribute divert divide divorce dominate donate double doubt download draft drain drill drop drown dump earn ease edge edit
    elect eliminate embark embezzle embrace emerge emphasise emphasize employ enable encounter encourage end endanger endorse
    endure enforce engage engulf enjoy enlarge enlist ensure enter entertain entitle envisage equip eradicate erect erupt
    escalate escape escort establish estimate evacuate evade evaluate evict evolve examine exceed exchange exclude execute
    exercise exhume exile exist exit expand expect expel experience expire explain explode exploit explore export expose express
    extend extort extract extradite face fail fake falsify favour favor fear feature field figure file fill film finalise
    finalize finance fine finish fire fit fix flank flare flatten flood flow focus follow fool force forecast forge form
    formulate foster found frame free fuel fulfil fulfill function fund funnel further gain gather generate govern grab grant
    greet grieve grip ground group guarantee guard guess guide gun halt hamper hand handle happen harass harbour harbor harm
    harvest hate haul head heal heckle help hesitate highlight hijack hinder hint hire honour honor hope host house hunt hurry
    identify ignite ignore illustrate imagine impeach implement implicate imply import impose impound imprison improve
    inaugurate incite include increase incur indicate indict infect infiltrate inflict influence inform inherit initiate injure
    insist inspect inspire instal install instigate instruct insult insure intend intensify intercept interfere intern interpret
    interrogate interrupt intervene interview intimidate introduce invade invent invest investigate invite invoke involve
    isolate issue jail join joke journey judge jump justify kick kidnap kill knock lack land last laud laugh launch launder lean
    leap lease lecture legislate level levy liberate lift like limit line link liquidate list listen litigate live load loan
    lobby locate lock lodge loom loosen loot lower lynch maim maintain manage mandate manipulate march mark massacre marry mass
    master match matter maximise measure mediate mention merge migrate minimise minimize mislead miss mobilise mobilize mock
    modify monitor mount mourn move mug murder name narrow nationalise near need negotiate nominate notice notify number obey
    object oblige obscure observe obstruct obtain occupy occur offend offer open operate oppose order organise organize
    originate orphan oust outbid outlaw outline outnumber overlook overturn overwhelm owe own pack pardon park part participate
    partner pass patrol pause penalise perform perish permit persecute persist persuade phone pick pilot pitch place plan plant
    play plead pledge plot plunge point poison poll pose position possess post postpone pound pour praise pray predict prefer
    prepare present preserve press pressure presume pretend prevail prevent privatise probe proceed process proclaim procure
    produce profit program prohibit project prolong promise promote prompt pronounce propose prosecute protect protest prove
    provide provoke publish pull pump punish purchase pursue push qualify quarrel quash quell question queue quote race raid
    rain raise rally ram rampage rank rape rate ratify ravage reach react reaffirm realise realize reappear rebel rebound rebuff
    recall recapture receive reckon recognise recognize recommend reconcile reconsider record recover recruit recruit reduce
    refer reflect refrain refuse refute regain regard register regret regulate reign reinforce reinstate reiterate reject relate
    relay release relieve relocate rely remain remand remark remember remind remove rename render renew renounce reopen repair
    repatriate repay repeal repeat repel replace reply report represent repress repulse request require rescind rescue research
    resemble resent reserve reshuffle reside resign resist resolve resort respect respond rest restart restore restrain restrict
    restructure result resume retain retaliate retire retract retreat retrieve return reunite reveal reverse revert review
    revise revive revoke revolt reward rig rip risk rival rob rock roll rotate rout rule rush sabotage sack sacrifice sail
    salvage sanction satisfy save scale scan scare scatter schedule scrap scream screen scrutinise seal search secede secure
    seem seize select sense sentence separate serve settle sever shape share shatter shell shelter shift ship shock shout shower
    shrug shuttle side siege sign signal silence slam slash slaughter slip slow slump smash smuggle snatch soar solve sound
    spark spill spot sponsor stab stage stall stalk stamp start starve state station stay stem step stockpile stone stop store
    storm strafe stream strengthen stress stretch strip struggle study stumble subject submit subpoena substantiate succeed sue
    suffer suggest suit summon supervise supply support suppose suppress surface surge surpass surprise surrender surround
    survey survive suspect suspend sustain switch sympathise tackle talk tally target tax tempt tend tender term terminate
    terrorise test testify thank threaten tighten tip tolerate top topple torch torture total touch tour trace track trade
    traffic trail train transfer transform transmit transport trap travel treat trespass trigger trouble trust try turn tweet
    uncover undermine underline unite unleash unload unveil update upgrade urge use vacate value vanish vary verify veto view
    violate visit voice volunteer vote vow wage wait walk wander want warn warrant wash waste watch weaken weigh welcome widen
    wield wipe wish witness wonder work worry worsen wound wreck yield zero rearm regroup reoccupy redeploy resettle reelect
    rumour rumor decimate headquarter co-found impeach oust plead pray mastermind bankroll nationalise nationalize extradite
    """

  /// Forms that are nouns at least as often as verbs: taken as verbs only where the words around them say so.
  static let nounForms = WordList.set(
    """
    access act address aid aim alarm ally ambush amount answer appeal approach arrest assault attack attempt auction audit author
    award ban bank bar base battle benefit bet bid blame blast block blockade bomb boost border boycott brand breach bribe brief
    broadcast broker build burden burst call campaign care cast cause challenge champion chance change charge charter chart chase
    chat check claim clash coach collapse combat command comment commission compromise concern conduct conflict contact contest
    contract control copy cost count counter cover crack crash crowd crush cry cure cut damage dash date deal debate decline
    decrease defeat delay delegate demand deploy design desire detail dip discharge display dispute distance doubt draft drain
    draw dream drill drink drive drop dump ease edge effect end escape escort estimate exchange exercise exile exit experience
    exploit export extract face fall favour favor fear feature feed field fight figure file fill film finance find
    fine finish fire fit
    fix flood flow fly focus force forecast form frame fuel function fund gain grant grip ground group guarantee guard guess
    guide gun halt hand harm harvest haul head help hint hit hold honour honor hope host house hunt import increase influence
    initiate insult interest interview intern issue jail joke journey judge jump kick kill lack land last launch lead lean leap
    lease leave lecture level levy lie lift light limit line link list load loan lock look loss loot loss lower march mark
    massacre master match matter mean measure mention merit mind miss monitor move murder name need notice number object offer
    open order own pack pardon park part partner pass patrol pause pay permit phone pick pilot pitch place plan plant play
    pledge plot point poison poll position post present press pressure probe process produce profit program progress project
    promise prompt protest purchase push question queue quote race raid rain raise rally rank rape rate reach read rebel record
    recruit reform refuge regard register regret release remark repair repeal reply report request research reserve respect rest
    result retreat return review revolt reward ride ring rise risk rival rock roll rout rule rumor rumour run rush sack sail
    sanction save scale scan scare schedule scrap screen search seal sense sentence set shake shape share shelter shell shift
    ship shock shoot shot show shower side siege sign signal silence slide slip slump sound spark speed spill split sponsor spot
    spread stab stage stake stall stamp stand start state station stay steal stem step stick stone stop store storm stream
    stress stretch strike strip struggle study subject suit sum supply support surface surge surprise surrender survey suspect
    sweep swing switch talk target tax tear tender term test thought threat tip toll top torture total touch tour trace track
    trade traffic trail train transfer transport trap travel treat trial trigger trouble trust try turn tweet update upgrade use
    value veto view visit voice volunteer vote vow wage wait walk want warrant wash waste watch wave welcome wind win wish
    witness wonder work worry wound wreck yield drone found bound
    """)

  /// Gerunds that are nouns unless an auxiliary stands before them or an object follows.
  static let nounGerunds = WordList.set(
    """
    meeting fighting killing shooting bombing hearing ruling warning shelling building funding training voting filing offering
    landing briefing crossing uprising wedding beginning finding spending feeling holding bidding stabbing hanging poisoning
    sentencing testing trading lending banking drilling mining shipping kidnapping hijacking beheading looting rioting trafficking
    smuggling laundering backing understanding setting listing rating opening closing polling pricing counting
    gathering sitting booking warning being handling policing questioning
    """)
}
