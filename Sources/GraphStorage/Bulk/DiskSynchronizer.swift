import Graph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Has the disk write a file while it grows, on a thread of its own, so that little is left to wait for when it is whole.
///
/// For a file that only this process knows: the descriptor that it opens takes the process's record locks on the file with it.
/// None is open any more when `end` has returned.
final class DiskSynchronizer: @unchecked Sendable {
  /// Less is not worth turning to the disk for.
  private static let stepByteCount = 16 << 20

  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let grown = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private let path: String
  private var waitingByteCount = 0
  private var isRunning = false
  private var isEnded = false

  init(_ path: String) {
    self.path = path
    pthread_mutex_init(lock, nil)
    pthread_cond_init(grown, nil)
  }

  deinit {
    pthread_cond_destroy(grown)
    pthread_mutex_destroy(lock)
    grown.deallocate()
    lock.deallocate()
  }

  /// Notes that so many bytes have been written.
  func note(_ byteCount: Int) {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    waitingByteCount += byteCount
    guard waitingByteCount >= Self.stepByteCount, !isEnded else { return }
    if !isRunning { isRunning = BackgroundThread.start { self.run() } }
    pthread_cond_broadcast(grown)
  }

  func end() {
    pthread_mutex_lock(lock)
    isEnded = true
    pthread_cond_broadcast(grown)
    while isRunning { pthread_cond_wait(grown, lock) }
    pthread_mutex_unlock(lock)
  }

  private func run() {
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    pthread_mutex_lock(lock)
    while !isEnded {
      guard waitingByteCount >= Self.stepByteCount else {
        pthread_cond_wait(grown, lock)
        continue
      }
      waitingByteCount = 0
      pthread_mutex_unlock(lock)
      // Whoever finishes the file waits for the disk and says what went wrong.
      if descriptor >= 0 { _ = fsync(descriptor) }
      pthread_mutex_lock(lock)
    }
    if descriptor >= 0 { close(descriptor) }
    isRunning = false
    pthread_cond_broadcast(grown)
    pthread_mutex_unlock(lock)
  }
}
