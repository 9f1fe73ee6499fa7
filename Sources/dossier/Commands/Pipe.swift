import ArgumentParser
import Foundation
import Interchange

struct Pipe: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pipe",
    abstract: "Answer requests of programs: one JSON object a line in, one out.",
    discussion: """
      {"id": any, "query": "…", "parameters": {…}, "values": "json" | "literal"} is answered by \
      {"id", "columns", "rows", "summary"} or {"id", "error"}; {"reset": true} empties the graph.
      """)

  @Argument(help: "The graph file; made if it is not there.") var file: String?
  @Flag(help: "An empty graph in memory.") var memory = false
  @Option(help: "How long to occupy the other processors for the next request, if the last one came as quickly; 0 for never.")
  var occupyMicroseconds: UInt64 = usualOccupation

  init() {}

  /// What `pipe FILE` calls, without a parser: to gather what options there could be takes a fifth of the time to a first answer.
  /// Nil where the arguments are others.
  init?(plain arguments: [String]) {
    guard arguments.count == 2, arguments[0] == Self.configuration.commandName, !arguments[1].hasPrefix("-") else { return nil }
    file = arguments[1]
    memory = false
    occupyMicroseconds = Self.usualOccupation
  }

  private static let usualOccupation: UInt64 = 100

  func validate() throws {
    if (file == nil) != memory { throw ValidationError("name a graph file, or say --memory") }
  }

  func run() throws {
    let store = try GraphSource(memory ? nil : file).open(mode: .create)
    let server = PipeServer(
      store: store,
      input: LineInput(descriptor: STDIN_FILENO, turns: TurnTaking(limitMicroseconds: min(occupyMicroseconds, 1_000_000))),
      output: ByteOutput(descriptor: STDOUT_FILENO))
    try reportingFailures {
      try server.run()
      try store.close()
    }
  }
}
