import Graph
import Synchronization

/// For each node of a range its neighbours by some relationship types in one direction, ascending and each once: compressed rows
/// made for joins and for sums over neighbours.
///
///     offsets         where the row of each node begins in `neighbours`; one more than there are rows
///     neighbours      the rows, side by side
///     multiplicities  how many relationships lead to each neighbour; absent where it is always one
///
/// Immutable. 4 bytes a row, 4 an entry, 4 more an entry where relationships are parallel.
package final class NeighbourRows: @unchecked Sendable {
  /// The node of row 0; nodes outside of the rows have no neighbour.
  package let firstNode: Int
  package let rowCount: Int
  package let offsets: UnsafeMutablePointer<UInt32>
  package let neighbours: UnsafeMutablePointer<UInt32>
  package let multiplicities: UnsafeMutablePointer<UInt32>?
  /// The number of pairs of a node and a neighbour.
  package let entryCount: Int
  /// The number of pairs of a node and a relationship.
  package let relationshipCount: Int
  /// True if a node is its own neighbour.
  package let hasLoops: Bool
  let order = Mutex(Order.unknown)
  private let knownFunctions = Mutex<[Range<Int>: Bool]>([:])

  /// - Parameter relationshipCount: the sum of the multiplicities.
  package init(
    firstNode: Int, rowCount: Int, offsets: UnsafeMutablePointer<UInt32>, neighbours: UnsafeMutablePointer<UInt32>,
    multiplicities: UnsafeMutablePointer<UInt32>?, relationshipCount: Int, hasLoops: Bool
  ) {
    self.firstNode = firstNode
    self.rowCount = rowCount
    self.offsets = offsets
    self.neighbours = neighbours
    self.multiplicities = multiplicities
    self.relationshipCount = relationshipCount
    self.hasLoops = hasLoops
    entryCount = Int(offsets[rowCount])
  }

  deinit {
    offsets.deallocate()
    neighbours.deallocate()
    multiplicities?.deallocate()
  }

  /// True if none of these nodes has two neighbours. O(nodes) when it is first asked for.
  package func isFunction(of nodes: Range<Int>) -> Bool {
    knownFunctions.withLock { known in
      if let isFunction = known[nodes] { return isFunction }
      let rows = nodes.clamped(to: firstNode..<(firstNode + rowCount))
      let isFunction = rows.allSatisfy { offsets[$0 &- firstNode &+ 1] &- offsets[$0 &- firstNode] <= 1 }
      known[nodes] = isFunction
      return isFunction
    }
  }

  package var byteCount: Int { 4 * (rowCount + 1) + (multiplicities == nil ? 4 : 8) * entryCount }

  /// The places of a node's neighbours.
  package func row(of node: Int) -> Range<Int> {
    let row = node - firstNode
    guard row >= 0 && row < rowCount else { return 0..<0 }
    return Int(offsets[row])..<Int(offsets[row + 1])
  }
}

extension NeighbourRows {
  /// The rows of pairs whose sources are ascending; the neighbours of one source may come in any order. O(pairs × log of the
  /// longest row).
  package convenience init(sources: [UInt32], neighbours found: [UInt32]) {
    precondition(sources.count == found.count, "a pair has a source and a neighbour")
    let firstNode = Int(sources.first ?? 0)
    let rowCount = sources.isEmpty ? 0 : Int(sources[sources.count - 1]) - firstNode + 1
    let offsets = UnsafeMutablePointer<UInt32>.allocate(capacity: rowCount + 1)
    let neighbours = UnsafeMutablePointer<UInt32>.allocate(capacity: max(found.count, 1))
    let multiplicities = UnsafeMutablePointer<UInt32>.allocate(capacity: max(found.count, 1))
    var writer = NeighbourRowWriter(neighbours: neighbours, multiplicities: multiplicities)
    var place = 0
    for row in 0..<rowCount {
      offsets[row] = UInt32(writer.count)
      let start = place
      var isAscending = true
      while place < sources.count && Int(sources[place]) == firstNode + row {
        if place > start && found[place - 1] > found[place] { isAscending = false }
        place += 1
      }
      if isAscending {
        writer.append(found[start..<place], node: UInt32(firstNode + row))
      } else {
        writer.append(found[start..<place].sorted()[...], node: UInt32(firstNode + row))
      }
    }
    offsets[rowCount] = UInt32(writer.count)
    if !writer.hasParallels { multiplicities.deallocate() }
    self.init(
      firstNode: firstNode, rowCount: rowCount, offsets: offsets, neighbours: neighbours,
      multiplicities: writer.hasParallels ? multiplicities : nil, relationshipCount: found.count, hasLoops: writer.hasLoops)
  }

  /// The rows of pairs in any order. O(pairs × log of the longest row + nodes between the least and the greatest source).
  package convenience init(unorderedSources sources: [UInt32], neighbours: [UInt32]) {
    let first = Int(sources.min() ?? 0)
    var places = [Int](repeating: 0, count: Int(sources.max() ?? 0) - first + 2)
    for source in sources { places[Int(source) - first + 1] += 1 }
    for row in places.indices.dropFirst() { places[row] += places[row - 1] }
    var (orderedSources, orderedNeighbours) = (sources, neighbours)
    for (source, neighbour) in zip(sources, neighbours) {
      let place = places[Int(source) - first]
      places[Int(source) - first] += 1
      orderedSources[place] = source
      orderedNeighbours[place] = neighbour
    }
    self.init(sources: orderedSources, neighbours: orderedNeighbours)
  }
}

/// Writes rows one behind the other, equal neighbours as one.
struct NeighbourRowWriter {
  let neighbours: UnsafeMutablePointer<UInt32>
  /// Nil where nobody asks how many relationships lead to a neighbour yet.
  let multiplicities: UnsafeMutablePointer<UInt32>?
  private(set) var count = 0
  private(set) var hasParallels = false
  private(set) var hasLoops = false
  private var rowStart = 0

  init(neighbours: UnsafeMutablePointer<UInt32>, multiplicities: UnsafeMutablePointer<UInt32>?) {
    self.neighbours = neighbours
    self.multiplicities = multiplicities
  }

  @inline(__always) mutating func beginRow() { rowStart = count }

  /// Adds a neighbour of `node` that is not before the last one of the row.
  @inline(__always) mutating func append(_ neighbour: UInt32, node: UInt32) {
    if neighbour == node { hasLoops = true }
    if count > rowStart && neighbours[count &- 1] == neighbour {
      hasParallels = true
      if let multiplicities { multiplicities[count &- 1] &+= 1 }
      return
    }
    neighbours[count] = neighbour
    if let multiplicities { multiplicities[count] = 1 }
    count &+= 1
  }

  mutating func append(_ sorted: ArraySlice<UInt32>, node: UInt32) {
    beginRow()
    for neighbour in sorted { append(neighbour, node: node) }
  }
}
