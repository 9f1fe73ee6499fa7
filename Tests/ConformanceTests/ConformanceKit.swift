import Foundation
import TestSupport

/// The openCypher Technology Compatibility Kit on this machine: the folder that `TCK_DIR` names, else `shared/tck/features`
/// beside the checkout.
struct ConformanceKit {
  struct Scenario: Sendable {
    /// The feature's folder below the kit's root, such as `clauses/match`.
    var folder: String
    /// Folder, file, name and number of the example: unique in the kit.
    var id: String
    var steps: [GherkinFeature.Step]
  }

  var scenarios: [Scenario]
  private var graphsFolder: URL

  /// Nil where there is no kit.
  static func find() throws -> ConformanceKit? {
    let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let given = ProcessInfo.processInfo.environment["TCK_DIR"].map { URL(filePath: $0) }
    let root = given ?? checkout.appending(path: "../shared/tck/features").standardizedFileURL
    guard FileManager.default.fileExists(atPath: root.path(percentEncoded: false)) else { return nil }
    return try ConformanceKit(root: root)
  }

  static var isPresent: Bool { (try? find()) != nil }

  private init(root: URL) throws {
    graphsFolder = root.deletingLastPathComponent().appending(path: "graphs")
    scenarios = []
    let rootPath = root.path(percentEncoded: false)
    let paths = FileManager.default.enumerator(atPath: rootPath)?.compactMap { $0 as? String } ?? []
    for path in paths.filter({ $0.hasSuffix(".feature") }).sorted() {
      let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
      let feature = try GherkinReader.read(text)
      let folder = path.split(separator: "/").dropLast().joined(separator: "/")
      for scenario in feature.scenarios where !scenario.tags.contains("@ignore") {
        let example = scenario.example.map { " #\($0)" } ?? ""
        scenarios.append(
          Scenario(folder: folder, id: "\(path): \(scenario.name)\(example)", steps: scenario.steps))
      }
    }
  }

  /// The statements that build a named graph.
  func statements(buildingGraph name: String) throws -> [String] {
    struct Description: Decodable { var scripts: [String] }
    let folder = graphsFolder.appending(path: name)
    let data = try Data(contentsOf: folder.appending(path: "\(name).json"))
    return try JSONDecoder().decode(Description.self, from: data).scripts.map { script in
      try String(contentsOf: folder.appending(path: "\(script).cypher"), encoding: .utf8)
    }
  }
}
