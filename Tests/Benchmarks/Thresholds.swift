#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The largest ratio that a workload may have, by name: `thresholds.txt` beside this file, a line `debug release name` each.
struct Thresholds {
  private static let path = #filePath.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/thresholds.txt"
  private static let configurations = ["debug", "release"]

  private var ratios: [String: [String: Double]] = [:]

  struct Unwritable: Error {}

  init() throws {
    guard let file = fopen(Self.path, "r") else { return }
    defer { fclose(file) }
    while let line = readLine(from: file) {
      let fields = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: true)
      guard fields.count == 3, !line.hasPrefix("#") else { continue }
      for (configuration, field) in zip(Self.configurations, fields) {
        ratios[String(fields[2]), default: [:]][configuration] = Double(field)
      }
    }
  }

  private func readLine(from file: UnsafeMutablePointer<FILE>) -> String? {
    var line: UnsafeMutablePointer<CChar>?
    var capacity = 0
    defer { free(line) }
    let count = getline(&line, &capacity, file)
    guard count > 0, let line else { return nil }
    let text = String(cString: line)
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }

  /// The threshold of a workload in the configuration of this build; nil where none was recorded.
  subscript(name: String) -> Double? {
    get { ratios[name]?[Configuration.name] }
    set { ratios[name, default: [:]][Configuration.name] = newValue }
  }

  func write() throws {
    var text = "# The engine's time may be so many times that of the naive loop: debug, release, workload.\n"
    for (name, byConfiguration) in ratios.sorted(by: { $0.key < $1.key }) {
      let columns = Self.configurations.map { configuration in
        Text.right(byConfiguration[configuration].map { Text.decimal($0, digits: 2) } ?? "-", 9)
      }
      text += columns.joined(separator: " ") + " " + name + "\n"
    }
    guard let file = fopen(Self.path, "w") else { throw Unwritable() }
    fputs(text, file)
    fclose(file)
  }
}
