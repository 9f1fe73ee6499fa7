/// Nouns for organisations, with how far each goes as a name's last word and on its own.
enum OrganizationNouns {
  /// As the last word of a capitalised name each of these makes an organisation.
  static let nameHeads = trades.union(
    WordList.set(
      """
      army navy bloc force forces corps regiment brigade battalion division command guard guards militia front movement party
      union alliance coalition league association federation confederation council committee commission court tribunal
      parliament assembly senate congress ministry department agency bureau office authority administration service police
      directorate secretariat government cabinet university college institute school academy hospital clinic foundation trust
      society organisation organization network resistance brigades battalions forum centre center club times post herald
      tribune gazette news press television radio broadcasting media journal magazine newspaper church board registry
      inspectorate treasury exchange labs international development nations watch amnesty cross crescent cartel gang syndicate
      mafia brotherhood legion squad unit militias peshmerga democrats republicans conservatives labour socialists greens
      liberals house ombudsman prosecutor's chamber observatory monitor monitors mission rail railways utility records airport
      airports port ports gallery museum orchestra theatre rovers rangers wanderers athletic united fc afc homes holidays courier
      chronicle mail express observer telegraph star registrars tools gases textile medical therapeutics genetics optics
      electrical instruments automation computers analytics digital interactive cinemas bakery bakeries agriculture fertilizers
      feeds parcels removals warehousing casinos bookmakers racing pharmacies panel rally confederacy guild collective
      initiative campaign caucus convention conference taskforce festival
      institution sun echo mirror standard independent examiner
      ledger argus inquirer enquirer advertiser recorder clarion courant weekly newswire project
      sentinel globe bulletin dispatch register letters review embassy consulate delegation legation
      """))

  /// On their own, with a determiner or a modifier, these are organisations that act.
  static let commonHeads = WordList.set(
    """
    army navy government ministry parliament cabinet court jury tribunal council commission committee party union
    company firm bank
    agency police military opposition junta regime administration congress senate assembly militia office prosecution judiciary
    coalition alliance movement front group faction brigade battalion regiment organisation organization authority department
    bureau watchdog regulator newspaper network broadcaster church hospital university corporation conglomerate supplier
    subsidiary operator contractor airline manufacturer retailer insurer lender carmaker brokerage consortium board federation
    foundation fund exchange chain publisher studio lab laboratory television start-up utility refiner producer grocer
    wholesaler distributor
    journal magazine daily weekly tabloid club cooperative co-operative dairy
    institute carrier trust competitor brewer maker carmaker steelmaker chipmaker drugmaker planemaker
    exporter importer wholesaler provider brewery distillery shipper shipyard yard utility startup panel
    municipality inspectorate directorate observatory constabulary gendarmerie coastguard squadron platoon garrison orchestra
    choir troupe ensemble league academy parish diocese archdiocese synod dealership franchise think-tank
    charity embassy consulate legislature treasury secretariat delegation mission gang cartel cell wing unit
    affiliate splinter offshoot breakaway association guild syndicate collective lobby confederation brotherhood sect nonprofit
    ngo housebuilder caterer non-profit not-for-profit
    """)

  /// Generic nouns that point back to an organisation that has been named.
  static let pointers = WordList.set(
    """
    group organisation organization company firm bank party movement faction militia agency union court council commission
    committee ministry coalition alliance front brigade army force newspaper paper network corporation supplier airline
    regulator watchdog conglomerate insurer lender manufacturer carmaker operator contractor charity university hospital board
    consortium club team magazine journal carrier yard shipyard brewery trust front outfit splinter subsidiary builder shipbuilder
    association federation guild syndicate utility developer housebuilder steelmaker carmaker publisher retailer brewer
    broadcaster chain giant heavyweight titan behemoth
    """)

  /// As the last word of a name these make a company.
  static let companyHeads = trades.union(
    WordList.set(
      """
      limited terminal air glass pipeline banking finance financial investments investment equity funds advisers advisors
      consultants
      """))

  /// Legal forms and trades, which make an organisation of a name and a company of the organisation.
  private static let trades = WordList.set(
    """
    company corporation corp corp. inc inc. ltd ltd. plc llc gmbh ag sa s.a. holdings holding industries partners capital
    ventures airlines airways motors energy petroleum oil gas steel mining minerals resources electric telecom insurance
    pharmaceuticals pharma systems technologies technology solutions software laboratories logistics shipping lines
    enterprises brothers sons associates consulting engineering construction properties bancorp foods pictures studios
    entertainment shipyard shipyards yards mills chemicals textiles cement telecoms mobile breweries brewery brewers freight
    haulage carriers aerospace aviation dynamics retail stores supermarkets hotels resorts farms dairies trading traders
    maritime exports imports commodities biotech robotics semiconductors networks wireless builders housing estates lettings
    coaches buses taxis travel tours cruises ferries drinks beverages wines spirits tobacco fashion clothing toys games
    securities stevedoring terminals group works quarries aggregates timber paper packaging plastics rubber ceramics marine
    invest mutual assurance savings realty bakers butchers jewellers
    offshore drilling pipelines water power utilities nominees charter charters cargo leasing rentals hire materials supplies
    products equipment machinery components fuels metals alloys furniture printing publishing advertising marketing
    communications recruitment staffing healthcare diagnostics electronics computing fisheries fishing seafoods fertilisers
    poultry plantations forestry sawmills demolition scaffolding contracting dredging salvage towage forwarding couriers
    storage recycling catering restaurants leisure gaming bank fund contractors services
    """)

  /// What a company makes or does, as the last word of its name.
  static func isTrade(_ lower: String) -> Bool {
    companyHeads.contains(lower) || wares.contains(lower)
      || tradeEndings.contains { lower.utf8.count > $0.utf8.count && lower.hasSuffix($0) }
  }

  /// "Biologics", "Softworks", "Medtech"
  private static let tradeEndings = ["ics", "works", "tech", "ware", "chem", "conductor", "conductors"]

  private static let wares = WordList.set(
    """
    copper tin zinc nickel lithium cobalt uranium aluminium aluminum graphite gravel bricks tiles cement trawling whaling canning
    packing bottling spinning tanning dyeing brewing distilling refining smelting casting welding respiration filtration
    ventilation lighting heating cooling refrigeration insulation sanitation irrigation protection surveillance arms munitions
    ordnance armaments explosives ammunition cycles tyres brakes engines pumps valves turbines boilers cables lamps lenses
    watches clocks pens paints inks dyes soaps cosmetics fragrances perfumes jewellery pottery porcelain carpets rugs linens
    leather shoes gloves dolls seeds grains oils salt sugar coffee tea cocoa spices meats eggs rice wheat timber pulp fibre
    fibres sawmill grid tech
    """)

  /// Whether a capitalised word alone may stand for a name that it is the head of: "the Authority".
  static func isPointer(_ lower: String) -> Bool {
    pointers.contains(lower) || nameHeads.contains(lower) && bodies.contains(lower)
  }

  private static let bodies = WordList.set(
    """
    authority office department institute foundation fund federation league association society exchange service confederation
    bureau tribunal assembly congress senate parliament centre center forum mission chamber school college academy institution
    administration directorate inspectorate registry corps guard command cabinet treasury registry observatory museum gallery
    project gazette herald tribune times post courier chronicle observer echo inquirer enquirer argus ledger register standard
    star mirror express telegraph bulletin examiner sentinel globe advertiser dispatch sun
    clinic church house directorate secretariat regiment battalion division coalition cartel legion network club press
    """)

  /// Words that mark a name as one of an armed group that is no state's.
  static let insurgentWords = WordList.set(
    """
    resistance liberation front rebel revolutionary insurgent jihad islamic brigade brigades militia mujahideen movement freedom
    salvation people's popular
    """)

  /// Organisations of the world that need no context.
  static let known: [String: String] = {
    var table: [String: String] = [:]
    for row in WordList.rows(rows) {
      for name in [row[0]] + (row.count > 1 ? row[1].split(separator: ",").map(String.init) : []) {
        table[name.lowercased()] = row[0]
      }
    }
    return table
  }()

  private static let rows = """
    United Nations|UN,U.N.
    European Union|EU,E.U.
    African Union|AU
    Arab League
    NATO
    OPEC
    UNICEF
    UNESCO
    World Health Organization|WHO
    World Bank
    International Monetary Fund|IMF
    World Trade Organization|WTO
    International Criminal Court|ICC
    International Committee of the Red Cross|ICRC
    Red Cross
    Red Crescent
    Amnesty International
    Human Rights Watch
    Doctors Without Borders|Médecins Sans Frontières,MSF
    Security Council|UN Security Council,U.N. Security Council
    European Commission
    European Parliament
    European Central Bank|ECB
    Federal Reserve
    Pentagon
    White House
    State Department|Department of State,US State Department,U.S. State Department,US Department of State,U.S. Department of State
    Defense Department|Department of Defense,US Department of Defense,U.S. Department of Defense,DoD
    Justice Department|Department of Justice,US Department of Justice,U.S. Department of Justice
    Foreign Office|FCO,FCDO,Foreign and Commonwealth Office
    Home Office
    Congress
    Senate
    House of Representatives
    Supreme Court
    Kremlin
    Downing Street
    FBI
    CIA
    NSA
    Interpol
    Europol
    Scotland Yard
    Hamas
    Hezbollah
    Taliban
    Boko Haram
    al-Qaeda|al-Qaida,al Qaeda,Al Qaeda,Al-Qaeda
    Islamic State|ISIS,ISIL,IS,Daesh,Islamic State group
    Islamic State|Islamic State of Iraq and the Levant,Islamic State of Iraq and Syria,Islamic State of Iraq and al-Sham
    Ansar Dine
    Da'esh
    Peshmerga
    Syrian Democratic Forces|SDF
    Free Syrian Army|FSA
    Kurdistan Workers' Party|PKK
    People's Protection Units|YPG
    Revolutionary Armed Forces of Colombia|FARC
    Irish Republican Army|IRA
    Palestine Liberation Organization|PLO
    Fatah
    Wagner Group
    Organization for Security and Co-operation in Europe|OSCE
    Organisation for the Prohibition of Chemical Weapons|OPCW
    International Atomic Energy Agency|IAEA
    UNHCR
    World Food Programme|WFP
    International Organization for Migration|IOM
    ASEAN
    ECOWAS
    Central Command|CENTCOM
    Royal Navy
    Royal Air Force|RAF
    NASA
    FIFA
    UEFA
    Greenpeace
    Oxfam
    Mossad
    MI5
    MI6
    KGB
    FSB
    IRGC
    al-Shabaab|al-Shabab
    Reuters
    Associated Press|AP
    Agence France-Presse|AFP
    BBC
    CNN
    Al Jazeera
    New York Times
    Washington Post
    Wall Street Journal
    Financial Times
    Guardian
    Le Monde
    Der Spiegel
    Bloomberg
    TIME
    """
}
