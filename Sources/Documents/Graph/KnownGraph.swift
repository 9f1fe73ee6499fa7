import Graph

/// What a graph already has that a new document may meet: documents, entities, events, claims.
///
/// Built by adding the graph's elements, nodes before the relationships that use them, in any order otherwise.
/// What is not of a document graph is passed over.
public struct KnownGraph: Sendable {
  struct Entity: Sendable {
    var node: NodeID
    var kind: EntityKind
    var name: String
    var aliases: [String]
    var isAnonymous: Bool
  }

  struct Event: Sendable {
    var node: NodeID
    var type: String
    var from: String?
    var to: String?
    var participants: Set<NodeID> = []
    var places: Set<NodeID> = []
    var claims: [NodeID] = []
  }

  struct Claim: Sendable {
    var node: NodeID
    var predicate: String
    var certainty: String
    var minimum: Double?
    var maximum: Double?
    var qualifier: String?
    var speakers: Set<NodeID> = []
  }

  private(set) var digests: Set<String> = []
  private(set) var entities: [Entity] = []
  private(set) var events: [NodeID: Event] = [:]
  private(set) var claims: [NodeID: Claim] = [:]
  /// Label and folded name or alias → position in `entities`.
  private var entityOfName: [String: Int] = [:]

  public init() {}

  public init(_ elements: some Sequence<GraphElement>) {
    for element in elements {
      switch element {
      case .node(let node): add(node)
      case .relationship(let relationship): add(relationship)
      }
    }
  }

  public mutating func add(_ node: Node) {
    let properties = node.properties
    if node.labels.contains("Document"), let digest = properties["sha256"]?.text { digests.insert(digest) }
    if node.labels.contains("Event") {
      events[node.id] = Event(
        node: node.id, type: properties["type"]?.text ?? "other", from: properties["dateFrom"]?.text,
        to: properties["dateTo"]?.text)
    }
    if node.labels.contains("Claim") {
      let value = properties["value"]?.number
      claims[node.id] = Claim(
        node: node.id, predicate: properties["predicate"]?.text ?? "", certainty: properties["certainty"]?.text ?? "",
        minimum: properties["valueMin"]?.number ?? value, maximum: properties["valueMax"]?.number ?? value,
        qualifier: properties["qualifier"]?.text)
    }
    guard let kind = EntityKind.allCases.first(where: { node.labels.contains($0.rawValue) }) else { return }
    guard let name = properties["name"]?.text else { return }
    let isAnonymous = properties["anonymous"]?.isTrue ?? false
    let entity = Entity(
      node: node.id, kind: kind, name: name, aliases: properties["aliases"]?.texts ?? [], isAnonymous: isAnonymous)
    entities.append(entity)
    guard !isAnonymous else { return }
    for form in [name] + entity.aliases where NameFolding.isDistinctive(form, kind: kind) {
      let key = Self.key(kind, form)
      if entityOfName[key] == nil { entityOfName[key] = entities.count - 1 }
    }
  }

  public mutating func add(_ relationship: Relationship) {
    guard let content = relationship.content else { return }
    switch content.type {
    case "PARTICIPANT": events[content.source]?.participants.insert(content.target)
    case "LOCATED_IN": events[content.source]?.places.insert(content.target)
    case "ABOUT": events[content.target]?.claims.append(content.source)
    case "SAID_BY": claims[content.source]?.speakers.insert(content.target)
    default: break
    }
  }

  /// Whether a document of these bytes has been read into the graph.
  public func hasDocument(digest: String) -> Bool { digests.contains(digest) }

  /// The entity of that kind that bears one of `names`, compared folded; nil if none does.
  func entity(kind: EntityKind, names: [String]) -> Entity? {
    for name in names where NameFolding.isDistinctive(name, kind: kind) {
      if let position = entityOfName[Self.key(kind, name)] { return entities[position] }
    }
    return nil
  }

  private static func key(_ kind: EntityKind, _ name: String) -> String { kind.rawValue + "/" + NameFolding.folded(name) }
}

extension Value {
  fileprivate var text: String? {
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
