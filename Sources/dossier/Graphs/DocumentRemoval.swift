import Documents
import Graph
import GraphStorage

/// Takes out of a graph what came from one document and from nothing else: its sentences, claims and mentions, the relationships
/// that go back to them, and the entities and events that no other document speaks of.
///
/// What remains is made to say what the other documents say: an alias that only this text used goes, a disputed event is
/// disputed no longer where the other claim went. What a human has added stays.
struct DocumentRemoval {
  private let transaction: GraphTransaction
  private var state: GraphSnapshot { transaction.state }

  init(_ transaction: GraphTransaction) {
    self.transaction = transaction
  }

  /// Complexity: in what the document's entities have relationships to, mentions aside.
  func remove(_ document: NodeID, from known: inout KnownGraph) throws(StorageError) {
    let digest = state.text("sha256", of: document) ?? ""
    let mentioned = Set(sources(of: document, "MENTIONED_IN"))
    let mentions = mentionedForms(of: document)
    try removeSentences(of: document, from: &known)
    var affected = mentioned
    let claims = try removeClaims(of: document, noting: &affected, from: &known)
    let source = Source(claims: claims.keys, document: String(digest.prefix(12)))
    for node in mentioned.sorted() { try removeRelationships(of: node, source, document, &affected) }
    try removeNode(document, from: &known)
    for node in affected.sorted() where state.contains(node) {
      if sourcesOrTargets(of: node).isEmpty {
        try removeNode(node, from: &known)
      } else {
        try mend(node, without: mentions[node] ?? [], claims.predicates[node] ?? [], in: &known)
      }
    }
  }

  /// The claims that were removed.
  private struct RemovedClaims {
    var keys: Set<String> = []
    /// Event → what was claimed of it.
    var predicates: [NodeID: Set<String>] = [:]
  }

  /// What a relationship can go back to: a claim that was removed, or else the document itself.
  private struct Source {
    var claims: Set<String>
    var document: String
  }

  // MARK: - Parts

  private func removeSentences(of document: NodeID, from known: inout KnownGraph) throws(StorageError) {
    for relationship in relationships(of: document, "SENTENCE_OF", .incoming) {
      let sentence = state.source(of: relationship)
      transaction.delete(relationship)
      guard state.degree(of: sentence, .both) == 0 else { continue }
      if let text = state.text("text", of: sentence) { known.removeSentence(text) }
      try removeNode(sentence, from: &known)
    }
  }

  /// Claims that no other document states.
  private func removeClaims(
    of document: NodeID, noting affected: inout Set<NodeID>, from known: inout KnownGraph
  ) throws(StorageError) -> RemovedClaims {
    var removed = RemovedClaims()
    for passage in relationships(of: document, "STATED_IN", .incoming) {
      let claim = state.source(of: passage)
      transaction.delete(passage)
      guard state.contains(claim), relationships(of: claim, "STATED_IN", .outgoing).isEmpty else { continue }
      for type in ["ABOUT", "OBJECT", "SAID_BY"] { affected.formUnion(targets(of: claim, type)) }
      for other in targets(of: claim, "CONTRADICTS") + sources(of: claim, "CONTRADICTS") {
        affected.formUnion(targets(of: other, "ABOUT"))
      }
      if let key = state.text("key", of: claim) { removed.keys.insert(key) }
      if let predicate = state.text("predicate", of: claim) {
        for event in targets(of: claim, "ABOUT") { removed.predicates[event, default: []].insert(predicate) }
      }
      try removeNode(claim, from: &known)
    }
    return removed
  }

  /// Mentions in the document, and what goes back to it alone.
  private func removeRelationships(
    of node: NodeID, _ source: Source, _ document: NodeID, _ affected: inout Set<NodeID>
  ) throws(StorageError) {
    var found: [RelationshipID] = []
    if let mention = state.relationshipTypeID("MENTIONED_IN") {
      state.relationships(from: node, to: document, types: [mention], .outgoing, into: &found)
    }
    for relationship in found { transaction.delete(relationship) }
    let isEvent = state.labelID("Event").map { state.has($0, node) } ?? false
    for (number, name) in state.relationshipTypes.enumerated() where !Self.otherTypes.contains(name) {
      var neighbours: [NodeID] = []
      var relationships: [RelationshipID] = []
      state.expand(
        node, types: [RelationshipTypeID(UInt32(number))], .outgoing, into: &neighbours, relationships: &relationships)
      for (neighbour, relationship) in zip(neighbours, relationships) where goesBack(relationship, to: source) {
        affected.insert(neighbour)
        if isEvent, speakTogether(node, neighbour) { continue }
        transaction.delete(relationship)
      }
    }
  }

  private static let otherTypes: Set<String> = [
    "MENTIONED_IN", "STATED_IN", "SENTENCE_OF", "ABOUT", "OBJECT", "SAID_BY", "CONTRADICTS", "DUPLICATE_OF",
  ]

  private func goesBack(_ relationship: RelationshipID, to source: Source) -> Bool {
    if let claim = state.text("claim", of: relationship) { return source.claims.contains(claim) }
    return state.text("document", of: relationship) == source.document
  }

  /// Whether a document that is left speaks of both.
  private func speakTogether(_ event: NodeID, _ other: NodeID) -> Bool {
    let documents = Set(targets(of: event, "MENTIONED_IN"))
    return !documents.isEmpty && targets(of: other, "MENTIONED_IN").contains { documents.contains($0) }
  }

  private func removeNode(_ node: NodeID, from known: inout KnownGraph) throws(StorageError) {
    var neighbours: [NodeID] = []
    var relationships: [RelationshipID] = []
    state.expand(node, .both, into: &neighbours, relationships: &relationships)
    for relationship in relationships { transaction.delete(relationship) }
    try transaction.delete(node)
    known.remove(node)
  }

  // MARK: - What remains

  private func mend(
    _ node: NodeID, without forms: [String], _ predicates: Set<String>, in known: inout KnownGraph
  ) throws(StorageError) {
    if let event = state.labelID("Event"), state.has(event, node) {
      try mendEvent(node)
      for count in predicates.intersection(Self.counts).sorted() { try mendCount(count, of: node) }
    } else {
      try mendNames(node, forms)
    }
    var relationships: [RelationshipID] = []
    for type in ["PARTICIPANT", "LOCATED_IN"] { relationships += self.relationships(of: node, type, .outgoing) }
    known.refresh(
      state.node(node), relationships.sorted().map { state.relationship($0) }, about: sources(of: node, "ABOUT").sorted())
  }

  /// Takes away aliases that only the removed text used.
  private func mendNames(_ node: NodeID, _ forms: [String]) throws(StorageError) {
    guard let key = state.propertyKeyID("aliases"), case .list(let aliases) = state.property(key, of: node) else { return }
    let left = Set(relationships(of: node, "MENTIONED_IN", .outgoing).compactMap { state.text("text", of: $0) }.map(\.bareName))
    let gone = Set(forms.map(\.bareName)).subtracting(left)
    let kept = aliases.filter { alias in
      guard case .string(let alias) = alias else { return true }
      return !gone.contains(alias.bareName)
    }
    if kept.count < aliases.count { try transaction.set(kept.isEmpty ? .null : .list(kept), for: key, of: node) }
  }

  private static let certainties = ["confirmed", "probable", "reported", "rumoured", "denied"]

  /// An event is as certain as the surest claim about it, and disputed where two of them contradict each other.
  private func mendEvent(_ node: NodeID) throws(StorageError) {
    let claims = sources(of: node, "ABOUT")
    let said = Set(claims.compactMap { state.text("certainty", of: $0) })
    if let surest = Self.certainties.first(where: said.contains) {
      try transaction.set(.string(surest), for: transaction.propertyKeyID(creating: "certainty"), of: node)
    }
    let own = Set(claims)
    let isDisputed = claims.contains { claim in
      (targets(of: claim, "CONTRADICTS") + sources(of: claim, "CONTRADICTS")).contains { own.contains($0) }
    }
    if !isDisputed, let key = state.propertyKeyID("disputed") { try transaction.set(.null, for: key, of: node) }
  }

  private static let counts: Set<String> = ["killed", "injured", "detained", "displaced", "force", "amount"]

  /// A number that nobody says any more gives way to the first one that is said.
  private func mendCount(_ count: String, of event: NodeID) throws(StorageError) {
    let endings = [("value", ""), ("valueMin", "Min"), ("valueMax", "Max"), ("qualifier", "Qualifier"), ("unit", "Unit")]
    let said = sources(of: event, "ABOUT").sorted().filter { state.text("predicate", of: $0) == count }
      .map { claim in endings.map { value($0.0, of: claim) } }
    let own = endings.map { value(count + $0.1, of: event) }
    let isSaid = said.contains { numbers in zip(numbers, own).allSatisfy { $0.0.isEquivalent(to: $0.1) } }
    guard !isSaid else { return }
    for (index, ending) in endings.enumerated() {
      let value = said.first?[index] ?? .null
      if value.isNull, own[index].isNull { continue }
      try transaction.set(value, for: transaction.propertyKeyID(creating: count + ending.1), of: event)
    }
  }

  // MARK: - Reading

  private func value(_ key: String, of node: NodeID) -> Value {
    state.propertyKeyID(key).map { state.property($0, of: node) } ?? .null
  }

  private func mentionedForms(of document: NodeID) -> [NodeID: [String]] {
    var forms: [NodeID: [String]] = [:]
    for mention in relationships(of: document, "MENTIONED_IN", .incoming) {
      if let text = state.text("text", of: mention) { forms[state.source(of: mention), default: []].append(text) }
    }
    return forms
  }

  private func relationships(of node: NodeID, _ type: String, _ direction: Direction) -> [RelationshipID] {
    guard let type = state.relationshipTypeID(type) else { return [] }
    var neighbours: [NodeID] = []
    var relationships: [RelationshipID] = []
    state.expand(node, types: [type], direction, into: &neighbours, relationships: &relationships)
    return relationships
  }

  private func targets(of node: NodeID, _ type: String) -> [NodeID] {
    relationships(of: node, type, .outgoing).map { state.target(of: $0) }
  }

  private func sources(of node: NodeID, _ type: String) -> [NodeID] {
    relationships(of: node, type, .incoming).map { state.source(of: $0) }
  }

  /// What a node is related to, other entities that it might be aside.
  private func sourcesOrTargets(of node: NodeID) -> [RelationshipID] {
    var neighbours: [NodeID] = []
    var relationships: [RelationshipID] = []
    state.expand(node, .both, into: &neighbours, relationships: &relationships)
    return relationships.filter { state.relationshipTypeName(state.type(of: $0)) != "POSSIBLY_SAME_AS" }
  }
}

extension String {
  /// For comparing a name with a mention: small letters, no article.
  fileprivate var bareName: String {
    var words = lowercased().split(separator: " ")
    if words.count > 1, ["the", "a", "an"].contains(words[0]) { words.removeFirst() }
    return words.joined(separator: " ")
  }
}
