import Foundation
import Testing

/// The built program, run as a user runs it.
enum DossierBinary {
  struct Outcome {
    var status: Int32
    var output: String
    var complaint: String
  }

  /// Beside the test bundle, where the build put it.
  static let path: String = {
    let candidates =
      Bundle.allBundles.map(\.bundleURL) + [URL(filePath: CommandLine.arguments[0])]
      + [Bundle.main.executableURL].compactMap { $0 }
    for candidate in candidates {
      var folder = candidate
      for _ in 0..<4 {
        folder.deleteLastPathComponent()
        let binary = folder.appending(path: "dossier").path
        var isFolder: ObjCBool = false
        if FileManager.default.fileExists(atPath: binary, isDirectory: &isFolder), !isFolder.boolValue,
          FileManager.default.isExecutableFile(atPath: binary)
        {
          return binary
        }
      }
    }
    preconditionFailure("the program is not beside the test bundle: \(candidates)")
  }()

  static func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try run(arguments, input: input)
  }

  static func run(_ arguments: [String], input: String = "") throws -> Outcome {
    try Scratch.folder { folder in
      let process = Process()
      process.executableURL = URL(filePath: path)
      process.arguments = arguments
      // Files rather than pipes: nobody waits for anybody.
      for (name, content) in [("in", input), ("out", ""), ("err", "")] {
        try Data(content.utf8).write(to: folder.appending(path: name))
      }
      process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: "in"))
      process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
      process.standardError = try FileHandle(forWritingTo: folder.appending(path: "err"))
      try process.run()
      process.waitUntilExit()
      return Outcome(
        status: process.terminationStatus, output: try String(contentsOf: folder.appending(path: "out"), encoding: .utf8),
        complaint: try String(contentsOf: folder.appending(path: "err"), encoding: .utf8))
    }
  }
}

/// A folder of a test's own, gone after it.
enum Scratch {
  static func folder<Result>(_ body: (URL) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "dossier-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder)
  }
}

extension URL {
  func writing(_ text: String, to name: String) throws -> String {
    let file = appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }
}
