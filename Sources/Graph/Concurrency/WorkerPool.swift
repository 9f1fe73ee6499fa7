import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Threads that live as long as the program and share work out among themselves, a piece (a morsel) at a time.
///
/// Waking the others costs some tens of microseconds, handing out a piece one atomic addition: hand out pieces of 10 µs and more,
/// and do what takes less than some 100 µs in all without the pool. Whoever calls takes part; a call from a piece of work, or
/// while another thread has the pool, runs all its pieces by itself. See Leis et al., "Morsel-Driven Parallelism", SIGMOD 2014.
public final class WorkerPool: Sendable {
  /// The pool of the program: as many threads as DOSSIER_THREADS says, or as there are processors.
  public static let shared = WorkerPool(workerCount: configuredWorkerCount)

  /// The calling thread included: workers are numbered 0 ..< `workerCount`.
  public let workerCount: Int
  private let helpers: Helpers
  /// Held by the thread whose work the pool is doing.
  private let isTaken = Atomic<Bool>(false)

  /// - Parameter workerCount: at least 1. The threads are started by the first call that needs them.
  public init(workerCount: Int) {
    precondition(workerCount >= 1, "whoever calls is a worker")
    self.workerCount = workerCount
    helpers = Helpers(helperCount: workerCount - 1)
  }

  deinit { helpers.end() }

  /// Runs `body` once for each piece 0 ..< `pieceCount`, on all workers, and returns when all have ended.
  ///
  /// Pieces are begun in ascending order. After an error no further piece is begun; the error of the lowest piece that failed is
  /// thrown.
  public func run<Failure: Error>(
    pieceCount: Int, _ body: (_ piece: Int, _ worker: Int) throws(Failure) -> Void
  ) throws(Failure) {
    let helperCount = min(workerCount, pieceCount) - 1
    guard helperCount > 0, isTaken.compareExchange(expected: false, desired: true, ordering: .acquiring).exchanged else {
      for piece in 0..<max(0, pieceCount) { try body(piece, 0) }
      return
    }
    defer { isTaken.store(false, ordering: .releasing) }
    let failures = FirstFailure<Failure>()
    withoutActuallyEscaping(body) { body in
      let work = Work(pieceCount: pieceCount) { piece, worker in
        do throws(Failure) {
          try body(piece, worker)
          return true
        } catch {
          failures.note(error, piece)
          return false
        }
      }
      helpers.share(work)
      work.takePart(as: 0)
      helpers.awaitHelpers()
    }
    if let failure = failures.lowest { throw failure }
  }

  private static var configuredWorkerCount: Int {
    if let text = getenv("DOSSIER_THREADS"), let count = Int(String(cString: text)), count >= 1 { return min(count, 256) }
    return max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }
}

/// The pieces of one call.
private final class Work: @unchecked Sendable {
  private let pieceCount: Int
  private let next = Atomic<Int>(0)
  /// False where the piece failed.
  private let body: (_ piece: Int, _ worker: Int) -> Bool

  init(pieceCount: Int, body: @escaping (Int, Int) -> Bool) {
    self.pieceCount = pieceCount
    self.body = body
  }

  func takePart(as worker: Int) {
    while true {
      let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard piece < pieceCount else { return }
      if !body(piece, worker) { next.store(pieceCount, ordering: .relaxed) }
    }
  }
}

/// The error of the lowest piece that failed.
private final class FirstFailure<Failure: Error>: Sendable {
  private let noted = Mutex<(piece: Int, error: Failure)?>(nil)

  var lowest: Failure? { noted.withLock { $0?.error } }

  func note(_ error: Failure, _ piece: Int) {
    noted.withLock { known in
      if known.map({ piece < $0.piece }) ?? true { known = (piece, error) }
    }
  }
}

/// Where the helpers wait for work, and the caller for the helpers.
private final class Helpers: @unchecked Sendable {
  /// What is waited for.
  private enum Condition { static let workCame = 0, helpersLeft = 1, count = 2 }

  private let helperCount: Int
  private let monitor = Monitor(conditionCount: Condition.count)
  private var work: Work?
  /// Counts the calls, so that a helper takes part in each at most once.
  private var round = 0
  private var busyCount = 0
  private var isStarted = false
  private var isEnded = false

  init(helperCount: Int) { self.helperCount = helperCount }

  func share(_ work: Work) {
    monitor.lock()
    if !isStarted { start() }
    self.work = work
    round += 1
    monitor.notifyAll(of: Condition.workCame)
    monitor.unlock()
  }

  /// Returns when no helper holds the work any more; those that did not wake in time find none.
  func awaitHelpers() {
    monitor.lock()
    work = nil
    while busyCount > 0 { monitor.wait(for: Condition.helpersLeft) }
    monitor.unlock()
  }

  func end() {
    monitor.lock()
    isEnded = true
    monitor.notifyAll(of: Condition.workCame)
    monitor.unlock()
  }

  /// What the thread of a helper does until the pool is gone.
  private func help(as worker: Int) {
    var lastRound = 0
    monitor.lock()
    while true {
      while !isEnded && (work == nil || round == lastRound) { monitor.wait(for: Condition.workCame) }
      if isEnded { break }
      lastRound = round
      busyCount += 1
      do {
        let work = self.work!
        monitor.unlock()
        work.takePart(as: worker)
      }
      monitor.lock()
      busyCount -= 1
      if busyCount == 0 { monitor.notifyOne(of: Condition.helpersLeft) }
    }
    monitor.unlock()
  }

  /// Where the system has no thread left, the others do its work.
  private func start() {
    isStarted = true
    for worker in 1..<(helperCount + 1) { _ = BackgroundThread.start { self.help(as: worker) } }
  }
}
