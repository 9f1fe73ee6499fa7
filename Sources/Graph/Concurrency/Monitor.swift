#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A lock, and what threads that hold it wait for. Whoever waits lets the lock go meanwhile, and asks again afterwards: it may
/// have been woken for nothing.
///
/// C. A. R. Hoare, "Monitors: An Operating System Structuring Concept", CACM 1974.
package final class Monitor: @unchecked Sendable {
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let conditions: UnsafeMutableBufferPointer<pthread_cond_t>

  /// - Parameter conditionCount: for how many different things threads wait.
  package init(conditionCount: Int = 1) {
    conditions = .allocate(capacity: conditionCount)
    pthread_mutex_init(mutex, nil)
    for condition in conditions.indices { pthread_cond_init(conditions.baseAddress! + condition, nil) }
  }

  deinit {
    for condition in conditions.indices { pthread_cond_destroy(conditions.baseAddress! + condition) }
    pthread_mutex_destroy(mutex)
    conditions.deallocate()
    mutex.deallocate()
  }

  package func lock() { pthread_mutex_lock(mutex) }

  package func unlock() { pthread_mutex_unlock(mutex) }

  /// Runs `body` while it holds the lock.
  package func locked<Result>(_ body: () -> Result) -> Result {
    lock()
    defer { unlock() }
    return body()
  }

  // MARK: - While the lock is held

  package func wait(for condition: Int = 0) { pthread_cond_wait(conditions.baseAddress! + condition, mutex) }

  /// Wakes one of those that wait.
  package func notifyOne(of condition: Int = 0) { pthread_cond_signal(conditions.baseAddress! + condition) }

  package func notifyAll(of condition: Int = 0) { pthread_cond_broadcast(conditions.baseAddress! + condition) }
}
