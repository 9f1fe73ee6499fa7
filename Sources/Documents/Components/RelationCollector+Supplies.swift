// Who supplies whom: verbs of giving, getting and making whose object is goods (VerbNet's classes give, fulfilling, send,
// get, build).
extension RelationCollector {
  private static let giving = WordList.set(
    "supply deliver provide sell ship export furnish lease rent wholesale dispatch consign")
  private static let getting = WordList.set(
    "buy purchase order procure obtain source import lease rent hire commission get receive")
  private static let fitting = WordList.set("provide provision stock outfit fit furnish equip supply serve feed load")
  private static let making = WordList.set(
    "build make manufacture produce print brew haul carry transport bake sew weld assemble process pack mill refine")

  /// "sold 200 pumps to X", "bought 200 pumps from X", "the pumps were delivered to X by Y", "built the boats for X".
  mutating func readSupplies(_ reading: ClauseReading) {
    let (clause, source) = (reading.clause, reading.source)
    guard !clause.isPassive, let object = clause.objects.first else { return }
    for adjunct in clause.adjuncts {
      guard let other = annotations.entity(ofPhrase: adjunct.phrase), other != source else { continue }
      let isSupplier: Bool
      switch adjunct.preposition {
      case "to" where Self.giving.contains(clause.lemma): isSupplier = true
      case "for" where Self.making.contains(clause.lemma) && kind(other) == .organization && kind(source) == .organization:
        isSupplier = true
      case "from" where Self.getting.contains(clause.lemma): isSupplier = false
      default: continue
      }
      guard isGoods(object, clause.lemma) else { continue }
      let (supplier, client) = isSupplier ? (source, other) : (other, source)
      if mayTrade(supplier), mayTrade(client) || kind(client) == .place, allows("SUPPLIES", kind(supplier), kind(client)) {
        add("SUPPLIES", supplier, client, evidence: evidence(reading, adjunct.phrase))
      }
    }
    // "provided X with pumps"
    if Self.fitting.contains(clause.lemma), let client = annotations.entity(ofPhrase: object), client != source,
      let goods = clause.adjuncts.first(where: { $0.preposition == "with" })?.phrase, isGoods(goods, clause.lemma),
      mayTrade(source), allows("SUPPLIES", kind(source), kind(client))
    {
      add("SUPPLIES", source, client, evidence: evidence(reading, goods))
    }
  }

  /// The passive of the same: its subject is the goods.
  mutating func readPassiveSupplies(_ clause: Clause) {
    guard clause.isPassive, let subject = clause.subjects.first, isGoods(subject, clause.lemma) else { return }
    func party(_ preposition: String) -> (entity: Int, phrase: Int)? {
      guard let phrase = clause.adjuncts.first(where: { $0.preposition == preposition })?.phrase,
        let entity = annotations.entity(ofPhrase: phrase)
      else { return nil }
      return (entity, phrase)
    }
    guard let agent = party("by") else { return }
    let other: (entity: Int, phrase: Int)?
    let isSupplier: Bool
    if Self.giving.contains(clause.lemma), let client = party("to") {
      (other, isSupplier) = (client, true)
    } else if Self.making.contains(clause.lemma), let client = party("for"), kind(client.entity) == .organization {
      (other, isSupplier) = (client, true)
    } else if Self.getting.contains(clause.lemma) {
      (other, isSupplier) = (party("from"), false)
    } else {
      return
    }
    guard let other, other.entity != agent.entity else { return }
    let (supplier, client) = isSupplier ? (agent.entity, other.entity) : (other.entity, agent.entity)
    guard mayTrade(supplier), allows("SUPPLIES", kind(supplier), kind(client)) else { return }
    let ends = [subject, agent.phrase, other.phrase].map { annotations.phrases[$0].tokens }
    add("SUPPLIES", supplier, client, evidence: ends.map(\.lowerBound).min()!..<ends.map(\.upperBound).max()!)
  }

  private func mayTrade(_ entity: Int) -> Bool {
    kind(entity) == .organization || kind(entity) == .person && !annotations.entities[entity].isAnonymous
  }

  /// Things by the number or by the mass; no shares, papers, people or happenings. What is bought and sold one at a time may
  /// be a house or a firm.
  private func isGoods(_ phrase: Int, _ lemma: String) -> Bool {
    let head = annotations.phrases[phrase].head
    let lower = tokens[head].lower
    let singular = Suffixes.singular(lower)
    if let entity = annotations.entity(ofPhrase: phrase), kind(entity) != .asset || !annotations.entities[entity].isAnonymous {
      return false
    }
    guard !Self.portions.contains(lower), !Speakers.documents.contains(singular), !HumanNouns.describesHuman(singular),
      EventLexicon.nouns[singular] == nil, !Self.abstract.contains(singular)
    else { return false }
    if let quantity = annotations.phrases[phrase].quantity {
      return annotations.quantities[quantity].unit == nil
    }
    return annotations.tags[head] == .pluralNoun || Self.masses.contains(lower)
  }

  private static let abstract = WordList.set(
    """
    share bond asset right licence license detail information fact reason name answer instruction house home flat field
    meadow site plot estate company firm business subsidiary division brand term condition support help advice assistance money
    fund sum crown euro dollar pound mark franc order opportunity service insight clue proof image sample message blow
    """)

  private static let masses = WordList.set(
    """
    fuel gas oil petrol diesel coal power electricity water steam equipment machinery software hardware ammunition weaponry food
    grain flour rice wheat timber steel iron copper cement concrete gravel sand stone paper glass plastic clothing furniture
    medicine vaccine milk beer wine fish meat kerosene ore salt sugar cotton wool
    """)
}
