import CPlatform
import Foundation
import Synchronization

/// Threads that keep processors busy for a while with nothing, and let go of them for whatever has work. They live as long as the
/// process.
final class Occupation: Sendable {
  enum Processors {
    /// All, by threads that run where nothing else wants to.
    case all
    /// All but one that is named, by threads of the lowest priority.
    case others
  }

  private let processors: Processors
  private let deadline = Atomic<UInt64>(0)
  private let named = Atomic<Int32>(-1)
  private let hasThreads = Atomic<Bool>(false)
  private let sleeperCount = Atomic<Int>(0)
  private let alarm = DispatchSemaphore(value: 0)

  init(_ processors: Processors) { self.processors = processors }

  static var now: UInt64 { DispatchTime.now().uptimeNanoseconds }

  /// Keeps the processors busy until `time`, in nanoseconds of uptime; around one, where all others are meant.
  func extend(to time: UInt64, around processor: Int32) {
    if !hasThreads.exchange(true, ordering: .relaxed) { start() }
    named.store(processor, ordering: .relaxed)
    deadline.store(time, ordering: .sequentiallyConsistent)
    guard sleeperCount.load(ordering: .sequentiallyConsistent) > 0 else { return }
    for _ in 0..<sleeperCount.exchange(0, ordering: .sequentiallyConsistent) { alarm.signal() }
  }

  private func start() {
    let count = ProcessInfo.processInfo.activeProcessorCount
    for number in 0..<(processors == .all ? count : count - 1) { Thread { [self] in keep(Int32(number)) }.start() }
  }

  /// The life of one of the threads; over at once where it would be in the way of others.
  private func keep(_ number: Int32) {
    guard platform_stand_back(processors == .all), processors == .others || platform_choose_processor(number, false) else {
      return
    }
    var known: Int32 = -1
    while true {
      while Self.now < deadline.load(ordering: .relaxed) {
        let processor = named.load(ordering: .relaxed)
        if processor != known {
          guard platform_choose_processor(processor, true) else { return }
          known = processor
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
