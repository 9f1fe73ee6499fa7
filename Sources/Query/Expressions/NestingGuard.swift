import Cypher
import Graph

/// Keeps what a loop makes, step upon step, from being nested deeper than a value may be.
///
/// A step adds at most as many levels as its expression has, so that the values need looking at only now and then: n steps cost
/// O(n × levels ÷ deepest nesting) walks over what has been made.
struct NestingGuard {
  private let levelsPerStep: Int
  private let span: SourceSpan
  private var stepsToLook = 0

  /// - Parameter levelsPerStep: at least 1.
  init(levelsPerStep: Int, span: SourceSpan) {
    self.levelsPerStep = levelsPerStep
    self.span = span
  }

  /// Called after each step with what the step has made.
  mutating func check(_ values: Vector) throws(CypherError) {
    guard case .values(let values) = values.storage else { return }
    if stepsToLook > 0 {
      stepsToLook -= 1
      return
    }
    let deepest = values.reduce(0) { max($0, $1.nesting) }
    guard deepest <= Value.deepestNesting else {
      throw CypherError(
        .executionError, "NestingLimitExceeded", phase: .runtime,
        "lists and maps are nested deeper than \(Value.deepestNesting) levels", at: span,
        hint: "to add an element to a list, write list + element")
    }
    stepsToLook = (Value.deepestNesting - deepest) / levelsPerStep
  }
}
