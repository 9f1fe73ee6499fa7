import Linguistics

/// Which mentions an extraction tells of: the nominals that the models found, each with the entity, date or event of the graph
/// that it speaks of where the rules found one there too; then what only the rules find – nationalities, quantities, and one
/// mention of each end of a relation.
struct MentionSelection {
  struct Line {
    var span: Span
    var type: String
    var referent: Referent
  }

  private let annotations: Annotations
  /// What the rules found, by type ("" for entities), in text order.
  private var known: [String: [Line]] = [:]
  private(set) var lines: [Line] = []
  /// Entities that a line names.
  private(set) var entities: Set<Int> = []
  private var times: Set<Int> = []
  private var newReferents: [String: Int] = [:]
  private let nameTypes: NameTypes

  init(_ annotations: Annotations) {
    self.annotations = annotations
    nameTypes = NameTypes(annotations)
    known = Dictionary(grouping: knownSpans(), by: \.type)
    for mention in annotations.syntax.mentions { add(mention) }
    addMissedNames()
    let dates = lines.filter { $0.type == "Date" }.map(\.span)
    for (index, time) in annotations.times.enumerated() where !times.contains(index) {
      let span = annotations.span(of: widened(time.tokens))
      if !dates.contains(where: { $0.overlaps(span) }) { append(span, "Date", .time(index)) }
    }
    addEventNouns()
    for (index, quantity) in annotations.quantities.enumerated() {
      append(annotations.span(of: quantity.tokens), "Quantity", .quantity(index))
    }
    for mention in annotations.mentions where mention.form == .adjective {
      guard let entity = mention.entity else { continue }
      append(annotations.span(of: mention.tokens), "Group", .entity(entity))
    }
    for relation in annotations.relations {
      for end in [relation.source, relation.target] where !entities.contains(end) { addNamed(end) }
    }
    lines.sort { $0.span != $1.span ? $0.span < $1.span : $0.type < $1.type }
  }

  /// "last July" in a text without a date of its own: no day, but the words are the time's all the same.
  private func widened(_ time: Range<Int>) -> Range<Int> {
    guard time.lowerBound > 0, DateText.adjectives.contains(annotations.tokens[time.lowerBound - 1].lower) else { return time }
    return (time.lowerBound - 1)..<time.upperBound
  }

  private mutating func append(_ span: Span, _ type: String, _ referent: Referent) {
    lines.append(Line(span: span, type: type, referent: referent))
    switch referent {
    case .entity(let number): entities.insert(number)
    case .time(let number): times.insert(number)
    default: break
    }
  }

  /// What the rules found, by place; of two that overlap the shorter is the nearer to a nominal's head.
  private func knownSpans() -> [Line] {
    var known: [Line] = []
    for mention in annotations.mentions where mention.form != .pronoun && mention.form != .adjective {
      if let entity = mention.entity {
        known.append(Line(span: annotations.span(of: mention.tokens), type: "", referent: .entity(entity)))
      }
    }
    for (index, time) in annotations.times.enumerated() {
      known.append(Line(span: annotations.span(of: time.tokens), type: "Date", referent: .time(index)))
    }
    for (index, event) in annotations.events.enumerated() {
      for trigger in event.triggers {
        known.append(Line(span: annotations.span(of: trigger), type: "Event", referent: .event(index)))
      }
    }
    return known.sorted { $0.span != $1.span ? $0.span < $1.span : $0.referent.printed < $1.referent.printed }
  }

  private mutating func add(_ mention: NominalMention) {
    let words = annotations.syntax.words
    let span = Span(words[mention.words.lowerBound].begin, words[mention.words.upperBound - 1].end)
    var type: String
    switch nameTypes.type(of: mention, annotations) {
    case .person: type = "Person"
    case .organization: type = "Organization"
    case .place: type = "Place"
    case .event: type = "Event"
    case .time: type = "Date"
    default: return
    }
    let head = Span(words[mention.head].begin, words[mention.head].end)
    // A date that the rules can read is theirs: they know where it ends. A number that they do not read as a year is none.
    if type == "Date" {
      if annotations.times.contains(where: { annotations.span(of: $0.tokens).overlaps(head) }) { return }
      if let number = Int(annotations.document[head]), !(1000...2100).contains(number) { return }
    }
    let referent = knownReferent(at: head, type: type == "Date" || type == "Event" ? type : "")
    if type == "Person", mention.isName, isBody(referent, namedBy: head) { type = "Organization" }
    append(span, type, referent ?? newReferent(mention, span, type))
  }

  /// Initials that the rules take for an organisation's; models without the text in view see one more capitalised word.
  private func isBody(_ referent: Referent?, namedBy head: Span) -> Bool {
    guard head.byteCount > 1, annotations.document.bytes[head.begin..<head.end].allSatisfy({ !(0x61...0x7A).contains($0) }),
      case .entity(let number)? = referent
    else { return false }
    return annotations.entities[number].kind == .organization
  }

  /// What the rules found there. Complexity: O(log found + those that begin within 200 bytes before).
  private func knownReferent(at head: Span, type: String) -> Referent? {
    guard let lines = known[type] else { return nil }
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].span.begin < head.end { low = middle + 1 } else { high = middle }
    }
    var best: Line?
    while low > 0, head.begin - lines[low - 1].span.begin < 200 {
      low -= 1
      let line = lines[low]
      if line.span.overlaps(head), best.map({ line.span.byteCount < $0.span.byteCount }) ?? true { best = line }
    }
    return best?.referent
  }

  /// The same name is the same thing; a description without an entity stands for itself.
  private mutating func newReferent(_ mention: NominalMention, _ span: Span, _ type: String) -> Referent {
    let key = mention.isName ? type + " " + annotations.document[span].lowercased() : "\(span.begin) \(span.end)"
    let number = newReferents[key] ?? newReferents.count
    newReferents[key] = number
    return .unknown(number)
  }

  /// Nouns that name a happening by themselves and that the models passed over.
  private mutating func addEventNouns() {
    let taken = lines.filter { $0.type == "Event" }.map(\.span)
    for phrase in annotations.phrases where phrase.kind == .common && annotations.tags[phrase.head].isNominal {
      let head = Suffixes.singular(annotations.tokens[phrase.head].lower)
      guard EventLexicon.nouns[head] != nil else { continue }
      let span = annotations.span(of: phrase.tokens)
      guard !taken.contains(where: { $0.overlaps(span) }) else { continue }
      let referent = knownReferent(at: annotations.tokens[phrase.head].span, type: "Event")
      append(annotations.span(of: phrase.tokens), "Event", referent ?? .eventNoun(phrase.head))
    }
  }

  /// People's full names that the rules know and no line has: what stands before them may have taken them in.
  private mutating func addMissedNames() {
    let taken = Set(lines.lazy.map(\.span))
    for mention in annotations.mentions
    where mention.form == .name && mention.kind == .person && mention.tokens.count > 1 && mention.entity != nil {
      let span = annotations.span(of: mention.tokens)
      let ends = [mention.tokens.lowerBound, mention.tokens.upperBound - 1]
      if ends.contains(where: { OfficeWords.isPart(annotations.tokens[$0].lower) }) { continue }
      if !taken.contains(span) { append(span, mention.kind.rawValue, .entity(mention.entity!)) }
    }
  }

  private mutating func addNamed(_ entity: Int) {
    let mention = annotations.entities[entity].mentions.map { annotations.mentions[$0] }.first { $0.form != .pronoun }
    guard let mention else { return }
    let type =
      switch mention.form {
      case .adjective: "Group"
      case .description where mention.kind == .group: "Person"
      default: mention.kind.rawValue
      }
    append(annotations.span(of: mention.tokens), type, .entity(entity))
  }
}
