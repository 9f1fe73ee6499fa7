import CPlatform
import Foundation

/// Keeps two programs that take turns on one processor: who asks, and this one, which answers.
///
/// The system gives each a processor of its own where one is idle. Then each turn wakes a sleeping processor, which takes some
/// tens of microseconds on a virtual machine, most of what a small request costs. So while requests come quickly, threads of the
/// lowest priority occupy the other processors, and the system lets the two share the one that is left. Where requests take
/// longer, as they do when they wait for the disk, a thread that runs where nothing else wants to keeps that one awake too.
///
/// The wait for the next request is taken to be as short as the one before; where it is not, the threads stop after a time for
/// which they have then been in vain once, and where requests are rare they never begin (A. R. Karlin, K. Li, M. S. Manasse and
/// S. Owicki, "Empirical studies of competitive spinning for a shared-memory multiprocessor", 1991). What has work for the
/// processors gets them.
final class TurnTaking {
  /// Where there are more processors than this, occupying all others for two programs would be out of proportion.
  private static let largestProcessorCount = 4

  private let limitNanoseconds: UInt64
  private let others = Occupation(.others)
  private let shared = Occupation(.shared)
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
    let processor = platform_current_processor()
    let answering = waitStart &- waitEnd
    if answering > limitNanoseconds / 2 {
      shared.extend(to: waitStart &+ limitNanoseconds &+ min(answering, limitNanoseconds), around: processor)
    }
    others.extend(to: waitStart &+ limitNanoseconds, around: processor)
  }

  /// To be said when it has come.
  func endWait() {
    guard limitNanoseconds > 0 else { return }
    waitEnd = Occupation.now
    lastWait = waitEnd &- waitStart
  }
}
