import Cypher
import Graph
import GraphStorage

/// How often each node of a range counts; every other node counts not at all. One bit a node of the range as long as none counts
/// more than once, else 8 bytes.
final class NodeWeights {
  /// The node of the first weight, a multiple of 64.
  let first: Int
  let count: Int
  /// Bit n of word w stands for node `first` + 64 × w + n; bits behind the range are clear. Nil where nodes may count more often.
  let bits: UnsafeMutablePointer<UInt64>?
  /// By node; nil where there are bits.
  let values: UnsafeMutablePointer<Int64>?
  /// The labels that a node counts by, where it counts by nothing else.
  private(set) var labels: [LabelID]?

  /// Nodes none of which counts, and none of which can count more than once.
  init(bitsFrom first: Int, count: Int) {
    precondition(first & 63 == 0, "a word holds the weights of 64 nodes")
    self.first = first
    self.count = count
    bits = .allocate(capacity: count / 64 + 1)
    bits!.initialize(repeating: 0, count: count / 64 + 1)
    values = nil
  }

  /// Weights that whoever makes them sets, all of them.
  init(unsetFrom first: Int, count: Int) {
    precondition(first & 63 == 0, "a word holds the weights of 64 nodes")
    self.first = first
    self.count = count
    bits = nil
    values = .allocate(capacity: max(count, 1))
  }

  /// Weights of 0.
  convenience init(valuesFrom first: Int, count: Int) {
    self.init(unsetFrom: first, count: count)
    values!.initialize(repeating: 0, count: count)
  }

  deinit {
    bits?.deallocate()
    values?.deallocate()
  }

  var byteCount: Int { bits == nil ? count * 8 : count / 8 }

  subscript(node: Int) -> Int64 {
    let place = node - first
    return place >= 0 && place < count ? weight(at: place) : 0
  }

  /// - Parameter place: of the node in the range.
  @inline(__always)
  func weight(at place: Int) -> Int64 {
    if let bits { return Int64(truncatingIfNeeded: bits[place &>> 6] &>> UInt64(place & 63) & 1) }
    return values![place]
  }

  /// How many nodes count, and whether each of them counts once.
  var support: (count: Int, isPlain: Bool) {
    if let bits { return ((0..<(count / 64 + 1)).reduce(0) { $0 + bits[$1].nonzeroBitCount }, true) }
    var nodes = 0
    var isPlain = true
    for place in 0..<count {
      let value = values![place]
      nodes &+= value == 0 ? 0 : 1
      isPlain = isPlain && (value == 0 || value == 1)
    }
    return (nodes, isPlain)
  }

  /// The product of both, over the nodes that both have.
  func multiplied(by other: NodeWeights) throws(CypherError) -> NodeWeights {
    let start = max(first, other.first)
    let end = max(start, min(first + count, other.first + other.count))
    if let bits, let otherBits = other.bits {
      let product = NodeWeights(bitsFrom: start, count: end - start)
      let (shift, otherShift) = ((start - first) / 64, (start - other.first) / 64)
      for word in 0..<((end - start + 63) / 64) { product.bits![word] = bits[shift + word] & otherBits[otherShift + word] }
      return product
    }
    let product = NodeWeights(unsetFrom: start, count: end - start)
    for node in start..<end {
      product.values![node - start] = try weight(at: node - first).times(other.weight(at: node - other.first))
    }
    return product
  }
}

extension NodeWeights {
  /// A weight of 1 for every node that has all of `labels`.
  convenience init(labels: [String], in snapshot: GraphSnapshot) {
    let ids = labels.compactMap { snapshot.labelID($0) }
    guard ids.count == labels.count else {
      self.init(bitsFrom: 0, count: 0)
      return
    }
    let sets = ids.sorted { snapshot.nodeCount($0) < snapshot.nodeCount($1) }
    let blocks = snapshot.memberBlocks(label: sets.first)
    let others = sets.dropFirst().map { snapshot.memberBlocks(label: $0) }
    let first = blocks.first?.firstNode ?? 0
    let end = blocks.last.map { min($0.firstNode + $0.nodeCount, snapshot.nodeCapacity) } ?? 0
    self.init(bitsFrom: first, count: max(0, end - first))
    self.labels = ids
    for block in blocks {
      let also = others.map { blocks in blocks.first { $0.firstNode == block.firstNode } }
      guard !also.contains(where: { $0 == nil }) else { continue }
      mark(block, also.compactMap { $0 })
    }
  }

  private func mark(_ block: MemberBlock, _ others: [MemberBlock]) {
    let start = (block.firstNode - first) / 64
    for index in 0..<min(block.nodeCount / 64, count / 64 + 1 - start) {
      var word = block.words[index]
      for other in others { word &= other.words[index] }
      bits![start + index] = word
    }
  }

  /// Sets to 0 what does not satisfy all of `conditions`; no node may count more than once.
  func filter(_ conditions: [any CompiledPredicate], _ context: EvaluationContext) throws(CypherError) {
    guard let bits else { preconditionFailure("nodes are filtered before they are counted") }
    labels = nil
    var word = 0
    while word <= count / 64 {
      var nodes: [NodeID] = []
      while word <= count / 64 && nodes.count <= Batch.capacity - 64 {
        var left = bits[word]
        while left != 0 {
          nodes.append(NodeID(UInt32(first + word * 64 + left.trailingZeroBitCount)))
          left &= left &- 1
        }
        bits[word] = 0
        word += 1
      }
      guard !nodes.isEmpty else { continue }
      try context.poll()
      var batch = Batch(columns: [Vector(.nodes(nodes))], rowCount: nodes.count)
      for condition in conditions { batch.selection = try condition.select(batch, context) }
      for row in batch.selectedRows {
        let place = Int(nodes[Int(row)].rawValue) - first
        bits[place / 64] |= 1 << UInt64(place % 64)
      }
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
