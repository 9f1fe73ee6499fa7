import Graph

/// What a graph already has that a new document may meet: documents, sentences, entities, events, claims, each found by what
/// the document says and never by looking through all of them.
///
/// Built by adding the graph's elements, nodes before the relationships that use them, in the order of their ids; then kept
/// up with each document that is read (`apply`) or taken out (`remove`, `refresh`). Either way gives the same answers, so that
/// an interrupted reading that is taken up again makes the same graph. What is not of a document graph is passed over.
public struct KnownGraph: Sendable {
  struct Entity: Sendable {
    var node: NodeID
    var kind: EntityKind
    var name: String
    var aliases: [String]
    var isAnonymous: Bool

    /// Its name and its other names, as far as other documents may know it by them.
    var names: [String] { NameFolding.names(kind: kind, [name] + aliases, isAnonymous: isAnonymous) }
  }

  struct Event: Sendable {
    var node: NodeID
    var type: String
    /// Of what has happened and is told without a day: up to the day of the first document that tells of it.
    var days: DaySpan
    var isPlanned = false
    var participants: Set<NodeID> = []
    var places: Set<NodeID> = []
    /// Each different thing that is said of it and the first claim that says so.
    var statements: [UInt64: NodeID] = [:]
  }

  struct Claim: Sendable {
    var node: NodeID
    var predicate: String
    var certainty: String
    var minimum: Double?
    var maximum: Double?
    var qualifier: String?
    /// Of predicate, certainty, text and value.
    var wording: UInt64
    /// When it was said; the day of the first document that states it, where that does not say.
    var saidOn: CivilDay?
    var speakers: Set<NodeID> = []
    var subjects: [NodeID] = []

    /// Of predicate, denial and value: what can contradict another claim.
    var statement: UInt64 {
      let parts = [TextHash.of(predicate), certainty == Certainty.denied.rawValue ? 1 : 0, TextHash.of(qualifier ?? "")]
      return (parts + [minimum, maximum].map { $0?.bitPattern ?? 1 }).reduce(0, TextHash.combined)
    }
  }

  private(set) var documents = KnownDocuments()
  private(set) var events = KnownEvents()
  private(set) var claims: [NodeID: Claim] = [:]
  private var entities: [NodeID: Entity] = [:]
  private var names = KnownNames()
  /// Hash of a sentence's text → its node.
  private(set) var sentences: [UInt64: NodeID] = [:]
  /// Document → the wording of each of its claims → the claim.
  private var claimsOfDocument: [NodeID: [UInt64: NodeID]] = [:]
  /// Document → the entities without a name that it speaks of.
  private var anonymousOfDocument: [NodeID: Set<NodeID>] = [:]

  public init() {}

  public init(_ elements: some Sequence<GraphElement>) {
    for element in elements {
      switch element {
      case .node(let node): add(node)
      case .relationship(let relationship): add(relationship)
      }
    }
  }

  /// Of relationships only ends and types are asked for.
  public init(source: some ElementSource) {
    for index in 0..<source.batchCount {
      let batch = source.batch(index)
      switch batch.kind {
      case .node:
        let batch = source.batchWithProperties(index)
        for place in 0..<batch.count {
          if case .node(let node) = batch.element(place) { add(node) }
        }
      case .relationship:
        for place in 0..<batch.count {
          if case .relationship(let relationship) = batch.element(place) { add(relationship) }
        }
      }
    }
  }

  // MARK: - Adding

  public mutating func add(_ node: Node) {
    let properties = node.properties
    for label in node.labels {
      switch label {
      case "Document": documents.add(node.id, properties)
      case "Sentence": if let text = properties["text"]?.text { sentences[TextHash.of(text)] = node.id }
      case "Event":
        events.add(
          Event(
            node: node.id, type: properties["type"]?.text ?? "other",
            days: DaySpan(first: properties["dateFrom"]?.text, last: properties["dateTo"]?.text),
            isPlanned: properties["planned"]?.isTrue ?? false))
      case "Claim": claims[node.id] = Self.claim(node.id, properties)
      default:
        guard let kind = EntityKind(rawValue: label), let name = properties["name"]?.text else { continue }
        add(
          Entity(
            node: node.id, kind: kind, name: name, aliases: properties["aliases"]?.texts ?? [],
            isAnonymous: properties["anonymous"]?.isTrue ?? false))
      }
    }
  }

  private mutating func add(_ entity: Entity) {
    entities[entity.node] = entity
    names.add(entity)
  }

  private static func claim(_ node: NodeID, _ properties: PropertyMap) -> Claim {
    let value = properties["value"]?.number
    let minimum = properties["valueMin"]?.number ?? value
    let maximum = properties["valueMax"]?.number ?? value
    let predicate = properties["predicate"]?.text ?? ""
    let certainty = properties["certainty"]?.text ?? ""
    return Claim(
      node: node, predicate: predicate, certainty: certainty, minimum: minimum, maximum: maximum,
      qualifier: properties["qualifier"]?.text,
      wording: wording(predicate, certainty, properties["text"]?.text ?? "", minimum, maximum),
      saidOn: properties["date"]?.text.flatMap(CivilDay.init(iso:)))
  }

  static func wording(_ predicate: String, _ certainty: String, _ text: String, _ minimum: Double?, _ maximum: Double?) -> UInt64
  {
    let parts = [TextHash.of(predicate), TextHash.of(certainty), TextHash.of(text)]
    let numbers = [minimum, maximum].map { $0?.bitPattern ?? 1 }
    return (parts + numbers).reduce(0, TextHash.combined)
  }

  public mutating func add(_ relationship: Relationship) {
    guard let content = relationship.content else { return }
    relate(content.source, content.type, content.target)
  }

  private mutating func relate(_ source: NodeID, _ type: String, _ target: NodeID) {
    switch type {
    case "PARTICIPANT": events.add(participant: target, to: source)
    case "LOCATED_IN": events.add(place: target, to: source)
    case "ABOUT":
      if let claim = claims[source] { events.add(claim: source, saying: claim.statement, to: target) }
      claims[source]?.subjects.append(target)
    case "SAID_BY": claims[source]?.speakers.insert(target)
    case "STATED_IN":
      guard let claim = claims[source] else { return }
      claimsOfDocument[target, default: [:]][claim.wording] = source
      if claim.saidOn == nil { claims[source]!.saidOn = documents.documents[target]?.date }
    case "MENTIONED_IN":
      if entities[source]?.isAnonymous == true { anonymousOfDocument[target, default: []].insert(source) }
      if let day = documents.documents[target]?.date { events.bound(source, by: day) }
    case "DUPLICATE_OF": documents.noteCopy(source, of: target)
    default: break
    }
  }

  /// Takes in what a document has changed.
  ///
  /// - Parameter created: the nodes that the changes have created, in their order.
  public mutating func apply(_ changes: [GraphChange], created: [NodeID]) {
    func resolved(_ reference: NodeReference) -> NodeID {
      switch reference {
      case .existing(let node): node
      case .created(let number): created[number]
      }
    }
    var createdCount = 0
    for change in changes {
      switch change {
      case .createNode(let labels, let properties):
        add(Node(id: created[createdCount], labels: labels, properties: properties))
        createdCount += 1
      case .createRelationship(let type, let source, let target, _): relate(resolved(source), type, resolved(target))
      case .setProperty(let node, "aliases", let value):
        guard var entity = entities[resolved(node)] else { continue }
        names.remove(entity)
        entity.aliases = value.texts ?? []
        add(entity)
      case .setProperty(let node, "origin", .string(let origin)): documents.move(resolved(node), to: origin)
      case .setProperty, .addLabel, .createIndex: break
      }
    }
  }

  // MARK: - Taking out

  /// Forgets a node that the graph no longer has; what it was related to is to be refreshed.
  public mutating func remove(_ node: NodeID) {
    documents.remove(node)
    events.remove(node)
    claimsOfDocument[node] = nil
    anonymousOfDocument[node] = nil
    claims[node] = nil
    if let entity = entities.removeValue(forKey: node) { names.remove(entity) }
  }

  /// Forgets a sentence that the graph no longer has.
  public mutating func removeSentence(_ text: String) { sentences[TextHash.of(text)] = nil }

  private static let typesOfEvents: Set = ["PARTICIPANT", "LOCATED_IN", "MENTIONED_IN"]

  /// Takes a node as it is now with the relationships that begin at it, and the claims about it.
  public mutating func refresh(_ node: Node, _ outgoing: [Relationship], about claims: [NodeID]) {
    if let entity = entities.removeValue(forKey: node.id) { names.remove(entity) }
    events.remove(node.id)
    add(node)
    for relationship in outgoing {
      guard let content = relationship.content, Self.typesOfEvents.contains(content.type) else { continue }
      relate(content.source, content.type, content.target)
    }
    for claim in claims {
      if let known = self.claims[claim] { events.add(claim: claim, saying: known.statement, to: node.id) }
    }
  }

  // MARK: - Asking

  /// Whether a document of these bytes has been read into the graph.
  public func hasDocument(digest: String) -> Bool { documents.has(digest: digest) }

  /// The document that was read from `origin`, and whether it had these bytes.
  public func document(origin: String, digest: String) -> (node: NodeID, isSame: Bool)? {
    guard let node = documents.node(origin: origin) else { return nil }
    return (node, documents.documents[node]?.digest == digest)
  }

  /// The documents of these bytes and where they were read, in the order in which they were.
  public func documents(digest: String) -> [(node: NodeID, origin: String)] {
    documents.nodes(digest: digest).sorted().compactMap { node in documents.documents[node]?.origin.map { (node, $0) } }
  }

  func entity(_ node: NodeID) -> Entity? { entities[node] }

  /// The entity of that kind that one of `names` means, and why.
  func match(kind: EntityKind, names: [String]) -> KnownNames.Match? {
    self.names.match(kind: kind, names: names) { entities[$0] }
  }

  func refused(kind: EntityKind, names: [String]) -> [KnownNames.Match] {
    self.names.refused(kind: kind, names: names) { entities[$0] }
  }

  /// A document's claim of that wording.
  func claim(of document: NodeID, wording: UInt64) -> NodeID? { claimsOfDocument[document]?[wording] }

  /// An entity without a name that a document speaks of in these words.
  func anonymous(of document: NodeID, kind: EntityKind, name: String) -> NodeID? {
    anonymousOfDocument[document]?.filter { entities[$0]?.kind == kind && entities[$0]?.name == name }.min()
  }
}

extension Value {
  var text: String? {
    switch self {
    case .string(let text): text
    case .date(let date): CivilDay(date).iso
    default: nil
    }
  }
  fileprivate var texts: [String]? { if case .list(let values) = self { values.compactMap(\.text) } else { nil } }
  fileprivate var isTrue: Bool { if case .boolean(true) = self { true } else { false } }
  fileprivate var number: Double? {
    switch self {
    case .integer(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }
}
