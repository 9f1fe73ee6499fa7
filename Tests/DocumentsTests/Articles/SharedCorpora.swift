import Foundation

/// The folder of corpora and seeds beside the package, or the one that `SHARED_DIR` names.
enum SharedCorpora {
  static let folder: URL? = {
    if let path = ProcessInfo.processInfo.environment["SHARED_DIR"] { return existing(URL(fileURLWithPath: path)) }
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      if let found = existing(folder.appendingPathComponent("shared")) { return found }
    }
    return nil
  }()

  private static func existing(_ folder: URL) -> URL? {
    FileManager.default.fileExists(atPath: folder.appendingPathComponent("corpora/gold").path) ? folder : nil
  }

  static func text(_ path: String) -> String? {
    folder.flatMap { try? String(contentsOf: $0.appendingPathComponent(path), encoding: .utf8) }
  }

  /// The only article of the seeds.
  static var seed: String? {
    guard let seeds = folder?.appendingPathComponent("seeds"),
      let names = try? FileManager.default.contentsOfDirectory(atPath: seeds.path)
    else {
      return nil
    }
    return names.first { $0.hasSuffix(".txt") }.flatMap { text("seeds/" + $0) }
  }
}
