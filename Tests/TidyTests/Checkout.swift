import Foundation

/// The files of this checkout, by path from its root.
enum Checkout {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root.appending(path: path).path(percentEncoded: false))
  }

  /// Every file below `folder` whose name ends in one of `endings`, sorted.
  static func files(below folder: String, ending endings: String...) -> [String] {
    let start = root.appending(path: folder).path(percentEncoded: false)
    guard let walker = FileManager.default.enumerator(atPath: start) else { return [] }
    var found: [String] = []
    while let path = walker.nextObject() as? String {
      if path.hasPrefix(".build") || path.hasPrefix(".git/") {
        walker.skipDescendants()
      } else if endings.contains(where: path.hasSuffix) {
        found.append(folder.isEmpty ? path : "\(folder)/\(path)")
      }
    }
    return found.sorted()
  }
}
