import Foundation
import Shell

/// A program of the machine, run with its output taken.
struct InstalledProgram {
  struct Outcome {
    var status: Int32
    var output: [UInt8]
    /// What it wrote on standard error, without blanks around it.
    var complaint: String
  }

  let path: String

  /// Nil where PATH leads to none.
  init?(named name: String) {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    guard let path = folders.lazy.map({ "\($0)/\(name)" }).first(where: { FileManager.default.isExecutableFile(atPath: $0) })
    else { return nil }
    self.path = path
  }

  /// Runs it without input. Files rather than pipes take what it writes, so that nobody waits for anybody.
  func run(_ arguments: [String], timeLimitSeconds: Double) throws(Failure) -> Outcome {
    let output = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString).out")
    let complaints = output.deletingPathExtension().appendingPathExtension("log")
    defer { for file in [output, complaints] { try? FileManager.default.removeItem(at: file) } }
    let status: Int32?
    do {
      for file in [output, complaints] { try Data().write(to: file) }
      status = try run(arguments, output: output, complaints: complaints, timeLimitSeconds)
    } catch {
      throw Failure(.failed, "\(path) could not be run: \(error.localizedDescription)")
    }
    guard let status else {
      throw Failure(.timeLimit, "\(path) took more than \(Int(timeLimitSeconds)) seconds and was stopped")
    }
    let said = (try? String(contentsOf: complaints, encoding: .utf8)) ?? ""
    return Outcome(
      status: status, output: (try? Data(contentsOf: output)).map(Array.init) ?? [],
      complaint: said.trimmingCharacters(in: .whitespacesAndNewlines))
  }

  /// The exit code, nil where it had to be stopped.
  private func run(_ arguments: [String], output: URL, complaints: URL, _ timeLimitSeconds: Double) throws -> Int32? {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
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
