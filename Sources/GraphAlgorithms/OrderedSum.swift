import Synchronization

/// Arrays of numbers added up in the order of their pieces, whichever thread comes first: floating-point sums depend on it.
final class OrderedSum: Sendable {
  private struct State {
    var total: [Double]
    var next = 0
    /// What came before its turn.
    var early: [Int: [Double]] = [:]
  }

  private let state: Mutex<State>

  init(count: Int) {
    state = Mutex(State(total: [Double](repeating: 0, count: count)))
  }

  /// Adds the numbers of a piece; the pieces are numbered from 0 without gaps.
  func add(_ numbers: [Double], piece: Int) {
    state.withLock { state in
      state.early[piece] = numbers
      while let numbers = state.early.removeValue(forKey: state.next) {
        for index in numbers.indices { state.total[index] += numbers[index] }
        state.next += 1
      }
    }
  }

  var total: [Double] { state.withLock { $0.total } }
}
