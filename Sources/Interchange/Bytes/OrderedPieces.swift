import Graph

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Pieces that are made on all workers and delivered in their order, one at a time.
///
/// A worker that has made its piece waits for its turn, delivers, and begins the next: there are never more finished pieces than
/// workers, and what a worker makes its pieces in can be used again.
final class OrderedPieces: @unchecked Sendable {
  private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let turnCame = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)
  private var turn = 0
  private var hasFailed = false

  private init() {
    pthread_mutex_init(lock, nil)
    pthread_cond_init(turnCame, nil)
  }

  deinit {
    pthread_cond_destroy(turnCame)
    pthread_mutex_destroy(lock)
    turnCame.deallocate()
    lock.deallocate()
  }

  /// - Parameters:
  ///   - make: makes piece 0 ..< `count` as one of `WorkerPool.shared`.
  ///   - deliver: takes what the worker has made. After an error nothing more is delivered.
  static func run(
    count: Int, make: (_ piece: Int, _ worker: Int) -> Void,
    deliver: (_ piece: Int, _ worker: Int) throws(InterchangeError) -> Void
  ) throws(InterchangeError) {
    let pieces = OrderedPieces()
    try WorkerPool.shared.run(pieceCount: count) { piece, worker throws(InterchangeError) in
      make(piece, worker)
      guard pieces.awaitTurn(of: piece) else { return }
      do throws(InterchangeError) {
        try deliver(piece, worker)
        pieces.pass(hasFailed: false)
      } catch {
        pieces.pass(hasFailed: true)
        throw error
      }
    }
  }

  /// False where a piece before has failed.
  private func awaitTurn(of piece: Int) -> Bool {
    pthread_mutex_lock(lock)
    defer { pthread_mutex_unlock(lock) }
    while turn != piece, !hasFailed { pthread_cond_wait(turnCame, lock) }
    return !hasFailed
  }

  private func pass(hasFailed: Bool) {
    pthread_mutex_lock(lock)
    turn += 1
    self.hasFailed = hasFailed
    pthread_cond_broadcast(turnCame)
    pthread_mutex_unlock(lock)
  }
}

extension ByteOutput {
  /// Appends pieces of text that are made on all workers, in their order.
  func append(pieceCount: Int, _ make: (_ piece: Int, _ text: ByteOutput) -> Void) throws(InterchangeError) {
    let texts = (0..<WorkerPool.shared.workerCount).map { _ in ByteOutput() }
    try OrderedPieces.run(count: pieceCount) { piece, worker in
      make(piece, texts[worker])
    } deliver: { _, worker throws(InterchangeError) in
      try self.take(texts[worker])
    }
  }
}

extension ElementSource {
  /// Makes something of each batch on all workers, and hands it on in the order of the batches.
  func forEachInOrder<Product>(_ make: (_ batch: Int) -> Product, _ deliver: (Product) -> Void) {
    let products = UnsafeMutablePointer<Product?>.allocate(capacity: WorkerPool.shared.workerCount)
    products.initialize(repeating: nil, count: WorkerPool.shared.workerCount)
    defer {
      products.deinitialize(count: WorkerPool.shared.workerCount)
      products.deallocate()
    }
    // Delivering throws nothing, so there is nothing to catch.
    try? OrderedPieces.run(count: batchCount) { piece, worker in
      products[worker] = make(piece)
    } deliver: { _, worker in
      deliver(products[worker].take()!)
    }
  }
}
