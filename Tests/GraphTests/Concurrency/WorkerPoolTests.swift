import Graph
import Synchronization
import Testing

@Suite("Worker pool")
struct WorkerPoolTests {
  private struct Failed: Error, Equatable {
    let piece: Int
  }

  @Test("Every piece runs once, whatever the number of workers", arguments: [1, 2, 3, 8])
  func everyPieceOnce(workerCount: Int) {
    let pool = WorkerPool(workerCount: workerCount)
    for pieceCount in [0, 1, 2, 7, 1000] {
      let counts = Mutex([Int](repeating: 0, count: pieceCount))
      pool.run(pieceCount: pieceCount) { piece, worker in
        #expect(worker < workerCount)
        counts.withLock { $0[piece] += 1 }
      }
      #expect(counts.withLock { $0 } == [Int](repeating: 1, count: pieceCount))
    }
  }

  @Test("The error of the lowest failed piece is thrown, and work ends early")
  func lowestFailure() {
    let pool = WorkerPool(workerCount: 4)
    let begun = Atomic<Int>(0)
    #expect(throws: Failed(piece: 0)) {
      try pool.run(pieceCount: 1_000_000) { (piece, _) throws(Failed) in
        begun.add(1, ordering: .relaxed)
        throw Failed(piece: piece)
      }
    }
    #expect(begun.load(ordering: .relaxed) <= 4)
  }

  @Test("A piece may ask the pool for more, which it then does itself")
  func nested() {
    let pool = WorkerPool(workerCount: 2)
    let sum = Atomic<Int>(0)
    pool.run(pieceCount: 10) { outer, _ in
      pool.run(pieceCount: 10) { inner, worker in
        #expect(worker == 0)
        sum.add(outer * 10 + inner, ordering: .relaxed)
      }
    }
    #expect(sum.load(ordering: .relaxed) == 4950)
  }
}
