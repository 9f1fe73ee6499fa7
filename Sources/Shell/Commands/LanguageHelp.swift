import Cypher

/// What `:help` says of the query language: its reference and the session's procedures.
struct LanguageHelp {
  let style: Style
  let procedures: [ProcedureSignature]

  private var entries: [ReferenceEntry] { Reference.all + procedures.map(ReferenceEntry.init) }

  /// Every entry's name, by kind.
  var overview: String {
    var lines: [String] = []
    for kind in ReferenceEntry.Kind.allCases {
      let names = entries.filter { $0.kind == kind }.map(\.name)
      guard !names.isEmpty else { continue }
      lines.append(style.bold(kind.rawValue))
      lines.append("  " + names.joined(separator: ", "))
    }
    lines.append("")
    lines.append(":help NAME explains one of them, such as :help MATCH or :help date.truncate.")
    return lines.joined(separator: "\n")
  }

  /// How what is called `name` is written, what it does and an example; nil where nothing is called so. `count` is the name of a
  /// function and of a form with braces; a procedure is found without its namespace too.
  func text(of name: String) -> String? {
    let wanted = [name.lowercased(), name.lowercased() + " { }"]
    let found = entries.filter { entry in
      let known = entry.name.lowercased()
      return wanted.contains(known) || (entry.kind == .procedure && known.hasSuffix("." + wanted[0]))
    }
    return found.isEmpty ? nil : found.map(text).joined(separator: "\n\n")
  }

  private func text(_ entry: ReferenceEntry) -> String {
    var lines = entry.syntax.map { style.bold($0) }
    lines.append("  " + entry.summary)
    if !entry.details.isEmpty { lines.append("  " + entry.details) }
    if !entry.options.isEmpty {
      let width = entry.options.map(\.name.count).max() ?? 0
      lines += ["", "  options:"]
      lines += entry.options.map { "    " + $0.name + String(repeating: " ", count: width + 2 - $0.name.count) + $0.summary }
    }
    if !entry.example.isEmpty {
      lines.append("")
      lines += entry.example.split(separator: "\n").map { "  " + $0 }
      lines[lines.count - 1] += ";"
    }
    return lines.joined(separator: "\n")
  }

  /// The first few entries that speak of `word`, such as the procedure that does what somebody's name stands for.
  func names(mentioning word: String) -> [String] {
    let word = word.lowercased()
    guard word.count >= 3 else { return [] }
    let named = entries.filter { "\($0.name) \($0.syntax)".lowercased().contains(word) }
    let found = named.isEmpty ? entries.filter { "\($0.summary) \($0.details)".lowercased().contains(word) } : named
    return Array(found.map(\.name).prefix(5))
  }

  /// What can be asked for by name.
  var names: [String] { entries.map(\.name) }

  /// How wide help is where there is no terminal.
  static let lineWidth = 100
}
