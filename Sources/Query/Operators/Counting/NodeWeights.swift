import Cypher
import Graph
import GraphStorage

/// How often each node of a range counts; every other node counts not at all. 8 bytes a node of the range.
final class NodeWeights {
  /// The node of `values[0]`.
  let first: Int
  let count: Int
  let values: UnsafeMutablePointer<Int64>

  /// Weights of 0.
  init(first: Int, count: Int) {
    self.first = first
    self.count = count
    values = .allocate(capacity: max(count, 1))
    values.initialize(repeating: 0, count: max(count, 1))
  }

  deinit { values.deallocate() }

  var byteCount: Int { count * 8 }

  subscript(node: Int) -> Int64 {
    let place = node - first
    return place >= 0 && place < count ? values[place] : 0
  }

  /// How many nodes count, and whether each of them counts once.
  var support: (count: Int, isPlain: Bool) {
    var nodes = 0
    var isPlain = true
    for place in 0..<count {
      let value = values[place]
      nodes &+= value == 0 ? 0 : 1
      isPlain = isPlain && (value == 0 || value == 1)
    }
    return (nodes, isPlain)
  }

  func sum() throws(CypherError) -> Int64 {
    var sum: Int64 = 0
    var overflow = false
    for place in 0..<count {
      let (next, isTooLarge) = sum.addingReportingOverflow(values[place])
      sum = next
      overflow = overflow || isTooLarge
    }
    if overflow { throw .countOverflow }
    return sum
  }

  /// The product of both, over the nodes that both have.
  func multiplied(by other: NodeWeights) throws(CypherError) -> NodeWeights {
    let start = max(first, other.first)
    let end = max(start, min(first + count, other.first + other.count))
    let product = NodeWeights(first: start, count: end - start)
    for node in start..<end {
      product.values[node - start] = try values[node - first].times(other.values[node - other.first])
    }
    return product
  }
}

extension NodeWeights {
  /// A weight of 1 for every node that has all of `labels`.
  convenience init(labels: [String], in snapshot: GraphSnapshot) {
    let ids = labels.map { snapshot.labelID($0) }
    guard !ids.contains(where: { $0 == nil }) else {
      self.init(first: 0, count: 0)
      return
    }
    let sets = ids.compactMap { $0 }.sorted { snapshot.nodeCount($0) < snapshot.nodeCount($1) }
    let blocks = snapshot.memberBlocks(label: sets.first)
    let others = sets.dropFirst().map { snapshot.memberBlocks(label: $0) }
    let first = blocks.first?.firstNode ?? 0
    let end = blocks.last.map { min($0.firstNode + $0.nodeCount, snapshot.nodeCapacity) } ?? 0
    self.init(first: first, count: max(0, end - first))
    for block in blocks {
      let also = others.map { blocks in blocks.first { $0.firstNode == block.firstNode } }
      guard !also.contains(where: { $0 == nil }) else { continue }
      mark(block, also.compactMap { $0 })
    }
  }

  private func mark(_ block: MemberBlock, _ others: [MemberBlock]) {
    let start = block.firstNode - first
    for index in 0..<(block.nodeCount / 64) {
      var word = block.words[index]
      for other in others { word &= other.words[index] }
      while word != 0 {
        values[start + index * 64 + word.trailingZeroBitCount] = 1
        word &= word &- 1
      }
    }
  }

  /// Sets to 0 what does not satisfy all of `conditions`.
  func filter(_ conditions: [any CompiledPredicate], _ context: EvaluationContext) throws(CypherError) {
    var place = 0
    while place < count {
      var places: [Int] = []
      while place < count && places.count < Batch.capacity {
        if values[place] != 0 { places.append(place) }
        place += 1
      }
      guard !places.isEmpty else { return }
      try context.poll()
      var batch = Batch(columns: [Vector(.nodes(places.map { NodeID(UInt32(first + $0)) }))], rowCount: places.count)
      for condition in conditions { batch.selection = try condition.select(batch, context) }
      let kept = batch.selectedRows.map { (places[Int($0)], values[places[Int($0)]]) }
      for place in places { values[place] = 0 }
      for (place, weight) in kept { values[place] = weight }
    }
  }
}

extension Int64 {
  func times(_ other: Int64) throws(CypherError) -> Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    if overflow { throw .countOverflow }
    return product
  }

  func plus(_ other: Int64) throws(CypherError) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    if overflow { throw .countOverflow }
    return sum
  }
}

extension CypherError {
  /// More matches than an integer can count.
  static var countOverflow: CypherError { CypherError(ValueError.overflow(operation: "count()")) }
}
