/// A marked text as one page of HTML that needs nothing else: no script, no font, no address is loaded, and the document's own
/// characters can be no markup.
struct MarkedTextPage {
  let text: MarkedText

  func html() -> String {
    let document = text.annotations.document
    let title = VisibleText.escaped(document.title)
    var page = """
      <!DOCTYPE html>
      <html lang="\(VisibleText.escaped(document.language))">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>\(Self.style)</style>
      </head>
      <body>
      <h1>\(title)</h1>

      """
    let about = [document.date.map { CivilDay($0).iso }, document.publisher, document.author].compactMap { $0 }
    if !about.isEmpty { page += "<p class=\"about\">\(VisibleText.escaped(about.joined(separator: ", ")))</p>\n" }
    if let notice = text.notice { page += "<p class=\"about\">\(VisibleText.escaped(notice))</p>\n" }
    page += Self.legend + body() + entities() + events()
    return page + "</body>\n</html>\n"
  }

  private func body() -> String {
    var body = ""
    var claims = ""
    var isOpen = false
    func close() {
      if isOpen { body += "</p>\n" }
      if !claims.isEmpty { body += "<ul class=\"claims\">\n\(claims)</ul>\n" }
      (isOpen, claims) = (false, "")
    }
    for (number, line) in text.lines.enumerated() {
      if line.opensBlock || !isOpen {
        close()
        body += "<p class=\"\(line.kind)\">"
        isOpen = true
      } else {
        body += " "
      }
      body += "<span id=\"s\(number)\">" + line.pieces.map(Self.markup).joined() + "</span>"
      claims += line.claims.map(Self.markup).joined()
    }
    close()
    return body
  }

  private static func markup(_ piece: MarkedText.Piece) -> String {
    switch piece {
    case .text(let text): return VisibleText.escaped(text)
    case .open(let mark):
      let title = VisibleText.escaped(mark.label == mark.meaning ? mark.label : "\(mark.label): \(mark.meaning)")
      return "<mark class=\"\(name(mark.kind))\" title=\"\(title)\">"
    case .close(let mark):
      switch mark.kind {
      case .entity, .event: return "<sub>\(mark.number)</sub></mark>"
      case .date, .quantity: return "</mark>"
      }
    }
  }

  private static func markup(_ claim: MarkedText.Claim) -> String {
    let speaker = claim.speaker ?? "the document itself"
    return
      "<li><b class=\"\(claim.certainty.rawValue)\">\(claim.certainty.rawValue)</b> by <i>\(VisibleText.escaped(speaker))</i>: "
      + "\(VisibleText.escaped(claim.statement))</li>\n"
  }

  private func entities() -> String {
    guard !text.entities.isEmpty else { return "" }
    let rows = text.entities.map { entity in
      let aliases = VisibleText.escaped(entity.aliases.joined(separator: ", "))
      return
        "<tr><td>\(entity.number)</td><td><mark class=\"\(Self.name(.entity(entity.kind)))\">\(entity.kind.rawValue)</mark></td>"
        + "<td>\(VisibleText.escaped(entity.name))</td><td>\(aliases)</td></tr>\n"
    }
    return "<h2>Entities</h2>\n<table>\n<tr><th>no.</th><th>kind</th><th>name</th><th>also</th></tr>\n\(rows.joined())</table>\n"
  }

  private func events() -> String {
    guard !text.events.isEmpty else { return "" }
    let rows = text.events.map { "<tr><td>\($0.number)</td><td>\(VisibleText.escaped($0.text))</td></tr>\n" }
    return "<h2>Events</h2>\n<table>\n<tr><th>no.</th><th>what, when, where, who, how sure</th></tr>\n\(rows.joined())</table>\n"
  }

  private static func name(_ kind: MarkedText.Mark.Kind) -> String {
    switch kind {
    case .entity(let kind): kind.rawValue.lowercased()
    case .event: "event"
    case .date: "date"
    case .quantity: "quantity"
    }
  }

  private static let legend =
    "<p class=\"legend\">"
    + ["person", "organization", "group", "place", "asset", "event", "date", "quantity"]
    .map { "<mark class=\"\($0)\">\($0)</mark>" }.joined(separator: " ")
    + " – a number is the same thing wherever it stands</p>\n"

  private static let style = """

    body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.6 Georgia, serif; color: #1a1a1a; background: #fff }
    h1 { line-height: 1.25 } h2 { margin-top: 2.5rem } .about, .legend { color: #555; font-size: .9rem }
    mark { color: inherit; padding: 0 .15em; border-radius: .2em; border-bottom: 2px solid }
    mark sub { font: .65em sans-serif; color: #444; margin-left: .1em }
    .person { background: #d7ecf7; border-color: #1f78a8 } .organization { background: #dfe0f8; border-color: #4b4fb5 }
    .group { background: #ece6f6; border-color: #7a5bb0 } .place { background: #dcf0dc; border-color: #2f7d32 }
    .asset { background: #e3eeee; border-color: #46787a } .event { background: #fbdcd8; border-color: #b3261e }
    .date { background: #f9e3f1; border-color: #a4397a } .quantity { background: #f7ecc6; border-color: #8a6a00 }
    .title, .heading { font-weight: bold } .caption, .standfirst, .byline, .dateline { font-style: italic }
    .claims { margin: -.5rem 0 1.25rem; padding-left: 1.25rem; color: #333; font: .85rem/1.5 sans-serif; list-style: none;
      border-left: 3px solid #ddd }
    .confirmed { color: #1b5e20 } .probable, .reported, .rumoured { color: #8a5a00 } .denied { color: #b3261e }
    table { border-collapse: collapse; font: .85rem/1.5 sans-serif } td, th { text-align: left; padding: .2rem .8rem .2rem 0;
      vertical-align: top; border-bottom: 1px solid #eee }

    """
}
