import CEditline
import Graph
#if canImport(Glibc)
import Glibc
#endif

/// Key sequences that no keyboard sends: the editor pushes them to itself.
enum Keys {
  struct Private {
    var sequence: String
  }

  static let historyBack = Private(sequence: "\u{1B}[9001~")
  static let historyOn = Private(sequence: "\u{1B}[9002~")
  static let finish = Private(sequence: "\u{1B}[9004~")
  static let prefill = Private(sequence: "\u{1B}[9003~")
}

extension LineEditor {
  /// Own commands first, then keys, so that the user's `.editrc`, read afterwards, can change them.
  func bindKeys() {
    for capability in ["im", "ei", "ic", "IC"] { editline_unset_capability(editor, capability) }
    editline_use_emacs(editor)
    add("dossier-enter") { editor, _ in LineEditor.of(editor)?.enter() ?? UInt8(CC_ERROR) }
    add("dossier-new-line") { editor, _ in LineEditor.of(editor)?.insertNewLine() ?? UInt8(CC_ERROR) }
    add("dossier-up") { editor, _ in LineEditor.of(editor)?.up() ?? UInt8(CC_ERROR) }
    add("dossier-down") { editor, _ in LineEditor.of(editor)?.down() ?? UInt8(CC_ERROR) }
    add("dossier-backspace") { editor, _ in LineEditor.of(editor)?.backspace() ?? UInt8(CC_ERROR) }
    add("dossier-paste") { editor, _ in LineEditor.of(editor)?.paste() ?? UInt8(CC_ERROR) }
    add("dossier-complete") { editor, _ in LineEditor.of(editor)?.complete() ?? UInt8(CC_ERROR) }
    add("dossier-prefill") { editor, _ in LineEditor.of(editor)?.insertPrefill() ?? UInt8(CC_ERROR) }
    add("dossier-ignore") { _, _ in UInt8(CC_NORM) }
    for (keys, command) in Self.bindings {
      for key in keys { editline_bind(editor, key, command) }
    }
  }

  private func add(_ name: String, _ command: @escaping editline_command) {
    WideText(name).withPointer { editline_add_command(editor, $0, command) }
  }

  private static let bindings: [([String], String)] = [
    (["^M", "^J"], "dossier-enter"),
    (["\\e^M", "\\e^J"], "dossier-new-line"),
    (["\\e[A", "\\eOA"], "dossier-up"),
    (["\\e[B", "\\eOB"], "dossier-down"),
    (["\\e[C", "\\eOC"], "ed-next-char"),
    (["\\e[D", "\\eOD"], "ed-prev-char"),
    (["^?", "^H"], "dossier-backspace"),
    (["\\e[200~"], "dossier-paste"),
    (["^I"], "dossier-complete"),
    (["\\e[9001~", "^P"], "ed-prev-history"),
    (["\\e[9002~", "^N"], "ed-next-history"),
    (["\\e[9003~"], "dossier-prefill"),
    (["\\e[9004~"], "ed-newline"),
    (["^R"], "em-inc-search-prev"),
    (["\\ep"], "ed-search-prev-history"),
    (["\\en"], "ed-search-next-history"),
    (["^W", "\\e^?"], "ed-delete-prev-word"),
    (["^U"], "vi-kill-line-prev"),
    (["^_"], "vi-undo"),
    (["\\e[1~", "\\e[7~", "\\e[H", "\\eOH", "^A"], "ed-move-to-beg"),
    (["\\e[4~", "\\e[8~", "\\e[F", "\\eOF", "^E"], "ed-move-to-end"),
    (["\\e[3~"], "ed-delete-next-char"),
    (["\\e[1;5C", "\\e[5C", "\\e[1;3C"], "em-next-word"),
    (["\\e[1;5D", "\\e[5D", "\\e[1;3D"], "ed-prev-word"),
    (["\\e[5~", "\\e[6~", "\\e[2~", "\\e[201~"], "dossier-ignore"),
  ]

  /// The text that is edited now.
  var buffer: Buffer {
    let line = el_wline(editor).pointee
    let length = line.lastchar - line.buffer
    let text = WideText.string(UnsafeBufferPointer(start: line.buffer, count: length))
    return Buffer(text: text, cursor: line.cursor - line.buffer)
  }

  func insert(_ text: String) {
    // libedit takes at most its buffer's growth at once; a long paste goes in by portions.
    var rest = Substring(text)
    while !rest.isEmpty {
      let portion = rest.prefix(256)
      WideText(String(portion)).withPointer { _ = el_winsertstr(editor, $0) }
      rest = rest.dropFirst(portion.count)
    }
  }

  private func enter() -> UInt8 {
    let buffer = self.buffer
    var assembler = InputAssembler()
    assembler.append(line: pending + buffer.text)
    let isComplete = assembler.openState == nil
    if isComplete || buffer.cursor == buffer.text.unicodeScalars.count { return finish() }
    return insertNewLine()
  }

  private func insertNewLine() -> UInt8 {
    insert("\n")
    return UInt8(CC_REFRESH)
  }

  /// To the line above: within the buffer, in what was entered before, or in the history.
  private func up() -> UInt8 {
    let buffer = self.buffer
    if let target = BlockCursor(buffer).above { return move(from: buffer.cursor, to: target) }
    guard !pending.isEmpty else { return push(Keys.historyBack) }
    let above = String(pending.unicodeScalars.last == "\n" ? String(pending.unicodeScalars.dropLast()) : pending)
    let text = above + "\n" + buffer.text
    let joined = Buffer(text: text, cursor: above.unicodeScalars.count + 1 + buffer.cursor)
    request = .join(Buffer(text: text, cursor: BlockCursor(joined).above ?? joined.cursor))
    return finish()
  }

  private func down() -> UInt8 {
    let buffer = self.buffer
    if let target = BlockCursor(buffer).below { return move(from: buffer.cursor, to: target) }
    return push(Keys.historyOn)
  }

  /// At the beginning of a continuation line it joins the lines.
  private func backspace() -> UInt8 {
    let buffer = self.buffer
    if buffer.cursor > 0 {
      el_deletestr(editor, 1)
      return UInt8(CC_REFRESH)
    }
    guard !pending.isEmpty else { return UInt8(CC_ERROR) }
    let above = String(String.UnicodeScalarView(pending.unicodeScalars.dropLast()))
    request = .join(Buffer(text: above + buffer.text, cursor: above.unicodeScalars.count))
    return finish()
  }

  private func insertPrefill() -> UInt8 {
    guard let prefill = takePrefill() else { return UInt8(CC_NORM) }
    insert(prefill.text)
    _ = el_cursor(editor, Int32(prefill.cursor - buffer.cursor))
    return UInt8(CC_REFRESH)
  }

  private func move(from cursor: Int, to target: Int) -> UInt8 {
    _ = el_cursor(editor, Int32(target - cursor))
    return UInt8(CC_CURSOR)
  }

  /// Ends the read. Only libedit's own command leaves the cursor below all rows of the buffer.
  func finish() -> UInt8 { push(Keys.finish) }

  private func push(_ key: Keys.Private) -> UInt8 {
    WideText(key.sequence).withPointer { el_wpush(editor, $0) }
    return UInt8(CC_NORM)
  }
}
