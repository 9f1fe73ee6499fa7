import Foundation
import Testing

#if canImport(FoundationXML)
import FoundationXML
#endif

/// The real Graphviz, where it is installed.
enum Graphviz {
  static let isInstalled = path(of: "dot") != nil

  static func path(of program: String) -> String? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(program)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  struct Outcome {
    var status: Int32
    var output: Data
    var complaint: String
  }

  static func run(_ program: String, _ arguments: [String] = [], input: Data) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: path(of: program) ?? "/nonexistent")
    process.arguments = arguments
    let folder = FileManager.default.temporaryDirectory.appending(path: "dossier-graphviz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // Files rather than pipes: nobody waits for anybody.
    for (name, content) in [("in", input), ("out", Data()), ("err", Data())] {
      try content.write(to: folder.appending(path: name))
    }
    process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: "in"))
    process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: folder.appending(path: "err"))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try Data(contentsOf: folder.appending(path: "out")),
      complaint: try String(contentsOf: folder.appending(path: "err"), encoding: .utf8))
  }
}

extension Trait where Self == ConditionTrait {
  static var needsGraphviz: Self { .enabled(if: Graphviz.isInstalled, "Graphviz is not installed") }
}

/// What a reader of an SVG drawing sees: for each node and edge its texts, tooltip and link, by the id that the drawing gave it.
final class Drawing: NSObject, XMLParserDelegate {
  struct Item {
    var texts: [String] = []
    var tooltip: String?
    var link: String?
  }

  private(set) var items: [String: Item] = [:]
  private(set) var isWellFormed = false
  private var open: [String] = []
  private var isInText = false

  init(svg: Data) {
    super.init()
    let parser = XMLParser(data: svg)
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    switch name {
    case "g":
      // The frame around a link has the id of what it frames, with a prefix.
      let id = attributes["id"] ?? ""
      open.append(id.hasPrefix("a_") ? open.last ?? "" : id)
      if items[open.last!] == nil { items[open.last!] = Item() }
    case "a":
      items[open.last ?? "", default: Item()].tooltip = attributes["xlink:title"]
      items[open.last ?? "", default: Item()].link = attributes["xlink:href"]
    case "text":
      isInText = true
      items[open.last ?? "", default: Item()].texts.append("")
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    guard isInText, let id = open.last, let last = items[id]?.texts.indices.last else { return }
    items[id]!.texts[last] += string
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    if name == "g" { open.removeLast() }
    if name == "text" { isInText = false }
  }
}
