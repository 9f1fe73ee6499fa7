import Documents
import Foundation
import Graph
import Shell

/// PDF → text by the programs of Poppler, where they are installed.
enum PortableDocument {
  struct Converted {
    var text: [UInt8]
    var title: String?
    var author: String?
    var date: CalendarDate?
  }

  /// A file that takes longer is broken, or made to take long.
  private static let timeLimitSeconds = 60.0

  /// - Throws: a failure where the converter is not installed or fails.
  static func text(ofFile path: String) throws(Failure) -> Converted {
    guard let program = InstalledProgram(named: "pdftotext") else {
      throw Failure(
        .failed,
        "\(path): found PDF, and its text is read by the program `pdftotext`, which is not installed; "
          + "install the package poppler-utils, or convert the file to text")
    }
    let outcome = try program.run(["-enc", "UTF-8", "-nopgbrk", path, "-"], timeLimitSeconds: timeLimitSeconds)
    guard outcome.status == 0 else {
      let said = outcome.complaint.isEmpty ? "status \(outcome.status)" : outcome.complaint
      throw Failure(.failed, "\(path): pdftotext could not read it: \(said)")
    }
    var converted = Converted(text: outcome.output)
    guard let information = InstalledProgram(named: "pdfinfo"),
      let about = try? information.run(["-enc", "UTF-8", "-isodates", path], timeLimitSeconds: timeLimitSeconds),
      about.status == 0
    else { return converted }
    for line in String(decoding: about.output, as: UTF8.self).split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let value = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
      guard !value.isEmpty else { continue }
      switch line[..<colon] {
      case "Title": converted.title = value
      case "Author": converted.author = value
      case "CreationDate": converted.date = DocumentReader.date(from: value)
      default: break
      }
    }
    return converted
  }
}
