import Graph
import Testing

@Suite("Monitor")
struct MonitorTests {
  /// A number that two threads pass to and fro.
  private final class Ball: @unchecked Sendable {
    let monitor = Monitor(conditionCount: 2)
    var hits = 0
    var isOut = false

    /// Hits the ball `count` times, each time when the other has.
    func play(_ player: Int, _ count: Int) {
      for _ in 0..<count {
        monitor.locked {
          while hits % 2 != player { monitor.wait(for: player) }
          hits += 1
          monitor.notifyOne(of: 1 - player)
        }
      }
    }
  }

  @Test("Whoever waits is woken when the other has done its part")
  func turns() {
    let ball = Ball()
    let hasThread = BackgroundThread.start {
      ball.play(1, 1000)
      ball.monitor.lock()
      ball.isOut = true
      ball.monitor.notifyAll()
      ball.monitor.unlock()
    }
    #expect(hasThread)
    ball.play(0, 1000)
    ball.monitor.lock()
    while !ball.isOut { ball.monitor.wait() }
    ball.monitor.unlock()
    #expect(ball.monitor.locked { ball.hits } == 2000)
  }

  @Test("One thread at a time holds the lock")
  func exclusion() {
    final class Counter: @unchecked Sendable { var value = 0 }
    let (monitor, counter) = (Monitor(), Counter())
    WorkerPool(workerCount: 4).run(pieceCount: 4000) { _, _ in monitor.locked { counter.value += 1 } }
    #expect(counter.value == 4000)
  }
}
