/// What a verb of several meanings must stand with to tell of an event: kinds of subject and object, and classes of nouns.
enum EventCompany: String, Sendable {
  /// Who does it is neither police nor army.
  case civil
  /// Some object or, in the passive, a subject.
  case object
  case intransitive, passive
  /// No infinitive; no participle.
  case finite, told
  /// What undergoes it is people, a person or an organisation, an organisation or a thing that has an owner, a place.
  case people, party, body, place
  /// Who does it can act; is the police; sits in judgement or in parliament; is nature; is alive; is an event.
  case animate, vehicle, police, agency, legislature, nature, alive, happening, labour, firm, site, volcanic
  /// Who does it is a court; an inspector; a detective or a prosecutor who is named.
  case court, inspector, detective
  /// Who does it governs.
  case cabinet
  /// What it happens to is made to harm.
  case bomb
  /// What it happens to stands or holds, can explode, floats, flows, burns.
  case structure, explosive, afloat, substance, blaze
  /// The text or somebody in the clause is of arms; of arms or of crowds.
  case arms, combat
  /// What undergoes it lives.
  case living
  /// Who does it gives evidence: no lawyer, no judge.
  case witness
  case peopleSubject = "people-subject"
  case bodySubject = "body-subject"
  case namedRecipient = "named-recipient"
  /// A sum of money, a sum or somebody who gets it, a price for something.
  case money, sum, price
  /// Classes of nouns for what undergoes it.
  case captives, measure, funds, forces, agreement, contract, ruling, offer, request, running, work, post, jobs, goods
  case licence, roads, suits, office, examiners
  /// One object and no predicate of it: "called him at home".
  case plain
  /// A score stands behind the verb: "3-1".
  case score
  /// A body that one goes to, with the day.
  case employer
  /// Constructions.
  case command, agreeing, leaving, takeover, instructed, licensing, warned, sent, dated, term
  case ofWhat = "of-what"
  case ofFirms = "of-firms"
  case courtAppeal = "court-appeal"
  /// What it is done to is a happening.
  case happened
  /// The text is of elections.
  case ballots
  /// Who does it is a jury. What goes somewhere is money. What undergoes it is a dead body.
  case jury, flow, remains
  /// Who does it cannot act; the same, or nobody does it; what undergoes it does not live.
  case mindless, unwilled, thing
  /// Who does it breaks the law for a living; what is done to carries people or goods.
  case wrongdoer, traffic
  /// What undergoes it is no human being; burns.
  case inanimate, flames
  /// What one falls ill with.
  case ailment
  /// Nothing behind the verb that says for what or to whom.
  case lone
  case noDemand = "no-demand"
  case from = "prep-from"
  /// What undergoes it is chosen for something: "as coach", "to lead the party".
  case toPost = "to-post"
  /// The infinitive behind it is what somebody will not do.
  case refusing
  /// "by 14 votes to 9", "by a wide margin"
  case byVotes = "by-votes"
  /// What undergoes it is a plan; is made and sold.
  case plans, wares
  /// What undergoes it is something that one is offered or asked for; shares and their like.
  case proffered, securities
  /// What undergoes it is a strike or another protest.
  case stoppage
  /// Told as a deed and not as speech: for what or to do what one asks; what one promises.
  case requesting, vowing

  /// The nouns of a class, singular; nil for what is no class of nouns.
  var nouns: Set<String>? {
    switch self {
    case .captives: ["hostage", "prisoner", "captive", "detainee"]
    case .measure: Self.measures
    case .funds: Self.fundNouns
    case .forces: Self.forceNouns
    case .ruling: Self.rulings
    case .offer: Self.offers
    case .request: Self.requests
    case .running: Self.runningNouns
    case .work: Self.works
    case .post: Self.posts
    case .jobs: Self.jobNouns
    case .licence: Self.licences
    case .roads: Self.roadNouns
    case .suits: Self.suitNouns
    case .office: Self.officeHolders
    case .plans: Self.planNouns
    case .wares: Self.wareNouns
    case .proffered: Self.profferedNouns
    case .securities: ["share", "stock", "bond", "listing"]
    case .ailment: Self.ailments
    case .traffic: Self.trafficNouns
    case .flames: ["fire", "blaze", "wildfire", "inferno", "flame", "bushfire", "firestorm", "conflagration"]
    case .examiners: ["investigator", "inspector", "auditor", "examiner", "detective"]
    default: nil
    }
  }

  static let wrongdoers = WordList.set(
    """
    thief burglar robber looter vandal saboteur arsonist poacher hacker pirate mugger raider rustler pickpocket shoplifter
    smuggler gang mob rioter gunman attacker intruder bandit hijacker carjacker kidnapper wrongdoer criminal
    """)
  private static let trafficNouns = WordList.set(
    "bulldozer excavator truck lorry convoy train bus tanker ship traffic car vehicle digger machine tractor motorcade")
  static let ailments = WordList.set(
    """
    virus disease infection illness sickness bug fever flu influenza covid malaria cholera typhoid typhus measles mumps rubella
    polio plague smallpox chickenpox mpox monkeypox ebola zika dengue hepatitis tuberculosis meningitis pneumonia bronchitis
    diphtheria tetanus rabies anthrax botulism salmonella listeria legionnaires dysentery sepsis cancer tumour tumor leukaemia
    leukemia diabetes asthma silicosis asbestosis stroke seizure failure haemorrhage hemorrhage hypothermia heatstroke dehydration
    poisoning contagion epidemic pandemic outbreak pathogen bacterium bacteria parasite hiv aids scurvy leprosy malnutrition
    """)
  private static let measures = WordList.set(
    """
    state embargo sanction curfew ban tariff moratorium restriction limit emergency law quarantine lockdown decree order warrant
    injunction blockade levy duty quota ultimatum alert
    """)
  private static let fundNouns = WordList.set("account asset fund price wage salary aid payment credit saving deposit fortune")
  private static let forceNouns = WordList.set(
    """
    troops soldier ship team doctor plane helicopter reinforcement firefighter convoy mission hospital rescuer engineer nurse
    battalion warship jet tank police officer expert force aircraft ambulance crew unit medic inspector observer monitor
    """)
  private static let rulings = WordList.set(
    "conviction ruling verdict sentence judgment judgement decision acquittal fine order ban law suspension")
  static let offers = WordList.set(
    """
    offer bid proposal approach tender takeover deal merger sale plan contract agreement invitation counter-offer compromise
    settlement budget
    """)
  private static let requests = WordList.set(
    "request application bail appeal permission permit licence license visa petition motion access entry lawsuit")
  private static let runningNouns = WordList.set(
    """
    operation production service flight work output shipment delivery publication trading construction mining drilling
    export import line broadcast convoy programme program aid sale collection dividend search patrol travel visa
    performance concert show screening gig season tour class lesson exam game event
    """)
  private static let works = WordList.set(
    """
    report statement album film book study figure letter document recording video photograph list transcript memo
    audit survey paper data footage map magazine newspaper manifesto copy file dossier finding draft leaflet plan message
    article story column programme program episode interview photo picture tweet image cartoon editorial advertisement
    """)
  private static let posts = WordList.set(
    """
    post office job board cabinet government company firm party club coalition team council committee presidency chair role
    position bank ministry parliament commission bench staff panel
    """)
  private static let jobNouns = WordList.set("job position post worker staff workforce employee")
  private static let licences = WordList.set(
    """
    licence license permit registration accreditation passport visa citizenship certificate permission authorisation
    authorization degree doctorate diploma accreditation title honour honor award knighthood
    """)
  private static let roadNouns = WordList.set(
    """
    road highway motorway street bridge entrance gate railway track junction intersection runway port border terminal depot
    square office hall campus university school ministry theatre factory plant parliament library building headquarters
    """)
  private static let suitNouns = WordList.set(
    """
    lawsuit suit dispute claim case appeal application action complaint petition challenge motion strike charge count indictment
    accusation
    """
  )
  private static let planNouns = WordList.set(
    "plan scheme proposal project programme program reform policy bill law amendment motion rise increase cut levy tax redesign")
  private static let profferedNouns = WordList.set(
    """
    sum payment pay amount compensation apology term condition call ultimatum measure nomination candidate aid help extension
    increase rise figure concession package terms role post award honour prize resignation ballot result
    """)
  private static let wareNouns = WordList.set(
    """
    batch product car vehicle model toy drug medicine tablet phone battery food meat milk lot unit device pump seat bicycle
    appliance laptop charger kit implant vaccine syrup formula salad egg chocolate cheese
    """)
  static let officeHolders = WordList.set(
    """
    president vice-president premier chancellor minister secretary governor mayor ambassador envoy prosecutor sheriff chief pope
    cardinal archbishop bishop king queen chairman chairwoman chair chairperson director coach commissioner speaker head
    executive manager captain editor treasurer trustee leader commander ombudsman principal dean rector superintendent
    councillor senator partner boss
    """)
  static let structures = WordList.set(
    """
    bridge building roof wall dam tower hall stadium stand scaffold scaffolding crane tunnel mine shaft house block warehouse
    balcony floor ceiling gallery grandstand levee dyke dike embankment pier pipeline pipe reservoir bank hillside slope walkway
    staircase chimney mast pylon platform flyover overpass arch church school factory hotel shed tank boiler silo marquee stage
    footbridge viaduct structure barrier gate lock weir quay jetty
    """)
  /// What armies take from each other.
  static let strongholds = WordList.set(
    """
    base post outpost checkpoint camp airport airfield airbase barracks town village city district hill height crossing garrison
    fort fortress headquarters position port harbour harbor oilfield suburb neighbourhood neighborhood capital territory province
    """)
  static let bombs = WordList.set(
    "bomb device grenade landmine warhead missile rocket shell mine drone torpedo mortar projectile artillery")
  static let armaments = WordList.set(
    """
    warplane bomber gunship helicopter jet fighter-jet drone tank gunboat warship destroyer frigate submarine artillery howitzer
    missile rocket mortar bomb shell grenade warhead torpedo aircraft plane battery armour armor bullet shrapnel landmine mine
    car-bomb gunfire projectile warplane
    """)
  static let explosives = WordList.set(
    """
    bomb device boiler tank gas cylinder pipeline mine shell grenade rocket missile battery transformer reactor engine car truck
    vehicle lorry building factory plant refinery volcano dynamite warhead munition ammunition tanker depot firework fireworks
    canister generator landmine explosive warehouse
    """)
  static let substances = WordList.set(
    "oil gas chemical fuel petrol diesel sewage acid ammonia chlorine crude methane sludge slurry effluent cyanide waste")
  /// What harms those who breathe, drink or touch it.
  static let toxins = WordList.set(
    """
    paint solvent pesticide herbicide weedkiller fume vapour vapor dust asbestos lead mercury arsenic monoxide dioxide radiation
    toxin poison venom mould mold
    """)
  static let blazes = WordList.set("fire blaze war fighting riot clash scuffle violence gunfight wildfire brawl unrest")
  static let fightHeads = WordList.set(
    """
    police soldier troops army rebel gunman fighter protester protestor demonstrator fan militia gang supporter militant
    insurgent guerrilla force hooligan rioter mob tribesman separatist guard
    """)
  static let courts = WordList.set(
    "ombudsman adjudicator court tribunal judge jury magistrate coroner arbitrator panel justice bench chamber")
  static let lawyers = WordList.set(
    """
    lawyer prosecutor barrister counsel solicitor attorney judge coroner advocate magistrate clerk justice silk
    """)
  static let inspectors = WordList.set("inspector inspectorate auditor investigator assessor examiner regulator")
  static let detectives = WordList.set("police detective officer prosecutor investigator inspector sheriff procuracy prosecution")
  static let natural = WordList.set(
    """
    water wave mud wind rain lava snow ash torrent current wall lake river sea flame smoke gas ice heat lightning
    drought heatwave gale downpour rainfall debris boulder rock tide surge
    floodwater rainwater meltwater rainstorm hailstorm snowstorm thunderstorm
    sandstorm windstorm hail sleet frost cloudburst swell
    current rapids landslip mudflow lahar sinkhole ember spark smoke fume dust shockwave tree branch crane scaffold monsoon squall
    floe river stream creek brook torrent floodplain vapour vapor
    twister whirlwind breaker gust snowfall snowdrift iceberg pest locust blight
    """)
  static let vehicles = WordList.set(
    """
    ferry ship boat bus train tram car lorry truck van plane aircraft helicopter jet tanker trawler yacht vessel bicycle
    motorcycle motorbike minibus coach barge airliner locomotive cyclist driver
    turboprop airbus boeing cessna glider microlight airship balloon freighter tug tugboat dinghy kayak canoe raft speedboat
    motorboat rowing-boat dhow catamaran hovercraft hydrofoil submarine
    excavator tractor bulldozer forklift carriage wagon tramcar
    streetcar rickshaw moped scooter caravan motorhome camper ambulance fire-engine jeep pickup pick-up suv taxi cab minivan
    limousine motorist biker motorcyclist pilot skipper gondola cable-car sledge snowmobile funicular convoy liner cargo-ship
    """)
  static let investigators = WordList.set(
    """
    police officer detective investigator prosecutor agent inspector customs authorities constable sheriff marshal guard policeman
    """)
  static let agencies = WordList.set(
    """
    regulator commission authority watchdog court panel committee agency prosecutor ministry inspector auditor board council
    ombudsman tribunal judge jury inquiry inquest chamber bench union federation association
    """)
  static let legislatures = WordList.set(
    """
    parliament congress senate assembly council committee lawmaker legislature deputy senator legislator house chamber board
    shareholder creditor councillor alderman delegate voter electorate synod diet peer duma
    """)
  /// Members of a body that votes.
  static let voters = WordList.set(
    "councillor lawmaker deputy senator legislator member director shareholder juror commissioner delegate trustee judge")
  static let demands = WordList.set(
    "demand target condition deadline need criterion requirement expectation goal standard obligation cost")
}
