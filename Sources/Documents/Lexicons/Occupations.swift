/// What people do for a living, beyond the offices of `HumanNouns`: each describes one human being at work.
enum Occupations {
  static let nouns = WordList.set(
    """
    welder electrician plumber carpenter joiner mason bricklayer roofer plasterer painter decorator glazier tiler mechanic
    machinist
    fitter turner toolmaker blacksmith locksmith boilermaker rigger scaffolder steelworker ironworker foundryman labourer laborer
    docker stevedore longshoreman seaman seafarer seawoman bosun boatswain skipper helmsman purser stoker deckhand harbourmaster
    harbormaster lighthouse-keeper ferryman boatman oarsman shipbroker shipbuilder shipwright trawlerman crewmember crew-member
    signalman stationmaster trackman lineman trucker haulier lorry-driver truck-driver taxi-driver busdriver postman postwoman
    dispatcher controller navigator co-pilot flight-attendant stewardess airman cook chef baker butcher waiter waitress barman
    barmaid
    bartender innkeeper hotelier publican brewer grocer greengrocer fishmonger florist jeweller jeweler tailor seamstress cobbler
    hairdresser barber beautician cleaner janitor caretaker porter doorman concierge receptionist typist telephonist
    bookkeeper cashier
    teller salesman saleswoman salesperson shop-assistant stockbroker underwriter actuary economist statistician mathematician
    physicist chemist biologist botanist zoologist ecologist hydrologist oceanographer astronomer archaeologist anthropologist
    sociologist psychologist psychiatrist therapist counsellor counselor psychotherapist dentist optician pharmacist chemist
    midwife
    carer caregiver orderly radiographer radiologist anaesthetist anesthetist oncologist cardiologist paediatrician pediatrician
    gynaecologist neurologist epidemiologist virologist toxicologist veterinarian vet zookeeper gamekeeper gardener forester
    woodcutter
    lumberjack logger herder herdsman shepherd rancher farmhand fruit-picker beekeeper vintner winemaker miller quarryman
    mineworker
    geographer surveyor architect planner draughtsman cartographer designer stylist animator illustrator sculptor potter weaver
    novelist playwright dramatist essayist biographer translator interpreter librarian archivist curator conservator lecturer
    tutor
    headteacher headmaster headmistress principal dean rector provost warden matron registrar bursar schoolteacher schoolmaster
    teaching-assistant childminder nanny babysitter housekeeper maid butler chauffeur bodyguard bouncer lifeguard jailer
    jailor warder
    bailiff notary conveyancer paralegal barrister solicitor advocate litigator arbitrator conciliator adjudicator stenographer
    pathologist criminologist fingerprint-expert customs-officer taxman tax-inspector civil-servant bureaucrat technocrat
    statesman
    stateswoman parliamentarian backbencher frontbencher minister-designate alderman alderwoman councilman councilwoman
    comptroller
    controller governor-general viceroy consul attache attaché chargé ombudswoman spindoctor pollster lobbyist strategist
    speechwriter
    columnist broadcaster newsreader presenter anchor commentator blogger photojournalist cameraman camerawoman publicist producer
    filmmaker film-maker cinematographer screenwriter composer pianist violinist guitarist drummer rapper dancer choreographer
    comedian magician referee umpire goalkeeper striker midfielder sprinter swimmer boxer wrestler gymnast jockey golfer cricketer
    programmer coder technician technologist webmaster hacker sysadmin data-scientist systems-analyst tester inventor
    industrialist magnate tycoon oligarch financier moneylender creditor debtor bondholder stockholder stakeholder
    director-general
    vice-president deputy-director co-owner co-chair co-director cofounder landowner freeholder leaseholder restaurateur
    undertaker
    gravedigger sexton vicar curate deacon parson chaplain abbot prior friar missionary theologian seminarian cantor mufti
    ayatollah
    retiree housewife homemaker widower orphan fiancé fiancée bridegroom bride twin toddler adolescent
    accused co-accused co-defendant claimant appellant respondent petitioner litigant barfly onlooker bystander passer-by
    eyewitness
    caller whistle-blower tipster informer accomplice culprit perpetrator offender fraudster swindler conman forger counterfeiter
    burglar mugger arsonist vandal stalker rapist trafficker courier gangster mobster racketeer henchman ringleader kingpin
    strongman dictator despot autocrat monarch nobleman aristocrat baron baroness countess duke duchess earl viscount
    defence-lawyer deputy-head second-in-command number-two right-hand-man lieutenant-governor quartermaster adjutant corporal
    ensign
    midshipman gunner sapper bombardier rifleman infantryman cavalryman tankman submariner frogman aviator wingman
    reservist draftee enlistee defector turncoat mutineer partisan rioter looter picket strikebreaker shop-steward steward
    organiser
    fundraiser philanthropist benefactor humanitarian first-responder ambulanceman ambulancewoman lifeboatman coastguardsman
    trainee apprentice intern graduate undergraduate postgraduate alumnus alumna schoolboy schoolgirl classmate roommate flatmate
    housemate lodger squatter settler colonist nomad pilgrim traveller traveler tourist holidaymaker camper hiker climber
    mountaineer
    handler loader packer sorter picker boxer physiotherapist osteopath chiropractor dietitian nutritionist runner cyclist
    jumper thrower
    rower weightlifter skater medallist medalist olympian ski-jumper biathlete decathlete racer contestant competitor finalist
    beneficiary legatee trustee payee assignee licensee franchisee foreman forewoman overseer caterer rapporteur shift-leader
    skier surfer yachtsman yachtswoman angler hunter poacher trapper diver
    """)

  /// "shipowner", "shopkeeper", "steelworker": trades that English makes of things.
  static func isMade(_ lower: String) -> Bool {
    lower.utf8.count > 6 && (lower.hasSuffix("sman") || lower.hasSuffix("swoman")) && lower != "talisman"
      || lower.utf8.count > 7
        && ["owner", "keeper", "worker", "wright", "monger", "ologist", "ographer"].contains { lower.hasSuffix($0) }
  }

  /// What a company is called as well as a person: "Dray Brothers, a haulier", "Jetline Charter, a broker".
  static let trades = WordList.set(
    """
    haulier broker brewer grocer shipbuilder shipbroker stockbroker publisher builder exporter importer lender insurer maker
    regulator
    broadcaster producer manufacturer retailer wholesaler distributor provider competitor carrier refiner watchdog daily operator
    contractor supplier jeweller jeweler tailor baker butcher hotelier moneylender trader trucker owner shareholder creditor
    debtor
    employer rival partner customer client sponsor donor landlord investor developer dealer buyer seller bidder parent miner
    auditor printer distiller ally backer opponent
    """)

  /// Those who are at a place of work without working there.
  static let visitors = WordList.set(
    """
    patient student pupil prisoner inmate guest passenger resident protester protestor victim customer client visitor tenant
    survivor
    witness spectator bystander onlooker refugee detainee shopper demonstrator child boy girl man woman person mourner participant
    """)
}
