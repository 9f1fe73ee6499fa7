import Graph
#if canImport(Glibc)
import Glibc
#endif

/// What was typed in earlier sessions: a JSON string a line, readable by its owner only.
///
/// Entries are appended one by one under a lock, so that two shells at once lose nothing of each other's.
final class HistoryFile {
  static let capacity = 10_000

  let path: String

  init(path: String) { self.path = path }

  /// The last entries, oldest first; lines that are no JSON string are left out.
  func load() -> [String] {
    let entries = readEntries()
    guard entries.count > Self.capacity else { return entries }
    let kept = Array(entries.suffix(Self.capacity))
    // Rewriting costs the whole file, so it is left to grow by a tenth first.
    if entries.count > Self.capacity + Self.capacity / 10 { rewrite() }
    return kept
  }

  func append(_ entry: String) {
    withLockedFile { descriptor in
      lseek(descriptor, 0, SEEK_END)
      Self.writeAll(ValueJSON.quoted(entry) + "\n", to: descriptor)
    }
  }

  func clear() {
    withLockedFile { descriptor in _ = ftruncate(descriptor, 0) }
  }

  private func readEntries() -> [String] {
    guard let text = FileText.read(path) else { return [] }
    return text.linesOfText().compactMap { line in
      if case .string(let entry)? = try? JSONParser.parse(line) { entry } else { nil }
    }
  }

  /// Drops all but the last `capacity` entries, those included that another shell has just added.
  private func rewrite() {
    withLockedFile { descriptor in
      let kept = readEntries().suffix(Self.capacity)
      _ = ftruncate(descriptor, 0)
      lseek(descriptor, 0, SEEK_SET)
      Self.writeAll(kept.map { ValueJSON.quoted($0) + "\n" }.joined(), to: descriptor)
    }
  }

  /// A history that cannot be written is no reason to stop working: failures are silent.
  private func withLockedFile(_ body: (Int32) -> Void) {
    FileText.makeFolders(for: path, mode: 0o700)
    let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    fchmod(descriptor, 0o600)
    while flock(descriptor, LOCK_EX) != 0 { guard errno == EINTR else { return } }
    body(descriptor)
    flock(descriptor, LOCK_UN)
  }

  private static func writeAll(_ text: String, to descriptor: Int32) {
    let bytes = Array(text.utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, bytes.count - written) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return }
      written += count
    }
  }
}
