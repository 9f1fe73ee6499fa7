import Graph

/// Which entity of a graph a name of a new document means, and why; and whom it might mean and does not.
///
/// Depends on what the graph has, not on the order in which it came to have it, so that a graph that is read again from a file
/// answers alike: of several entities of one name the one with the lowest id is meant.
struct KnownNames: Sendable {
  struct Match {
    var node: NodeID
    var reason: String
  }

  /// More candidates than this are no help to whoever decides.
  private static let largestCandidateCount = 3

  /// Label and folded name → the entities that bear it as their name.
  private var bearers: [String: [NodeID]] = [:]
  /// The same for other names.
  private var aliasBearers: [String: [NodeID]] = [:]
  /// Family and given name of persons, without what stands between.
  private var persons: [String: [NodeID]] = [:]
  /// Family name → persons.
  private var families: [String: [NodeID]] = [:]
  /// Initials of organisations of three words or more.
  private var initials: [String: [NodeID]] = [:]
  /// Folded name → entities of any kind.
  private var anyKind: [String: [NodeID]] = [:]

  mutating func add(_ entity: KnownGraph.Entity) { change(entity, Self.insert) }
  mutating func remove(_ entity: KnownGraph.Entity) { change(entity, Self.remove) }

  private mutating func change(_ entity: KnownGraph.Entity, _ change: (inout [String: [NodeID]], String, NodeID) -> Void) {
    let node = entity.node
    for (index, form) in entity.names.enumerated() {
      let name = PersonName(form)
      if entity.kind == .person, let family = name.family { change(&families, family, node) }
      guard NameFolding.isDistinctive(form, kind: entity.kind) else { continue }
      let folded = NameFolding.folded(form)
      if index == 0 {
        change(&bearers, Self.key(entity.kind, folded), node)
      } else {
        change(&aliasBearers, Self.key(entity.kind, folded), node)
      }
      change(&anyKind, folded, node)
      if entity.kind == .person, let ends = name.ends { change(&persons, ends, node) }
      if entity.kind == .organization, let letters = Self.initials(of: form) { change(&initials, letters, node) }
    }
  }

  private static func insert(_ table: inout [String: [NodeID]], _ key: String, _ node: NodeID) {
    var nodes = table[key] ?? []
    guard !nodes.contains(node) else { return }
    nodes.append(node)
    if nodes.count > 1, nodes[nodes.count - 2] > node { nodes.sort() }
    table[key] = nodes
  }

  private static func remove(_ table: inout [String: [NodeID]], _ key: String, _ node: NodeID) {
    table[key]?.removeAll { $0 == node }
    if table[key]?.isEmpty == true { table[key] = nil }
  }

  private static func key(_ kind: EntityKind, _ folded: String) -> String { kind.rawValue + "/" + folded }

  // MARK: - Asking

  /// The entity that one of `names` means, the surest reason first.
  func match(kind: EntityKind, names: [String], entity: (NodeID) -> KnownGraph.Entity?) -> Match? {
    let distinctive = names.filter { NameFolding.isDistinctive($0, kind: kind) }
    for name in distinctive {
      if let node = bearers[Self.key(kind, NameFolding.folded(name))]?.first { return Match(node: node, reason: "same name") }
    }
    for name in distinctive {
      if let node = aliasBearers[Self.key(kind, NameFolding.folded(name))]?.first {
        return Match(node: node, reason: "name is an alias")
      }
    }
    if kind == .person {
      for name in distinctive.map(PersonName.init) {
        guard let ends = name.ends, let nodes = persons[ends] else { continue }
        let compatible = nodes.filter { node in
          guard let entity = entity(node) else { return false }
          return ([entity.name] + entity.aliases).allSatisfy { PersonName($0).isCompatible(with: name) }
        }
        if compatible.count == 1 { return Match(node: compatible[0], reason: "same given and family name") }
      }
    }
    if kind == .organization { return acronymMatch(names) }
    return nil
  }

  /// A known organisation of these initials, or one that is known by the initials of this one; only where there is just one.
  private func acronymMatch(_ names: [String]) -> Match? {
    for name in names where Self.isAcronym(name) {
      if let nodes = initials[name], nodes.count == 1 { return Match(node: nodes[0], reason: "acronym of the name") }
    }
    for name in names {
      guard let letters = Self.initials(of: name) else { continue }
      let key = Self.key(.organization, NameFolding.folded(letters))
      if let nodes = bearers[key], nodes.count == 1 { return Match(node: nodes[0], reason: "name of the acronym") }
    }
    return nil
  }

  /// Entities that the names might mean and that were not taken for it: why not.
  func refused(kind: EntityKind, names: [String], entity: (NodeID) -> KnownGraph.Entity?) -> [Match] {
    var refused: [Match] = []
    func add(_ nodes: [NodeID]?, _ reason: String) {
      for node in nodes ?? [] where refused.count < Self.largestCandidateCount {
        if !refused.contains(where: { $0.node == node }) { refused.append(Match(node: node, reason: reason)) }
      }
    }
    for name in names {
      if kind == .person {
        let person = PersonName(name)
        if let ends = person.ends { add(persons[ends], "another name between given and family name") }
        if person.isFamilyNameOnly, let family = person.family { add(families[family], "only the family name is given") }
      } else if kind == .organization, Self.isAcronym(name) {
        add(initials[name], "several names have this acronym")
      }
      guard NameFolding.isDistinctive(name, kind: kind) else { continue }
      let others = anyKind[NameFolding.folded(name)]?.filter { entity($0).map { $0.kind != kind } ?? false }
      add(others, "the same name is of another kind")
    }
    return refused
  }

  private static func isAcronym(_ name: String) -> Bool {
    name.utf8.count >= 3 && name.utf8.count <= 7 && name.utf8.allSatisfy { (0x41...0x5A).contains($0) }
  }

  /// `IAEA` of `International Atomic Energy Agency`; nil for fewer than three words.
  private static func initials(of name: String) -> String? {
    let words = name.split { $0 == " " || $0 == "-" }
      .filter { !["the", "of", "and", "for", "in", "on", "de", "du", "la", "des", "al"].contains($0.lowercased()) }
    guard words.count >= 3, words.allSatisfy({ $0.first?.isUppercase == true }) else { return nil }
    return String(words.compactMap(\.first)).uppercased()
  }
}

/// A person's name in its parts, folded and without titles.
struct PersonName {
  private let words: [String]

  private static let titles: Set<String> = [
    "mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "lady", "lord", "president", "minister", "gen", "general", "col",
    "colonel", "lt", "lieutenant", "capt", "captain", "maj", "major", "sgt", "sergeant", "senator", "sen", "rep", "judge", "king",
    "queen", "prince", "princess", "pope", "bishop", "father", "sheikh", "imam", "admiral", "adm", "chancellor", "governor",
    "gov", "mayor", "ambassador", "inspector", "detective", "officer",
  ]
  private static let generations: Set<String> = ["jr", "sr", "ii", "iii", "iv"]

  init(_ name: String) {
    var words = NameFolding.folded(name).split(separator: " ").map(String.init)
    while words.count > 1, Self.titles.contains(words[0]) { words.removeFirst() }
    while words.count > 1, Self.generations.contains(words[words.count - 1]) { words.removeLast() }
    self.words = words
  }

  var family: String? { words.last }
  var isFamilyNameOnly: Bool { words.count == 1 }

  /// First and last word; nil for a single one or an initial.
  var ends: String? {
    guard words.count >= 2, words[0].count > 1 else { return nil }
    return words[0] + " " + words[words.count - 1]
  }

  private var between: ArraySlice<String> { words.count > 2 ? words[1..<(words.count - 1)] : [] }

  /// False where both have something between first and last word, and neither can be short for the other.
  func isCompatible(with other: PersonName) -> Bool {
    guard let ends, let otherEnds = other.ends, ends == otherEnds else { return true }
    let (mine, theirs) = (between, other.between)
    guard !mine.isEmpty, !theirs.isEmpty else { return true }
    return mine.count == theirs.count
      && zip(mine, theirs).allSatisfy { $0.hasPrefix($1) && $1.count == 1 || $1.hasPrefix($0) && $0.count == 1 || $0 == $1 }
  }
}
