import Graph
import Testing

@testable import Documents

@Suite struct KnownNamesTests {
  private func graph(_ entities: [(EntityKind, String, [String])]) -> KnownGraph {
    var known = KnownGraph()
    for (index, entity) in entities.enumerated() {
      var properties: PropertyMap = ["name": .string(entity.1)]
      if !entity.2.isEmpty { properties["aliases"] = .list(entity.2.map { .string($0) }) }
      known.add(Node(id: NodeID(UInt32(index)), labels: ["Entity", entity.0.rawValue], properties: properties))
    }
    return known
  }

  private func reason(_ known: KnownGraph, _ kind: EntityKind, _ name: String) -> String? {
    known.match(kind: kind, names: [name]).map { "\($0.node.rawValue) \($0.reason)" }
  }

  @Test("a name or an alias is met again, in whatever case and with whatever article")
  func names() {
    let known = graph([(.organization, "Freedom Front", ["FF of Norvia"]), (.person, "Jon Karr", [])])
    #expect(reason(known, .organization, "the Freedom Front") == "0 same name")
    #expect(reason(known, .organization, "FF of Norvia") == "0 name is an alias")
    #expect(reason(known, .person, "Jon Karr") == "1 same name")
    #expect(reason(known, .person, "Freedom Front") == nil)
  }

  @Test("what is only described is met again where its description begins with a name")
  func described() {
    let names: (EntityKind, String) -> [String] = { NameFolding.names(kind: $0, [$1], isAnonymous: true) }
    #expect(names(.place, "Orla paper mill") == ["Orla paper mill"])
    #expect(names(.place, "mill in Orla") == [])
    #expect(names(.place, "Orla mill in Tarsa") == [])
    #expect(names(.organization, "Malian court") == [])
    #expect(names(.organization, "Orla") == [])
    #expect(names(.person, "Orla clerk") == [])
    #expect(NameFolding.names(kind: .person, ["clerk"], isAnonymous: false) == ["clerk"])
  }

  @Test("a family name alone makes nobody the same, with or without a title, and is kept as a candidate")
  func familyName() {
    let known = graph([(.person, "Jon Karr", ["Karr"]), (.person, "Ana Karr", [])])
    #expect(reason(known, .person, "Karr") == nil)
    #expect(reason(known, .person, "Mr. Karr") == nil)
    let refused = known.refused(kind: .person, names: ["Mr. Karr"])
    #expect(refused.map(\.node.rawValue) == [0, 1])
    #expect(refused.allSatisfy { $0.reason == "only the family name is given" })
  }

  @Test("a second given name or an initial does not make another person, a different one does")
  func givenNames() {
    let known = graph([(.person, "Jon Albert Karr", [])])
    #expect(reason(known, .person, "Jon Karr") == "0 same given and family name")
    #expect(reason(known, .person, "Dr. Jon A. Karr") == "0 same given and family name")
    #expect(reason(known, .person, "Jon Boris Karr") == nil)
    #expect(
      known.refused(kind: .person, names: ["Jon Boris Karr"]).map(\.reason) == ["another name between given and family name"])
    #expect(reason(known, .person, "Ana Karr") == nil)
  }

  @Test("an acronym means the organisation of these initials where there is only one")
  func acronyms() {
    let one = graph([(.organization, "International Atomic Energy Agency", [])])
    #expect(reason(one, .organization, "IAEA") == "0 acronym of the name")
    let other = graph([(.organization, "IAEA", [])])
    #expect(reason(other, .organization, "International Atomic Energy Agency") == "0 name of the acronym")
    let two = graph([(.organization, "National Road Agency", []), (.organization, "Northern Rail Agency", [])])
    #expect(reason(two, .organization, "NRA") == nil)
    #expect(two.refused(kind: .organization, names: ["NRA"]).count == 2)
  }

  @Test("the answer does not depend on the order in which names became known")
  func order() {
    var known = graph([(.organization, "Blue Line", []), (.organization, "Red Line", [])])
    known.apply([.setProperty(of: .existing(NodeID(0)), key: "aliases", value: .list([.string("Red Star")]))], created: [])
    let read = graph([(.organization, "Blue Line", ["Red Star"]), (.organization, "Red Line", [])])
    for name in ["Red Star", "Red Line", "Blue Line"] {
      #expect(reason(known, .organization, name) == reason(read, .organization, name))
    }
  }
}
