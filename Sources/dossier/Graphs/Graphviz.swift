import Foundation
import Interchange
import Shell

/// Turns DOT into a picture by the program `dot`, where it is installed.
enum Graphviz {
  /// Layout programs can take hours; a drawing that takes longer than this is of no use to a reader.
  private static let timeLimitSeconds = 60.0

  /// - Parameter format: what `dot -T` is told, such as `svg`.
  static func draw(_ dot: [UInt8], format: String, to path: String) throws(Failure) {
    guard let program = InstalledProgram(named: "dot") else {
      throw Failure(
        .failed,
        "Graphviz is not installed, and a picture needs its program `dot`; "
          + "install the package graphviz, or write --format dot and draw it elsewhere")
    }
    let source = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString).dot")
    defer { try? FileManager.default.removeItem(at: source) }
    try reportingFailures { try Data(dot).write(to: source) }
    let outcome: InstalledProgram.Outcome
    do throws(Failure) {
      outcome = try program.run(["-T\(format)", source.path], timeLimitSeconds: timeLimitSeconds)
    } catch  where error.status == .timeLimit {
      throw Failure(.timeLimit, "Graphviz drew for more than \(Int(timeLimitSeconds)) seconds; draw a smaller part with --query")
    }
    guard outcome.status == 0, !outcome.output.isEmpty else {
      throw Failure(.failed, "Graphviz failed: \(outcome.complaint)")
    }
    try reportingFailures {
      let file = try OutputFile(path: path)
      file.output.append(contentsOf: outcome.output)
      try file.close()
    }
  }
}
