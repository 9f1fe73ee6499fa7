/// Nouns that a text uses for one body by turns: "the regulator …, the watchdog".
enum OrganizationKinds {
  /// Whether a body that the text has called by some nouns may be called by another as well.
  static func admits(_ head: String, of heads: Set<String>) -> Bool {
    heads.contains(head) || table[head].map { !heads.isDisjoint(with: $0) } ?? false
  }

  private static let table: [String: Set<String>] = {
    var table: [String: Set<String>] = [:]
    for line in rows.split(separator: "\n") {
      let kinds = WordList.set(String(line))
      for head in kinds { table[head, default: []].formUnion(kinds) }
    }
    return table
  }()

  private static let rows = """
    watchdog regulator ombudsman inspectorate authority agency
    bank lender
    airline carrier
    retailer chain supermarket grocer
    newspaper paper daily tabloid weekly broadsheet
    broadcaster station channel network
    charity nonprofit ngo foundation trust
    insurer underwriter
    brewer brewery
    shipyard yard shipbuilder
    utility supplier provider
    developer builder housebuilder
    builder contractor
    club team side
    party movement
    movement group front militia faction
    union association federation guild
    association league federation society
    university college school
    school academy college
    hospital clinic infirmary
    institute laboratory centre
    manufacturer maker producer carmaker steelmaker drugmaker chipmaker planemaker
    operator carrier
    gang cartel syndicate
    publisher newspaper
    haulier carrier
    prison jail penitentiary
    court tribunal
    """
}
