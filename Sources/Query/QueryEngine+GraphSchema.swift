import Cypher
import Graph
import GraphStorage

extension QueryEngine {
  /// What stands in the graph, by name. Property types and counts are those of up to 10,000 elements of each label or type.
  public func schema() throws(CypherError) -> GraphSchema {
    let survey = SchemaSurvey(snapshot: currentSnapshot)
    return GraphSchema(
      nodeCount: currentSnapshot.nodeCount, relationshipCount: currentSnapshot.relationshipCount, labels: survey.labels(),
      relationshipTypes: survey.relationshipTypes(),
      functions: FunctionRegistry.standard.names + AggregateFunction.all.map(\.name), procedures: procedures.signatures,
      definitions: currentSnapshot.schemaDefinitions)
  }
}

/// Looks through elements for the properties that they have.
private struct SchemaSurvey {
  let snapshot: GraphSnapshot
  private static let sampleCount = 10_000

  func labels() -> [GraphSchema.Label] {
    var labels: [GraphSchema.Label] = []
    for (number, name) in snapshot.labels.enumerated() {
      let label = LabelID(UInt32(number))
      guard snapshot.nodeCount(label) > 0 else { continue }
      var cursor = ScanCursor()
      let nodes = snapshot.scanNodes(label: label, from: &cursor, limit: Self.sampleCount)
      var tally = PropertyTally()
      for node in nodes { tally.add(snapshot.properties(of: node)) }
      labels.append(GraphSchema.Label(name: name, count: snapshot.nodeCount(label), properties: tally.properties))
    }
    return labels.sorted { $0.name < $1.name }
  }

  func relationshipTypes() -> [GraphSchema.RelationshipType] {
    var types: [GraphSchema.RelationshipType] = []
    for (number, name) in snapshot.relationshipTypes.enumerated() {
      let type = RelationshipTypeID(UInt32(number))
      guard snapshot.relationshipCount(type) > 0 else { continue }
      var cursor = ScanCursor()
      let relationships = snapshot.scanRelationships(type: type, from: &cursor, limit: Self.sampleCount)
      var tally = PropertyTally()
      for relationship in relationships { tally.add(snapshot.properties(of: relationship)) }
      types.append(
        GraphSchema.RelationshipType(
          name: name, count: snapshot.relationshipCount(type), properties: tally.properties, ends: ends(relationships)))
    }
    return types.sorted { $0.name < $1.name }
  }

  private func ends(_ relationships: [RelationshipID]) -> [(source: String, target: String)] {
    var seen: Set<[String]> = []
    for relationship in relationships {
      for source in snapshot.labels(of: snapshot.source(of: relationship)) {
        for target in snapshot.labels(of: snapshot.target(of: relationship)) {
          seen.insert([snapshot.labelName(source), snapshot.labelName(target)])
        }
      }
    }
    return seen.sorted { $0.lexicographicallyPrecedes($1) }.map { ($0[0], $0[1]) }
  }
}

/// Counts keys and the types of their values.
private struct PropertyTally {
  private var counts: [String: Int] = [:]
  private var types: [String: Set<String>] = [:]

  mutating func add(_ properties: PropertyMap) {
    for entry in properties.entries {
      counts[entry.key, default: 0] += 1
      types[entry.key, default: []].insert(entry.value.type.rawValue)
    }
  }

  var properties: [GraphSchema.Property] {
    counts.keys.sorted().map { GraphSchema.Property(key: $0, types: types[$0]!.sorted(), count: counts[$0]!) }
  }
}
