/// Nouns for things that can be made, moved, broken, burnt, stolen or lost, by classes: what takes part in a happening without
/// being a person, a body or a place.
enum ThingNouns {
  static func isThing(_ singular: String) -> Bool {
    all.contains(singular) || measures.contains(singular) || AnimalNouns.contains(singular) || CraftNouns.isCraft(singular)
      || CraftNouns.machines.contains(singular) || EventCompany.vehicles.contains(singular)
      || EventCompany.structures.contains(singular) || EventCompany.explosives.contains(singular)
      || EventCompany.substances.contains(singular)
  }

  /// "two tonnes of", "a container of": an amount of what follows.
  static let measures = WordList.set(
    """
    tonne ton kilo kilogram gram litre liter gallon barrel hectare acre metre meter kilometre kilometer mile pound ounce load
    stockpile consignment shipment batch cache haul quantity crate box sack bag bale pallet roll stack pile truckload lorryload
    bottle vial dose container cylinder canister packet parcel collection hoard stash swathe swath stretch row herd flock swarm
    shoal
    """)

  private static let all: Set<String> = vehicles.union(built).union(devices).union(goods).union(papers).union(land).union(kit)

  private static let vehicles = WordList.set(
    """
    turboprop propeller rocket satellite probe capsule spacecraft shuttle lander orbiter module drone balloon kite dinghy raft
    kayak canoe pontoon tanker-truck pickup pick-up jeep suv cab taxi limousine caravan motorhome ambulance fire-engine engine
    convoy train carriage wagon railcar tramcar cable-car sledge snowmobile quad rickshaw moped buggy cart wheelchair pram trolley
    warplane fighter-jet bomber gunship armour armor half-track howitzer launcher fleet motorcade wreck wreckage hull
    """)
  private static let built = WordList.set(
    """
    house home building flat apartment hut shack shelter tent cabin barn stable shed garage greenhouse storehouse store shop
    storeroom office kiosk stall booth hangar outhouse property premises block skyscraper high-rise tenement bungalow cottage
    window door gate fence wall roof ceiling floor storey story stair staircase lift shaft corridor basement cellar attic kitchen
    pillar beam girder column brace scaffolding foundation facade balcony parapet railing handrail barrier kerb
    road track rail runway taxiway pavement lane carriageway embankment culvert drain sewer ditch levee dyke dike weir sluice
    spillway reservoir well borehole pump aqueduct canal lock tailings pond lagoon pit gallery seam stope tunnel mineshaft
    pylon cable wire pipe pipeline main valve gasket turbine transformer substation generator grid mast antenna aerial
    statue monument memorial tomb grave mosaic fresco fountain bench lamppost billboard sign signpost bollard container crib cot
    camp settlement encampment slum shanty playground pool pitch court track stand grandstand tribune
    blaze-proof hydrant chimney stack flue furnace kiln oven boiler smelter reactor core panel solar-panel windmill
    """)
  private static let devices = WordList.set(
    """
    machine computer laptop server network website site page app system software database account telephone phone handset radio
    television camera recorder recording tape disc disk drive chip processor microchip sensor radar sonar scanner detector monitor
    alarm siren smoke-detector sprinkler switch fuse circuit battery motor engine brake gear axle wheel tyre tire rudder anchor
    propeller wing rotor fuselage cockpit windscreen seatbelt airbag signal points relay barrier telescope microscope instrument
    robot laser magnet accelerator collider pacemaker implant ventilator incubator syringe needle scalpel mask filter tool hammer
    axe saw drill ladder rope chain hook net crane winch conveyor elevator escalator meter gauge thermometer clock watch
    """)
  private static let goods = WordList.set(
    """
    food grain wheat flour rice maize corn barley bean potato sugar salt milk meat beef pork poultry bread egg fruit banana apple
    coffee tea cocoa oil water drink beer wine spirit
    alcohol cigarette tobacco medicine drug vaccine insulin antibiotic painkiller
    tablet pill blood plasma organ kidney liver heart lung tissue sample specimen cell gene genome embryo virus bacterium
    cocaine heroin cannabis marijuana fentanyl methamphetamine opium ivory horn
    timber log plank wood coal charcoal ore iron copper
    steel gold silver diamond jewel jewellery jewelry necklace ring crown coin medal trophy painting picture portrait drawing
    sculpture antique artefact artifact relic manuscript instrument violin cargo freight goods merchandise parcel luggage baggage
    suitcase bag handbag wallet purse safe till cash banknote cheque envelope fuel kerosene fertiliser fertilizer pesticide
    cement concrete sand gravel brick glass plastic rubber paper
    cloth textile garment uniform clothes shoe boot helmet vest jacket
    blanket mattress furniture table chair bed carpet ration supply supplies aid crop harvest vine vineyard seed
    ration meal lunch rubble debris ash lava mud snow ice slurry ammunition weapon gun rifle pistol revolver shotgun machine-gun
    mortar artillery knife machete sword bomb grenade mine landmine missile shell bullet explosive detonator warhead tank
    """)
  private static let papers = WordList.set(
    """
    document record file dossier letter note memo message e-mail email telegram ballot ballot-box passport visa certificate
    licence license permit receipt invoice ledger book register list
    map photograph photo footage video film tape diary log logbook
    transcript will deed contract cheque ticket banknote stamp signature seal flag banner poster leaflet form questionnaire
    blueprint plan data dataset password code key card badge petition statement image picture
    """)
  private static let land = WordList.set(
    """
    field meadow pasture forest wood woodland tree pine oak orchard grove plantation farmland cropland grassland savannah bush
    scrub reserve wetland marsh swamp bog reef beach dune cliff slope hillside glacier iceberg riverbed riverbank stream creek
    land plot site burial-ground body corpse remains skeleton skull bone boulder rock stone
    """)
  private static let kit = WordList.set("equipment gear kit apparatus device gadget hardware component spare")
}

/// What lives and is nobody.
enum AnimalNouns {
  static func contains(_ singular: String) -> Bool { all.contains(singular) }

  private static let all = WordList.set(
    """
    animal dog cat horse cow bull calf sheep lamb goat pig tiger lion bear wolf fox elephant monkey ape gorilla snake shark whale
    dolphin fish bird eagle hawk chicken hen duck goose camel donkey mule deer rabbit rat mouse bee wasp mosquito crocodile
    leopard panther cheetah rhino rhinoceros hippo puppy kitten pet mammal insect cattle livestock poultry buffalo bison ox
    antelope giraffe zebra hyena jackal chimpanzee orangutan lynx bison seal sea-lion otter beaver badger hedgehog squirrel
    seabird gull penguin albatross vulture owl stork swan pigeon parrot turkey ostrich salmon trout cod tuna herring squid octopus
    turtle tortoise lizard frog toad ant locust butterfly moth beetle spider herd flock
    """)
}
