import Graph

/// The changes for one document while they are put together.
struct GraphAssembly {
  let reading: DocumentReading
  let known: KnownGraph
  /// The document that says nearly the same, and what of this one it has.
  let twins: DocumentTwins
  var annotations: Annotations { reading.annotations }
  var offsets: ScalarOffsets { reading.offsets }
  private(set) var changes: [GraphChange] = []
  private var createdCount = 0
  private(set) var documentNode = NodeReference.created(0)
  /// Nil for an entity that nothing in the graph would speak of.
  private(set) var entityNodes: [NodeReference?] = []
  private(set) var eventNodes: [NodeReference] = []
  private(set) var claimNodes: [NodeReference] = []
  /// Event → known event that is the same happening.
  private var knownEvents: [Int: KnownGraph.Event] = [:]
  /// Known persons that an entity of this document was taken for.
  private var metPersons: Set<NodeID> = []

  init(_ reading: DocumentReading, known: KnownGraph) {
    self.reading = reading
    self.known = known
    twins = DocumentTwins(reading, known: known)
  }

  private mutating func create(_ labels: [String], _ properties: PropertyMap) -> NodeReference {
    changes.append(.createNode(labels: labels, properties: properties))
    createdCount += 1
    return .created(createdCount - 1)
  }

  private mutating func relate(
    _ source: NodeReference, _ type: String, _ target: NodeReference, _ properties: PropertyMap = PropertyMap()
  ) {
    changes.append(.createRelationship(type: type, source: source, target: target, properties: properties))
  }

  /// What makes the graph searchable by words: names as they are met, and sentences.
  mutating func addIndexes() {
    for index in Self.indexes { changes.append(.createIndex(index)) }
  }

  private static let indexes = [
    IndexDefinition(
      name: "names", kind: .fullText, owners: ["Entity", "Event", "Document"], keys: ["name", "aliases", "title"]),
    IndexDefinition(name: "sentences", kind: .fullText, owners: ["Sentence"], keys: ["text"], analyzer: .english),
  ]

  // MARK: Nodes

  mutating func addDocument() {
    let document = annotations.document
    var properties: PropertyMap = ["title": .string(document.title)]
    if let date = document.date { properties["date"] = .string(CivilDay(date).iso) }
    let texts = [
      ("publisher", document.publisher), ("author", document.author), ("uri", document.uri), ("origin", reading.origin),
    ]
    for (key, value) in texts {
      if let value { properties[key] = .string(value) }
    }
    properties["sha256"] = .string(document.digest)
    properties["language"] = .string(document.language)
    properties["fingerprint"] = .string(reading.fingerprint.text)
    documentNode = create(["Document"], properties)
    if let original = twins.original {
      let resemblance = (original.resemblance * 100).rounded() / 100
      relate(documentNode, "DUPLICATE_OF", .existing(original.node), ["resemblance": .float(resemblance)])
    }
  }

  /// A sentence that several documents have in the same words is one node.
  mutating func addSentences() {
    var created: [UInt64: NodeReference] = [:]
    for (number, sentence) in annotations.sentences.enumerated() {
      let text = annotations.text(of: sentence.tokens)
      let hash = TextHash.of(text)
      let node = known.sentences[hash].map { .existing($0) } ?? created[hash] ?? create(["Sentence"], ["text": .string(text)])
      created[hash] = node
      let range = offsets.range(of: annotations.span(of: sentence.tokens))
      relate(
        node, "SENTENCE_OF", documentNode,
        [
          "sentence": .integer(Int64(number)), "begin": .integer(Int64(range.lowerBound)),
          "end": .integer(Int64(range.upperBound)),
        ])
    }
  }

  mutating func addEntities() {
    let kept = EntitySelection.kept(annotations)
    for (index, entity) in annotations.entities.enumerated() {
      guard kept[index] else {
        entityNodes.append(nil)
        continue
      }
      let (node, reason) = self.node(of: entity)
      entityNodes.append(node)
      for mention in entity.mentions where annotations.mentions[mention].form != .pronoun {
        addMention(annotations.mentions[mention].tokens, of: node, reason: reason)
      }
    }
  }

  /// The entity's node, and why it is one that the graph has.
  private mutating func node(of entity: EntityFinding) -> (node: NodeReference, reason: String?) {
    let names = NameFolding.names(kind: entity.kind, [entity.name] + entity.aliases, isAnonymous: entity.isAnonymous)
    if names.isEmpty {
      let twin = twins.original.flatMap { known.anonymous(of: $0.node, kind: entity.kind, name: entity.name) }
      if let twin { return (.existing(twin), "same words in a document of nearly the same text") }
      return (create(["Entity", entity.kind.rawValue], Self.properties(of: entity)), nil)
    }
    if let match = known.match(kind: entity.kind, names: names), let met = known.entity(match.node), isNew(met, match.reason) {
      let new = names.filter { $0 != met.name && !met.aliases.contains($0) }
      if !new.isEmpty {
        changes.append(.setProperty(of: .existing(met.node), key: "aliases", value: Self.list(met.aliases + new)))
      }
      return (.existing(met.node), match.reason)
    }
    let node = create(["Entity", entity.kind.rawValue], Self.properties(of: entity))
    for candidate in known.refused(kind: entity.kind, names: names) {
      relate(
        node, "POSSIBLY_SAME_AS", .existing(candidate.node),
        ["reason": .string(candidate.reason), "document": .string(documentKey)])
    }
    return (node, nil)
  }

  /// Two persons whom the document tells apart are not one person of the graph, unless they bear that very name.
  private mutating func isNew(_ met: KnownGraph.Entity, _ reason: String) -> Bool {
    guard met.kind == .person else { return true }
    return metPersons.insert(met.node).inserted || reason == "same name"
  }

  private static func properties(of entity: EntityFinding) -> PropertyMap {
    var properties: PropertyMap = ["name": .string(entity.name)]
    if !entity.aliases.isEmpty { properties["aliases"] = list(entity.aliases) }
    if entity.isAnonymous { properties["anonymous"] = .boolean(true) }
    if let kind = entity.placeKind { properties["kind"] = .string(kind) }
    if entity.kind == .place, let point = PlaceCoordinates.point(of: entity.name) {
      properties["latitude"] = .float(point.latitude)
      properties["longitude"] = .float(point.longitude)
    }
    if let strength = entity.strength { GraphNumbers.add(strength, named: "strength", to: &properties) }
    return properties
  }

  private static func list(_ texts: [String]) -> Value { .list(texts.map { .string($0) }) }

  private mutating func addMention(_ tokens: Range<Int>, of node: NodeReference, reason: String? = nil) {
    var properties = passage(tokens)
    properties["text"] = .string(annotations.text(of: tokens))
    if let reason { properties["match"] = .string(reason) }
    relate(node, "MENTIONED_IN", documentNode, properties)
  }

  /// `begin`, `end` in scalars and the sentence's number.
  private func passage(_ tokens: Range<Int>) -> PropertyMap {
    let range = offsets.range(of: annotations.span(of: tokens))
    return [
      "begin": .integer(Int64(range.lowerBound)), "end": .integer(Int64(range.upperBound)),
      "sentence": .integer(Int64(annotations.sentenceIndex(ofToken: tokens.lowerBound))),
    ]
  }

  mutating func addEvents() {
    let matcher = KnownEventMatcher(known: known)
    for (index, event) in annotations.events.enumerated() {
      let node: NodeReference
      let twin = twins.events[index].flatMap { known.events[$0] }
      if let match = twin ?? matcher.match(happening(event)) {
        node = .existing(match.node)
        knownEvents[index] = match
      } else {
        node = create(["Event"], Self.properties(of: event))
        for place in event.places {
          if let target = entityNodes[place] { relate(node, "LOCATED_IN", target, ["document": .string(documentKey)]) }
        }
      }
      eventNodes.append(node)
      for trigger in event.triggers { addMention(trigger, of: node) }
    }
  }

  /// The event as other documents may know it.
  private func happening(_ event: EventFinding) -> KnownEventMatcher.Happening {
    let entities = event.participants.map(\.entity)
    let toldOn = event.from == nil && !event.isPlanned ? annotations.document.date : nil
    let sites = entities.filter { annotations.entities[$0].kind == .place }
    let localities = (event.places + sites).filter {
      let name = annotations.entities[$0].name
      return Gazetteer.places[NameFolding.folded(name)] != .country && !Gazetteer.isContinent(name)
    }
    return KnownEventMatcher.Happening(
      type: event.type, days: DaySpan(first: event.from, last: event.to ?? toldOn),
      participants: Set(entities.compactMap { entityNodes[$0] }),
      described: Set(
        entities.filter { annotations.entities[$0].isAnonymous }
          .map { KnownEventMatcher.noun(of: annotations.entities[$0].name) }),
      places: Set(event.places.compactMap { entityNodes[$0] }), localities: Set(localities.compactMap { entityNodes[$0] }),
      isPointing: event.triggers.first { annotations.tags[$0.upperBound - 1].isNominal }.map(isDefinite) ?? false)
  }

  /// "the bombing", "Friday's car bombing": of what the reader has heard.
  private func isDefinite(_ noun: Range<Int>) -> Bool {
    for token in (0..<noun.lowerBound).reversed() {
      switch annotations.tags[token] {
      case .determiner: return ["the", "this", "that"].contains(annotations.tokens[token].lower)
      case .possessive, .possessiveMark: return true
      case .adjective, .noun, .name, .number, .verbGerund, .verbParticiple: continue
      default: return false
      }
    }
    return false
  }

  private static func properties(of event: EventFinding) -> PropertyMap {
    var properties: PropertyMap = [
      "name": .string(event.name), "type": .string(event.type), "certainty": .string(event.certainty.rawValue),
    ]
    if event.isDisputed { properties["disputed"] = .boolean(true) }
    if event.isPlanned { properties["planned"] = .boolean(true) }
    if let from = event.from { properties["dateFrom"] = .string(CivilDay(from).iso) }
    if let to = event.to { properties["dateTo"] = .string(CivilDay(to).iso) }
    if let text = event.dateText { properties["dateText"] = .string(text) }
    for count in event.counts where properties[count.name] == nil && properties[count.name + "Min"] == nil {
      GraphNumbers.add(count.quantity, named: count.name, to: &properties)
      if let unit = count.quantity.unit { properties[count.name + "Unit"] = .string(unit) }
    }
    return properties
  }

  // MARK: Claims

  /// What tells a document from others in few letters.
  private var documentKey: String { String(annotations.document.digest.prefix(12)) }

  private func key(_ claim: Int) -> String { "\(documentKey):c\(claim)" }

  mutating func addClaims() {
    for (index, claim) in annotations.claims.enumerated() {
      let text = annotations.text(of: claim.passage)
      var place = passage(claim.passage)
      place["quote"] = .string(text)
      if let twin = twins.claims[index] {
        claimNodes.append(.existing(twin))
        relate(.existing(twin), "STATED_IN", documentNode, place)
        continue
      }
      var properties: PropertyMap = [
        "key": .string(key(index)), "predicate": .string(claim.predicate), "certainty": .string(claim.certainty.rawValue),
        "text": .string(text),
      ]
      if let quantity = claim.quantity {
        GraphNumbers.add(quantity, named: "value", to: &properties)
        if let unit = quantity.unit { properties["unit"] = .string(unit) }
      }
      if let day = claim.saidOn { properties["date"] = .string(CivilDay(day).iso) }
      let node = create(["Claim"], properties)
      claimNodes.append(node)
      relate(node, "STATED_IN", documentNode, place)
      if let speaker = claim.speaker.flatMap({ entityNodes[$0] }) { relate(node, "SAID_BY", speaker) }
      for subject in claim.subjects { if let target = self.node(of: subject) { relate(node, "ABOUT", target) } }
      if let object = claim.object.flatMap({ entityNodes[$0] }) { relate(node, "OBJECT", object) }
    }
  }

  private func node(of subject: ClaimFinding.Subject) -> NodeReference? {
    switch subject {
    case .event(let event): eventNodes[event]
    case .entity(let entity): entityNodes[entity]
    }
  }

  // MARK: Relationships

  mutating func addRelations() {
    for relation in annotations.relations {
      var properties: PropertyMap = ["certainty": .string(relation.certainty.rawValue)]
      if let role = relation.role { properties["role"] = .string(role) }
      if let share = relation.share { properties["share"] = .float(share) }
      addEvidence(relation.evidence, to: &properties)
      let claim = annotations.claims.firstIndex { claim in
        claim.predicate == relation.type && claim.object == relation.target && claim.subjects.contains(.entity(relation.source))
      }
      if let claim, twins.claims[claim] != nil { continue }
      addOrigin(claim, to: &properties)
      guard let source = entityNodes[relation.source], let target = entityNodes[relation.target] else { continue }
      relate(source, relation.type, target, properties)
    }
  }

  /// What a relationship goes back to: its claim, or else the document.
  private func addOrigin(_ claim: Int?, to properties: inout PropertyMap) {
    if let claim {
      properties["claim"] = .string(key(claim))
    } else {
      properties["document"] = .string(documentKey)
    }
  }

  private func addEvidence(_ tokens: Range<Int>, to properties: inout PropertyMap) {
    for entry in passage(tokens).entries { properties[entry.key] = entry.value }
  }

  mutating func addParticipants() {
    for (index, event) in annotations.events.enumerated() {
      let claims = annotations.claims.indices.filter {
        annotations.claims[$0].subjects.contains(.event(index)) && twins.claims[$0] == nil
      }
      for participant in event.participants {
        guard let target = entityNodes[participant.entity] else { continue }
        if let match = knownEvents[index], case .existing(let node) = target,
          match.participants.contains(node)
        {
          continue
        }
        var properties: PropertyMap = [
          "role": .string(participant.role), "certainty": .string(participant.certainty.rawValue),
        ]
        addEvidence(participant.evidence, to: &properties)
        let claim = claims.first { annotations.claims[$0].passage.overlaps(participant.evidence) } ?? claims.first
        addOrigin(claim, to: &properties)
        relate(eventNodes[index], "PARTICIPANT", target, properties)
      }
    }
  }

  mutating func addContradictions() {
    for pair in annotations.contradictions where twins.claims[pair.first] == nil || twins.claims[pair.second] == nil {
      relate(claimNodes[pair.first], "CONTRADICTS", claimNodes[pair.second], ["reason": .string(pair.reason.rawValue)])
    }
    for event in knownEvents.keys.sorted() { addContradictions(of: event, with: knownEvents[event]!) }
  }

  /// An event that everybody writes about is not joined to everything that was ever said of it.
  private static let largestContradictionCount = 8

  /// Claims of this document against what the graph has heard said of the same happening, the first claim for each different
  /// thing said.
  private mutating func addContradictions(of event: Int, with match: KnownGraph.Event) {
    var disputed = false
    let others = match.statements.values.sorted().compactMap { known.claims[$0] }
    for (index, claim) in annotations.claims.enumerated()
    where claim.subjects.contains(.event(event)) && twins.claims[index] == nil {
      var count = 0
      for other in others where count < Self.largestContradictionCount {
        guard let reason = Self.contradiction(claim, other) else { continue }
        contradict(claimNodes[index], claim, other, reason)
        count += 1
      }
      disputed = disputed || count > 0
    }
    if disputed { changes.append(.setProperty(of: .existing(match.node), key: "disputed", value: .boolean(true))) }
  }

  /// Who says something else of the same thing on a later day corrects what he said; the relationship begins at the later claim.
  private mutating func contradict(
    _ node: NodeReference, _ claim: ClaimFinding, _ other: KnownGraph.Claim, _ reason: Contradiction.Reason
  ) {
    var properties: PropertyMap = ["reason": .string(reason.rawValue)]
    let day = (claim.saidOn ?? annotations.document.date).map(CivilDay.init)
    guard isSameVoice(claim.speaker, other.speakers), let day, let before = other.saidOn, day != before else {
      return relate(node, "CONTRADICTS", .existing(other.node), properties)
    }
    properties["correction"] = .boolean(true)
    if before < day {
      relate(node, "CONTRADICTS", .existing(other.node), properties)
    } else {
      relate(.existing(other.node), "CONTRADICTS", node, properties)
    }
  }

  /// Whether one of `others` is the speaker, or has no name either and is described by the same words.
  private func isSameVoice(_ speaker: Int?, _ others: Set<NodeID>) -> Bool {
    guard let speaker else { return false }
    let entity = annotations.entities[speaker]
    return others.contains { node in
      if case .existing(node)? = entityNodes[speaker] { return true }
      return entity.isAnonymous
        && known.entity(node).map { $0.isAnonymous && $0.kind == entity.kind && $0.name == entity.name }
          ?? false
    }
  }

  private static func contradiction(_ claim: ClaimFinding, _ other: KnownGraph.Claim) -> Contradiction.Reason? {
    guard other.predicate == claim.predicate else { return nil }
    if (other.certainty == Certainty.denied.rawValue) != (claim.certainty == .denied) { return .denial }
    guard let mine = claim.quantity?.interval, let minimum = other.minimum, let maximum = other.maximum else { return nil }
    return NumberInterval(minimum, maximum, qualifier: other.qualifier).meets(mine) ? nil : .numbers
  }
}
