import CPlatform
import Foundation
import Synchronization

/// Keeps the processors awake, for a short while, for a program that asks again as soon as it is answered.
///
/// A processor with nothing to do goes to sleep, and waking it takes some tens of microseconds, on a virtual machine most of what
/// a small request costs: once where the request comes, once where the answer goes. So threads that run only where nothing else
/// wants to (Linux's class `SCHED_IDLE`), one on each processor, keep it awake while requests come quickly. The wait for the next
/// one is taken to be as short as the one before; where it is not, the threads stop after a time for which the processors have
/// then been awake in vain once, and where requests are rare they never begin (A. R. Karlin, K. Li, M. S. Manasse and S. Owicki,
/// "Empirical studies of competitive spinning for a shared-memory multiprocessor", 1991).
final class ProcessorVigil {
  /// Where there are more processors than this, keeping all of them awake for two programs would be out of proportion.
  private static let maximumThreadCount = 4

  private let limitNanoseconds: UInt64
  private let watch = Watch()
  private var hasThreads = false
  private var waitStart: UInt64 = 0
  private var lastWait = UInt64.max

  /// - Parameter limitMicroseconds: How long to keep them awake at most; 0 for never.
  init(limitMicroseconds: UInt64) {
    limitNanoseconds = limitMicroseconds * 1_000
  }

  /// To be said before a request is waited for.
  func beginWait() {
    guard limitNanoseconds > 0 else { return }
    waitStart = Watch.now
    guard lastWait <= limitNanoseconds else { return }
    if !hasThreads { startThreads() }
    watch.extend(to: waitStart &+ limitNanoseconds)
  }

  /// To be said when it has come.
  func endWait() {
    if limitNanoseconds > 0 { lastWait = Watch.now &- waitStart }
  }

  private func startThreads() {
    hasThreads = true
    for processor in 0..<min(Self.maximumThreadCount, ProcessInfo.processInfo.activeProcessorCount) {
      Thread { [watch] in watch.keep(processor: processor) }.start()
    }
  }
}

/// What the threads of a vigil share: until when they are to keep awake. They live as long as the process.
private final class Watch: Sendable {
  private let deadline = Atomic<UInt64>(0)
  private let sleeperCount = Atomic<Int>(0)
  private let alarm = DispatchSemaphore(value: 0)

  static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }

  func extend(to time: UInt64) {
    deadline.store(time, ordering: .sequentiallyConsistent)
    guard sleeperCount.load(ordering: .sequentiallyConsistent) > 0 else { return }
    for _ in 0..<sleeperCount.exchange(0, ordering: .sequentiallyConsistent) { alarm.signal() }
  }

  /// The life of the thread of a processor; over at once where the system has no threads that disturb nobody.
  func keep(processor: Int) {
    guard platform_yield_processor(Int32(processor)) else { return }
    while true {
      while Self.now < deadline.load(ordering: .relaxed) {
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
