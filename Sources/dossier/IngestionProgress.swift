import CPlatform
import Foundation

/// How far the reading of documents has come, on standard error while it goes on: documents, words a second, the time that is
/// left. Nothing at all where that is no terminal.
struct IngestionProgress {
  private static let secondsBetween = 0.1

  private var progress = Progress("reading")
  private let start = ContinuousClock.now
  private var lastShown: ContinuousClock.Instant?
  private var lastStep: DocumentIngestion.Step?

  mutating func show(_ step: DocumentIngestion.Step) {
    lastStep = step
    let now = ContinuousClock.now
    if let lastShown, now - lastShown < .seconds(Self.secondsBetween), step.done < step.total { return }
    lastShown = now
    draw(at: now)
  }

  /// Writes a line above the bar.
  mutating func interject(_ line: String) {
    progress.clear()
    StandardError.write(line)
    draw(at: .now)
  }

  func clear() { progress.clear() }

  private mutating func draw(at now: ContinuousClock.Instant) {
    guard let step = lastStep else { return }
    progress.show(done: step.done, of: step.total, note: Self.note(step, seconds: (now - start) / .seconds(1)))
  }

  /// `1234 of 5000 documents, 38000 words/s, 1:20 left`.
  static func note(_ step: DocumentIngestion.Step, seconds: Double) -> String {
    var parts = ["\(step.done) of \(step.total) documents"]
    if seconds > 0, step.wordCount > 0 { parts.append("\(Int(Double(step.wordCount) / seconds)) words/s") }
    if step.done < step.total, step.done > 0, seconds > 0 {
      let left = Int((seconds / Double(step.done) * Double(step.total - step.done)).rounded(.up))
      parts.append("\(left / 60):\(left % 60 < 10 ? "0" : "")\(left % 60) left")
    }
    return parts.joined(separator: ", ")
  }
}
