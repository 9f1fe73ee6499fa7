/// Nouns for places: parts of names ("Ulmen River") and heads of descriptions ("the district hospital").
enum PlaceNouns {
  static let nameHeads = WordList.set(
    """
    river lake sea ocean bay gulf strait channel island islands peninsula mountain mountains mount valley desert hills plateau
    forest province district region county state territory city town village street avenue road square bridge airport port
    harbour harbor base camp prison palace stadium canal dam plain coast cape pass strip heights basin delta creek falls park
    plaza tower station mill hall farm lane drive terrace gardens quay wharf pier beach reservoir abbey cathedral chapel cottage
    manor heath moor hill airfield airstrip gate tunnel junction shrine monument
    """)

  static let compass: Set<String> = ["north", "south", "east", "west", "central", "northern", "southern", "eastern", "western"]

  static let kinds = WordList.set(
    """
    country nation city town village hamlet capital port suburb neighbourhood neighborhood district province region state county
    island river lake mountain valley desert camp base prison airport hospital clinic school mosque church hotel stadium factory
    plant mine market border building palace compound barracks checkpoint station square bridge embassy courthouse warehouse
    refinery shipyard farm landing crossing harbour harbor jail dam pipeline coast peninsula enclave territory stronghold
    constituency borough canton
    highland lowland hinterland interior outskirts zone quarter ward estate wetland marsh swamp reef atoll archipelago isthmus
    estuary lagoon fjord glacier gorge canyon headland cove oasis steppe savanna moor
    """)

  /// Buildings and sites that a description may name without a proper name.
  static let sites = WordList.set(
    """
    hospital clinic school mosque church hotel stadium factory plant mine market palace compound barracks checkpoint station
    hall gymnasium library museum theatre depot workshop
    bridge courthouse warehouse refinery shipyard landing jail prison airport base camp embassy university headquarters
    airfield airstrip aerodrome heliport quarry works racecourse racetrack reservoir pier wharf quay jetty slipway dock
    terminal dam
    mill sawmill foundry smelter brickworks gasworks waterworks ironworks steelworks vineyard slaughterhouse abattoir zoo aquarium
    cinema arena pub restaurant nightclub casino hostel shelter orphanage nursery kindergarten dormitory hospice mortuary morgue
    cemetery graveyard crematorium chapel cathedral temple synagogue shrine monastery convent seminary castle fort fortress bunker
    silo hangar tunnel viaduct lighthouse mall supermarket marina substation pipeline crossing roundabout gatehouse villa mansion
    farmhouse farm ranch bakery colliery pithead wellhead rig platform landfill incinerator dump depot pumping-station
    pit oilfield
    gasfield coalmine goldmine distillery winery cannery tannery creamery garage showroom boatyard hatchery greenhouse cafe
    café bistro takeaway parlour salon gym brothel bookshop laundry launderette kiosk barbershop guesthouse penitentiary
    """)
}
