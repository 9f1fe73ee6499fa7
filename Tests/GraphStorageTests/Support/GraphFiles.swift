import Foundation

/// A graph file together with what is kept beside it.
enum GraphFiles {
  /// As after a crash at this moment: what is in a log stays there.
  static func copy(_ path: String, to other: String) throws {
    for suffix in ["", "-wal", "-log"] where suffix.isEmpty || FileManager.default.fileExists(atPath: path + suffix) {
      try FileManager.default.copyItem(atPath: path + suffix, toPath: other + suffix)
    }
  }

  static func remove(_ path: String) {
    for suffix in ["", "-wal", "-shm", "-log"] { try? FileManager.default.removeItem(atPath: path + suffix) }
  }
}
