import Foundation
import Shell

/// PDF → the boxes of its words by the program of Poppler, where it is installed.
enum PortableDocument {
  /// A file that takes longer is broken, or made to take long.
  private static let timeLimitSeconds = 60.0

  /// XHTML with pages, lines and words.
  ///
  /// - Throws: a failure where the converter is not installed or fails.
  static func boxes(ofFile path: String, named name: String? = nil) throws(Failure) -> [UInt8] {
    let name = name ?? path
    guard let program = InstalledProgram(named: "pdftotext") else {
      throw Failure(
        .failed,
        "\(name): found PDF, and its text is read by the program `pdftotext`, which is not installed; "
          + "install the package poppler-utils, or convert the file to text")
    }
    let outcome = try program.run(["-bbox-layout", "-enc", "UTF-8", path, "-"], timeLimitSeconds: timeLimitSeconds)
    guard outcome.status == 0 else {
      let said = outcome.complaint.isEmpty ? "status \(outcome.status)" : outcome.complaint
      throw Failure(.failed, "\(name): pdftotext could not read it: \(said)")
    }
    return outcome.output
  }

  /// The same of a file that is in memory.
  static func boxes(of bytes: [UInt8], named name: String) throws(Failure) -> [UInt8] {
    let file = FileManager.default.temporaryDirectory.appending(path: "dossier-\(UUID().uuidString).pdf")
    defer { try? FileManager.default.removeItem(at: file) }
    do {
      try Data(bytes).write(to: file)
    } catch {
      throw Failure(.failed, "\(name): could not be written to \(file.path) to be converted: \(error.localizedDescription)")
    }
    return try boxes(ofFile: file.path, named: name)
  }
}
