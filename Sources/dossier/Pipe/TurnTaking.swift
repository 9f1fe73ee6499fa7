import CPlatform
import Foundation
import Synchronization

/// Keeps two programs that take turns on one processor: who asks, and this one, which answers.
///
/// The system gives each a processor of its own where one is idle. Then each turn wakes a sleeping processor, which takes some
/// tens of microseconds on a virtual machine, most of what a small request costs. So while requests come quickly, threads of the
/// lowest priority occupy the other processors, and the system lets the two share the one that is left. The wait for the next
/// request is taken to be as short as the one before; where it is not, the threads stop after a time for which they have then
/// been in vain once, and where requests are rare they never begin (A. R. Karlin, K. Li, M. S. Manasse and S. Owicki, "Empirical
/// studies of competitive spinning for a shared-memory multiprocessor", 1991). What has work for the other processors gets them.
final class TurnTaking {
  /// Where there are more processors than this, occupying all others for two programs would be out of proportion.
  private static let largestProcessorCount = 4

  private let limitNanoseconds: UInt64
  private let occupation = Occupation()
  private var hasThreads = false
  private var waitStart: UInt64 = 0
  private var lastWait = UInt64.max

  /// - Parameter limitMicroseconds: How long to occupy them at most while a request is waited for; 0 for never.
  init(limitMicroseconds: UInt64) {
    let isWorthIt = (2...Self.largestProcessorCount).contains(ProcessInfo.processInfo.activeProcessorCount)
    limitNanoseconds = isWorthIt ? limitMicroseconds * 1_000 : 0
  }

  /// To be said before a request is waited for.
  func beginWait() {
    guard limitNanoseconds > 0 else { return }
    waitStart = Occupation.now
    guard lastWait <= limitNanoseconds else { return }
    if !hasThreads { startThreads() }
    occupation.extend(to: waitStart &+ limitNanoseconds, home: platform_current_processor())
  }

  /// To be said when it has come.
  func endWait() {
    if limitNanoseconds > 0 { lastWait = Occupation.now &- waitStart }
  }

  private func startThreads() {
    hasThreads = true
    for _ in 1..<ProcessInfo.processInfo.activeProcessorCount { Thread { [occupation] in occupation.keep() }.start() }
  }
}

/// What the threads share: until when they are to run, and where not. They live as long as the process.
private final class Occupation: Sendable {
  private let deadline = Atomic<UInt64>(0)
  private let home = Atomic<Int32>(-1)
  private let sleeperCount = Atomic<Int>(0)
  private let alarm = DispatchSemaphore(value: 0)

  static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }

  func extend(to time: UInt64, home processor: Int32) {
    home.store(processor, ordering: .relaxed)
    deadline.store(time, ordering: .sequentiallyConsistent)
    guard sleeperCount.load(ordering: .sequentiallyConsistent) > 0 else { return }
    for _ in 0..<sleeperCount.exchange(0, ordering: .sequentiallyConsistent) { alarm.signal() }
  }

  /// The life of one of the threads; over at once where it would be in the way of others.
  func keep() {
    guard platform_stand_back() else { return }
    var avoided: Int32 = -1
    while true {
      while Self.now < deadline.load(ordering: .relaxed) {
        let home = home.load(ordering: .relaxed)
        if home != avoided {
          guard platform_avoid_processor(home) else { return }
          avoided = home
        }
        for _ in 0..<16 { platform_relax() }
      }
      sleep()
    }
  }

  /// Waits for the deadline to be extended, or for less: a signal that was on its way to a thread that needed none.
  private func sleep() {
    // Counted before the deadline is looked at: who extends it after that sees a sleeper to wake.
    sleeperCount.add(1, ordering: .sequentiallyConsistent)
    if Self.now >= deadline.load(ordering: .sequentiallyConsistent) { alarm.wait() }
  }
}
