/// Sorts the first paragraphs of a text into title, standfirst, byline and dateline, and fills the masthead from them.
enum MastheadReader {
  /// A title, a standfirst and a byline stand within the first paragraphs or nowhere.
  private static let headParagraphCount = 6

  static func blocks(of paragraphs: [Span], in bytes: [UInt8], masthead: inout Masthead) -> [Document.Block] {
    var blocks: [Document.Block] = []
    var bodyBegan = false
    var gathering: CivilDay?
    var lineDay: CivilDay?
    for (index, span) in paragraphs.enumerated() {
      let text = String(decoding: bytes[span.begin..<span.end], as: UTF8.self)
      let head = !bodyBegan && index < headParagraphCount
      if head {
        gathering = gathering ?? dayOfGathering(text)
        lineDay = lineDay ?? (index > 0 ? dayOfImprint(text) : nil)
      }
      if head, let cut = datelineByteCount(text), PlainTextLayout.isHeading(text),
        DateText.day(in: String(decoding: text.utf8.prefix(cut), as: UTF8.self)) != nil
      {
        appendBody(span, text, in: bytes, bodyBegan: false, blocks: &blocks, masthead: &masthead)
        continue
      }
      if index < headParagraphCount, let author = author(ofByline: text) {
        guard !isNobody(author) else { continue }
        masthead.author = masthead.author ?? author
        masthead.date = masthead.date ?? dateBehind(author, in: text)
        blocks.append(Document.Block(.byline, span))
      } else if index < headParagraphCount, let day = dateOfDateLine(text) ?? (index > 0 ? DateText.month(ofLine: text) : nil) {
        masthead.date = masthead.date ?? day
        if namesPlace(text) { blocks.append(Document.Block(.dateline, span)) }
      } else if head, !blocks.isEmpty, let author = isNameLine(text) ? text : correspondents(in: text) ?? author(atEndOf: text) {
        masthead.author = masthead.author ?? author
        gathering = gathering ?? DateText.day(in: text)
        blocks.append(Document.Block(.byline, span))
      } else if head, PlainTextLayout.isHeading(text) {
        if blocks.isEmpty {
          masthead.title = masthead.title ?? text
          blocks.append(Document.Block(.title, span))
        } else {
          blocks.append(Document.Block(blocks.count == 1 ? .standfirst : .caption, span))
        }
      } else if PlainTextLayout.isHeading(text) {
        let isCaption = text.split(separator: " ").count > 12 || isSignature(text)
        blocks.append(Document.Block(isCaption ? .caption : .heading, span))
      } else {
        appendBody(span, text, in: bytes, bodyBegan: bodyBegan, blocks: &blocks, masthead: &masthead)
        bodyBegan = true
      }
    }
    masthead.date = masthead.date ?? gathering ?? lineDay
    return blocks
  }

  /// The day in a line below the title before which only names stand: `Harbour News Online (HNO), Saturday, 12 April 2025.
  /// Updated at 22:40`.
  private static func dayOfImprint(_ text: String) -> CivilDay? {
    guard text.utf8.count <= 160, !PlainTextLayout.endsSentence(text), let day = DateText.day(in: text) else { return nil }
    let words = text.split { $0 == " " || $0 == "," }
    let date = words.indices.first { index in
      let lower = words[index].lowercased()
      // "Jan" is a name as well.
      let isMonth = DateText.month(lower) != nil && index + 1 < words.count && words[index + 1].first?.isNumber == true
      return words[index].first?.isNumber == true || DateText.weekdays[lower] != nil || isMonth
    }
    let areNames = words[..<(date ?? 0)].allSatisfy { $0.first?.isLowercase != true || ["of", "the", "and", "for"].contains($0) }
    return areNames ? day : nil
  }

  /// The day that the head of minutes or of a report ends with: `Minutes of the council, held in the village hall on
  /// 9 July 2021`, `Extract from the report of the panel, submitted to the committee on 9 May 2018`.
  private static func dayOfGathering(_ text: String) -> CivilDay? {
    guard text.utf8.count <= 160, text.last?.isNumber ?? false, let day = DateText.day(in: text),
      text.hasSuffix(String(day.year))
    else { return nil }
    let words = text.lowercased().split { !$0.isLetter }
    return words.contains { gatherings.contains(String($0)) } ? day : nil
  }

  private static let gatherings: Set<String> = [
    "held", "minutes", "meeting", "session", "sitting", "hearing", "submitted", "transmitted", "circulated", "delivered",
    "adopted", "presented",
  ]

  private static func appendBody(
    _ span: Span, _ text: String, in bytes: [UInt8], bodyBegan: Bool, blocks: inout [Document.Block], masthead: inout Masthead
  ) {
    guard let byteCount = timeStampByteCount(text) ?? (bodyBegan ? nil : datelineByteCount(text)) else {
      blocks.append(Document.Block(.paragraph, span))
      return
    }
    let dateline = Span(span.begin, span.begin + byteCount)
    let line = String(decoding: bytes[dateline.begin..<dateline.end], as: UTF8.self)
    if let day = DateText.day(in: line) { masthead.date = masthead.date ?? day }
    var begin = dateline.end
    // Past the dash and its blanks: the sentence proper.
    while begin < span.end, let width = blankOrDash(bytes, at: begin) { begin += width }
    blocks.append(Document.Block(.dateline, TextLine.trimmed(dateline, in: bytes)))
    blocks.append(Document.Block(.paragraph, Span(begin, span.end)))
  }

  private static func blankOrDash(_ bytes: [UInt8], at index: Int) -> Int? {
    switch bytes[index] {
    case 0x20, 0x09, 0x0A, 0x0D, 0x2D: return 1
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80 && (0x92...0x95).contains(bytes[index + 2]): return 3
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: return 2
    default: return nil
    }
  }

  /// "By Our Correspondent", "By Staff and Agencies".
  private static func isNobody(_ author: String) -> Bool {
    author.split(separator: " ").contains {
      ["our", "staff", "correspondent", "agencies", "reporter", "reporters", "newsroom"].contains($0.lowercased())
    }
  }

  static func isByline(_ text: String) -> Bool { author(ofByline: text) != nil }

  /// The names of a line `By Jane Doe and John Roe, Staff Writers`; nil for any other line.
  static func author(ofByline text: String) -> String? {
    guard text.utf8.count <= 120 else { return nil }
    var words = text.split(separator: " ").map(String.init)
    if words.count > 3, writing.contains(words[0].lowercased()), words[1].lowercased() == "by" {
      words.removeFirst()
      words[0] = "By"
    }
    if words.first == "By", let names = correspondents(in: words.dropFirst().joined(separator: " "), isByline: true) {
      return names
    }
    guard let first = words.first, first == "By" || first == "BY" || first == "by", words.count >= 2 else { return nil }
    words.removeFirst()
    var names: [String] = []
    for (index, word) in words.enumerated() {
      let isLast = word.hasSuffix(",") || word == "|" || word == "•" || word == "–" || word == "—"
      let bare = word.hasSuffix(",") ? String(word.dropLast()) : word
      let isName =
        bare.first?.isUppercase == true || bare == "and" || bare == "de" || bare == "van" || bare == "von" || bare == "bin"
      guard isName || isLast else { return nil }
      if isName { names.append(bare) }
      // A line that begins in the middle of a sentence: "by Ansley Ltd., a subsidiary of".
      if isLast, first == "by", index + 1 < words.count { return nil }
      if isLast { break }
    }
    guard (1...8).contains(names.count), !PlainTextLayout.endsSentence(text) || text.hasSuffix("Jr.") else { return nil }
    return names.joined(separator: " ")
  }

  /// "Reporting by Jane Doe", "Words by Jane Doe".
  private static let writing: Set<String> = [
    "reporting", "reported", "written", "words", "text", "story", "report", "compiled",
  ]

  /// "By Jane Doe | July 2018", "By Jane Doe, 3 May 2019": the date that a byline ends with.
  private static func dateBehind(_ author: String, in text: String) -> CivilDay? {
    if let day = DateText.day(in: text) { return day }
    guard let last = author.split(separator: " ").last, let name = range(of: String(last), in: text[...]) else { return nil }
    return DateText.month(ofLine: String(text[name...].dropFirst(last.count)))
  }

  /// The day of a line that says little else: `Oct. 14, 2019`, `Published: 2019-10-14`, `Monday, 3 June 2024, 10:15 GMT`.
  static func dateOfDateLine(_ text: String) -> CivilDay? {
    guard text.utf8.count <= 60, text.last != ".", let day = DateText.day(in: text) else { return nil }
    return text.split(separator: " ").count <= 8 ? day : nil
  }

  /// Whether a line of date begins with a place: `PORT CARROW, March 9, 2023`.
  private static func namesPlace(_ text: String) -> Bool {
    guard let comma = text.firstIndex(of: ",") else { return false }
    let words = text[..<comma].split(separator: " ")
    let isCapitalised = words.allSatisfy { word in
      word.first?.isUppercase == true && word.allSatisfy { $0.isLetter || ".-’'".contains($0) }
    }
    return (1...3).contains(words.count) && isCapitalised && DateText.day(in: String(text[comma...])) != nil
      && !words.contains { word in
        let lower = word.lowercased()
        return DateText.month(lower) != nil || DateText.weekdays[lower] != nil
          || ["published", "updated", "posted", "date", "issued", "released", "modified", "dated", "no"].contains(lower)
      }
  }

  /// The names in `Jane Doe in Oslo, John Roe at Port Said and Ann Lee`, people and where they report from; nil for any other
  /// line. At least one must be somewhere.
  private static func correspondents(in text: String, isByline: Bool = false) -> String? {
    guard text.utf8.count <= 120 else { return nil }
    var names: [String] = []
    var isPlaced = false
    for piece in text.split(separator: ",").flatMap({ split(String($0), at: "and") }) {
      let parts = split(piece, at: split(piece, at: "at").count > 1 ? "at" : "in")
      // "Jane Doe in Lassa, Ozera"
      if isPlaced, piece.split(separator: " ").count == 1, isPlainName(piece[...].drop { $0 == " " }) { continue }
      guard (1...2).contains(parts.count), let name = parts.first, isNameLine(name) || isByline && isWhole(name) else {
        return nil
      }
      if parts.count == 2 {
        guard parts[1].split(separator: " ").count <= 3, parts[1].split(separator: " ").allSatisfy({ isPlainName($0) }) else {
          return nil
        }
        isPlaced = true
      }
      names.append(name)
    }
    return isPlaced ? names.joined(separator: " and ") : nil
  }

  /// The parts between the places where a word stands by itself.
  private static func split(_ text: String, at word: String) -> [String] {
    text.split(separator: " ").split { $0 == word }.map { $0.joined(separator: " ") }
  }

  /// `Delta Press Service (DPS), dispatches of Oct. 3 and Oct. 4, 2012, by Irma Sand`: who wrote what the line dates.
  private static func author(atEndOf text: String) -> String? {
    guard text.utf8.count <= 120, DateText.day(in: text) != nil else { return nil }
    let parts = split(text, at: "by")
    guard parts.count == 2, isNameLine(parts[1]) else { return nil }
    return parts[1]
  }

  /// `Dorothea Lindh, Chair`, `Contact: Lucie Roe, press officer, Open Wards`: somebody with his office, and no heading.
  private static func isSignature(_ text: String) -> Bool {
    let label = text.firstIndex(of: ":").map { text.index(after: $0) } ?? text.startIndex
    guard let comma = text[label...].firstIndex(of: ",") else { return false }
    return isNameLine(String(text[label..<comma].drop { $0 == " " }))
  }

  /// A line that is nothing but a person's name, below the title: `Colin Rusk`.
  private static func isNameLine(_ text: String) -> Bool {
    isWhole(text) && GivenNames.gender(of: text.prefix { $0 != " " }.lowercased()) != nil
  }

  private static func isWhole(_ name: String) -> Bool {
    let words = name.split(separator: " ")
    return (2...3).contains(words.count) && words.allSatisfy { isPlainName($0) }
  }

  private static func isPlainName(_ word: Substring) -> Bool {
    word.first?.isUppercase == true && word.dropFirst().contains { $0.isLowercase }
      && word.allSatisfy { $0.isLetter || $0 == "-" || $0 == "’" || $0 == "'" }
  }

  /// The byte count of `KESSARA, Sorvia, Oct. 14, 2019` before a dash, where a paragraph begins so; nil otherwise.
  ///
  /// The first word must be in capitals, or a date or an agency in brackets must stand before the dash.
  static func datelineByteCount(_ text: String) -> Int? {
    let head = text.prefix(100)
    let dashes = [" — ", " – ", " - ", " -- ", "— ", "– "]
    let places: [Substring.Index] = dashes.compactMap { dash in range(of: dash, in: head) }
    guard let cut = places.min(), cut > head.startIndex else { return nil }
    let line = head[..<cut]
    let firstWord = line.prefix { $0 != "," && $0 != " " && $0 != "(" }
    let inCapitals = firstWord.utf8.count >= 2 && firstWord.allSatisfy { $0.isUppercase || $0 == "-" || $0 == "." || $0 == "’" }
    let hasDate = line.split(separator: " ").contains { DateText.month($0.lowercased()) != nil }
    let hasAgency = line.last == ")"
    guard inCapitals || hasDate || hasAgency, firstWord.first?.isUppercase == true, line.split(separator: " ").count <= 10 else {
      return nil
    }
    return line.utf8.count
  }

  /// The byte count of `08:15` or `8.15 GMT` before the dash with which an entry of a running report begins; nil otherwise.
  private static func timeStampByteCount(_ text: String) -> Int? {
    let line = text.prefix(20).split(separator: " ", maxSplits: 3)
    guard let dash = line.firstIndex(where: { ["—", "–", "-", "--"].contains($0) }), (1...2).contains(dash) else { return nil }
    let digits = line[0].split { $0 == ":" || $0 == "." }
    let isClock = digits.count == 2 && digits[1].count == 2 && digits.allSatisfy { (1...2).contains($0.count) && Int($0) != nil }
    let isZone = dash == 1 || line[1].count <= 5 && line[1].allSatisfy { $0.isUppercase || "apm.".contains($0) }
    return isClock && isZone ? line[..<dash].joined(separator: " ").utf8.count : nil
  }

  private static func range(of needle: String, in text: Substring) -> Substring.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      if text[index...].hasPrefix(needle) { return index }
      index = text.index(after: index)
    }
    return nil
  }
}
