/// Relations without duplicates, in the order found.
struct RelationCollector {
  let annotations: Annotations
  private(set) var found: [RelationFinding] = []
  private var known: Set<Key> = []
  /// Whether what is read now is told by a verb, which speaks for whoever says the sentence.
  private var isTold = false

  private struct Key: Hashable {
    let type: String
    let source: Int
    let target: Int
  }

  /// Whose deputy somebody is, read before it is known where the other has an office.
  var deputies: [(deputy: Int, superior: Int, role: String, evidence: Range<Int>)] = []

  /// A person has one part in an organisation.
  static let parts: Set<String> = ["WORKS_FOR", "LEADS", "MEMBER_OF"]

  var tokens: [Token] { annotations.tokens }

  init(_ annotations: Annotations) {
    self.annotations = annotations
  }

  mutating func add(
    _ type: String, _ source: Int, _ target: Int, role: String? = nil, evidence: Range<Int>, share: Double? = nil
  ) {
    let kind = Self.parts.contains(type) ? "part" : type
    guard source != target, known.insert(Key(type: kind, source: source, target: target)).inserted else { return }
    // What stands beside a name the document says itself, even inside what is reported.
    var relation = RelationFinding(
      type: type, source: source, target: target, role: role, certainty: .confirmed, evidence: evidence)
    relation.share = share
    if isTold, let statement = annotations.statement(around: evidence.lowerBound),
      annotations.statements[statement].content.contains(evidence.upperBound - 1),
      Self.telling.contains(annotations.statements[statement].form)
    {
      relation.statement = statement
      relation.certainty = annotations.statements[statement].certainty
    }
    found.append(relation)
  }

  private static let telling: Set<Statement.Form> = [.indirect, .direct, .accordingTo, .hearsay, .denial]

  /// Reads what verbs tell: inside of what somebody says it is his to answer for.
  mutating func readTold(_ read: (inout RelationCollector) -> Void) {
    isTold = true
    read(&self)
    isTold = false
  }

  // MARK: Descriptions

  mutating func readDescriptions() {
    for mention in annotations.mentions where mention.form == .description {
      guard let phrase = mention.phrase, let entity = mention.entity else { continue }
      let kind = annotations.entities[entity].kind
      if kind == .person || kind == .group { readRole(of: entity, phrase: phrase, mention: mention) }
      if kind == .organization { readOrganization(entity, phrase) }
    }
    for mention in annotations.mentions where mention.form == .name && mention.kind == .organization { readTitled(mention) }
  }

  /// The role noun with its modifiers: "regional leader", "foreign minister".
  func role(_ phrase: Int) -> String {
    let range = annotations.phrases[phrase]
    var begin = range.head
    while begin > range.tokens.lowerBound, [.adjective, .noun].contains(annotations.tags[begin - 1]),
      annotations.tags[begin - 1] != .determiner
    {
      begin -= 1
    }
    return annotations.text(of: begin..<(range.head + 1))
  }

  /// Whether the text has already said where somebody has a part of this type.
  func hasPart(_ entity: Int, _ type: String) -> Bool {
    found.contains { $0.source == entity && ($0.type == type || Self.parts.contains($0.type) && Self.parts.contains(type)) }
  }
}
