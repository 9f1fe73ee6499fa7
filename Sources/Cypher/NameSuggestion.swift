/// Finds the name that a mistyped one was probably meant to be.
public enum NameSuggestion {
  /// The candidate nearest to `name` without regard to case, nil where none is near: at most a third of the letters may
  /// differ. Of equally near candidates the first wins.
  ///
  /// - Complexity: O(candidates × letters²), with candidates of a very different length skipped.
  public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
    let wanted = Array(name.lowercased().unicodeScalars)
    let tolerance = max(1, wanted.count / 3)
    var best: (distance: Int, name: String)?
    for candidate in candidates {
      let letters = Array(candidate.lowercased().unicodeScalars)
      guard abs(letters.count - wanted.count) <= tolerance else { continue }
      let distance = editDistance(wanted, letters)
      if distance <= tolerance, distance < min(wanted.count, best?.distance ?? Int.max) { best = (distance, candidate) }
    }
    return best?.name
  }

  /// "did you mean `title`?", nil where nothing is near.
  public static func hint(for name: String, among candidates: some Sequence<String>) -> String? {
    nearest(to: name, among: candidates).map { "did you mean `\($0)`?" }
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment).
  private static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    var current = previous
    for row in 0..<a.count {
      current[0] = row + 1
      for column in 0..<b.count {
        let replaced = previous[column] + (a[row] == b[column] ? 0 : 1)
        current[column + 1] = min(replaced, previous[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, a[row] == b[column - 1], a[row - 1] == b[column] {
          current[column + 1] = min(current[column + 1], beforePrevious[column - 1] + 1)
        }
      }
      (beforePrevious, previous, current) = (previous, current, beforePrevious)
    }
    return previous[b.count]
  }
}
