#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The one instant that a whole statement takes for now: `datetime()` and its kin answer alike in every row.
package struct StatementClock: Sendable, Hashable {
  package var secondsSinceEpoch: Int64
  package var nanoseconds: Int32

  package init(secondsSinceEpoch: Int64, nanoseconds: Int32) {
    self.secondsSinceEpoch = secondsSinceEpoch
    self.nanoseconds = nanoseconds
  }

  /// The system's clock, read now.
  package static func now() -> StatementClock {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return StatementClock(secondsSinceEpoch: Int64(time.tv_sec), nanoseconds: Int32(time.tv_nsec))
  }
}
