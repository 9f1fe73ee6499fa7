import Foundation

enum FileSystem {
  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// Removes a graph file and what is kept beside it.
  static func removeGraph(_ path: String) {
    for ending in ["", "-log", "-wal", "-shm", "-journal"] { try? FileManager.default.removeItem(atPath: path + ending) }
  }
}
