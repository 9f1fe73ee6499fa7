import CEditline
#if canImport(Glibc)
import Glibc
#endif

extension LineEditor {
  /// Takes what is pasted as text: no line of it runs, no tab completes. Blocks higher than the screen, which libedit
  /// cannot draw, are entered at once.
  func paste() -> UInt8 {
    var pasted: [Unicode.Scalar] = []
    let end = BracketedPaste.end
    while true {
      var character: wchar_t = 0
      guard el_wgetc(editor, &character) == 1 else { break }
      let scalar = WideText.scalar(character)
      pasted.append(scalar)
      if scalar == end.last, pasted.suffix(end.count).elementsEqual(end) {
        pasted.removeLast(end.count)
        break
      }
      if pasted.count > BracketedPaste.scalarLimit + end.count { pasted.removeFirst() }
    }
    let text = Self.cleaned(pasted)
    let rows = TerminalSize.current(descriptor: STDOUT_FILENO)?.rows ?? 24
    let buffer = self.buffer
    let before = String(String.UnicodeScalarView(buffer.text.unicodeScalars.prefix(buffer.cursor)))
    let after = String(String.UnicodeScalarView(buffer.text.unicodeScalars.dropFirst(buffer.cursor)))
    if (before + text + after).linesOfText().count > rows - 2 {
      request = .enter(before + text + after)
      el_deletestr(editor, Int32(buffer.cursor))
      return finish()
    }
    insert(text)
    return UInt8(CC_REFRESH)
  }

  /// Line ends as newlines; what cannot be typed is left out.
  static func cleaned(_ pasted: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    for (index, scalar) in pasted.enumerated() {
      switch scalar {
      case "\r":
        text.append("\n")
      case "\n":
        if index == 0 || pasted[index - 1] != "\r" { text.append("\n") }
      case "\t":
        text.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        continue
      default:
        text.append(scalar)
      }
    }
    return String(text)
  }
}
