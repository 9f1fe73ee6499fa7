import Cypher
import Graph
import GraphStorage

/// For each row of the input the relationships of a type whose properties have, by an index, the values of expressions over that
/// row; some with other values may be among them (see `GraphSnapshot.lookup`).
final class RelationshipIndexSeek: RowExpansion {
  private let type: String
  private let keys: [String]
  private let values: [any CompiledExpression]
  private var wanted: [Vector] = []
  private var pending: ArraySlice<RelationshipID>?
  private var found: [RelationshipID] = []

  init(
    layout: RowLayout, input: Operator, kept: [Int], type: String, keys: [String], values: [any CompiledExpression]
  ) {
    self.type = type
    self.keys = keys
    self.values = values
    super.init(layout: layout, input: input, kept: kept)
  }

  override func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    wanted = []
    for value in values { wanted.append(try value.evaluate(batch, context.evaluation)) }
  }

  override func expand(_ row: UInt32, limit: Int, _ context: ExecutionContext) -> (count: Int, isDone: Bool) {
    let relationships = pending ?? lookUp(wanted.map { $0[Int(row)] }, context.snapshot)[...]
    let taken = relationships.prefix(limit)
    found += taken
    let isDone = taken.count == relationships.count
    pending = isDone ? nil : relationships.dropFirst(limit)
    return (taken.count, isDone)
  }

  private func lookUp(_ values: [Value], _ snapshot: GraphSnapshot) -> [RelationshipID] {
    guard !values.contains(where: \.isNull), let type = snapshot.relationshipTypeID(type) else { return [] }
    let keys = self.keys.compactMap { snapshot.propertyKeyID($0) }
    guard keys.count == self.keys.count else { return [] }
    if let found = snapshot.lookup(type, keys, values) { return found }
    // No index can tell, such as of a value that it does not hold: the condition itself is checked above in any case.
    var cursor = ScanCursor()
    return snapshot.scanRelationships(type: type, from: &cursor, limit: snapshot.relationshipCount(type))
  }

  override func takeColumns(_ context: ExecutionContext) -> [Vector] {
    defer { found = [] }
    return [Vector(.relationships(found))]
  }

  override var isReusable: Bool { true }

  override func reset() {
    super.reset()
    wanted = []
    pending = nil
    found = []
  }
}
