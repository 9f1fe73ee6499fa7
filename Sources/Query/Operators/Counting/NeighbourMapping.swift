import Graph
import GraphStorage
import Synchronization

/// What makes rows of other rows, neighbour by neighbour.
protocol NeighbourMapping {
  /// What the row of a node has in common; `noNode` where the row is left out.
  func key(of node: UInt32) -> UInt32
  /// What stands for a neighbour in a row with this key; `noNode` where it is left out. What a row becomes ascends.
  func image(of neighbour: UInt32, _ key: UInt32) -> UInt32
}

extension UInt32 {
  /// The number of no node.
  static let noNode = UInt32.max
}

/// Rows with at most one neighbour each, as bare pointers; whoever makes it keeps the rows alive.
struct NodeFunction {
  private let offsets: UnsafeMutablePointer<UInt32>
  private let neighbours: UnsafeMutablePointer<UInt32>
  private let first: Int
  private let count: UInt

  init(_ rows: NeighbourRows) {
    offsets = rows.offsets
    neighbours = rows.neighbours
    first = rows.firstNode
    count = UInt(rows.rowCount)
  }

  /// Where a node leads to; `noNode` where it leads nowhere.
  @inline(__always)
  func image(of node: UInt32) -> UInt32 {
    let row = Int(node) &- first
    guard UInt(bitPattern: row) < count, offsets[row] != offsets[row &+ 1] else { return .noNode }
    return neighbours[Int(offsets[row])]
  }
}

/// What `next` makes of neighbours that count.
struct Composition: NeighbourMapping {
  let next: NodeFunction
  /// Nil where all of them count.
  let weights: NodeWeightPointers?

  func key(of node: UInt32) -> UInt32 { 0 }

  @inline(__always)
  func image(of neighbour: UInt32, _ key: UInt32) -> UInt32 {
    if let weights, weights.weight(of: neighbour) == 0 { return .noNode }
    return next.image(of: neighbour)
  }
}

/// Those neighbours that `far` leads to where `near` leads the node.
struct Restriction: NeighbourMapping {
  let near: NodeFunction
  let far: NodeFunction

  func key(of node: UInt32) -> UInt32 { near.image(of: node) }

  @inline(__always)
  func image(of neighbour: UInt32, _ key: UInt32) -> UInt32 { far.image(of: neighbour) == key ? neighbour : .noNode }
}

/// Makes rows of the rows of a range of nodes.
struct RowMapping<Mapping: NeighbourMapping> {
  private let source: NeighbourRows
  private let mapping: Mapping
  /// Those of the source's rows that are asked for.
  private let rows: Range<Int>
  private let pieceSize: Int

  private let offsets: UnsafeMutablePointer<UInt32>
  private let neighbours: UnsafeMutablePointer<UInt32>
  private let multiplicities: UnsafeMutablePointer<UInt32>?

  private static var pieceCount: Int { 64 }
  private static var smallestPiece: Int { 512 }
  /// Less is done faster by one thread.
  private static var smallestSharedCount: Int { 50_000 }

  private var pieceCount: Int { (rows.count + pieceSize - 1) / pieceSize }
  private var capacity: Int { Int(source.offsets[rows.upperBound] - source.offsets[rows.lowerBound]) }

  private init(_ source: NeighbourRows, of nodes: Range<Int>, _ mapping: Mapping) {
    self.source = source
    self.mapping = mapping
    let all = source.firstNode..<(source.firstNode + source.rowCount)
    let asked = nodes.clamped(to: all)
    rows = (asked.lowerBound - all.lowerBound)..<(asked.upperBound - all.lowerBound)
    pieceSize = max(Self.smallestPiece, (rows.count + Self.pieceCount - 1) / Self.pieceCount)
    let capacity = max(1, Int(source.offsets[rows.upperBound] - source.offsets[rows.lowerBound]))
    offsets = .allocate(capacity: rows.count + 1)
    neighbours = .allocate(capacity: capacity)
    multiplicities = source.multiplicities.map { _ in .allocate(capacity: capacity) }
  }

  /// The rows of `nodes`, shared out among the threads of the pool.
  ///
  /// - Complexity: O(nodes + entries of their rows).
  static func rows(_ source: NeighbourRows, of nodes: Range<Int>, _ mapping: Mapping) -> NeighbourRows {
    RowMapping(source, of: nodes, mapping).made()
  }

  private func made() -> NeighbourRows {
    // Each piece is written where its rows would begin if nothing were left out, and moved up afterwards.
    let ends = UnsafeMutablePointer<(end: Int, hasLoops: Bool)>.allocate(capacity: max(pieceCount, 1))
    defer { ends.deallocate() }
    if rows.count + capacity < Self.smallestSharedCount {
      for piece in 0..<pieceCount { (ends + piece).initialize(to: fill(piece)) }
    } else {
      WorkerPool.shared.run(pieceCount: pieceCount) { piece, _ in (ends + piece).initialize(to: fill(piece)) }
    }
    var end = 0
    var hasLoops = false
    for piece in 0..<pieceCount {
      let places = places(piece)
      let start = start(of: places.lowerBound)
      let count = ends[piece].end - start
      if start > end {
        (neighbours + end).update(from: neighbours + start, count: count)
        if let multiplicities { (multiplicities + end).update(from: multiplicities + start, count: count) }
        for place in places { offsets[place] -= UInt32(start - end) }
      }
      end += count
      hasLoops = hasLoops || ends[piece].hasLoops
    }
    offsets[rows.count] = UInt32(end)
    return NeighbourRows(
      firstNode: source.firstNode + rows.lowerBound, rowCount: rows.count, offsets: offsets, neighbours: neighbours,
      multiplicities: multiplicities,
      relationshipCount: multiplicities.map { counts in (0..<end).reduce(0) { $0 + Int(counts[$1]) } } ?? end,
      hasLoops: hasLoops)
  }

  private func places(_ piece: Int) -> Range<Int> { (piece * pieceSize)..<min((piece + 1) * pieceSize, rows.count) }

  private func start(of place: Int) -> Int { Int(source.offsets[rows.lowerBound + place] - source.offsets[rows.lowerBound]) }

  private func fill(_ piece: Int) -> (end: Int, hasLoops: Bool) {
    let places = places(piece)
    var end = start(of: places.lowerBound)
    var hasLoops = false
    for place in places {
      offsets[place] = UInt32(truncatingIfNeeded: end)
      let row = place &+ rows.lowerBound
      let node = UInt32(truncatingIfNeeded: row &+ source.firstNode)
      let key = mapping.key(of: node)
      if key == .noNode { continue }
      // What is left out is written as well, and then written over: whether it is cannot be foretold.
      for entry in Int(source.offsets[row])..<Int(source.offsets[row &+ 1]) {
        let image = mapping.image(of: source.neighbours[entry], key)
        hasLoops = hasLoops || image == node
        neighbours[end] = image
        if let multiplicities { multiplicities[end] = source.multiplicities![entry] }
        end &+= image == .noNode ? 0 : 1
      }
    }
    return (end, hasLoops)
  }
}

extension NeighbourRows {
  /// The same pairs from their other ends.
  ///
  /// - Complexity: O(entries + nodes between the least and the greatest neighbour).
  func reversed() -> NeighbourRows {
    var (least, greatest) = (UInt32.max, UInt32.min)
    for place in 0..<entryCount {
      least = min(least, neighbours[place])
      greatest = max(greatest, neighbours[place])
    }
    let first = entryCount == 0 ? 0 : Int(least)
    let count = entryCount == 0 ? 0 : Int(greatest) - first + 1
    let ends = UnsafeMutablePointer<UInt32>.allocate(capacity: count + 1)
    ends.initialize(repeating: 0, count: count + 1)
    let reversed = UnsafeMutablePointer<UInt32>.allocate(capacity: max(entryCount, 1))
    let counts = multiplicities.map { _ in UnsafeMutablePointer<UInt32>.allocate(capacity: max(entryCount, 1)) }
    for place in 0..<entryCount { ends[Int(neighbours[place]) &- first &+ 1] &+= 1 }
    for row in 0..<count { ends[row &+ 1] &+= ends[row] }
    // From here on each row's start moves on to its end, which is the start of the next one.
    for row in 0..<rowCount {
      for place in Int(offsets[row])..<Int(offsets[row &+ 1]) {
        let target = Int(neighbours[place]) &- first
        let free = Int(ends[target])
        ends[target] &+= 1
        reversed[free] = UInt32(truncatingIfNeeded: row &+ firstNode)
        if let multiplicities { counts![free] = multiplicities[place] }
      }
    }
    (ends + 1).update(from: ends, count: count)
    ends[0] = 0
    return NeighbourRows(
      firstNode: first, rowCount: count, offsets: ends, neighbours: reversed, multiplicities: counts,
      relationshipCount: relationshipCount, hasLoops: hasLoops)
  }
}
