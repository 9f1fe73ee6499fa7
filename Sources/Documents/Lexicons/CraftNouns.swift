/// Nouns for what sails and flies under a name of its own: "the tanker Ocean Pride", "the vessel"; and for what moves, falls or
/// breaks without one.
enum CraftNouns {
  static let ships = WordList.set(
    """
    ship vessel tanker ferry trawler freighter boat yacht tug tugboat barge frigate destroyer submarine cruiser corvette
    battleship
    warship minesweeper minelayer bulker steamer steamship steamboat sailboat sailing-boat schooner brig ketch sloop galleon
    clipper
    lifeboat icebreaker motorboat speedboat dinghy dredger catamaran hovercraft containership cargo-ship supertanker gunboat
    patrol-boat paddle-steamer coaster flagship lightship houseboat whaler liner fishing-boat longliner drifter dhow
    """)

  static let aircraft = WordList.set(
    """
    plane aircraft airplane aeroplane jet airliner helicopter glider airship seaplane biplane spacecraft satellite rover
    """)

  static let machines = WordList.set(
    """
    bus coach minibus lorry truck van car taxi train tram locomotive carriage wagon tractor trailer motorcycle bicycle scooter
    crane excavator digger forklift bulldozer lift elevator escalator cable-car gondola rollercoaster carousel scaffold
    scaffolding roof wall ceiling balcony chimney pylon mast turbine boiler pipe ladder tree branch boulder rock
    """)

  /// Letters before a ship's name that say what it is.
  static let prefixes = WordList.set("mv m/v ms m/s mt m/t ss hms hmas hmcs uss rv r/v fv f/v sv sy my rms usns ins")

  /// Nouns that point back to any of their kind.
  static let generalShips: Set<String> = ["ship", "vessel", "boat", "craft"]
  static let generalAircraft: Set<String> = ["plane", "aircraft", "jet", "craft"]

  /// What only ships do, as past forms.
  static let doings = WordList.set("sank capsized docked sailed foundered berthed anchored listed")

  /// "the bulk carrier": a ship by what it carries, where a carrier alone is a firm.
  static func isCarrier(_ token: Int, _ tokens: [Token]) -> Bool {
    token > 0 && tokens[token].lower == "carrier" && cargoes.contains(tokens[token - 1].lower)
  }

  private static let cargoes = WordList.set("bulk ore car gas lng lpg container timber grain livestock cattle cement chemical")

  static func isCraft(_ singular: String) -> Bool { ships.contains(singular) || aircraft.contains(singular) }

  /// Whether "the `head`" may mean something that the text has called by `heads`; by nothing at all where these are empty.
  static func mayMean(_ head: String, _ heads: Set<String>) -> Bool {
    if heads.contains(head) || heads.isEmpty { return true }
    if generalShips.contains(head) { return !heads.isDisjoint(with: ships) }
    if generalAircraft.contains(head) { return !heads.isDisjoint(with: aircraft) }
    return !heads.isDisjoint(with: ships.contains(head) ? generalShips : generalAircraft)
  }
}
