import Foundation
import Testing

/// Compares `text` with the golden file `Snapshots/NAME` beside the calling test file.
///
/// With `RECORD_SNAPSHOTS=1` in the environment the golden file is written instead, and the test fails, so that a recording
/// cannot pass for a comparison.
package func assertSnapshot(
  _ text: String, named name: String, filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
) {
  let folder = URL(fileURLWithPath: filePath).deletingLastPathComponent().appendingPathComponent("Snapshots")
  assertSnapshot(text, in: folder.appendingPathComponent(name), sourceLocation: sourceLocation)
}

/// Compares `text` with the golden file `file`, which may be a page that people read; recording as above.
package func assertSnapshot(_ text: String, in file: URL, sourceLocation: SourceLocation = #_sourceLocation) {
  let folder = file.deletingLastPathComponent()
  let name = file.lastPathComponent
  if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
      Issue.record("recorded the snapshot \(name)", sourceLocation: sourceLocation)
    } catch {
      Issue.record("the snapshot \(name) cannot be written: \(error)", sourceLocation: sourceLocation)
    }
    return
  }
  guard let data = try? Data(contentsOf: file) else {
    Issue.record("there is no snapshot \(name): record it with RECORD_SNAPSHOTS=1", sourceLocation: sourceLocation)
    return
  }
  let golden = String(decoding: data, as: UTF8.self)
  if golden != text {
    Issue.record("\(name) differs from its snapshot:\n\(difference(golden, text))", sourceLocation: sourceLocation)
  }
}

/// The first lines that differ, with one line before.
private func difference(_ golden: String, _ text: String) -> String {
  let expected = golden.split(separator: "\n", omittingEmptySubsequences: false)
  let found = text.split(separator: "\n", omittingEmptySubsequences: false)
  let first = zip(expected, found).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? min(expected.count, found.count)
  let expectedLines = expected.dropFirst(first).prefix(6).map { "- \($0)" }
  let foundLines = found.dropFirst(first).prefix(6).map { "+ \($0)" }
  let before = first > 0 ? ["  \(expected[first - 1])"] : []
  return (["line \(first + 1):"] + before + expectedLines + foundLines).joined(separator: "\n")
}
