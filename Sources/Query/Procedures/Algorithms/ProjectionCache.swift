import Cypher
import GraphStorage

/// The projections that an engine's last statements made of the latest committed state, so that one algorithm after another over
/// the same part of the graph reads it once.
///
/// All go when the graph has changed; the oldest go when there are many or they are large, before a new one is made. How much may
/// stay is learnt: when one is asked for that had to go, twice as much (after Megiddo and Modha, "ARC", FAST 2003).
final class ProjectionCache {
  private static let largestCount = 4
  /// So many of those that went are remembered.
  private static let largestMemory = 16

  /// What the projections may keep in memory together at the most, unless one alone needs more.
  var largestByteLimit = 1 << 30
  /// What they may keep until one is missed.
  private(set) var byteLimit: Int
  private var stamp: UInt64 = 0
  /// How often a projection was asked for that was there.
  private(set) var reuseCount = 0
  /// The latest last.
  private var entries: [(request: ProjectionRequest, projection: GraphProjection)] = []
  /// Those that are there no more, the latest last, and whether they had to make room.
  private var gone: [(request: ProjectionRequest, madeRoom: Bool)] = []

  init(byteLimit: Int = 64 << 20) { self.byteLimit = byteLimit }

  /// - Parameter snapshot: a state that the store has handed out, without changes of a transaction.
  func projection(
    _ request: ProjectionRequest, of snapshot: GraphSnapshot, _ poll: () throws(CypherError) -> Void
  ) throws(CypherError) -> GraphProjection {
    if stamp != snapshot.commitStamp { removeAll() }
    stamp = snapshot.commitStamp
    // What has numbers serves those who do not ask for them.
    var numbered = request
    numbered.isNumbered = true
    if let place = entries.firstIndex(where: { $0.request == request || $0.request == numbered }) {
      entries.append(entries.remove(at: place))
      reuseCount += 1
      // What was made of a projection since the last call counts as well.
      makeRoom(leaving: 1)
      return entries[entries.count - 1].projection
    }
    let known = gone.firstIndex { $0.request == request }.map { gone.remove(at: $0) }
    if known?.madeRoom == true { byteLimit = min(byteLimit * 2, largestByteLimit) }
    makeRoom(leaving: 0)
    let projection = try GraphProjection(snapshot, request, keepsSegments: known != nil, poll)
    entries.append((request, projection))
    makeRoom(leaving: 1)
    return projection
  }

  func removeAll() {
    for entry in entries { forget(entry.request, madeRoom: false) }
    entries.removeAll()
  }

  private func makeRoom(leaving leastCount: Int) {
    while entries.count > leastCount, entries.count > Self.largestCount || byteCount > min(byteLimit, largestByteLimit) {
      forget(entries.removeFirst().request, madeRoom: true)
    }
  }

  private func forget(_ request: ProjectionRequest, madeRoom: Bool) {
    gone.append((request, madeRoom))
    if gone.count > Self.largestMemory { gone.removeFirst() }
  }

  private var byteCount: Int { entries.reduce(0) { $0 + $1.projection.byteCount } }
}
