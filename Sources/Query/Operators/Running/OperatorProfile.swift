import Cypher

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// What PROFILE counts for one operator.
final class OperatorProfile {
  var rowCount = 0
  /// Time between entry and exit, that of the operators below included; of all workers together.
  private(set) var nanoseconds: UInt64 = 0
  private var keptByteCount = 0
  /// The most that the operator held at a time of what it accounted for.
  private(set) var peakByteCount = 0
  /// The most workers that shared its work.
  private var workerCount = 1
  /// True once it has taken in or given out rows that stand for several.
  var isFactorised = false
  /// True once it has found something that an earlier statement made.
  var isReused = false
  /// True once it has passed counts along a relationship of a pattern.
  var passesCounts = false
  /// True once it has intersected rows of neighbours.
  var intersects = false
  /// True once it has made a cycle smaller by what leads to one node at most.
  var followsFunctions = false
  /// What was written to temporary space.
  var spilledByteCount = 0
  /// Blocks of a column that a scan has come to, and those of them that it left out.
  private var blockCount = 0
  private var skippedBlockCount = 0

  func start() -> UInt64 { MonotonicClock.nanoseconds }

  func stop(_ start: UInt64) { nanoseconds += MonotonicClock.nanoseconds - start }

  func keep(_ byteCount: Int) {
    keptByteCount += byteCount
    peakByteCount = max(peakByteCount, keptByteCount)
  }

  func release(_ byteCount: Int) { keptByteCount -= byteCount }

  func note(blocks: Int, skipped: Int) {
    blockCount += blocks
    skippedBlockCount += skipped
  }

  func note(_ tally: WorkerTally) { workerCount = max(workerCount, tally.workerCount) }

  /// How the operator has run, as far as there are several ways.
  var modes: [ExecutionMode] {
    var modes: [ExecutionMode] = []
    if passesCounts { modes.append(.countPassing) }
    if intersects { modes.append(.intersection) }
    if followsFunctions { modes.append(.functions) }
    if isFactorised { modes.append(.factorised) }
    if workerCount > 1 { modes.append(.parallel(workerCount: workerCount)) }
    if isReused { modes.append(.reused) }
    if blockCount > 0 { modes.append(.skipping(blockCount: skippedBlockCount, of: blockCount)) }
    if spilledByteCount > 0 { modes.append(.spilled(byteCount: spilledByteCount)) }
    return modes
  }

  /// Counts the rows and the time of the operator below as its own.
  func takeOver(_ below: OperatorProfile) {
    rowCount += below.rowCount
    nanoseconds += below.nanoseconds
  }

  /// Adds what was counted for a part of the operator's work, which holds its memory until the other parts are done.
  func add(_ part: OperatorProfile) {
    takeOver(part)
    peakByteCount += part.peakByteCount
    spilledByteCount += part.spilledByteCount
    note(blocks: part.blockCount, skipped: part.skippedBlockCount)
    workerCount = max(workerCount, part.workerCount)
    isFactorised = isFactorised || part.isFactorised
    isReused = isReused || part.isReused
    passesCounts = passesCounts || part.passesCounts
    intersects = intersects || part.intersects
    followsFunctions = followsFunctions || part.followsFunctions
  }
}

/// The time since some moment in the past, never set back.
enum MonotonicClock {
  static var nanoseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
