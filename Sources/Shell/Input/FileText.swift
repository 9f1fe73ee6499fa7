#if canImport(Glibc)
import Glibc
#endif

/// Whole files as text, and names in folders, without Foundation.
enum FileText {
  /// The text of a file, broken UTF-8 repaired; nil, with errno set, if it cannot be read.
  static func read(_ path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return read(descriptor: descriptor)
  }

  /// Everything up to the end of a descriptor.
  static func read(descriptor: Int32) -> String? {
    var bytes: [UInt8] = []
    var portion = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = portion.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress!, $0.count) }
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      if count < 0 {
        if errno == EINTR { continue }
        return nil
      }
      bytes.append(contentsOf: portion[..<count])
    }
  }

  /// Why the last call failed, in the system's words.
  static var lastFailure: String { String(cString: strerror(errno)) }

  /// `~` and `~/…` spelt out.
  static func expandingHome(_ path: String) -> String {
    guard path == "~" || path.hasPrefix("~/"), let home = getenv("HOME") else { return path }
    return String(cString: home) + path.dropFirst()
  }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Makes the folders that `path` lies in, as far as they are missing.
  static func makeFolders(for path: String, mode: mode_t) {
    for index in path.indices where path[index] == "/" && index != path.startIndex {
      mkdir(String(path[..<index]), mode)
    }
  }

  /// The names in a folder, sorted; folders end in `/`.
  static func names(inFolder path: String) -> [String] {
    guard let folder = opendir(path.isEmpty ? "." : path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name == "." || name == ".." { continue }
      names.append(isFolder((path.isEmpty ? "./" : path + "/") + name) ? name + "/" : name)
    }
    return names.sorted()
  }
}
