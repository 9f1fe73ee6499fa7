import CPlatform

/// Room for what walks trees and plans by recursion. How deep they are is bounded – by what the parser refuses, and by the length
/// of the text – but not to what every thread's stack bears: a thread that has less hands its work to one with enough.
public enum AmpleStack {
  /// What the deepest tree that the parser makes needs to be walked, in a debug build, with a good part to spare.
  @inlinable public static var deepestTreeByteCount: Int { 6 << 20 }
  /// A new thread's stack; only what is used of it takes memory.
  private static let largeByteCount = 256 << 20

  /// What a statement may need from its text to its answer: 24 KiB for each of the levels that an expression of so many bytes
  /// can have; and for plans, which grow with the number of clauses and of elements in patterns, 6 KiB a byte (a debug build
  /// needs 5 for `-->()`, the shortest of them).
  public static func byteCount(forStatementOf textByteCount: Int) -> Int {
    let levelCount = min(textByteCount, Parser.deepestNesting)
    return min((1 << 20) + max(levelCount * (24 << 10), textByteCount * (6 << 10)), largeByteCount)
  }

  /// Runs `body` on this thread if `byteCount` of its stack are left, else on a thread of its own while this one waits.
  ///
  /// - Complexity: O(1) beside `body`: nanoseconds here, some 100 µs for a new thread.
  @inlinable
  public static func run<Result, Failure: Error>(
    byteCount: Int = deepestTreeByteCount, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    hasRoom(byteCount) ? try body() : try runElsewhere(body)
  }

  @usableFromInline static func hasRoom(_ byteCount: Int) -> Bool { platform_remaining_stack() >= byteCount }

  @usableFromInline
  static func runElsewhere<Result, Failure: Error>(_ body: () throws(Failure) -> Result) throws(Failure) -> Result {
    var outcome: Swift.Result<Result, Failure>?
    func work() {
      do throws(Failure) {
        outcome = .success(try body())
      } catch {
        outcome = .failure(error)
      }
    }
    withoutActuallyEscaping(work) { work in
      var work = work
      withUnsafeMutablePointer(to: &work) { work in
        _ = platform_run_on_stack(
          largeByteCount, { context in context!.assumingMemoryBound(to: (() -> Void).self).pointee() }, work)
      }
    }
    // Where the system gives no thread, this one must do.
    if outcome == nil { work() }
    return try outcome!.get()
  }
}
