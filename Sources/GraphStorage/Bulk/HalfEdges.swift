import Graph

/// One direction of the relationships of a type, sorted: for each node of a range its neighbours, each with the relationship that
/// leads there.
///
/// An entry is the neighbour in the high and the relationship in the low half of a word.
final class HalfEdges {
  /// The first node of the range.
  let first: UInt32
  let nodeCount: Int
  /// Where the entries of a node begin; one more than there are nodes.
  let starts: UnsafeMutableBufferPointer<UInt32>
  let entries: UnsafeMutableBufferPointer<UInt64>

  private init(nodes: ClosedRange<UInt32>, count: Int) {
    first = nodes.lowerBound
    nodeCount = nodes.count
    // One more in front, so that counting can be done one place ahead of where filling looks.
    starts = .allocate(capacity: nodeCount + 2)
    starts.initialize(repeating: 0)
    entries = .allocate(capacity: count)
  }

  deinit {
    starts.deallocate()
    entries.deallocate()
  }

  @inline(__always) func run(of place: Int) -> Range<Int> {
    Range(uncheckedBounds: (Int(starts[place]), Int(starts[place &+ 1])))
  }

  /// Both directions, each node's entries in the order of neighbour and relationship.
  ///
  /// Turning compressed rows round sorts them, whatever the order of the entries of a node was (F. G. Gustavson, "Two Fast
  /// Algorithms for Sparse Matrices: Multiplication and Permuted Transposition", ACM TOMS 4 (1978)). Where the rows turned round
  /// were sorted already, because the relationships came sorted by one end, as most files have them, both directions are done
  /// after these two passes, else after a third. O(relationships + range of node ids); what a pass has read is freed before the
  /// next one begins.
  static func sorted(_ pending: consuming PendingRelationships) -> (outgoing: HalfEdges, incoming: HalfEdges) {
    let rows = pending.rows
    let sources = NodeList(pending.takeSources())
    let targets = NodeList(pending.takeTargets())
    if sources.descentCount <= targets.descentCount {
      let (incoming, outgoing) = sorted(by: targets, from: sources, rows)
      return (outgoing, incoming)
    }
    return sorted(by: sources, from: targets, rows)
  }

  /// The relationships at `nodes`, then those at `neighbours`.
  private static func sorted(
    by nodes: consuming NodeList, from neighbours: consuming NodeList, _ rows: [Range<UInt32>]
  ) -> (HalfEdges, HalfEdges) {
    let (range, neighbourRange) = (nodes.range, neighbours.range)
    var first: HalfEdges? = HalfEdges(by: nodes, from: neighbours, rows)
    let second = HalfEdges(turning: first!, to: neighbourRange)
    if let first, first.isSorted { return (first, second) }
    first = nil
    return (HalfEdges(turning: second, to: range), second)
  }

  private var isSorted: Bool {
    for place in 0..<nodeCount {
      for index in run(of: place).dropFirst() where entries[index &- 1] > entries[index] { return false }
    }
    return true
  }

  /// Sorts by node; the entries of a node are in the order given.
  private convenience init(by nodes: NodeList, from neighbours: NodeList, _ rows: [Range<UInt32>]) {
    self.init(nodes: nodes.range, count: nodes.elements.count)
    let (starts, entries, first) = (starts.baseAddress!, entries.baseAddress!, first)
    let (nodes, neighbours) = (nodes.elements, neighbours.elements)
    for index in 0..<nodes.count { starts[Int(nodes[index] &- first) &+ 2] &+= 1 }
    addUp()
    var index = 0
    for range in rows {
      for number in range {
        let place = Int(nodes[index] &- first) &+ 1
        entries[Int(starts[place])] = UInt64(neighbours[index]) &<< 32 | UInt64(number)
        starts[place] &+= 1
        index &+= 1
      }
    }
  }

  /// The same relationships seen from their other ends, which lie in `range`: sorted by neighbour.
  private convenience init(turning other: HalfEdges, to range: ClosedRange<UInt32>) {
    self.init(nodes: range, count: other.entries.count)
    let (starts, entries, first) = (starts.baseAddress!, entries.baseAddress!, first)
    for entry in other.entries { starts[Int(UInt32(truncatingIfNeeded: entry &>> 32) &- first) &+ 2] &+= 1 }
    addUp()
    for place in 0..<other.nodeCount {
      let node = UInt64(other.first &+ UInt32(truncatingIfNeeded: place)) &<< 32
      for index in other.run(of: place) {
        let entry = other.entries[index]
        let target = Int(UInt32(truncatingIfNeeded: entry &>> 32) &- first) &+ 1
        entries[Int(starts[target])] = node | entry & 0xFFFF_FFFF
        starts[target] &+= 1
      }
    }
  }

  /// Makes starts of the numbers of entries, two places ahead.
  private func addUp() {
    var sum: UInt32 = 0
    for index in 0..<starts.count {
      sum &+= starts[index]
      starts[index] = sum
    }
  }
}
