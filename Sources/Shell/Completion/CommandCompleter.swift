/// Completes commands of the shell and what stands behind them.
struct CommandCompleter {
  let context: ShellContext

  func complete(_ line: String) -> Completion {
    let text = String(line.drop { $0.isWhitespace })
    guard let blank = text.firstIndex(where: \.isWhitespace) else {
      return Completion(text, among: CommandTable.all.map { .init(":" + $0.name, suffix: $0.arguments.isEmpty ? "" : " ") })
    }
    let name = String(text[..<blank].dropFirst())
    guard let command = try? CommandTable.find(name, allowsPrefix: true) else { return Completion() }
    let arguments = String(text[text.index(after: blank)...].drop { $0.isWhitespace })
    return complete(arguments, of: command)
  }

  private func complete(_ arguments: String, of command: ShellCommand) -> Completion {
    let word = Word(arguments)
    switch command.completes {
    case .nothing: return Completion()
    case .command: return words(CommandTable.all.map(\.name) + ["cypher", "keys", "modes", "settings"], word)
    case .mode: return words(OutputMode.allCases.map(\.rawValue), word)
    case .onOff: return words(["on", "off"], word)
    case .setting: return setting(word)
    case .file, .importFile: return FileCompleter.complete(word)
    case .formatThenFile:
      return word.index == 0 ? words(context.workspace.exportFormats, word) : FileCompleter.complete(word)
    case .label:
      let schema = context.names.schema
      return words((schema?.labels.map(\.name) ?? []) + (schema?.relationshipTypes.map(\.name) ?? []), word)
    case .entity: return entity(arguments, word, takesSeveral: command.name == "path")
    }
  }

  private func words(_ words: [String], _ word: Word) -> Completion {
    Completion(word.text, replacing: word.typedCount, among: words.map { .init($0) })
  }

  private func setting(_ word: Word) -> Completion {
    if word.index == 0 { return words(Setting.all.map(\.name), word) }
    return words(Setting.named(word.first)?.values ?? [], word)
  }

  /// Names that begin like what was typed, else names that have it in them.
  private func entity(_ arguments: String, _ word: Word, takesSeveral: Bool) -> Completion {
    let isQuoted = word.quote != nil
    let typed = takesSeveral || isQuoted ? word.text : arguments
    let count = takesSeveral || isQuoted ? word.typedCount : arguments.unicodeScalars.count
    let candidates = context.names.entityNames.map { Completion.Candidate(Word.quoting($0), label: $0) }
    let completion = Completion(typed, replacing: count, among: candidates)
    if !completion.candidates.isEmpty || typed.isEmpty { return completion }
    let wanted = typed.lowercased()
    var inside = Completion()
    inside.replacedCount = count
    inside.candidates = candidates.filter { $0.label.lowercased().contains(wanted) }
    return inside
  }
}

/// The word before the cursor on a command's line.
struct Word {
  /// Without the quote that opens it.
  var text: String
  /// Scalars to replace, the quote included.
  var typedCount: Int
  var quote: Character?
  /// How many words stand before it, and the first of them.
  var index: Int
  var first: String

  init(_ arguments: String) {
    var start = arguments.startIndex
    var quote: Character?
    var isBetween = true
    var earlier = 0
    for index in arguments.indices {
      let character = arguments[index]
      if let open = quote {
        if character == open { quote = nil }
      } else if character.isWhitespace {
        if !isBetween { earlier += 1 }
        isBetween = true
        start = arguments.index(after: index)
      } else {
        if isBetween {
          start = index
          if character == "\"" || character == "'" { quote = character }
        }
        isBetween = false
      }
    }
    let typed = arguments[start...]
    text = String(quote == nil ? typed : typed.dropFirst())
    typedCount = typed.unicodeScalars.count
    self.quote = quote
    index = earlier
    first = String(arguments.prefix { !$0.isWhitespace })
  }

  /// A word as it must be typed: in quotes if it holds blanks or quotes.
  static func quoting(_ word: String) -> String {
    guard word.contains(where: { $0.isWhitespace || $0 == "\"" || $0 == "'" }) else { return word }
    return "\"" + word.replacingScalar("\\", with: "\\\\").replacingScalar("\"", with: "\\\"") + "\""
  }
}
