import Graph

@testable import Shell

/// A shell over a scripted session, with both ways out kept in memory.
struct ShellBench {
  let workspace = MemoryWorkspace()
  let data = MemorySink()
  let messages = MemorySink()
  let context: ShellContext

  /// - Parameter columns: the width of the terminal that data goes to; nil for none.
  init(mode: OutputMode = .box, columns: Int? = 80, isInteractive: Bool = true) {
    let size = columns.map { TerminalSize(columns: $0, rows: 24) }
    let console = Console(
      data: data, messages: messages, dataStyle: Style(isOn: false), messageStyle: Style(isOn: false), terminalSize: { size })
    context = ShellContext(workspace: workspace, console: console, settings: ShellSettings(mode: mode))
    context.isInteractive = isInteractive
  }

  var session: ScriptedSession { workspace.scripted }

  /// Carries a text out as a script, or as if it had been typed.
  @discardableResult func run(_ text: String) -> Shell.ExitStatus {
    InputRunner(context: context, isInteractive: context.isInteractive).run(PlainLineReader(text: text))
  }

  /// The data and the messages that a text gives, one behind the other.
  func transcript(_ text: String) -> String {
    run(text)
    return data.take() + messages.take()
  }
}

/// Elements for results.
enum Sample {
  static let ana = Node(
    id: NodeID(1), labels: ["Entity", "Person"],
    properties: ["name": .string("Ana Ruiz"), "aliases": .list([.string("Ruiz")]), "age": .integer(40)])
  static let board = Node(id: NodeID(2), labels: ["Entity", "Organization"], properties: ["name": .string("Harbour Board")])
  static let worksFor = Relationship(
    id: RelationshipID(7), type: "WORKS_FOR", source: NodeID(1), target: NodeID(2),
    properties: ["role": .string("inspector"), "certainty": .string("reported"), "claim": .string("bridge:c2")])
  static let claim = Node(
    id: NodeID(3), labels: ["Claim"],
    properties: [
      "key": .string("bridge:c2"), "text": .string("cracks were reported in March"), "certainty": .string("probable"),
      "predicate": .string("states"),
    ])
  static let counterClaim = Node(
    id: NodeID(4), labels: ["Claim"],
    properties: ["key": .string("bridge:c9"), "text": .string("no warning reached the board"), "certainty": .string("denied")])
  static let document = Node(id: NodeID(0), labels: ["Document"], properties: ["title": .string("The bridge")])
  static let passage = Relationship(
    id: RelationshipID(8), type: "STATED_IN", source: NodeID(3), target: NodeID(0),
    properties: [
      "begin": .integer(400), "end": .integer(480), "sentence": .integer(7),
      "quote": .string("Ruiz, a former inspector, said that cracks were reported in March."),
    ])
}
