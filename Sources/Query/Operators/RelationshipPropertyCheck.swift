import Cypher
import Graph
import GraphStorage

/// The property map of a chain's relationships: `-[:T* {year: 1988}]->` wants each relationship to agree with it.
struct RelationshipPropertyCheck {
  private let map: any CompiledExpression
  private var wanted: Vector
  private var keys: [(key: PropertyKeyID?, name: String)] = []
  private var row = 0

  init(_ map: any CompiledExpression) {
    self.map = map
    wanted = .nulls(count: 0)
  }

  /// Evaluates the map for a new batch of rows.
  mutating func begin(_ batch: Batch, _ context: ExecutionContext) throws(CypherError) {
    wanted = try map.evaluate(batch, context.evaluation)
  }

  /// True if the map of `row` lets `relationship` pass; a null in it lets none pass.
  func allows(_ relationship: RelationshipID, row: UInt32, _ snapshot: GraphSnapshot) -> Bool {
    guard case .map(let properties) = wanted[Int(row)] else { return false }
    return properties.entries.allSatisfy { entry in
      guard let key = snapshot.propertyKeyID(entry.key) else { return false }
      return snapshot.property(key, of: relationship).isEqual(to: entry.value) == true
    }
  }
}
