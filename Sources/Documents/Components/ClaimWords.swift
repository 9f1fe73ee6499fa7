/// The words that what is said turns on: nouns, verbs and names in the content of each claim, with those of one meaning
/// under one of them, and whom it speaks of.
struct ClaimWords {
  /// A word, or `#` and the number of an entity.
  private struct Entry {
    let isEntity: Bool
    /// Tells how much something is and not what.
    let isValuing: Bool
    /// How often the text has it.
    var count = 0

    init(_ word: String) {
      isEntity = word.hasPrefix("#")
      isValuing = ClaimWords.valuing.contains(word)
    }
  }

  private let annotations: Annotations
  private let entries: [Entry]
  private let numbers: [String: Int]
  /// For each claim the numbers of its words, in order: every two claims that stand near each other are compared.
  private let words: [[Int]]
  /// How many sentences each block has.
  private let sentenceCounts: [Int: Int]

  /// Complexity: linear in the words of all claims.
  init(_ annotations: Annotations) {
    self.annotations = annotations
    var entries: [Entry] = []
    var numbers: [String: Int] = [:]
    func number(_ word: String) -> Int {
      if let known = numbers[word] { return known }
      numbers[word] = entries.count
      entries.append(Entry(word))
      return entries.count - 1
    }
    let wordOfToken = annotations.tokens.indices.map { Self.word(at: $0, annotations).map(number) }
    for case let word? in wordOfToken { entries[word].count += 1 }
    words = annotations.claims.map { claim in
      let content = Self.content(of: claim, annotations)
      let spoken = content.compactMap { wordOfToken[$0] }
      return Set(spoken + Self.entities(of: claim, in: content, annotations).map { number("#\($0)") }).sorted()
    }
    self.entries = entries
    self.numbers = numbers
    sentenceCounts = annotations.sentences.reduce(into: [:]) { $0[$1.block, default: 0] += 1 }
  }

  /// How much the shared words of two claims tell: rare ones more, those whom both speak of least.
  func weight(_ one: Int, _ other: Int) -> Int {
    var sum = 0
    forEachShared(one, other) { entry in sum += entry.isEntity || entry.count > 8 ? 1 : entry.count > 4 ? 2 : 3 }
    return sum
  }

  private func forEachShared(_ one: Int, _ other: Int, _ body: (Entry) -> Void) {
    let (mine, theirs) = (words[one], words[other])
    var (first, second) = (0, 0)
    while first < mine.count, second < theirs.count {
      let (left, right) = (mine[first], theirs[second])
      if left == right { body(entries[left]) }
      if left <= right { first += 1 }
      if right <= left { second += 1 }
    }
  }

  /// The one of words with one meaning that stands for them.
  static func meaning(of word: String) -> String { meanings[word] ?? stem(word) }
  /// The act that a noun counts: "meeting", "payment"; nil for a noun of things.
  static func act(of noun: String) -> String? { acts.contains(noun) ? meaning(of: noun) : nil }

  private static let acts = WordList.set(
    """
    meeting payment warning call visit letter attack offer bid request order complaint talk conversation contact trip flight
    delivery transfer donation inspection interview occasion message payout
    """)

  /// Whether both speak of one thing or act, and not only of one entity.
  func sharesThing(_ one: Int, _ other: Int) -> Bool {
    var isShared = false
    forEachShared(one, other) { if !$0.isEntity { isShared = true } }
    return isShared
  }

  func shared(_ one: Int, _ other: Int) -> Int {
    var count = 0
    forEachShared(one, other) { _ in count += 1 }
    return count
  }

  /// The act that the first clause of what is said tells: "asked for the crane to be stopped", "nobody had asked him".
  func deed(of claim: ClaimFinding) -> String? {
    let content = Self.content(of: claim, annotations)
    let clause = annotations.clauses[annotations.clauses(around: content.lowerBound)].first {
      content.contains($0.mainVerb) && $0.kind != .participle && $0.kind != .infinitive
    }
    return clause.flatMap { Self.colourless.contains($0.lemma) ? nil : Self.meaning(of: $0.lemma) }
  }

  private static let colourless = WordList.set("be have do make take get go come give say tell know think want put see keep let")

  /// How many sentences after the one the other begins.
  func distance(_ one: ClaimFinding, _ other: ClaimFinding) -> Int {
    annotations.sentenceIndex(ofToken: other.passage.lowerBound) - annotations.sentenceIndex(ofToken: one.passage.lowerBound)
  }

  /// Whether two claims stand in one stretch of text: a paragraph, or a few that are hardly more than a sentence each, as
  /// agencies print them.
  func areTogether(_ one: ClaimFinding, _ other: ClaimFinding) -> Bool {
    let (first, last) = (annotations.tokens[one.passage.lowerBound].block, annotations.tokens[other.passage.lowerBound].block)
    guard first != last else { return true }
    let between =
      annotations.sentenceIndex(
        ofToken: one.passage.lowerBound)...max(
        annotations.sentenceIndex(ofToken: one.passage.lowerBound), annotations.sentenceIndex(ofToken: other.passage.lowerBound))
    guard between.count <= Self.stretch, annotations.sentences[between].allSatisfy({ $0.kind == .paragraph }) else {
      return false
    }
    return (first...max(first, last)).allSatisfy { (sentenceCounts[$0] ?? 0) <= Self.shortParagraph }
  }

  private static let stretch = 4
  private static let shortParagraph = 2

  /// Whether the claims are of happenings whose days do not meet: "killed 15 on 4 March" and "at least 90 in late February".
  func areOfOtherDays(_ one: ClaimFinding, _ other: ClaimFinding) -> Bool {
    guard let mine = days(of: one), let theirs = days(of: other) else { return false }
    return mine.upperBound < theirs.lowerBound || theirs.upperBound < mine.lowerBound
  }

  /// Whether the claims are of happenings in two places of which neither lies in the other: "eight were killed in Dende".
  func areOfOtherPlaces(_ one: ClaimFinding, _ other: ClaimFinding) -> Bool {
    guard case .event(let first)? = one.subjects.first, case .event(let second)? = other.subjects.first, first != second else {
      return false
    }
    let (mine, theirs) = (annotations.events[first].places, annotations.events[second].places)
    guard !mine.isEmpty, !theirs.isEmpty, Set(mine).isDisjoint(with: theirs) else { return false }
    return !annotations.relations.contains { relation in
      relation.type == "LOCATED_IN"
        && (mine.contains(relation.source) && theirs.contains(relation.target)
          || theirs.contains(relation.source) && mine.contains(relation.target))
    }
  }

  /// From the first day to the last of the happening that a claim is about, in days since 1970.
  private func days(of claim: ClaimFinding) -> ClosedRange<Int64>? {
    guard case .event(let event)? = claim.subjects.first, let from = annotations.events[event].from,
      let to = annotations.events[event].to, from <= to
    else { return nil }
    return from.daysSinceEpoch...to.daysSinceEpoch
  }

  /// What is said, without the words that say who.
  static func content(of claim: ClaimFinding, _ annotations: Annotations) -> Range<Int> {
    claim.statement.map { annotations.statements[$0].content } ?? claim.passage
  }

  private static func entities(of claim: ClaimFinding, in content: Range<Int>, _ annotations: Annotations) -> [Int] {
    annotations.mentions(beginningIn: content).compactMap { mention in
      guard let entity = annotations.mentions[mention].entity, entity != claim.speaker,
        annotations.mentions[mention].form != .adjective
      else { return nil }
      return entity
    }
  }

  private static func word(at token: Int, _ annotations: Annotations) -> String? {
    let tag = annotations.tags[token]
    let lower = annotations.tokens[token].lower
    guard tag.isVerb || tag.isNominal || ["dead", "wounded", "injured"].contains(lower) else { return nil }
    let word = tag.isVerb ? VerbForms.lemma(of: lower) ?? lower : Suffixes.singular(lower)
    guard !light.contains(word), annotations.phraseOfToken[token] < 0 || !isTime(token, annotations) else { return nil }
    return meanings[word] ?? Self.stem(word)
  }

  /// What a verb and the noun of its act have in common: "cancel" and "cancellation", "refuse" and "refusal".
  static func stem(_ word: String) -> String {
    guard !whole.contains(word),
      let ending = endings.first(where: { word.hasSuffix($0) && word.utf8.count >= $0.utf8.count + ($0.utf8.count > 1 ? 5 : 4) })
    else { return word }
    var stem = Substring(word).dropLast(ending.utf8.count)
    if let last = stem.last, stem.dropLast().last == last, "bdglmnprt".contains(last) { stem = stem.dropLast() }
    return String(stem)
  }

  private static let endings = ["ation", "ition", "ate", "ion", "ment", "ance", "ence", "ing", "ery", "al", "e"]
  /// Nouns that only look as if they were of an act.
  private static let whole = WordList.set("department apartment station general hospital capital animal moment police")

  /// Words that tell how much something is and not what.
  private static let valuing = Set(
    WordList.entries(
      """
      value worth cost price bill damage lose estimate put set place close near total toll count size reach exceed top stand
      amount appraise assess reckon calculate spend gap shortfall speak talk fee price ransom rent fine salary wage charge premium
      time bring give record show list
      """
    ).map { meaning(of: $0) })

  func names(_ entity: Int, in claim: Int) -> Bool { numbers["#\(entity)"].map(words[claim].contains) ?? false }

  /// "puts the loss at 3 million", "it was closer to four": a number without a word of what it is of.
  func isBare(_ claim: Int) -> Bool { words[claim].allSatisfy { entries[$0].isEntity || entries[$0].isValuing } }

  private static func isTime(_ token: Int, _ annotations: Annotations) -> Bool {
    annotations.phrases[annotations.phraseOfToken[token]].kind == .time
  }

  private static let light = WordList.set(
    """
    be have do say tell add claim report people time day year week month hour morning evening night who which that person thing
    way part case make take go come get give put see know want one way mr mrs ms dr
    euro dollar pound crown franc dinar yen percent cent million billion number figure sum amount total
    """)

  /// Words of one act or thing → one of them.
  private static let meanings: [String: String] = WordList.table(
    """
    pay: pay payment receive transfer payout donation donate bribe
    owe: owe debt
    meet: meet meeting talk talks encounter visit come see dine dinner lunch breakfast audience
    video: video footage clip recording film tape
    write: e-mail email text
    leak: leak spill seep escape
    warn: warn warning alert alarm
    kill: kill killing die death dead toll murder fatality slay
    injure: injure wound hurt injury wounded injured
    wind: wind gust
    order: order instruct instruction command
    ask: ask request demand appeal
    offer: offer bid
    sack: dismiss dismissal sack
    resign: resign resignation quit
    move: move transfer displace displacement evict eviction expel expulsion uproot relocate relocation resettle resettlement
    march: march demonstrate protest turnout demonstration
    soldier: soldier troops force army serviceman trooper
    sell: sell sale
    buy: buy purchase acquire acquisition
    inform: inform notify
    steal: steal theft
    attack: attack raid assault
    lose: lose loss
    hire: hire employ recruit
    store: store storage
    inspect: inspect inspection inspector
    approve: approve approval
    vote: vote ballot
    deny: deny denial
    investigate: investigate investigation investigator inquiry enquiry probe
    letter: letter writing write note memo
    aircraft: aircraft plane airplane aeroplane jet
    ship: ship vessel boat tanker freighter ferry yacht trawler
    vehicle: vehicle car truck lorry van pickup
    money: money cash
    bomb: bomb bombing explosive device
    explode: explode explosion blast
    shell: shell shelling bombard bombardment
    destroy: destroy destruction
    abduct: abduct abduction kidnap kidnapping
    flee: flee flight
    drink: drink alcohol
    speak: speak speech
    know: know knowledge aware
    forge: forge forgery fake
    fail: fail failure
    close: close closure shut
    depart: depart departure
    seize: seize seizure
    disclose: disclose disclosure
    sign: sign signature
    deliver: deliver delivery
    discover: discover discovery
    damage: damage harm
    child: child kid pupil schoolchild
    outbreak: outbreak epidemic pandemic
    blaze: fire blaze inferno
    crash: crash collision collide accident
    door: door exit gate entrance
    gun: gun pistol rifle weapon firearm revolver
    shoot: shoot shooting gunfire shot gunshot
    install: install deliver delivery supply arrive arrival
    own: own ownership belong owner
    doctor: doctor medic physician
    police: police officer constable policeman policewoman
    drug: drug medicine medication
    arrest: arrest detain detention custody
    free: free release
    begin: begin start
    end: end finish
    pollute: pollute pollution contaminate contamination
    poison: poison poisoning toxic
    collapse: collapse fall
    wage: wage salary
    job: job post position
    layoff: layoff redundancy
    profit: profit earnings
    agreement: agreement deal accord pact
    permit: permit licence license permission
    bribe: bribe bribery kickback
    resident: resident villager inhabitant local
    worker: worker employee staff labourer
    refugee: refugee migrant
    rebel: rebel insurgent fighter militant gunman guerrilla
    election: election poll
    cheat: cheat fraud rig rigging
    """)
}
