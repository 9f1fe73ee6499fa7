import Graph

/// The nodes that a search has met, numbered in the order in which they were met.
///
/// A hash table of open addressing rather than an array as long as the graph, because most searches see a small part of it.
struct ReachedNodes {
  /// The n-th node met.
  private(set) var nodes: [NodeID] = []
  /// Place in `nodes` plus one; 0 for an empty slot.
  private var slots = [UInt32](repeating: 0, count: 64)

  var count: Int { nodes.count }

  /// Amortised O(1).
  @discardableResult
  mutating func insert(_ node: NodeID) -> (place: Int, isNew: Bool) {
    let slot = slot(of: node)
    if slots[slot] != 0 { return (Int(slots[slot]) - 1, false) }
    nodes.append(node)
    slots[slot] = UInt32(nodes.count)
    if nodes.count * 2 > slots.count { grow() }
    return (nodes.count - 1, true)
  }

  /// The number of a node that was met, nil for others.
  func place(of node: NodeID) -> Int? {
    let entry = slots[slot(of: node)]
    return entry == 0 ? nil : Int(entry) - 1
  }

  /// O(nodes met).
  mutating func removeAll() {
    if slots.count > 4096 && nodes.count * 16 < slots.count {
      slots = [UInt32](repeating: 0, count: 64)
    } else {
      for index in slots.indices { slots[index] = 0 }
    }
    nodes.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  private func slot(of node: NodeID) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: (UInt64(node.rawValue) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[slot] != 0 && nodes[Int(slots[slot]) - 1] != node { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for index in nodes.indices { slots[slot(of: nodes[index])] = UInt32(index + 1) }
  }
}
