/// Completes names of files.
enum FileCompleter {
  static func complete(_ word: Word) -> Completion {
    let slash = word.text.lastIndex(of: "/")
    let folder = slash.map { String(word.text[...$0]) } ?? ""
    let beginning = slash.map { String(word.text[word.text.index(after: $0)...]) } ?? word.text
    let path = folder == "/" ? "/" : String(folder.dropLast(folder.isEmpty ? 0 : 1))
    let names = FileText.names(inFolder: FileText.expandingHome(path)).filter { name in
      name.hasPrefix(beginning) && (beginning.hasPrefix(".") || !name.hasPrefix("."))
    }
    var completion = Completion()
    completion.replacedCount = word.typedCount
    completion.candidates = names.map { name in
      let isFolder = name.hasSuffix("/")
      var text = Word.quoting(folder + name)
      // The quote stays open, since the path goes on.
      if isFolder, text.hasSuffix("\"") { text.removeLast() }
      return .init(text, label: name, suffix: isFolder ? "" : " ")
    }
    return completion
  }
}
