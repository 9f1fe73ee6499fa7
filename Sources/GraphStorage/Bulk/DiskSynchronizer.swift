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

  private let monitor = Monitor()
  private let path: String
  private var waitingByteCount = 0
  private var isRunning = false
  private var isEnded = false

  init(_ path: String) {
    self.path = path
  }

  /// Notes that so many bytes have been written.
  func note(_ byteCount: Int) {
    monitor.lock()
    defer { monitor.unlock() }
    waitingByteCount += byteCount
    guard waitingByteCount >= Self.stepByteCount, !isEnded else { return }
    if !isRunning { isRunning = BackgroundThread.start { self.run() } }
    monitor.notifyAll()
  }

  func end() {
    monitor.lock()
    isEnded = true
    monitor.notifyAll()
    while isRunning { monitor.wait() }
    monitor.unlock()
  }

  private func run() {
    let descriptor = open(path, O_RDWR | O_CLOEXEC)
    monitor.lock()
    while !isEnded {
      guard waitingByteCount >= Self.stepByteCount else {
        monitor.wait()
        continue
      }
      waitingByteCount = 0
      monitor.unlock()
      // Whoever finishes the file waits for the disk and says what went wrong.
      if descriptor >= 0 { _ = fsync(descriptor) }
      monitor.lock()
    }
    if descriptor >= 0 { close(descriptor) }
    isRunning = false
    monitor.notifyAll()
    monitor.unlock()
  }
}
