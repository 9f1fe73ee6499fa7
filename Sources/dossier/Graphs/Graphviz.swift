import Foundation
import Interchange
import Shell

/// Turns DOT into a picture by the program `dot`, where it is installed.
enum Graphviz {
  /// Layout programs can take hours; a drawing that takes longer than this is of no use to a reader.
  private static let timeLimitSeconds = 60.0

  /// - Parameter format: what `dot -T` is told, such as `svg`.
  static func draw(_ dot: [UInt8], format: String, to path: String) throws(Failure) {
    guard let program = program else {
      throw Failure(
        .failed,
        "Graphviz is not installed, and a picture needs its program `dot`; "
          + "install the package graphviz, or write --format dot and draw it elsewhere")
    }
    let source = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString).dot")
    let picture = source.deletingPathExtension().appendingPathExtension(format)
    let complaints = source.deletingPathExtension().appendingPathExtension("log")
    defer { for file in [source, picture, complaints] { try? FileManager.default.removeItem(at: file) } }
    let outcome: Int32?
    do {
      try Data(dot).write(to: source)
      try Data().write(to: complaints)
      outcome = try run(program, ["-T\(format)", "-o", picture.path, source.path], complaints: complaints)
    } catch {
      throw Failure(.failed, "\(program) could not be run: \(error.localizedDescription)")
    }
    guard let outcome else {
      throw Failure(.timeLimit, "Graphviz drew for more than \(Int(timeLimitSeconds)) seconds; draw a smaller part with --query")
    }
    guard outcome == 0, let bytes = try? Data(contentsOf: picture) else {
      let said = (try? String(contentsOf: complaints, encoding: .utf8)) ?? ""
      throw Failure(.failed, "Graphviz failed: \(said.trimmingCharacters(in: .whitespacesAndNewlines))")
    }
    try reportingFailures {
      let file = try OutputFile(path: path)
      file.output.append(contentsOf: bytes)
      try file.close()
    }
  }

  private static var program: String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/dot" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// The program's exit code, nil where it had to be stopped.
  private static func run(_ program: String, _ arguments: [String], complaints: URL) throws -> Int32? {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: complaints)
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    if ended.wait(timeout: .now() + timeLimitSeconds) == .timedOut {
      process.terminate()
      return nil
    }
    return process.terminationStatus
  }
}
