import Cypher
import Graph
import GraphStorage
import Query

/// People who know ten others each, as arrays for the naive loops and as a graph for the engine.
final class SampleGraph {
  let personCount: Int
  /// By person; their ids are 1,000 more than their places.
  let ids: [Int64]
  let ages: [Int64]
  let cities: [Int64]
  let points: [Int64]
  let names: [String]
  /// Who is known by person p: `targets[starts[p]..<starts[p + 1]]`, ascending.
  let starts: [Int]
  let targets: [Int]
  let store = GraphStore()
  let engine: QueryEngine

  static let knownCount = 10
  static let cityCount: Int64 = 50
  private static let syllables = ["ka", "rim", "shi", "bru", "jo", "nas", "mol", "co", "ana", "ru", "iz", "ler", "tov", "ben"]

  init(personCount: Int) throws {
    var generator = RepeatableGenerator(state: 42)
    self.personCount = personCount
    ids = (0..<personCount).map { Int64($0 + 1_000) }
    ages = (0..<personCount).map { _ in Int64.random(in: 1...90, using: &generator) }
    cities = (0..<personCount).map { _ in Int64.random(in: 0..<Self.cityCount, using: &generator) }
    points = (0..<personCount).map { _ in Int64.random(in: 0..<1_000_000, using: &generator) }
    names = (0..<personCount).map { _ in
      (0..<4).map { _ in Self.syllables.randomElement(using: &generator)! }.joined()
    }
    var starts = [0]
    var targets: [Int] = []
    for person in 0..<personCount {
      var known: Set<Int> = []
      while known.count < Self.knownCount {
        let other = Int.random(in: 0..<personCount, using: &generator)
        if other != person { known.insert(other) }
      }
      targets += known.sorted()
      starts.append(targets.count)
    }
    self.starts = starts
    self.targets = targets
    engine = QueryEngine(store: store)
    try load(into: store)
    _ = try engine.run("CREATE INDEX FOR (p:Person) ON (p.id)", parameters: [:])
  }

  func known(by person: Int) -> ArraySlice<Int> { targets[starts[person]..<starts[person + 1]] }

  func load(into store: GraphStore) throws {
    let loader = try BulkLoader(store)
    try loader.add(
      NodeColumns(
        labels: ["Person"], externalIDs: Vector(.integers(ids)),
        properties: [
          ("id", Vector(.integers(ids))), ("age", Vector(.integers(ages))), ("city", Vector(.integers(cities))),
          ("points", Vector(.integers(points))), ("name", Vector(.values(names.map { .string($0) }))),
        ]))
    let sources = (0..<personCount).flatMap { [Int64](repeating: ids[$0], count: Self.knownCount) }
    try loader.add(
      RelationshipColumns(
        type: "KNOWS", sourceIDs: Vector(.integers(sources)), targetIDs: Vector(.integers(targets.map { ids[$0] })),
        properties: []))
    try loader.finish()
  }

  /// The integers of all records of a statement, row after row.
  func answer(_ statement: String, _ parameters: [String: Value] = [:]) throws -> [Int64] {
    let result = try engine.run(statement, parameters: parameters)
    var numbers: [Int64] = []
    while let records = try result.nextRecords() {
      for record in records {
        for case .integer(let number) in record { numbers.append(number) }
      }
    }
    return numbers
  }

  /// Some people, the same each time.
  func some(_ count: Int) -> [Int] { (0..<count).map { $0 * 7_919 % personCount } }
}

/// The same numbers each time (SplitMix64).
private struct RepeatableGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }
}
