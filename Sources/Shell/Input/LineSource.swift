import Cypher

/// What a source of lines gave.
enum LineEvent: Equatable {
  case line(String)
  /// A line, or several, in place of all that was begun before.
  case replacement(String)
  /// Ctrl-C: what was begun is dropped.
  case interrupted
  case end
}

/// Where lines come from: a person at a terminal, a file, a pipe.
protocol LineSource: AnyObject {
  /// The next line, without its newline.
  /// - Parameter pending: the lines of the statement that has been begun.
  func nextLine(prompt: Prompt, pending: String) -> LineEvent
  /// Told when a block of lines has been carried out, for the history.
  func remember(_ block: String)
}

extension LineSource {
  func remember(_ block: String) {}
}

/// The two prompts, without colour.
struct Prompt: Equatable {
  /// Before the first line of a statement.
  var main: String
  /// Before its further lines; nil at the first.
  var continuation: String?

  /// `bridge(ro)*> ` and, right-aligned to it, `       ..(> `.
  init(graph: String, isReadOnly: Bool, transactionMark: String, open: OpenState?) {
    main = SafeText.oneLine(graph) + (isReadOnly ? "(ro)" : "") + transactionMark + "> "
    continuation = open.map { ($0.mark + "> ").padded(toWidth: LetterWidth.of(main), right: true) }
  }

  var current: String { continuation ?? main }
}
