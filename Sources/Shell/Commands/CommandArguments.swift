/// What stands behind a command's name.
struct CommandArguments {
  /// All of it, as typed.
  let text: String
  /// Cut at blanks; quotes of either kind hold a word together.
  let words: [String]

  init(_ text: String) {
    self.text = text.trimmed()
    words = Self.split(text)
  }

  var isEmpty: Bool { text.isEmpty }

  /// The only word, or all of the text where it was not quoted: names and paths may hold blanks.
  var whole: String { words.count == 1 ? words[0] : text }

  private static func split(_ text: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        word = (word ?? "") + (character == quote || character == "\\" ? "" : "\\") + String(character)
        isEscaped = false
      } else if let open = quote {
        if character == "\\" { isEscaped = true } else if character == open { quote = nil } else { word?.append(character) }
      } else if character.isWhitespace {
        if let finished = word { words.append(finished) }
        word = nil
      } else if (character == "\"" || character == "'") && word == nil {
        quote = character
        word = ""
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}
