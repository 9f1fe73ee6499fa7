import Cypher

/// Lines as they were typed behind a prompt, to know how many rows of the screen they take.
struct ScreenLine: Equatable {
  var promptWidth: Int
  /// May hold newlines.
  var text: String

  func rowCount(columns: Int) -> Int {
    let end = end(columns: columns)
    return end.column >= columns ? end.row + 1 : end.row
  }

  /// The row, from 1, and the column, from 0, behind the last letter.
  func end(columns: Int) -> (row: Int, column: Int) {
    var rows = 1
    var column = promptWidth
    for character in text {
      if character == "\n" || character == "\r\n" {
        rows += 1
        column = 0
        continue
      }
      let width = character == "\t" ? 8 - column % 8 : LetterWidth.of(character)
      if column + width > columns {
        rows += 1
        column = 0
      }
      column += width
    }
    return (rows, column)
  }
}
