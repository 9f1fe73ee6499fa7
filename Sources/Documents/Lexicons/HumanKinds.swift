/// What a noun for a kind of people takes in: "the athlete" is the sprinter of whom the text has told.
enum HumanKinds {
  /// The nouns for people of a kind; nil for a noun that names no kind of several.
  static func kinds(of head: String) -> Set<String>? { table[head] }

  private static let table: [String: Set<String>] = {
    var table: [String: Set<String>] = [:]
    for row in WordList.rows(rows) {
      let kinds = WordList.set(row[1])
      for head in row[0].split(separator: " ") { table[String(head)] = kinds }
    }
    return table
  }()

  /// Rows: nouns for the kind|those that it takes in.
  private static let rows = """
    athlete sportsman sportswoman|sprinter runner swimmer cyclist rower boxer wrestler gymnast skier skater jumper thrower
    player footballer|goalkeeper striker midfielder defender winger captain forward batsman bowler
    politician|mayor minister senator deputy lawmaker councillor governor premier president chancellor congressman congresswoman
    lawmaker legislator parliamentarian|senator deputy congressman congresswoman backbencher
    cleric clergyman churchman|priest bishop archbishop vicar pastor imam rabbi cardinal preacher
    executive|chairman chairwoman director manager president
    lawyer|barrister solicitor attorney counsel advocate
    doctor medic|surgeon physician oncologist cardiologist paediatrician anaesthetist pathologist
    officer policeman policewoman|constable sergeant inspector detective superintendent lieutenant captain colonel major
    soldier|private corporal sergeant lieutenant paratrooper conscript gunner
    journalist reporter|correspondent editor columnist photographer
    scientist researcher|professor biologist chemist physicist geologist virologist epidemiologist
    academic scholar|professor historian lecturer economist
    sailor seaman|captain skipper mate helmsman boatswain
    youth teenager youngster|boy girl student pupil schoolboy schoolgirl apprentice
    businessman businesswoman entrepreneur tycoon|founder developer owner trader magnate investor
    suspect attacker assailant hostage-taker|gunman bomber hijacker kidnapper knifeman robber attacker assailant man
    inmate|prisoner convict detainee
    artist|painter sculptor singer musician
    writer author|novelist poet journalist playwright
    official|minister secretary director commissioner governor spokesman spokeswoman
    """
}
