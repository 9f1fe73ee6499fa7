import Cypher
import CEditline
import Graph
#if canImport(Glibc)
import Glibc
#endif

extension LineEditor {
  /// Inserts what all candidates have in common, or lists them below the line.
  func complete() -> UInt8 {
    let buffer = self.buffer
    let before = String(String.UnicodeScalarView(buffer.text.unicodeScalars.prefix(buffer.cursor)))
    let completion = Completer(context: context).complete(pending + before)
    guard let first = completion.candidates.first else { return UInt8(CC_ERROR) }
    if completion.candidates.count == 1 {
      replace(completion.replacedCount, with: first.text + first.suffix)
      return UInt8(CC_REFRESH)
    }
    let typed = String(String.UnicodeScalarView(before.unicodeScalars.suffix(completion.replacedCount)))
    let common = completion.commonPrefix
    if common.unicodeScalars.count > typed.unicodeScalars.count {
      replace(completion.replacedCount, with: common)
      return UInt8(CC_REFRESH)
    }
    let columns = TerminalSize.current(descriptor: STDOUT_FILENO)?.columns ?? 80
    request = .writeBelow(CandidateList.text(completion.candidates.map(\.label), columns: columns), buffer)
    return finish()
  }

  private func replace(_ count: Int, with text: String) {
    if count > 0 { el_deletestr(editor, Int32(count)) }
    insert(text)
  }
}

/// Candidates in columns that fit the window.
enum CandidateList {
  private static let shownCount = 100

  static func text(_ labels: [String], columns: Int) -> String {
    let shown = labels.prefix(shownCount).map { SafeText.oneLine($0).cut(toWidth: max(columns - 2, 1)) }
    let width = (shown.map { LetterWidth.of($0) }.max() ?? 0) + 2
    let perRow = max(1, columns / width)
    let rowCount = (shown.count + perRow - 1) / perRow
    var text = ""
    for row in 0..<rowCount {
      var line = ""
      for column in 0..<perRow where column * rowCount + row < shown.count {
        line += shown[column * rowCount + row].padded(toWidth: width)
      }
      text += line.trimmed() + "\n"
    }
    if labels.count > shownCount { text += "… \(labels.count - shownCount) more: type another letter\n" }
    return text
  }
}
