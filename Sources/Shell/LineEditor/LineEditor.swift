import Cypher
import CEditline
import CPlatform
import Graph
#if canImport(Glibc)
import Glibc
#endif

/// Reads lines from a person through libedit: history, completion, statements edited as one block.
///
/// Lines of a statement are read one by one, each below its continuation prompt. To go back up into them, the editor joins
/// them to one buffer that holds the newlines; recalled and pasted statements are such buffers too.
final class LineEditor: LineSource {
  /// What a key has asked for that can only be done between two reads.
  enum Request {
    /// The line is finished.
    case none
    /// Go on editing with these lines in place of all that was begun.
    case join(Buffer)
    /// Write something below the line, then go on editing it.
    case writeBelow(String, Buffer)
    /// Take this text as if it had been entered.
    case enter(String)
  }

  /// What is being edited. The cursor counts scalars from the beginning.
  struct Buffer: Equatable {
    var text: String
    var cursor: Int
  }

  let context: ShellContext
  let editor: OpaquePointer
  private let history: OpaquePointer
  private var promptText = WideText("")
  /// The lines of the statement that has been begun, before the one being edited.
  private(set) var pending = ""
  var request = Request.none
  /// What a key of the editor's own inserts when the next read begins.
  private(set) var prefill: Buffer?
  /// The lines above the current one, as they stand on the screen since the last output.
  private var written: [ScreenLine] = []

  init(context: ShellContext) {
    self.context = context
    _ = editline_use_utf8()
    guard let editor = editline_open("dossier") else { preconditionFailure("libedit must have memory") }
    self.editor = editor
    history = editline_open_history(editor, Int32(HistoryFile.capacity))
    for entry in context.historyEntries { WideText(entry).withPointer { editline_add_history(history, $0) } }
    editline_set_client(editor, Unmanaged.passUnretained(self).toOpaque())
    editline_set_prompt(editor) { editor in LineEditor.of(editor)?.promptText.pointer }
    editline_handle_signals(editor, 1)
    bindKeys()
    el_source(editor, nil)
  }

  func close() {
    history_wend(history)
    el_end(editor)
  }

  /// The object behind an editor, inside its callbacks.
  static func of(_ editor: OpaquePointer?) -> LineEditor? {
    editline_client(editor).map { Unmanaged<LineEditor>.fromOpaque($0).takeUnretainedValue() }
  }

  func nextLine(prompt: Prompt, pending: String) -> LineEvent {
    self.pending = pending
    if pending.isEmpty { written = [] }
    if context.isHistoryCleared {
      editline_clear_history(history)
      context.isHistoryCleared = false
    }
    var prompt = prompt
    var isJoined = false
    while true {
      request = .none
      guard let line = read(prompt.current) else {
        written = []
        return wasInterrupted ? .interrupted : .end
      }
      let row = ScreenLine(promptWidth: LetterWidth.of(prompt.current), text: line)
      switch request {
      case .none:
        written.append(row)
        return isJoined ? .replacement(line) : .line(line)
      case .join(let buffer):
        erase(written + [row])
        self.pending = ""
        prompt.continuation = nil
        isJoined = true
        prefill = buffer
      case .writeBelow(let text, let buffer):
        write(text)
        written = []
        prefill = buffer
      case .enter(let text):
        write(SafeText.lines(text) + "\n")
        written = []
        return isJoined ? .replacement(text) : .line(text)
      }
    }
  }

  func remember(_ block: String) {
    guard let first = block.unicodeScalars.first, first != " ", !block.trimmed().isEmpty else { return }
    guard block != context.historyEntries.last else { return }
    context.historyEntries.append(block)
    context.history?.append(block)
    WideText(block).withPointer { editline_add_history(history, $0) }
  }

  private var wasInterrupted = false

  /// One read; nil at the end of the input or after Ctrl-C.
  private func read(_ prompt: String) -> String? {
    promptText = WideText(styled(prompt))
    platform_clear_interrupt()
    // libedit draws, then reads: a signal between the two would be lost until the next key.
    platform_repeat_interrupt(true)
    if prefill != nil { WideText(Keys.prefill.sequence).withPointer { el_wpush(editor, $0) } }
    editline_prepare(editor)
    write(BracketedPaste.on)
    var count: Int32 = 0
    var error: Int32 = 0
    let line = editline_read(editor, &count, &error)
    platform_repeat_interrupt(false)
    write(BracketedPaste.off)
    wasInterrupted = line == nil && (error == EINTR || platform_interrupted())
    guard let line else {
      prefill = nil
      write(belowBuffer(prompt) + (wasInterrupted ? "^C\n" : "\n"))
      el_reset(editor)
      return nil
    }
    var text = WideText.string(UnsafeBufferPointer(start: line, count: Int(count)))
    if text.unicodeScalars.last == "\n" { text.unicodeScalars.removeLast() }
    return text
  }

  func takePrefill() -> Buffer? {
    defer { prefill = nil }
    return prefill
  }

  /// libedit loses its place if an escape sequence comes last, so the blank at the end stays outside.
  private func styled(_ prompt: String) -> String {
    guard context.console.style.isOn, prompt.hasSuffix(" ") else { return prompt }
    return "\u{1}\u{1B}[1m\u{1}" + prompt.dropLast() + "\u{1}\u{1B}[0m\u{1} "
  }

  private func write(_ text: String) {
    editline_flush()
    let bytes = Array(text.utf8)
    _ = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
  }

  /// Moves the cursor behind the last letter of the buffer, which may stand rows below it.
  private func belowBuffer(_ prompt: String) -> String {
    let columns = TerminalSize.current(descriptor: STDOUT_FILENO)?.columns ?? 80
    let buffer = self.buffer
    let before = String(String.UnicodeScalarView(buffer.text.unicodeScalars.prefix(buffer.cursor)))
    let promptWidth = LetterWidth.of(prompt)
    let end = ScreenLine(promptWidth: promptWidth, text: buffer.text).end(columns: columns)
    let down = end.row - ScreenLine(promptWidth: promptWidth, text: before).end(columns: columns).row
    return (down > 0 ? "\u{1B}[\(down)B" : "") + "\r" + (end.column > 0 ? "\u{1B}[\(end.column)C" : "")
  }

  /// Takes lines off the screen again, the cursor standing below them, so that they can be drawn anew as one block.
  private func erase(_ lines: [ScreenLine]) {
    let size = TerminalSize.current(descriptor: STDOUT_FILENO) ?? TerminalSize(columns: 80, rows: 24)
    let rows = lines.reduce(0) { $0 + $1.rowCount(columns: size.columns) }
    write("\u{1B}[\(min(rows, size.rows))A\r\u{1B}[J")
  }
}

enum BracketedPaste {
  static let on = "\u{1B}[?2004h"
  static let off = "\u{1B}[?2004l"
  static let end = Array("\u{1B}[201~".unicodeScalars)
  /// More than this is taken for a mistake and cut off.
  static let scalarLimit = 1_000_000
}
