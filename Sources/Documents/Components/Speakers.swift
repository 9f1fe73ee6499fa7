/// Who speaks must be somebody: the subject of a verb of saying is a person, people or a body, whatever its noun, unless the
/// noun is one of documents ("the letter says").
struct Speakers {
  /// Phrases that are such a subject.
  private let phrases: Set<Int>
  /// Phrases that do what only a body with a will does: "the museum has sued the city".
  private let acting: Set<Int>

  init(_ annotations: Annotations) {
    var phrases: Set<Int> = []
    for clause in annotations.clauses
    where Self.verbs.contains(clause.lemma) && !clause.isPassive && clause.kind != .participle && clause.kind != .infinitive {
      phrases.formUnion(clause.subjects)
    }
    // ", says the defence": whatever the tree makes of it.
    for (token, word) in annotations.tokens.enumerated().dropFirst() where ["says", "said", "say"].contains(word.lower) {
      let isInverted = [",", "”", "\""].contains(annotations.tokens[token - 1].form) && token + 1 < annotations.tokens.count
      if isInverted, annotations.phraseStartingAt[token + 1] >= 0 { phrases.insert(annotations.phraseStartingAt[token + 1]) }
    }
    self.phrases = phrases
    acting = Set(
      annotations.clauses.filter { Self.dealing.contains($0.lemma) && !$0.isPassive && !$0.objects.isEmpty }.flatMap(\.subjects))
  }

  /// Verbs of law, trade, office and show.
  private static let dealing = WordList.set(
    """
    sue buy sell acquire purchase hire appoint employ sack dismiss recruit sign award cancel postpone withdraw return lend borrow
    donate pay recall ban bar suspend publish commission stage host show exhibit auction fine compensate expel exclude admit
    launch abandon commemorate rename reinstate invite organise organize
    """)

  /// Verbs that documents and things are no subject of, but for those listed below.
  private static let verbs = WordList.set(
    """
    say tell insist deny argue add reply respond testify explain maintain claim complain recall remember warn admit acknowledge
    concede confess announce assert contend allege answer retort promise pledge vow swear boast joke protest demand refuse
    decline believe think ask dispute report put confirm rule fear suspect expect hope doubt estimate reject dismiss accuse blame
    condemn criticise criticize predict assure inform stress comment tweet declare value appraise assess suggest submit
    assert allege state concede conclude recommend
    """)

  static let pictures = WordList.set("image photo photograph picture video footage recording tape clip")

  static let documents = WordList.set(
    """
    report letter email e-mail message statement document file record minutes log indictment complaint lawsuit suit filing motion
    petition affidavit verdict judgment judgement ruling decision order warrant contract agreement treaty law bill act
    constitution rule code regulation guideline poll survey study research paperwork article story book memoir diary note notice
    sign banner poster leaflet label caption headline text tweet post blog site page account version testimony evidence data
    figure statistic number map photo photograph picture image video footage recording tape transcript memo memorandum brief
    briefing presentation slide review audit assessment analysis estimate forecast plan proposal programme program list register
    ledger invoice receipt certificate licence license permit passport form application communique communiqué dispatch cable
    bulletin release announcement prospectus finding result inscription plaque website scripture bible entry chronicle chapter
    section clause deed will calendar itinerary summary appendix draft copy transcription sheet folder dossier pamphlet flyer
    logbook tracker spreadsheet database archive autopsy post-mortem x-ray scan test census ballot roll manifest docket subpoena
    brochure manual correspondence papers cctv telemetry sensor meter rota roster timetable schedule account ledgers
    screenshot clip payslip voucher chart tape-recording black-box print-out printout
    """)
  private static let silent = documents.union(
    WordList.set(
      """
      rumour rumor word theory legend prophecy saying proverb charge accusation claim one other some many most few all nothing
      everything something thing everyone everybody anyone anybody someone somebody nobody what it this that
      """))

  private static let bodies = WordList.set(
    """
    defence defense prosecution inquiry enquiry inquest headquarters paper newspaper station hearing side management opposition
    leadership bench crown plaintiff firm house palace embassy branch body institution hospital school clinic prison plant hotel
    registry press registrar agency chamber desk circle camp campaign line television radio tv broadcaster channel
    city town state municipality museum airport port harbour harbor school church parish archive library gallery laboratory lab
    observatory mission consulate factory mill yard shipyard theatre theater opera shop store restaurant supermarket zoo refinery
    authority watchdog regulator exchange insurer presidency delegation coalition consortium diocese force
    service county district province region borough bureau secretariat syndicate guild movement collective
    """
  ).union(institutions)

  /// Buildings and shows that have somebody to act for them.
  private static let institutions = WordList.set(
    """
    museum gallery theatre theater opera cinema festival biennale library archive school college conservatory hospital clinic
    hotel restaurant casino racecourse airport zoo label cathedral laboratory
    """)

  /// "Witness B": a name that the lists know nothing of, but who speaks.
  func nameKind(of phrase: Int, _ annotations: Annotations) -> EntityKind? {
    guard phrases.contains(phrase), annotations.phrases[phrase].kind == .name else { return nil }
    let isLabelled = annotations.phrases[phrase].tokens.contains {
      HumanNouns.isHuman(annotations.tokens[$0].lower) && $0 != annotations.phrases[phrase].head
    }
    return isLabelled ? .person : nil
  }

  /// Endings of nouns for those who do something.
  private static let agents = [
    "er", "or", "ist", "ian", "ee", "man", "woman", "ant", "eer", "ess", "person", "logue", "crat", "eur",
  ]

  /// What kind of entity a phrase without a known noun is by speaking; nil for what does not speak.
  func kind(of phrase: Int, _ annotations: Annotations) -> EntityKind? {
    let head = annotations.phrases[phrase].head
    let lower = annotations.tokens[head].lower
    guard phrases.contains(phrase) else {
      let isBody = acting.contains(phrase) && Self.institutions.contains(lower) && annotations.phrases[phrase].kind == .common
      return isBody ? .organization : nil
    }
    let singular = Suffixes.singular(lower)
    guard annotations.tags[head] == .noun || annotations.tags[head] == .pluralNoun || ["accused", "deceased"].contains(lower),
      !Self.silent.contains(singular), !Self.silent.contains(lower),
      !["no", "neither"].contains(annotations.tokens[annotations.phrases[phrase].tokens.lowerBound].lower)
    else { return nil }
    if Self.bodies.contains(lower) { return .organization }
    guard EventLexicon.nouns[singular] == nil else { return nil }
    guard Self.agents.contains(where: { singular.hasSuffix($0) }) || ["accused", "deceased"].contains(lower) else { return nil }
    return annotations.tags[head] == .pluralNoun ? .group : .person
  }
}
