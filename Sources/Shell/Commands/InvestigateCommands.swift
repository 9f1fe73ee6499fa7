/// Commands that ask who says what happened, and on what evidence.
enum InvestigateCommands {
  static let all: [ShellCommand] = [
    ShellCommand(
      name: "why", group: .investigate, arguments: "ROW[.COLUMN]|X",
      summary: "the sentences behind a row of the last result, or behind X",
      details: "Shows who says it, how sure, and the passage with the words that say so marked.", completes: .entity,
      action: WhyCommand.run),
    ShellCommand(
      name: "neighbours", aliases: ["neighbors"], group: .investigate, arguments: "X [depth]", summary: "what X is joined to",
      completes: .entity, action: NeighboursCommand.run),
    ShellCommand(
      name: "path", group: .investigate, arguments: "A B [max]", summary: "the shortest ways from A to B",
      details: "A name with blanks needs quotes. At most 8 relationships, or `max`.", completes: .entity,
      action: PathCommand.run),
    ShellCommand(
      name: "says", group: .investigate, arguments: "[X]", summary: "the claims by X, or all speakers", completes: .entity,
      action: SaysCommand.run),
    ShellCommand(
      name: "conflicts", group: .investigate, arguments: "[X]", summary: "claims that contradict each other", completes: .entity,
      action: ConflictsCommand.run),
    ShellCommand(
      name: "timeline", group: .investigate, arguments: "[X] [FROM..TO]", summary: "dated events in order",
      details: "FROM and TO are days, months or years: 2013-01..2013-03-15. Either may be left out.", completes: .entity,
      action: TimelineCommand.run),
    ShellCommand(
      name: "show", group: .investigate, arguments: "[X|--graph] [FILE] [--all]",
      summary: "draws the last result, what is around X, or the graph",
      details: """
        As text, or into a file: .dot is written as it is, .svg and .png are drawn by Graphviz. --graph draws the whole graph: of
        documents who did and who said what, without the passages where it stands; --all leaves nothing out.
        """,
      completes: .entity, action: ShowCommand.run),
  ]
}
