import CPlatform
import Foundation

/// A bar on standard error while something long goes on; nothing at all where that is no terminal.
struct Progress {
  private let title: String
  private let isVisible = isatty(STDERR_FILENO) == 1
  private var lastPercent = -1

  private static let barWidth = 30

  init(_ title: String) {
    self.title = title
  }

  /// Draws the bar anew if a percent more is done.
  mutating func show(done: Int, of total: Int, note: String = "") {
    guard isVisible, total > 0 else { return }
    let percent = min(100, done * 100 / total)
    guard percent != lastPercent || !note.isEmpty else { return }
    lastPercent = percent
    let filled = percent * Self.barWidth / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: Self.barWidth - filled)
    StandardError.write("\r\u{1B}[K\(title) \(bar) \(percent) %\(note.isEmpty ? "" : "  " + note)")
  }

  /// Takes the bar away.
  func clear() {
    if isVisible, lastPercent >= 0 { StandardError.write("\r\u{1B}[K") }
  }
}
