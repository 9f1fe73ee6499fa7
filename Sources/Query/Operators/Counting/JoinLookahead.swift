import GraphStorage

/// Reads what a join will read for the next bindings of its first variable, so that the caches have it in time.
///
/// A variable bound to a neighbour of the first one asks for a row at a random place: where it begins, then the row itself.
/// Following one binding after the other waits for each of these; here the reads of many bindings do not wait for each other.
/// Group prefetching: Chen, Ailamaki, Gibbons, Mowry, "Improving Hash Join Performance through Prefetching", ICDE 2004.
final class JoinLookahead {
  /// Rows of neighbours as bare pointers.
  private struct Rows {
    let offsets: UnsafeMutablePointer<UInt32>
    let neighbours: UnsafeMutablePointer<UInt32>
    let firstRow: Int
    let rowCount: UInt
    let entryCount: UInt32

    init(_ rows: NeighbourRows) {
      offsets = rows.offsets
      neighbours = rows.neighbours
      firstRow = rows.firstNode
      rowCount = UInt(rows.rowCount)
      entryCount = UInt32(rows.entryCount)
    }
  }

  /// A variable that is bound to neighbours of the first one.
  private struct Lead {
    let candidates: Rows
    /// Nil where they are in the caches anyway.
    let weights: UnsafeMutablePointer<Int64>?
    let first: Int
    let count: UInt
    /// The rows that its binding chooses from.
    let chosen: [Rows]
  }

  /// Bindings that are read for at a time: about what stays in the first cache.
  private static let capacity = 128
  /// Rows of no more bytes are in the caches anyway.
  private static let smallestByteCount = 1 << 18

  private let owners: (levels: [JoinLevel], probes: [JoinProbe])
  private let root: NodeWeights
  private let leads: [Lead]
  private let nodes: UnsafeMutablePointer<UInt32>
  private let starts: UnsafeMutablePointer<UInt32>
  private let ends: UnsafeMutablePointer<UInt32>
  /// Where what was read goes, so that it has to be read.
  private let residue: UnsafeMutablePointer<UInt64>

  /// Nil where there is nothing to gain.
  init?(_ levels: [JoinLevel], _ probes: [JoinProbe]) {
    let leads = levels.dropFirst().compactMap { level -> Lead? in
      let chosen = level.dependents.map { probes[$0].rows }.filter {
        $0.entryCount > 0 && $0.byteCount > Self.smallestByteCount
      }
      guard !chosen.isEmpty, let probe = level.probes.first(where: { probes[$0].source == 0 }) else { return nil }
      return Lead(
        candidates: Rows(probes[probe].rows), weights: level.isGiven ? nil : level.weights.values, first: level.weights.first,
        count: UInt(level.weights.count), chosen: chosen.map { Rows($0) })
    }
    guard !leads.isEmpty else { return nil }
    owners = (levels, probes)
    root = levels[0].weights
    self.leads = leads
    nodes = .allocate(capacity: Self.capacity)
    starts = .allocate(capacity: Self.capacity)
    ends = .allocate(capacity: Self.capacity)
    residue = .allocate(capacity: 1)
    residue.initialize(to: 0)
  }

  deinit {
    nodes.deallocate()
    starts.deallocate()
    ends.deallocate()
    residue.deallocate()
  }

  /// Reads ahead for nodes of the first variable from `place` on; returns where it stopped, which is behind `place`.
  func read(from place: Int, to end: Int) -> Int {
    var stop = end
    for lead in leads {
      let (count, next) = gather(lead.candidates, place, stop)
      stop = next
      var sum: UInt64 = 0
      if let weights = lead.weights {
        for index in 0..<count {
          let place = Int(nodes[index]) &- lead.first
          if UInt(bitPattern: place) < lead.count { sum ^= UInt64(truncatingIfNeeded: weights[place]) }
        }
      }
      for rows in lead.chosen { sum ^= read(rows, count) }
      residue.pointee ^= sum
    }
    return stop
  }

  /// The candidates that the first variable's nodes lead to; how many, and the place behind the last of those nodes.
  private func gather(_ candidates: Rows, _ start: Int, _ end: Int) -> (count: Int, next: Int) {
    let root = root
    var count = 0
    var place = start
    while place < end && count < Self.capacity {
      let row = root.first &+ place &- candidates.firstRow
      if root.weight(at: place) != 0 && UInt(bitPattern: row) < candidates.rowCount {
        var entry = Int(candidates.offsets[row])
        let last = min(Int(candidates.offsets[row &+ 1]), entry &+ Self.capacity &- count)
        while entry < last {
          nodes[count] = candidates.neighbours[entry]
          count &+= 1
          entry &+= 1
        }
      }
      place &+= 1
    }
    return (count, place)
  }

  @inline(__always)
  private func read(_ rows: Rows, _ count: Int) -> UInt64 {
    var sum: UInt64 = 0
    for index in 0..<count {
      let row = Int(nodes[index]) &- rows.firstRow
      let isThere = UInt(bitPattern: row) < rows.rowCount
      starts[index] = isThere ? rows.offsets[row] : 0
      ends[index] = isThere ? rows.offsets[row &+ 1] : 0
    }
    // Of a row that begins in one line and ends in the next one both are read.
    for index in 0..<count {
      let first = min(starts[index], rows.entryCount &- 1)
      sum ^= UInt64(rows.neighbours[Int(first)]) ^ UInt64(rows.neighbours[Int(max(first &+ 1, ends[index]) &- 1)])
    }
    return sum
  }
}
