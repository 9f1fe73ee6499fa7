import CPlatform
import Foundation

/// Spares two programs that take turns – who asks, and this one, which answers – the waking of processors, which takes some tens
/// of microseconds on a virtual machine: most of what a small request costs.
///
/// The system gives each a processor of its own where one is idle, so that each turn wakes the other's. While small requests come
/// quickly, threads of the lowest priority occupy the other processors, and the system lets the two share the one that is left.
/// While longer ones do, as those are that wait for the disk, threads that run where nothing else wants to keep all processors
/// awake and occupy none.
///
/// The wait for the next request is taken to be as short as the one before; where it is not, the threads stop after a time for
/// which they have then been in vain once, and where requests are rare they never begin (A. R. Karlin, K. Li, M. S. Manasse and
/// S. Owicki, "Empirical studies of competitive spinning for a shared-memory multiprocessor", 1991).
final class TurnTaking {
  /// Where there are more processors than this, occupying all others for two programs would be out of proportion.
  private static let largestProcessorCount = 4

  private let limitNanoseconds: UInt64
  private let sharing = Occupation(.others)
  private let waking = Occupation(.all)
  private var waitStart: UInt64 = 0
  private var waitEnd: UInt64 = 0
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
    let answering = waitStart &- waitEnd
    if answering < limitNanoseconds / 2 {
      sharing.extend(to: waitStart &+ limitNanoseconds, around: platform_current_processor())
    } else {
      waking.extend(to: waitStart &+ limitNanoseconds &+ min(answering, limitNanoseconds), around: -1)
    }
  }

  /// To be said when it has come.
  func endWait() {
    guard limitNanoseconds > 0 else { return }
    waitEnd = Occupation.now
    lastWait = waitEnd &- waitStart
  }
}
