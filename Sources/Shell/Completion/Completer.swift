import Cypher
import Graph

/// Finds what Tab offers, by what stands before the cursor.
struct Completer {
  let context: ShellContext

  /// - Parameter text: all of the input up to the cursor, earlier lines of the statement included.
  func complete(_ text: String) -> Completion {
    var lines = text.linesOfText()
    let line = lines.removeLast()
    var assembler = InputAssembler()
    for earlier in lines { assembler.append(line: earlier) }
    if assembler.openState == nil, line.trimmed().hasPrefix(":") {
      return CommandCompleter(context: context).complete(line)
    }
    var splitter = StatementSplitter()
    _ = splitter.append(text)
    return StatementCompleter(statement: splitter.pending, context: context).complete()
  }
}
