/// Where Up and Down lead within a buffer of several lines: the same column, or the end of a shorter line.
struct BlockCursor {
  private let scalars: [Unicode.Scalar]
  private let cursor: Int

  init(_ buffer: LineEditor.Buffer) {
    scalars = Array(buffer.text.unicodeScalars)
    cursor = buffer.cursor
  }

  private func lineStart(_ index: Int) -> Int {
    (scalars[..<index].lastIndex(of: "\n") ?? -1) + 1
  }

  private func lineEnd(_ index: Int) -> Int {
    scalars[index...].firstIndex(of: "\n") ?? scalars.count
  }

  /// Nil on the first line.
  var above: Int? {
    let start = lineStart(cursor)
    guard start > 0 else { return nil }
    let previous = lineStart(start - 1)
    return min(previous + cursor - start, start - 1)
  }

  /// Nil on the last line.
  var below: Int? {
    let end = lineEnd(cursor)
    guard end < scalars.count else { return nil }
    return min(end + 1 + cursor - lineStart(cursor), lineEnd(end + 1))
  }
}
