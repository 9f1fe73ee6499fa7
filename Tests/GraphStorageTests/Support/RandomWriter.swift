import Graph
import GraphStorage
import TestSupport

/// Writes the same random changes to a transaction and to a model.
struct RandomWriter {
  var generator: SeededGenerator
  var model = ModelGraph()
  /// Ids up to which existing elements are picked; the store gives them out densely.
  private var nodeIDs: [UInt32] = []
  private var relationshipIDs: [UInt32] = []

  static let labels = ["Person", "Event", "Place"]
  static let types = ["KNOWS", "SAYS"]
  static let keys = ["id", "name", "score", "mixed"]

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Begins from a graph that another writer has made.
  init(seed: UInt64, model: ModelGraph) {
    self.init(seed: seed)
    self.model = model
    nodeIDs = model.nodes.keys.sorted()
    relationshipIDs = model.relationships.keys.sorted()
  }

  mutating func write(_ count: Int, to transaction: GraphTransaction) throws {
    for _ in 0..<count { try writeOne(to: transaction) }
  }

  private mutating func writeOne(to transaction: GraphTransaction) throws {
    switch Int.random(in: 0..<100, using: &generator) {
    case 0..<25: try createNode(transaction)
    case 25..<60: try createRelationship(transaction)
    case 60..<75: try setProperty(transaction)
    case 75..<82: try changeLabel(transaction)
    case 82..<92: deleteRelationship(transaction)
    default: try deleteNode(transaction)
    }
  }

  private mutating func value() -> Value {
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: .integer(Int64.random(in: -5...5, using: &generator))
    case 1: .float(Double(Int.random(in: -20...20, using: &generator)) / 4 + 0.125)
    case 2: .string("s\(Int.random(in: 0..<20, using: &generator))")
    case 3: .boolean(Bool.random(using: &generator))
    case 4: .date(CalendarDate(daysSinceEpoch: Int64.random(in: 0..<9, using: &generator)))
    case 5: .list([.integer(1), .string("b")])
    default: .duration(CalendarDuration(months: 1, days: Int64.random(in: 0..<9, using: &generator)))
    }
  }

  private mutating func properties(_ transaction: GraphTransaction) -> (
    named: [String: Value], numbered: [(PropertyKeyID, Value)]
  ) {
    var named: [String: Value] = [:]
    if Bool.random(using: &generator) { named["id"] = .integer(Int64.random(in: 0..<1000, using: &generator)) }
    if Bool.random(using: &generator) { named["mixed"] = value() }
    return (named, named.sorted { $0.key < $1.key }.map { (transaction.propertyKeyID(creating: $0.key), $0.value) })
  }

  private mutating func createNode(_ transaction: GraphTransaction) throws {
    let labels = Self.labels.filter { _ in Bool.random(using: &generator) }
    let properties = properties(transaction)
    let id = try transaction.createNode(
      labels: labels.map { transaction.labelID(creating: $0) }, properties: properties.numbered)
    model.nodes[id.rawValue] = .init(labels: Set(labels), properties: properties.named)
    nodeIDs.append(id.rawValue)
  }

  private mutating func createRelationship(_ transaction: GraphTransaction) throws {
    guard let source = existingNode(), let target = existingNode() else { return }
    let type = Self.types.randomElement(using: &generator)!
    let properties = properties(transaction)
    let id = try transaction.createRelationship(
      try transaction.relationshipTypeID(creating: type), from: NodeID(source), to: NodeID(target),
      properties: properties.numbered)
    model.relationships[id.rawValue] = .init(type: type, source: source, target: target, properties: properties.named)
    relationshipIDs.append(id.rawValue)
  }

  private mutating func setProperty(_ transaction: GraphTransaction) throws {
    let key = Self.keys.randomElement(using: &generator)!
    let value: Value = Int.random(in: 0..<4, using: &generator) == 0 ? .null : value()
    let number = transaction.propertyKeyID(creating: key)
    let stored: Value? = if case .null = value { nil } else { value }
    if Bool.random(using: &generator), let id = existingNode() {
      try transaction.set(value, for: number, of: NodeID(id))
      model.nodes[id]!.properties[key] = stored
    } else if let id = relationshipIDs.randomElement(using: &generator), model.relationships[id] != nil {
      try transaction.set(value, for: number, of: RelationshipID(id))
      model.relationships[id]!.properties[key] = stored
    }
  }

  private mutating func changeLabel(_ transaction: GraphTransaction) throws {
    guard let id = existingNode() else { return }
    let label = Self.labels.randomElement(using: &generator)!
    let number = transaction.labelID(creating: label)
    if Bool.random(using: &generator) {
      try transaction.addLabel(number, to: NodeID(id))
      model.nodes[id]!.labels.insert(label)
    } else {
      try transaction.removeLabel(number, from: NodeID(id))
      model.nodes[id]!.labels.remove(label)
    }
  }

  private mutating func deleteRelationship(_ transaction: GraphTransaction) {
    guard let id = relationshipIDs.randomElement(using: &generator), model.relationships[id] != nil else { return }
    transaction.delete(RelationshipID(id))
    model.relationships[id] = nil
  }

  private mutating func deleteNode(_ transaction: GraphTransaction) throws {
    guard let id = existingNode(), !model.isConnected(id) else { return }
    try transaction.delete(NodeID(id))
    model.nodes[id] = nil
  }

  private mutating func existingNode() -> UInt32? {
    guard let id = nodeIDs.randomElement(using: &generator), model.nodes[id] != nil else { return nil }
    return id
  }
}
