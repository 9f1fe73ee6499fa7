import Graph

/// Pieces that are made on all workers and delivered in their order, one at a time.
///
/// A piece is made in one of a few slots, in which it stays until its turn comes: whoever finishes the piece whose turn it is
/// delivers it and those behind it that are ready, while the others go on. A worker waits only where all slots hold finished
/// pieces, so that never more of them are in memory than there are slots, and what a piece is made in can be used again.
final class OrderedPieces: @unchecked Sendable {
  private let monitor = Monitor()
  /// The next piece to be delivered.
  private var turn = 0
  /// By slot: whether it holds a piece that waits for its turn.
  private var isReady = [Bool](repeating: false, count: slotCount)
  private var isDelivering = false
  /// Whether piece `turn` is being delivered.
  private var isHandedOut = false
  private var hasFailed = false

  /// Some pieces take longer than others: one more for each worker keeps the others from waiting for them.
  static var slotCount: Int { WorkerPool.shared.workerCount == 1 ? 1 : 3 * WorkerPool.shared.workerCount }

  /// - Parameters:
  ///   - make: makes piece 0 ..< `count` in slot 0 ..< `slotCount`, which nobody else uses meanwhile.
  ///   - deliver: takes what stands in a slot. After an error nothing more is delivered.
  static func run(
    count: Int, make: (_ piece: Int, _ slot: Int) -> Void,
    deliver: (_ piece: Int, _ slot: Int) throws(InterchangeError) -> Void
  ) throws(InterchangeError) {
    let pieces = OrderedPieces()
    try WorkerPool.shared.run(pieceCount: count) { piece, _ throws(InterchangeError) in
      let slot = piece % slotCount
      guard pieces.awaitSlot(for: piece) else { return }
      make(piece, slot)
      guard pieces.finish(slot) else { return }
      // From here on this is the only worker that delivers, until no finished piece is next.
      while let turn = pieces.next() {
        do throws(InterchangeError) {
          try deliver(turn, turn % slotCount)
        } catch {
          pieces.fail()
          throw error
        }
      }
    }
  }

  /// False where delivering has failed.
  private func awaitSlot(for piece: Int) -> Bool {
    monitor.locked {
      while piece >= turn + isReady.count, !hasFailed { monitor.wait() }
      return !hasFailed
    }
  }

  /// Notes that the piece in a slot is made.
  /// - Returns: whether whoever made it now delivers.
  private func finish(_ slot: Int) -> Bool {
    monitor.locked {
      isReady[slot] = true
      guard !isDelivering, !hasFailed else { return false }
      isDelivering = true
      return true
    }
  }

  /// The piece to be delivered now, after the last one that was; nil, and nobody delivers any more, where it is not made yet.
  private func next() -> Int? {
    monitor.locked {
      if isHandedOut {
        isHandedOut = false
        turn += 1
        monitor.notifyAll()
      }
      guard isReady[turn % isReady.count] else {
        isDelivering = false
        return nil
      }
      isReady[turn % isReady.count] = false
      isHandedOut = true
      return turn
    }
  }

  private func fail() {
    monitor.locked {
      hasFailed = true
      monitor.notifyAll()
    }
  }
}

extension ByteOutput {
  /// Appends pieces of text that are made on all workers, in their order.
  func append(pieceCount: Int, _ make: (_ piece: Int, _ text: ByteOutput) -> Void) throws(InterchangeError) {
    let texts = (0..<OrderedPieces.slotCount).map { _ in ByteOutput() }
    try OrderedPieces.run(count: pieceCount) { piece, slot in
      make(piece, texts[slot])
    } deliver: { _, slot throws(InterchangeError) in
      try self.take(texts[slot])
    }
  }
}

extension ElementSource {
  /// Makes something of each batch on all workers, and hands it on in the order of the batches.
  func forEachInOrder<Product>(_ make: (_ batch: Int) -> Product, _ deliver: (Product) -> Void) {
    let products = UnsafeMutablePointer<Product?>.allocate(capacity: OrderedPieces.slotCount)
    products.initialize(repeating: nil, count: OrderedPieces.slotCount)
    defer {
      products.deinitialize(count: OrderedPieces.slotCount)
      products.deallocate()
    }
    // Delivering throws nothing, so there is nothing to catch.
    try? OrderedPieces.run(count: batchCount) { piece, slot in
      products[slot] = make(piece)
    } deliver: { _, slot in
      deliver(products[slot].take()!)
    }
  }
}
