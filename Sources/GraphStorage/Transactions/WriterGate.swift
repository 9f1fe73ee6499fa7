import Graph

/// Lets one writer in at a time; the next one waits. Unlike a mutex it may be left on another thread than it was entered on.
final class WriterGate: @unchecked Sendable {
  private let monitor = Monitor()
  private var isTaken = false

  func enter() {
    monitor.lock()
    while isTaken { monitor.wait() }
    isTaken = true
    monitor.unlock()
  }

  func leave() {
    monitor.lock()
    isTaken = false
    monitor.notifyOne()
    monitor.unlock()
  }
}
