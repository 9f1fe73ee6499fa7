/// Lines as they were typed behind a prompt, to know how many rows of the screen they take.
struct ScreenLine: Equatable {
  var promptWidth: Int
  /// May hold newlines.
  var text: String

  func rowCount(columns: Int) -> Int {
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
    return column >= columns ? rows + 1 : rows
  }
}
