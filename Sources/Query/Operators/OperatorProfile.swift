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

  func start() -> UInt64 { MonotonicClock.nanoseconds }

  /// Adds what was counted by another worker.
  func add(_ other: OperatorProfile) {
    rowCount += other.rowCount
    nanoseconds += other.nanoseconds
  }

  func stop(_ start: UInt64) { nanoseconds += MonotonicClock.nanoseconds - start }
}

/// The time since some moment in the past, never set back.
enum MonotonicClock {
  static var nanoseconds: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
