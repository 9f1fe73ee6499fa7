import Graph

/// The changes for one document while they are put together.
struct GraphAssembly {
  let annotations: Annotations
  let known: KnownGraph
  let offsets: ScalarOffsets
  private(set) var changes: [GraphChange] = []
  private var createdCount = 0
  private(set) var documentNode = NodeReference.created(0)
  /// Nil for an entity that nothing in the graph would speak of.
  private(set) var entityNodes: [NodeReference?] = []
  private(set) var eventNodes: [NodeReference] = []
  private(set) var claimNodes: [NodeReference] = []
  /// Event → known event that is the same happening.
  private var knownEvents: [Int: KnownGraph.Event] = [:]

  init(_ annotations: Annotations, known: KnownGraph) {
    self.annotations = annotations
    self.known = known
    offsets = ScalarOffsets(annotations.document.bytes)
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

  /// What makes the graph searchable by words: names as they are met, and the sentences of claims.
  mutating func addIndexes() {
    for index in Self.indexes { changes.append(.createIndex(index)) }
  }

  private static let indexes = [
    IndexDefinition(
      name: "names", kind: .fullText, owners: ["Entity", "Event", "Document"], keys: ["name", "aliases", "title"]),
    IndexDefinition(name: "sentences", kind: .fullText, owners: ["Claim"], keys: ["text"], analyzer: .english),
  ]

  // MARK: Nodes

  mutating func addDocument() {
    let document = annotations.document
    var properties: PropertyMap = ["title": .string(document.title)]
    if let date = document.date { properties["date"] = .string(CivilDay(date).iso) }
    for (key, value) in [("publisher", document.publisher), ("author", document.author), ("uri", document.uri)] {
      if let value { properties[key] = .string(value) }
    }
    properties["sha256"] = .string(document.digest)
    properties["language"] = .string(document.language)
    documentNode = create(["Document"], properties)
  }

  mutating func addEntities() {
    let kept = EntitySelection.kept(annotations)
    for (index, entity) in annotations.entities.enumerated() {
      guard kept[index] else {
        entityNodes.append(nil)
        continue
      }
      let node: NodeReference
      let match = entity.isAnonymous ? nil : known.entity(kind: entity.kind, names: [entity.name] + entity.aliases)
      if let match {
        node = .existing(match.node)
        let new = ([entity.name] + entity.aliases).filter { $0 != match.name && !match.aliases.contains($0) }
        if !new.isEmpty { changes.append(.setProperty(of: node, key: "aliases", value: Self.list(match.aliases + new))) }
      } else {
        node = create(["Entity", entity.kind.rawValue], Self.properties(of: entity))
      }
      entityNodes.append(node)
      for mention in entity.mentions where annotations.mentions[mention].form != .pronoun {
        addMention(annotations.mentions[mention].tokens, of: node)
      }
    }
  }

  private static func properties(of entity: EntityFinding) -> PropertyMap {
    var properties: PropertyMap = ["name": .string(entity.name)]
    if !entity.aliases.isEmpty { properties["aliases"] = list(entity.aliases) }
    if entity.isAnonymous { properties["anonymous"] = .boolean(true) }
    if let kind = entity.placeKind { properties["kind"] = .string(kind) }
    if let strength = entity.strength { GraphNumbers.add(strength, named: "strength", to: &properties) }
    return properties
  }

  private static func list(_ texts: [String]) -> Value { .list(texts.map { .string($0) }) }

  private mutating func addMention(_ tokens: Range<Int>, of node: NodeReference) {
    var properties = passage(tokens)
    properties["text"] = .string(annotations.text(of: tokens))
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
      let participants = Set(event.participants.compactMap { entityNodes[$0.entity] })
      let places = Set(event.places.compactMap { entityNodes[$0] })
      let node: NodeReference
      if let match = matcher.match(event, participants: participants, places: places) {
        node = .existing(match.node)
        knownEvents[index] = match
      } else {
        node = create(["Event"], Self.properties(of: event))
        for place in event.places { if let target = entityNodes[place] { relate(node, "LOCATED_IN", target) } }
      }
      eventNodes.append(node)
      for trigger in event.triggers { addMention(trigger, of: node) }
    }
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

  private func key(_ claim: Int) -> String { "\(annotations.document.digest.prefix(12)):c\(claim)" }

  mutating func addClaims() {
    for (index, claim) in annotations.claims.enumerated() {
      let text = annotations.text(of: claim.passage)
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
      var place = passage(claim.passage)
      place["quote"] = .string(text)
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
      addEvidence(relation.evidence, to: &properties)
      let claim = annotations.claims.firstIndex { claim in
        claim.predicate == relation.type && claim.object == relation.target && claim.subjects.contains(.entity(relation.source))
      }
      if let claim { properties["claim"] = .string(key(claim)) }
      guard let source = entityNodes[relation.source], let target = entityNodes[relation.target] else { continue }
      relate(source, relation.type, target, properties)
    }
  }

  private func addEvidence(_ tokens: Range<Int>, to properties: inout PropertyMap) {
    for entry in passage(tokens).entries { properties[entry.key] = entry.value }
  }

  mutating func addParticipants() {
    for (index, event) in annotations.events.enumerated() {
      let claims = annotations.claims.indices.filter { annotations.claims[$0].subjects.contains(.event(index)) }
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
        if let claim { properties["claim"] = .string(key(claim)) }
        relate(eventNodes[index], "PARTICIPANT", target, properties)
      }
    }
  }

  mutating func addContradictions() {
    for pair in annotations.contradictions {
      relate(claimNodes[pair.first], "CONTRADICTS", claimNodes[pair.second], ["reason": .string(pair.reason.rawValue)])
    }
    for (event, match) in knownEvents { addContradictions(of: event, with: match) }
  }

  /// Claims of this document against those that the graph has about the same happening.
  private mutating func addContradictions(of event: Int, with match: KnownGraph.Event) {
    var disputed = false
    for (index, claim) in annotations.claims.enumerated() where claim.subjects.contains(.event(event)) {
      for node in match.claims {
        guard let other = known.claims[node], other.predicate == claim.predicate else { continue }
        let reason: Contradiction.Reason
        if (other.certainty == Certainty.denied.rawValue) != (claim.certainty == .denied) {
          reason = .denial
        } else if let mine = claim.quantity?.interval, let minimum = other.minimum, let maximum = other.maximum,
          !NumberInterval(minimum, maximum, qualifier: other.qualifier).meets(mine)
        {
          reason = .numbers
        } else {
          continue
        }
        relate(claimNodes[index], "CONTRADICTS", .existing(node), ["reason": .string(reason.rawValue)])
        disputed = true
      }
    }
    if disputed { changes.append(.setProperty(of: .existing(match.node), key: "disputed", value: .boolean(true))) }
  }
}
