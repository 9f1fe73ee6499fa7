import ArgumentParser
import GraphStorage
import Shell

struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Verify a graph file end to end.",
    discussion: "Ends with status 3 and the places of the damage where the file is damaged.")

  @Argument(help: "The graph file.") var file: String

  func run() throws {
    let report = try reportingFailures { try GraphStore.check(file) }
    guard report.isSound else {
      throw Failure(.unopenable, report.findings.map(\.description).joined(separator: "\n"))
    }
    print(
      "\(file): sound; \(Count.of(report.nodeCount, "node")), \(Count.of(report.relationshipCount, "relationship")), "
        + "\(Count.of(report.segmentCount, "segment")), \(Count.of(report.byteCount, "byte"))")
  }
}
