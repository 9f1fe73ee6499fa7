import Foundation

/// Waits awake, for a short while, for a descriptor to have something to read.
///
/// A program that asks again as soon as it is answered is back sooner than a processor is woken that has gone to sleep meanwhile,
/// which takes some tens of microseconds, most of what a small request costs. So a wait that may be as short as the one before
/// begins awake, and goes to sleep after a time for which the processor has then been awake in vain once; where requests are
/// rare it never begins so (A. R. Karlin, K. Li, M. S. Manasse and S. Owicki, "Empirical studies of competitive spinning for a
/// shared-memory multiprocessor", 1991). It pays only while processors have nothing else to do: with more threads ready to run
/// than there are processors it would take the time of whom it waits for.
struct CompetitiveWait {
  /// For how long to stay awake at most; 0 for never.
  private let limitNanoseconds: UInt64
  private var start: UInt64 = 0
  private var lastWait = UInt64.max
  private var load = ProcessorLoad()

  /// - Parameter limitMicroseconds: 0 for never.
  init(limitMicroseconds: UInt64) {
    limitNanoseconds = limitMicroseconds * 1_000
  }

  /// Returns when there is something to read, or when it is time to sleep.
  mutating func stayAwake(for descriptor: Int32) {
    guard limitNanoseconds > 0 else { return }
    start = Self.now
    guard lastWait <= limitNanoseconds, load.leavesProcessorsIdle(at: start) else { return }
    var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&request, 1, 0) == 0, Self.now &- start < limitNanoseconds {}
  }

  /// What was waited for has been read.
  mutating func end() {
    if limitNanoseconds > 0 { lastWait = Self.now &- start }
  }

  private static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }
}
