import Graph

/// A document as it was understood: its text with mentions, dates and events marked, under each sentence what is claimed there,
/// at the end what there is. What a terminal and a page are written from.
struct MarkedText {
  /// What a stretch of text speaks of.
  struct Mark: Equatable {
    enum Kind: Equatable {
      case entity(EntityKind)
      case event, date, quantity
    }

    var kind: Kind
    /// Number of the entity, event, date or quantity, so that the same number is the same thing.
    var number: Int
    /// What it is: the entity's name, the event's type, the days.
    var meaning: String

    /// `Person 3`, `Event 1`; dates and quantities have no numbers, their meaning says it all.
    var label: String {
      switch kind {
      case .entity(let kind): "\(kind.rawValue) \(number)"
      case .event: "Event \(number)"
      case .date, .quantity: meaning
      }
    }
  }

  enum Piece: Equatable {
    case text(String)
    case open(Mark)
    case close(Mark)
  }

  struct Claim {
    var speaker: String?
    var certainty: Certainty
    /// `occurred: attack in Riga`, `killed 12: …`, `Ana Ruiz LEADS Harbour Board`.
    var statement: String
  }

  struct Line {
    var kind: Document.Block.Kind
    var pieces: [Piece]
    var claims: [Claim]
    /// True for the first line of a paragraph.
    var opensBlock: Bool
  }

  /// What a reader should know before: that the text is in a language without rules.
  var notice: String? {
    let document = annotations.document
    return document.isEnglish
      ? nil : "The text is in \(document.languageName). Only English is understood, so nothing is marked in it."
  }

  let annotations: Annotations
  private(set) var lines: [Line] = []

  init(_ annotations: Annotations) {
    self.annotations = annotations
    let marks = Self.marks(annotations)
    let claims = Dictionary(grouping: annotations.claims) { annotations.sentenceIndex(ofToken: $0.passage.lowerBound) }
    for (number, sentence) in annotations.sentences.enumerated() {
      lines.append(
        Line(
          kind: sentence.kind, pieces: pieces(of: annotations.span(of: sentence.tokens), marks),
          claims: (claims[number] ?? []).map(described), opensBlock: sentence.opensBlock))
    }
  }

  // MARK: - Marks

  private struct Marked {
    var span: Span
    var mark: Mark
  }

  /// In text order, the longer first, none crossing another.
  private static func marks(_ annotations: Annotations) -> [Marked] {
    var marks: [Marked] = []
    for mention in annotations.mentions {
      guard let entity = mention.entity else { continue }
      let finding = annotations.entities[entity]
      let mark = Mark(kind: .entity(finding.kind), number: entity, meaning: finding.name)
      marks.append(Marked(span: annotations.span(of: mention.tokens), mark: mark))
    }
    for (number, event) in annotations.events.enumerated() {
      let mark = Mark(kind: .event, number: number, meaning: "\(event.type): \(event.name)")
      for trigger in event.triggers { marks.append(Marked(span: annotations.span(of: trigger), mark: mark)) }
    }
    for (number, time) in annotations.times.enumerated() {
      let mark = Mark(kind: .date, number: number, meaning: days(time.from, time.to))
      marks.append(Marked(span: annotations.span(of: time.tokens), mark: mark))
    }
    for (number, quantity) in annotations.quantities.enumerated() {
      let mark = Mark(kind: .quantity, number: number, meaning: text(of: quantity))
      marks.append(Marked(span: annotations.span(of: quantity.tokens), mark: mark))
    }
    marks.sort { ($0.span.begin, $1.span.end) < ($1.span.begin, $0.span.end) }
    var kept: [Marked] = []
    var open: [Span] = []
    for mark in marks {
      while let last = open.last, last.end <= mark.span.begin { open.removeLast() }
      // Two marks on the same words: the first one says enough.
      guard open.last.map({ mark.span.end <= $0.end && mark.span != $0 }) ?? true else { continue }
      open.append(mark.span)
      kept.append(mark)
    }
    return kept
  }

  private func pieces(of span: Span, _ marks: [Marked]) -> [Piece] {
    var pieces: [Piece] = []
    var open: [Marked] = []
    var place = span.begin
    func advance(to end: Int) {
      if place < end { pieces.append(.text(annotations.document[Span(place, end)])) }
      place = max(place, end)
    }
    for marked in marks[Self.firstMark(in: marks, from: span.begin)...] {
      guard marked.span.begin < span.end else { break }
      guard marked.span.end <= span.end else { continue }
      while let last = open.last, last.span.end <= marked.span.begin {
        advance(to: last.span.end)
        pieces.append(.close(open.removeLast().mark))
      }
      advance(to: marked.span.begin)
      pieces.append(.open(marked.mark))
      open.append(marked)
    }
    while let last = open.popLast() {
      advance(to: last.span.end)
      pieces.append(.close(last.mark))
    }
    advance(to: span.end)
    return pieces
  }

  private static func firstMark(in marks: [Marked], from begin: Int) -> Int {
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].span.begin < begin { low = middle + 1 } else { high = middle }
    }
    return low
  }

  // MARK: - Words for findings

  static func days(_ from: CalendarDate?, _ to: CalendarDate?) -> String {
    let (first, last) = (from.map { CivilDay($0).iso }, to.map { CivilDay($0).iso })
    if let first, first == last { return first }
    if first == nil, last == nil { return "some day" }
    return (first ?? "") + ".." + (last ?? "")
  }

  static func text(of quantity: Quantity) -> String {
    func number(_ value: Double) -> String { value == value.rounded() && abs(value) < 9e15 ? String(Int(value)) : String(value) }
    var parts: [String] = []
    if let qualifier = quantity.qualifier { parts.append(qualifier.rawValue) }
    if let value = quantity.value {
      parts.append(number(value))
    } else if quantity.minimum != nil || quantity.maximum != nil {
      parts.append((quantity.minimum.map(number) ?? "") + ".." + (quantity.maximum.map(number) ?? ""))
    }
    if let unit = quantity.unit { parts.append(unit) }
    return parts.isEmpty ? "some number" : parts.joined(separator: " ")
  }

  private func described(_ claim: ClaimFinding) -> Claim {
    let subjects = names(of: claim.subjects).joined(separator: ", ")
    var statement = claim.predicate
    if let object = claim.object {
      statement = "\(subjects) \(claim.predicate) \(annotations.entities[object].name)"
    } else {
      if let quantity = claim.quantity { statement += " " + Self.text(of: quantity) }
      if !subjects.isEmpty { statement += ": " + subjects }
    }
    return Claim(
      speaker: claim.speaker.map { annotations.entities[$0].name }, certainty: claim.certainty, statement: statement)
  }

  /// Who takes part in a happening that the claim is about is told with the happening.
  private func names(of subjects: [ClaimFinding.Subject]) -> [String] {
    var participants: Set<Int> = []
    for case .event(let event) in subjects {
      participants.formUnion(annotations.events[event].participants.map(\.entity))
      participants.formUnion(annotations.events[event].places)
    }
    return subjects.compactMap { subject in
      switch subject {
      case .event(let event): annotations.events[event].name
      case .entity(let entity): participants.contains(entity) ? nil : annotations.entities[entity].name
      }
    }
  }

  /// The number, name, other names and kind of each entity that is mentioned.
  var entities: [(number: Int, kind: EntityKind, name: String, aliases: [String])] {
    annotations.entities.enumerated().filter { !$1.mentions.isEmpty }.map { ($0, $1.kind, $1.name, $1.aliases) }
  }

  /// `3  killing of Ana Ruiz, 2013-03-04, in Riga; victim Ana Ruiz; killed 12; reported`.
  var events: [(number: Int, text: String)] {
    annotations.events.enumerated().map { number, event in
      var parts = [event.type == event.name ? event.name : "\(event.type): \(event.name)"]
      if event.from != nil || event.to != nil { parts.append(Self.days(event.from, event.to)) }
      if !event.places.isEmpty {
        parts.append("in " + event.places.map { annotations.entities[$0].name }.joined(separator: ", "))
      }
      parts += event.participants.map { "\($0.role) \(annotations.entities[$0.entity].name)" }
      parts += event.counts.map { "\($0.name) \(Self.text(of: $0.quantity))" }
      parts.append(event.certainty.rawValue + (event.isDisputed ? ", disputed" : "") + (event.isPlanned ? ", planned" : ""))
      return (number, parts.joined(separator: "; "))
    }
  }
}
