import Shell
import Synchronization

/// A text or a file to carry out, with its place among the flags: `-c` and `-f` are carried out in the order given.
struct ReplInput: Sendable {
  private static let count = Atomic<Int>(0)

  let order: Int
  let input: REPL.Input

  init(_ input: REPL.Input) {
    order = Self.count.wrappingAdd(1, ordering: .relaxed).newValue
    self.input = input
  }
}
