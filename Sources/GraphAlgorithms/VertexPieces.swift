import Graph

/// Vertices cut into pieces of about as many entries, to be shared out among threads.
///
/// Where the cuts are depends on the graph alone, so that sums made piece by piece and added up in order are the same however
/// many threads there are.
struct VertexPieces {
  /// The first vertex of each piece, and the end of the last.
  private let bounds: [Int]

  /// - Parameter entryCount: a piece ends where it has as many entries and vertices together.
  init(_ graph: Adjacency, entryCount: Int = 1 << 15) {
    var bounds = [0]
    let count = graph.vertexCount
    var low = 0
    graph.offsets.withUnsafeBufferPointer { offsets in
      while low < count {
        // The first vertex at which the piece is full.
        let full = offsets[low] + low + entryCount
        var high = min(count, low + entryCount)
        var end = low + 1
        while end < high {
          let middle = (end + high) / 2
          if offsets[middle] + middle < full { end = middle + 1 } else { high = middle }
        }
        bounds.append(end)
        low = end
      }
    }
    self.bounds = bounds
  }

  /// `count` numbers cut into at most `pieceCount` pieces of about as many.
  init(count: Int, pieceCount: Int) {
    let pieceCount = max(1, min(pieceCount, count))
    bounds = (0...pieceCount).map { count * $0 / pieceCount }
  }

  var count: Int { bounds.count - 1 }

  subscript(piece: Int) -> Range<Int> { bounds[piece]..<bounds[piece + 1] }

  /// Runs `body` for each piece on all threads; the checkpoint is called by the thread that called this alone, at the beginning
  /// and before each of its pieces, of which there may be none.
  func run(
    _ checkpoint: Checkpoint,
    _ body: (_ piece: Int, _ vertices: Range<Int>, _ worker: Int) throws(AlgorithmInterruption) -> Void
  ) throws(AlgorithmInterruption) {
    try checkpoint()
    try WorkerPool.shared.run(pieceCount: count) { (piece, worker) throws(AlgorithmInterruption) in
      if worker == 0 { try checkpoint() }
      try body(piece, self[piece], worker)
    }
  }
}

/// What each thread keeps from piece to piece, made when it first needs it.
final class WorkerStates<State> {
  private let states: UnsafeMutablePointer<State?>
  private let make: () -> State

  init(_ make: @escaping () -> State) {
    self.make = make
    states = .allocate(capacity: WorkerPool.shared.workerCount)
    states.initialize(repeating: nil, count: WorkerPool.shared.workerCount)
  }

  deinit {
    states.deinitialize(count: WorkerPool.shared.workerCount)
    states.deallocate()
  }

  func with<Result, Failure: Error>(
    _ worker: Int, _ body: (inout State) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    if states[worker] == nil { states[worker] = make() }
    return try body(&states[worker]!)
  }

  /// The states of the threads that had one.
  var made: [State] { (0..<WorkerPool.shared.workerCount).compactMap { states[$0] } }
}
