import Documents
import Foundation

/// The files that a user's paths mean: files themselves, folders with everything below them, and patterns such as `news/*.html`.
struct DocumentSources {
  static let correctionsName = "corrections.cypher"

  /// In the order in which they are read, each once.
  private(set) var files: [String] = []
  /// What humans decided about the documents of the folders.
  private(set) var corrections: [String] = []
  private var seen: Set<String> = []

  /// - Throws: a failure for a path that leads to no file at all.
  init(_ paths: [String]) throws(Failure) {
    for path in paths { try add(path) }
  }

  private mutating func add(_ path: String) throws(Failure) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) {
      if isFolder.boolValue { try add(folder: path) } else { add(file: path) }
      return
    }
    let matches = Self.matches(of: path)
    guard !matches.isEmpty else { throw Failure(.failed, "\(path): there is no such file or folder") }
    for match in matches { try add(match) }
  }

  private mutating func add(file: String) {
    if seen.insert(file).inserted { files.append(file) }
  }

  /// Every document below a folder by name, files before folders.
  private mutating func add(folder path: String) throws(Failure) {
    let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let before = files.count
    try walk(folder)
    guard files.count > before else {
      let endings = DocumentFormat.allCases.flatMap(\.fileExtensions).map { "." + $0 }.joined(separator: ", ")
      throw Failure(.failed, "\(path): the folder has no documents; expected files that end in \(endings)")
    }
  }

  private mutating func walk(_ folder: String) throws(Failure) {
    let names = try reportingFailures { try FileManager.default.contentsOfDirectory(atPath: folder) }.sorted()
    var folders: [String] = []
    for name in names where !name.hasPrefix(".") {
      let path = folder == "/" ? "/" + name : "\(folder)/\(name)"
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { continue }
      if isFolder.boolValue {
        // A link to a folder could lead round in a circle.
        let isLink = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) != nil
        if !isLink { folders.append(path) }
      } else if name == Self.correctionsName {
        if seen.insert(path).inserted { corrections.append(path) }
      } else if DocumentFormat(fileName: name) != nil {
        add(file: path)
      }
    }
    for folder in folders { try walk(folder) }
  }

  /// What a pattern with `*`, `?` and `[…]` matches, by name.
  private static func matches(of pattern: String) -> [String] {
    guard pattern.contains(where: { "*?[".contains($0) }) else { return [] }
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(pattern, 0, nil, &found) == 0 else { return [] }
    return (0..<Int(found.gl_pathc)).compactMap { found.gl_pathv[$0].map { String(cString: $0) } }
  }
}
