import Cypher

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Where a statement puts what it may not keep in memory.
struct TemporarySpace: Sendable {
  /// Folders to try, the one that is wanted most first.
  let folders: [String]

  /// The system's folders.
  static let system = TemporarySpace(folders: ["/var/tmp", "/tmp"])

  init(folders: [String]) { self.folders = folders }

  /// The folder that TMPDIR names; else the one of the graph file, which stands where there is room for much; else the system's.
  ///
  /// - Parameter path: that of the graph file, nil for a graph in memory.
  init(besideGraphAt path: String?) {
    var folders: [String] = []
    if let named = getenv("TMPDIR"), named.pointee != 0 { folders.append(String(cString: named)) }
    if let path {
      let end = path.utf8.lastIndex(of: UInt8(ascii: "/"))
      folders.append(end.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? ".")
    }
    self.folders = folders + Self.system.folders
  }

  /// A file in the first folder that takes one.
  func makeFile() throws(CypherError) -> SpillFile {
    var failure: CypherError?
    for folder in folders {
      do throws(CypherError) {
        return try SpillFile(in: folder)
      } catch {
        failure = failure ?? error
      }
    }
    throw failure ?? Self.error(ENOENT, "no folder is named for it", in: "")
  }

  /// Why temporary space could not be used.
  static func error(_ number: Int32, _ action: String, in folder: String) -> CypherError {
    let isFull = number == ENOSPC || number == EDQUOT || number == EFBIG
    return CypherError(
      .executionError, isFull ? "TemporarySpaceExhausted" : "TemporarySpaceUnavailable", phase: .runtime,
      "the statement needs temporary space on disk for what passes its memory, but \(action) in \(folder): "
        + String(cString: strerror(number)),
      hint: "free space there, set TMPDIR to a folder with room, or add a LIMIT")
  }
}
