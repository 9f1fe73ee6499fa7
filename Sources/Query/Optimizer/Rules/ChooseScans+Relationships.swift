import Cypher
import Graph
import GraphStorage

extension ChooseScans {
  struct RelationshipChoice {
    var seek: RelationshipSeek
    /// How many relationships the index gives for each row.
    var rows: Double
  }

  /// The index that gives the fewest relationships for a link, nil where none serves it: the link is one relationship of one
  /// type whose properties `predicates` compare with values known by then. The predicates are to be checked all the same.
  func choose(
    for link: PatternGraph.Link, among predicates: [Expression], bound: Set<String>, known: Set<String>
  ) -> RelationshipChoice? {
    guard isEnabled, !link.isBound, case .chain(let chain) = link.body, !chain.isList else { return nil }
    guard let types = chain.types.names, types.count == 1 else { return nil }
    let indexes = context.cardinality.indexes(type: types[0])
    if indexes.isEmpty { return nil }
    let conditions = ScanCandidates(variable: link.variable, predicates: predicates, bound: bound, known: known).conditions
    var best: RelationshipChoice?
    for index in indexes {
      let values = index.keys.compactMap { key in conditions.first { $0.key == key && $0.equal != nil }?.equal }
      guard values.count == index.keys.count else { continue }
      let rows = context.cardinality.rows(of: index, onType: types[0])
      guard rows < best?.rows ?? .infinity else { continue }
      let seek = RelationshipSeek(variable: link.variable, type: types[0], keys: index.keys, values: values)
      best = RelationshipChoice(seek: seek, rows: rows)
    }
    return best
  }
}
