import Graph
import Testing

@testable import Documents

@Suite struct ClaimGraphBuilderTests {
  private static let first = """
    Camp Stormed in Osten

    OSTEN, Norvia, May 5, 2020 — Gunmen stormed a camp in Osten on Monday and killed at least 12 soldiers, the Norvian army \
    said. Jon Karr, leader of the Freedom Front, denied any role.
    """
  private static let second = """
    Front Denies Raid

    OSTEN, Norvia, May 6, 2020 — The Freedom Front said on Tuesday that gunmen stormed the camp in Osten on Monday and \
    killed four soldiers.
    Jon Karr was not hurt.
    """

  @Test("every relationship with characters gives the text that it names")
  func offsets() throws {
    let graph = try SmallGraph(Self.first)
    let scalars = Array(Self.first.unicodeScalars)
    var count = 0
    for relationship in graph.relationships {
      guard let begin = relationship.properties.number("begin"), let end = relationship.properties.number("end") else { continue }
      let text = String(String.UnicodeScalarView(scalars[begin..<end]))
      if let own = relationship.properties.string("text") ?? relationship.properties.string("quote") {
        #expect(own == text)
        count += 1
      }
      #expect(relationship.properties.number("sentence") != nil)
    }
    #expect(count > 10)
  }

  @Test("each claim leads to its passage, and each edge to the claim it comes from")
  func provenance() throws {
    let graph = try SmallGraph(Self.first)
    let keys = graph.nodes(labelled: "Claim").compactMap { graph.properties[$0].string("key") }
    #expect(!keys.isEmpty && Set(keys).count == keys.count)
    for claim in graph.nodes(labelled: "Claim") {
      #expect(graph.relationships.contains { $0.type == "STATED_IN" && $0.source == claim })
    }
    for edge in graph.relationships where ["PARTICIPANT", "LEADS"].contains(edge.type) {
      #expect(edge.properties.string("certainty") != nil)
      #expect(edge.properties.string("claim").map { keys.contains($0) } == true)
    }
  }

  @Test("the same document twice changes nothing")
  func twice() throws {
    let graph = try SmallGraph(Self.first)
    #expect(try graph.changes(byReading: Self.first).isEmpty)
  }

  @Test("a second document meets the entities and the event of the first, and contradicts its number")
  func second() throws {
    var graph = try SmallGraph(Self.first)
    let eventsBefore = graph.nodes(labelled: "Event").count
    try graph.read(Self.second)
    let named: (String) -> Int = { name in graph.properties.filter { $0.string("name") == name }.count }
    #expect(graph.indexes == ["names", "sentences"])
    #expect(named("Jon Karr") == 1)
    #expect(named("Freedom Front") == 1)
    #expect(named("Osten") == 1)
    #expect(graph.nodes(labelled: "Event").count == eventsBefore)
    let cross = graph.relationships.filter { $0.type == "CONTRADICTS" }
    #expect(cross.contains { $0.properties.string("reason") == "numbers" })
  }

  private static func dispatch(_ day: String, _ text: String) -> String {
    "Report\n\nTARSA, Norvia, \(day), 2024 — \(text)"
  }

  @Test("a happening that a later document tells of without its day is met by place and people, and its numbers compared")
  func undated() throws {
    var graph = try SmallGraph(
      Self.dispatch("June 7", "Some 12 people were killed in a car bombing in Tarsa on Friday, the army said."))
    try graph.read(Self.dispatch("June 8", "A nurse said on Saturday that 15 people had died in the bombing in Tarsa."))
    #expect(graph.nodes(labelled: "Event").count == 1)
    let conflicts = graph.relationships.filter { $0.type == "CONTRADICTS" }
    #expect(conflicts.count == 1 && conflicts.allSatisfy { $0.properties["correction"] == nil })
  }

  @Test("what a happening was done to may be where another document has it")
  func site() throws {
    var graph = try SmallGraph(
      Self.dispatch("June 7", "A fire swept through the Tarsa paper mill on Monday, killing four workers."))
    try graph.read(
      Self.dispatch("June 8", "The union said on Saturday that six workers died in the fire at the Tarsa paper mill on Monday."))
    #expect(graph.nodes(labelled: "Event").count == 1)
    #expect(graph.relationships.contains { $0.type == "CONTRADICTS" })
  }

  @Test("what is told without a day had happened by the day of the document, and does not happen to somebody twice")
  func unsaid() throws {
    var graph = try SmallGraph(Self.dispatch("June 7", "Two managers, Jose Marquez and Hanna Vogt, were arrested."))
    try graph.read(Self.dispatch("June 9", "Police arrested Hanna Vogt on Thursday."))
    #expect(graph.nodes(labelled: "Event").count == 1)
    try graph.read(Self.dispatch("August 9", "Police arrested Hanna Vogt on Thursday."))
    #expect(graph.nodes(labelled: "Event").count == 2)
  }

  @Test("the same voice that says otherwise later corrects itself, whichever document is read first")
  func correction() throws {
    let texts = [
      Self.dispatch("June 7", "Some 12 people were killed in a car bombing in Tarsa on Friday, the army said."),
      Self.dispatch("June 8", "The army said on Saturday that nine people had died in the bombing in Tarsa."),
    ]
    for order in [texts, texts.reversed()] {
      var graph = try SmallGraph(order[0])
      try graph.read(order[1])
      let conflicts = graph.relationships.filter { $0.type == "CONTRADICTS" }
      #expect(conflicts.count == 1)
      for conflict in conflicts {
        #expect(graph.properties[conflict.source].number("value") == 9)
        guard case .boolean(true)? = conflict.properties["correction"] else {
          Issue.record("not seen as a correction")
          continue
        }
      }
    }
  }

  @Test(
    "what was elsewhere, long before, is told as news or happened to others is another happening",
    arguments: [
      "A nurse said on Saturday that 15 people had died in the bombing in Osten.",
      "A nurse said on Saturday that 15 people had died in a bombing in Tarsa in March.",
      "A nurse said on Saturday that 15 soldiers had died in a bombing in Tarsa.",
      "A nurse said on Saturday that 15 farmers had died in the bombing in Tarsa.",
    ])
  func others(text: String) throws {
    var graph = try SmallGraph(
      Self.dispatch("June 7", "Some 12 soldiers were killed in a car bombing in Tarsa on Friday, the army said."))
    try graph.read(Self.dispatch("June 8", text))
    #expect(graph.nodes(labelled: "Event").count == 2)
    #expect(!graph.relationships.contains { $0.type == "CONTRADICTS" })
  }

  @Test("every sentence is a node that leads to its place in the document")
  func sentences() throws {
    let graph = try SmallGraph(Self.first)
    let scalars = Array(Self.first.unicodeScalars)
    let places = graph.relationships.filter { $0.type == "SENTENCE_OF" }
    #expect(places.count >= 3 && places.compactMap { $0.properties.number("sentence") } == Array(0..<places.count))
    for place in places {
      let (begin, end) = (place.properties.number("begin")!, place.properties.number("end")!)
      #expect(graph.properties[place.source].string("text") == String(String.UnicodeScalarView(scalars[begin..<end])))
    }
  }

  @Test("a place that is known lies somewhere, an unknown one nowhere")
  func coordinates() throws {
    let graph = try SmallGraph("Ana Ruiz met Karl Berg in Bamako on Friday. They went on to Kessara.")
    let place = try #require(graph.properties.first { $0.string("name") == "Bamako" })
    guard case .float(let latitude)? = place["latitude"], case .float(let longitude)? = place["longitude"] else {
      Issue.record("Bamako lies nowhere")
      return
    }
    #expect(abs(latitude - 12.65) < 0.1 && abs(longitude + 8) < 0.1)
    #expect(graph.properties.allSatisfy { $0.string("name") != "Kessara" || $0["latitude"] == nil })
  }

  @Test("a document of nearly the same text is linked to the first, and only what differs is told again")
  func copies() throws {
    var graph = try SmallGraph(Self.first)
    let before = graph.nodes(labelled: "Claim").count
    let entities = graph.nodes(labelled: "Entity").count
    let events = graph.nodes(labelled: "Event").count
    try graph.read(Self.first.replacing("at least 12 soldiers", with: "at least 15 soldiers"))
    let links = graph.relationships.filter { $0.type == "DUPLICATE_OF" }
    #expect(links.count == 1)
    #expect(graph.nodes(labelled: "Entity").count == entities)
    #expect(graph.nodes(labelled: "Event").count == events)
    // Claims of the sentence that differs; those of the others are stated in both documents.
    let added = graph.nodes(labelled: "Claim").count - before
    #expect(added > 0 && added < before)
    let shared = graph.nodes(labelled: "Claim").filter { claim in
      graph.relationships.count { $0.type == "STATED_IN" && $0.source == claim } == 2
    }
    #expect(shared.count == before - added)
  }

  @Test("a mention of a known entity keeps the reason why it is that one, and a candidate that was refused is kept too")
  func reasons() throws {
    var graph = try SmallGraph(Self.first)
    try graph.read("Karr Seen in Riga\n\nMr. Karr was seen in Riga on Friday, police said. The Freedom Front was silent.")
    let reasons = graph.relationships.filter { $0.type == "MENTIONED_IN" }.compactMap { $0.properties.string("match") }
    #expect(reasons.contains("same name"))
    let refused = graph.relationships.filter { $0.type == "POSSIBLY_SAME_AS" }
    #expect(refused.contains { $0.properties.string("reason") == "only the family name is given" })
    #expect(graph.properties.contains { $0.string("name") == "Jon Karr" })
  }
}

/// A graph as lists, to apply changes to.
struct SmallGraph {
  struct Relationship {
    var type: String
    var source: Int
    var target: Int
    var properties: PropertyMap
  }

  private(set) var labels: [[String]] = []
  private(set) var properties: [PropertyMap] = []
  private(set) var relationships: [Relationship] = []
  private(set) var indexes: Set<String> = []

  init(_ text: String) throws {
    try read(text)
  }

  func nodes(labelled label: String) -> [Int] { labels.indices.filter { labels[$0].contains(label) } }

  func changes(byReading text: String) throws -> [GraphChange] {
    let nodes = labels.indices.map {
      GraphElement.node(Node(id: NodeID(UInt32($0)), labels: labels[$0], properties: properties[$0]))
    }
    let edges = relationships.enumerated().map { index, one in
      GraphElement.relationship(
        Graph.Relationship(
          id: RelationshipID(UInt32(index)), type: one.type, source: NodeID(UInt32(one.source)),
          target: NodeID(UInt32(one.target)),
          properties: one.properties))
    }
    return ClaimGraphBuilder().changes(for: try Reading(text).annotations, known: KnownGraph(nodes + edges))
  }

  mutating func read(_ text: String) throws {
    let base = labels.count
    func index(_ reference: NodeReference) -> Int {
      switch reference {
      case .existing(let node): Int(node.rawValue)
      case .created(let number): base + number
      }
    }
    for change in try changes(byReading: text) {
      switch change {
      case .createNode(let labels, let properties):
        self.labels.append(labels)
        self.properties.append(properties)
      case .createRelationship(let type, let source, let target, let properties):
        relationships.append(Relationship(type: type, source: index(source), target: index(target), properties: properties))
      case .setProperty(let node, let key, let value): properties[index(node)][key] = value
      case .addLabel(let node, let label): labels[index(node)].append(label)
      case .createIndex(let definition): indexes.insert(definition.name)
      }
    }
  }
}

extension PropertyMap {
  func string(_ key: String) -> String? { if case .string(let text)? = self[key] { text } else { nil } }
  func number(_ key: String) -> Int? { if case .integer(let number)? = self[key] { Int(number) } else { nil } }
}

extension String {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    guard let range = firstRange(of: part) else { return self }
    return self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
