import Cypher
import Graph

/// `:neighbours`: what a node is joined to, as lines that can be asked about by number.
enum NeighboursCommand {
  private static let deepest = 5

  static let run: ShellCommand.Action = { (context, arguments) throws(ShellError) in
    let (name, depth) = try split(arguments)
    let centre = try ElementFinder(context: context).node(name)
    let neighbourhood = try Neighbourhood(of: centre, depth: depth, context)
    context.console.writeText(context.console.sinkStyle.bold(Described.node(centre)))
    let drawing = NeighbourhoodText(centre: centre, neighbourhood: neighbourhood, style: context.console.sinkStyle)
    for line in drawing.lines { context.console.writeText(line) }
    if neighbourhood.steps.isEmpty { context.console.writeLine("  nothing is joined to it") }
    if neighbourhood.mentionCount > 0 {
      context.console.writeLine("  mentioned \(Count.of(neighbourhood.mentionCount, "time")) in documents")
    }
    if neighbourhood.isCut {
      context.console.dimNote("only the first \(Count.of(Neighbourhood.stepLimit, "relationship")) are listed")
    }
    let records: [[Value]] = drawing.orderedSteps.map { [.relationship($0.relationship), .node($0.far)] }
    context.lastResult = LastResult(columns: ["relationship", "neighbour"], records: records, rowCount: records.count)
  }

  /// A number behind a name is the depth.
  private static func split(_ arguments: CommandArguments) throws(ShellError) -> (name: String, depth: Int) {
    let words = arguments.words
    guard let last = words.last else {
      throw ShellError(.usage, "no node was named", hint: "the command is :neighbours X [depth]")
    }
    guard words.count > 1, let depth = Int(last) else { return (arguments.whole, 1) }
    guard (1...deepest).contains(depth) else {
      throw ShellError(.usage, "the depth must be between 1 and \(deepest), not \(depth)")
    }
    return (words.count == 2 ? words[0] : words.dropLast().joined(separator: " "), depth)
  }
}

/// A neighbourhood as lines of text: one a relationship, deeper rings indented below the node that they hang on.
struct NeighbourhoodText {
  private(set) var lines: [String] = []
  /// The steps in the order of their lines.
  private(set) var orderedSteps: [Neighbourhood.Step] = []

  init(centre: Node, neighbourhood: Neighbourhood, style: Style) {
    let byNear = Dictionary(grouping: neighbourhood.steps, by: \.near)
    var drawn: Set<NodeID> = [centre.id]
    add(centre.id, byNear, indent: "", &drawn, style)
  }

  private mutating func add(
    _ near: NodeID, _ byNear: [NodeID: [Neighbourhood.Step]], indent: String, _ drawn: inout Set<NodeID>, _ style: Style
  ) {
    for step in byNear[near] ?? [] {
      orderedSteps.append(step)
      let number = style.dim(String(orderedSteps.count).padded(toWidth: 3, right: true))
      lines.append(number + "  " + indent + Self.text(step, style))
      if drawn.insert(step.far.id).inserted { add(step.far.id, byNear, indent: indent + "    ", &drawn, style) }
    }
  }

  /// `-[:LEADS regional leader]-> Northern Front (Organization)  reported`.
  static func text(_ step: Neighbourhood.Step, _ style: Style) -> String {
    let content = step.relationship.content
    let role = Described.string(content?.properties["role"]).map { " " + SafeText.oneLine($0) } ?? ""
    let type = "[:" + ValueText.name(content?.type ?? "") + role + "]"
    let arrow = content?.source == step.near ? "-\(type)->" : "<-\(type)-"
    let kinds = Described.kinds(step.far)
    let certainty = Described.string(content?.properties["certainty"]).map { "  " + SafeText.oneLine($0) } ?? ""
    return style.name(arrow) + " " + Described.caption(step.far) + (kinds.isEmpty ? "" : " (" + kinds + ")")
      + (certainty == "  confirmed" ? certainty : style.warning(certainty))
  }
}
