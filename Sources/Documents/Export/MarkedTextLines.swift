/// A marked text for a terminal: marks in colour and with their label in brackets, so that it is read without colour as well.
///
///     [Abou Zeid|Person 2] was {killed|Event 0} on <March 4|2013-03-04>.
///       reported by Chadian authorities: occurred: killing of Abou Zeid
struct MarkedTextLines {
  let text: MarkedText
  let isColored: Bool

  func lines() -> String {
    let document = text.annotations.document
    var output = bold(VisibleText.of(document.title)) + "\n"
    let about = [document.date.map { CivilDay($0).iso }, document.publisher, document.author].compactMap { $0 }
    if !about.isEmpty { output += dim(VisibleText.of(about.joined(separator: ", "))) + "\n" }
    if let notice = text.notice { output += VisibleText.of(notice) + "\n" }
    for line in text.lines {
      if line.opensBlock { output += "\n" }
      output += sentence(line.pieces) + "\n"
      for claim in line.claims { output += "    " + self.claim(claim) + "\n" }
    }
    output += section(
      "Entities",
      text.entities.map { entity in
        let aliases = entity.aliases.isEmpty ? "" : " (\(entity.aliases.joined(separator: ", ")))"
        return colored("\(entity.kind.rawValue) \(entity.number)", Self.color(.entity(entity.kind))) + "  "
          + VisibleText.of(entity.name + aliases)
      })
    output += section(
      "Events",
      text.events.map { event in
        colored("Event \(event.number)", Self.color(.event)) + "  " + VisibleText.of(event.text)
      })
    return output
  }

  private func section(_ title: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "\n" + bold(title) + "\n" + lines.map { "  " + $0 + "\n" }.joined()
  }

  private func sentence(_ pieces: [MarkedText.Piece]) -> String {
    var output = ""
    var open: [MarkedText.Mark] = []
    for piece in pieces {
      switch piece {
      case .text(let text): output += colored(VisibleText.of(text), open.last.map { Self.color($0.kind) })
      case .open(let mark):
        open.append(mark)
        output += colored(Self.brackets(mark.kind).0, Self.color(mark.kind))
      case .close(let mark):
        open.removeLast()
        output += label(mark) + colored(Self.brackets(mark.kind).1, Self.color(mark.kind))
      }
    }
    return output
  }

  /// Nothing for a number that is written as it is meant.
  private func label(_ mark: MarkedText.Mark) -> String {
    if case .quantity = mark.kind, mark.meaning.allSatisfy(\.isNumber) { return "" }
    return dim("|" + VisibleText.of(mark.label))
  }

  private func claim(_ claim: MarkedText.Claim) -> String {
    let speaker = claim.speaker.map { "by " + VisibleText.of($0) } ?? "by the document itself"
    let code: String? =
      switch claim.certainty {
      case .confirmed: "32"
      case .denied: "31"
      default: "33"
      }
    return colored(claim.certainty.rawValue, code) + dim(" " + speaker + ": ") + VisibleText.of(claim.statement)
  }

  private static func brackets(_ kind: MarkedText.Mark.Kind) -> (String, String) {
    switch kind {
    case .entity: ("[", "]")
    case .event: ("{", "}")
    case .date, .quantity: ("<", ">")
    }
  }

  private static func color(_ kind: MarkedText.Mark.Kind) -> String {
    switch kind {
    case .entity(.person): "1;36"
    case .entity(.organization): "1;34"
    case .entity(.group): "34"
    case .entity(.place): "32"
    case .entity(.asset): "36"
    case .event: "1;31"
    case .date: "35"
    case .quantity: "33"
    }
  }

  private func bold(_ text: String) -> String { colored(text, "1") }
  private func dim(_ text: String) -> String { colored(text, "2") }

  private func colored(_ text: String, _ code: String?) -> String {
    guard isColored, let code, !text.isEmpty else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}
