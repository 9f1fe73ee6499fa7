import Graph
import GraphStorage
import Synchronization

/// Something that is so in the graph and that a plan relies on.
enum PlanAssumption: Sendable, Hashable {
  /// Every relationship of a type has a label at one end: the source or the target.
  case label(String, ofType: String, isSource: Bool)
  /// Relationships of some types, any where there are none, form no cycle, directions heeded.
  case acyclic([String]?)
  /// No two nodes of a label have the same value under a key, and all have one.
  case distinctValues(key: String, ofLabel: String)

  /// True if it holds in a snapshot. O(1) for a label, O(log nodes) for values; for cycles O(segments) as long as the
  /// relationships are those of the last question, else O(nodes + relationships of the types).
  func holds(in snapshot: GraphSnapshot) -> Bool {
    switch self {
    case .label(let label, let type, let isSource):
      guard let type = snapshot.relationshipTypeID(type), let label = snapshot.labelID(label) else { return false }
      return snapshot.relationshipCount(type, at: label, isOutgoing: isSource) == snapshot.relationshipCount(type)
    case .acyclic(let names):
      let types = names?.compactMap { snapshot.relationshipTypeID($0) }.sorted { $0.rawValue < $1.rawValue } ?? []
      if names != nil && types.isEmpty { return true }
      let rows = snapshot.neighbourRows(types: types, .outgoing)
      return !rows.hasLoops && rows.neighboursFirst != nil
    case .distinctValues(let key, let label):
      guard let label = snapshot.labelID(label), let key = snapshot.propertyKeyID(key) else { return false }
      return snapshot.hasDistinctValues(of: key, onNodesOf: label)
    }
  }
}

/// The assumptions that rules made while one statement was planned.
final class AssumptionLog: Sendable {
  private let entries = Mutex<Set<PlanAssumption>>([])

  var assumptions: Set<PlanAssumption> { entries.withLock { $0 } }

  func add(_ assumptions: [PlanAssumption]) { entries.withLock { $0.formUnion(assumptions) } }
}
