import Cypher
import Graph
import GraphStorage

/// CountByPassing and CountByIntersection: how often a pattern matches, in all or for each node of its root and each type of one
/// link.
final class CountMatches: Operator {
  /// The counts for one type, or for all.
  private struct Portion {
    var type: Value?
    var counts: NodeWeights
    /// How far they have been given out.
    var position = 0
  }

  private let pattern: CompiledPattern
  private let breaksSymmetries: Bool
  private let followsFunctions: Bool
  private var portions: [Portion] = []
  private var isStarted = false

  init(layout: RowLayout, pattern: CompiledPattern, breaksSymmetries: Bool, followsFunctions: Bool) {
    self.breaksSymmetries = breaksSymmetries
    self.pattern = pattern
    self.followsFunctions = followsFunctions
    super.init(layout: layout, inputs: [])
  }

  override func produce(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    if !isStarted {
      isStarted = true
      if let totals = try start(context) { return totals }
    }
    while !portions.isEmpty {
      if let batch = nextNodes(&portions[0]) { return batch }
      portions.removeFirst()
    }
    return nil
  }

  /// Counts; where there is no root, all rows are ready at once.
  private func start(_ context: ExecutionContext) throws(CypherError) -> Batch? {
    let relations = PatternRelations(context, breaksSymmetries: breaksSymmetries, followsFunctions: followsFunctions)
    defer { relations.release() }
    var (names, totals): ([Value], [Int64]) = ([], [])
    for type in types(relations) {
      let counter = PatternCounter(pattern, relations, context, type: type)
      let name = type.map { Value.string(context.snapshot.relationshipTypes[Int($0)]) }
      if pattern.pattern.root != nil {
        portions.append(Portion(type: name, counts: try counter.counts()))
        continue
      }
      let total = try counter.total()
      guard total != 0 else { continue }
      totals.append(total)
      if let name { names.append(name) }
    }
    guard !totals.isEmpty else { return nil }
    let types = names.isEmpty ? [] : [Vector(.values(names))]
    return Batch(columns: types + [Vector(.integers(totals))], rowCount: totals.count)
  }

  /// The types that are told apart; nil for all of them together.
  private func types(_ relations: PatternRelations) -> [UInt32?] {
    guard let typed = pattern.pattern.typed else { return [nil] }
    return relations.types(pattern.pattern.links[typed].types)
  }

  private func nextNodes(_ portion: inout Portion) -> Batch? {
    let counts = portion.counts
    var nodes: [NodeID] = []
    var multiplicities: [Int64] = []
    while portion.position < counts.count && nodes.count < Batch.capacity {
      let count = counts.weight(at: portion.position)
      if count != 0 {
        nodes.append(NodeID(UInt32(counts.first + portion.position)))
        multiplicities.append(count)
      }
      portion.position += 1
    }
    guard !nodes.isEmpty else { return nil }
    let types = portion.type.map { [Vector(.constant($0, count: nodes.count))] } ?? []
    return Batch(columns: [Vector(.nodes(nodes))] + types + [Vector(.integers(multiplicities))], rowCount: nodes.count)
  }

  override var isReusable: Bool { true }

  override func reset() {
    portions = []
    isStarted = false
  }
}
