import Graph

/// Folds the journal of a file, and copies its write-ahead log into it, on a thread of its own while commits go on.
///
/// The thread knows the file only, never the store: what it has folded waits here until the next commit, or whoever closes the
/// store, takes it over (`settle`). Everything but that thread's work is called inside the writer's gate.
final class Checkpointer: @unchecked Sendable {
  private struct State {
    var isRunning = false
    /// A state that is to be folded next.
    var wanted: CheckpointStart?
    var wantsLogCopied = false
    var isFolding = false
    var settlement: Settlement?
    /// The journal's and the log's length from which on the next piece of work is worth while.
    var journalByteCount: Int
    var logPageCount: Int
  }

  /// Nil once the store has gone: the thread may outlive it by a moment, and must not keep the file open.
  private var file: GraphFile?
  private let policy: CheckpointPolicy
  private var state: State
  private let monitor = Monitor()

  init(file: GraphFile, policy: CheckpointPolicy) {
    self.file = file
    self.policy = policy
    state = State(journalByteCount: policy.journalByteCount, logPageCount: policy.logPageCount)
  }

  private func locked<Result>(_ body: (inout State) -> Result) -> Result {
    monitor.locked { body(&state) }
  }

  // MARK: - For commits

  /// Waits while the journal has outgrown what may be left to be folded.
  /// - Returns: false where it could not be folded: then a commit has to do it, and learns why not.
  func makeRoom() -> Bool {
    guard isFarBehind else { return true }
    awaitRest()
    return !isFarBehind
  }

  private var isFarBehind: Bool {
    guard let file else { return false }
    return file.state.withLock { $0.journalByteCount } > CheckpointPolicy.largestBacklog * policy.journalByteCount
  }

  /// Makes a state refer to what has been folded since the last call.
  func settle(_ snapshot: GraphSnapshot) throws(StorageError) -> GraphSnapshot {
    guard var settlement = locked({ $0.settlement.take() }) else { return snapshot }
    var settled = snapshot
    try settlement.apply(to: &settled)
    return settled
  }

  /// Has the journal folded and the log copied where they have become long.
  /// - Parameter snapshot: the state that the last commit has made.
  func note(_ snapshot: GraphSnapshot) {
    guard let file else { return }
    let (journalByteCount, logPageCount) = file.state.withLock { ($0.journalByteCount, $0.logPageCount) }
    let starts = locked { state in
      if logPageCount < policy.logPageCount { state.logPageCount = policy.logPageCount }
      if journalByteCount > state.journalByteCount, !state.isFolding, state.settlement == nil {
        state.wanted = CheckpointStart(snapshot, in: file)
      }
      if logPageCount > state.logPageCount { state.wantsLogCopied = true }
      guard !state.isRunning, state.wanted != nil || state.wantsLogCopied else { return false }
      state.isRunning = true
      return true
    }
    guard starts, !BackgroundThread.start({ self.work() }) else { return }
    // Where the system has no thread left, this one must do.
    work()
  }

  /// Returns when nothing is being done any more; what has not been begun is dropped.
  func stop() {
    locked { state in
      state.wanted = nil
      state.wantsLogCopied = false
    }
    awaitRest()
  }

  /// Ends everything, after the last use.
  func end() {
    stop()
    locked { $0.settlement = nil }
    file = nil
  }

  private func awaitRest() {
    monitor.lock()
    while state.isRunning { monitor.wait() }
    monitor.unlock()
  }

  // MARK: - The thread's work

  private enum Job {
    case fold(CheckpointStart)
    case copyLog
  }

  private func work() {
    while let job = nextJob() {
      switch job {
      case .fold(let start): fold(start)
      case .copyLog: copyLog()
      }
    }
  }

  private func nextJob() -> Job? {
    locked { state in
      if let start = state.wanted.take() {
        state.isFolding = true
        return .fold(start)
      }
      if state.wantsLogCopied {
        state.wantsLogCopied = false
        return .copyLog
      }
      state.isRunning = false
      monitor.notifyAll()
      return nil
    }
  }

  private func fold(_ start: CheckpointStart) {
    guard let file else { return }
    // The commits stay in the journal. What keeps it from being folded is told to whoever closes the store, or commits so much
    // more that it has to be folded at once.
    let settlement = try? StepwiseCheckpoint(file: file, start: start, observer: observe).run()
    let journalByteCount = file.state.withLock { $0.journalByteCount }
    locked { state in
      state.isFolding = false
      state.settlement = settlement
      // After a failure not before as much has come again.
      state.journalByteCount = policy.journalByteCount + (settlement == nil ? journalByteCount : 0)
      state.wantsLogCopied = true
    }
  }

  private func copyLog() {
    guard let file else { return }
    // What is not copied now stays in the log, where it is as durable; the next commit will ask again.
    try? file.copyLog { observe(.log) }
    let logPageCount = file.state.withLock { $0.logPageCount }
    locked { state in state.logPageCount = logPageCount + policy.logPageCount }
  }

  private func observe(_ step: CheckpointStep) { policy.observer?(step) }
}
