import Cypher
import Graph

/// All that commands and statements work on: the graph, the way out, the settings and what was done last.
public final class ShellContext {
  public let workspace: any Workspace
  public let console: Console
  public var settings: ShellSettings
  /// Values for `$name` in statements.
  public var parameters: [String: Value] = [:]
  /// A person is typing: prompts, footers and shortened commands.
  public var isInteractive = false
  /// What the last statement or investigating command gave; `:why`, `:last` and `:show` speak of it.
  public internal(set) var lastResult: LastResult?
  public internal(set) var lastStatement: String?
  var history: HistoryFile?
  /// Entries of this and earlier sessions, oldest first.
  var historyEntries: [String] = []
  var isHistoryCleared = false
  var isExitRequested = false
  /// How deep `:source` files are nested.
  var sourceDepth = 0
  let names: NameCache

  public init(workspace: any Workspace, console: Console, settings: ShellSettings) {
    self.workspace = workspace
    self.console = console
    self.settings = settings
    names = NameCache(workspace: workspace)
  }

  var prompt: (OpenState?) -> Prompt {
    { [workspace] open in
      let mark =
        switch workspace.session.transactionState {
        case .none: ""
        case .open: "*"
        case .failed: "!"
        }
      return Prompt(graph: workspace.name, isReadOnly: workspace.isReadOnly, transactionMark: mark, open: open)
    }
  }

  /// How results are to look now.
  var layout: ResultLayout {
    let isOnTerminal = console.isDataOnTerminal
    return ResultLayout(
      width: isOnTerminal ? (settings.maxWidth > 0 ? settings.maxWidth : console.width) : nil,
      rowLimit: isOnTerminal && settings.maxRows > 0 ? settings.maxRows : nil,
      text: ValueText(showsIDs: settings.showsIDs, isBrief: isOnTerminal, nullText: settings.nullText),
      style: console.sinkStyle)
  }
}

/// The last result, kept so that commands can speak of its rows.
public struct LastResult: Sendable {
  /// More rows than this are not kept.
  static let rowCapacity = 100_000

  public var columns: [String]
  public var records: [[Value]]
  public var rowCount: Int
}
