import Cypher
import GraphStorage

/// The projections that an engine's last statements made of the latest committed state, so that one algorithm after another over
/// the same part of the graph reads it once.
///
/// All go when the graph has changed; the oldest go when there are many or they are large.
final class ProjectionCache {
  private static let largestCount = 4

  /// What the projections may keep in memory together, unless one alone needs more.
  var byteLimit = 128 << 20
  private var stamp: UInt64 = 0
  /// How often a projection was asked for that was there.
  private(set) var reuseCount = 0
  /// The latest last.
  private var entries: [(request: ProjectionRequest, projection: GraphProjection)] = []

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
    } else {
      entries.append((request, try GraphProjection(snapshot, request, poll)))
    }
    // What was made of a projection since the last call counts as well.
    while entries.count > 1, entries.count > Self.largestCount || byteCount > byteLimit { entries.removeFirst() }
    return entries[entries.count - 1].projection
  }

  func removeAll() { entries.removeAll() }

  private var byteCount: Int { entries.reduce(0) { $0 + $1.projection.byteCount } }
}
