import Synchronization

/// The first damage that reading a store's file has met. Shared by all snapshots of the store.
final class DamageRecord: Sendable {
  private let flag = Atomic<Bool>(false)
  private let stored = Mutex<StorageError?>(nil)

  @inline(__always) var isDamaged: Bool { flag.load(ordering: .relaxed) }

  var failure: StorageError? { stored.withLock { $0 } }

  func remember(_ failure: StorageError) {
    stored.withLock { if $0 == nil { $0 = failure } }
    flag.store(true, ordering: .sequentiallyConsistent)
  }
}
