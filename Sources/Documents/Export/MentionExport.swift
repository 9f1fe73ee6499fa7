import Graph

/// What was found in a text as lines, without a graph: mentions and relations as JSON Lines, words as CoNLL-U.
public struct MentionExport: Sendable {
  public init() {}

  /// One JSON object a line. Mentions: `kind`, `begin`, `end` (Unicode scalars, half open), `type`, `text`, `entity`; relations:
  /// `kind`, `type`, `source`, `target`, `evidence`, `certainty`, `attributedTo`. With `documentID` each line bears `document`.
  public func jsonLines(_ annotations: Annotations, documentID: String? = nil) -> String {
    let offsets = ScalarOffsets(annotations.document.bytes)
    let suffix = documentID.map { ",\"document\":" + Value.string($0).json } ?? ""
    var lines = ""
    func mention(_ tokens: Range<Int>, _ type: String, _ entity: String) {
      let span = annotations.span(of: tokens)
      let range = offsets.range(of: span)
      lines += "{\"kind\":\"mention\",\"begin\":\(range.lowerBound),\"end\":\(range.upperBound),\"type\":\"\(type)\",\"text\":"
      lines += Value.string(annotations.document[span]).json + ",\"entity\":\"\(entity)\"\(suffix)}\n"
    }
    for one in annotations.mentions where one.form != .pronoun {
      guard let entity = one.entity else { continue }
      mention(one.tokens, typeName(of: one), "e\(entity)")
    }
    for (index, time) in annotations.times.enumerated() { mention(time.tokens, "Date", "t\(index)") }
    for (index, quantity) in annotations.quantities.enumerated() { mention(quantity.tokens, "Quantity", "q\(index)") }
    for (index, event) in annotations.events.enumerated() {
      for trigger in event.triggers { mention(trigger, "Event", "v\(index)") }
    }
    for relation in annotations.relations
    where hasMention(relation.source, annotations) && hasMention(relation.target, annotations) {
      let range = offsets.range(of: annotations.span(of: relation.evidence))
      lines += "{\"kind\":\"relation\",\"type\":\"\(relation.type)\",\"source\":\"e\(relation.source)\""
      lines += ",\"target\":\"e\(relation.target)\""
      lines += ",\"evidence\":[\(range.lowerBound),\(range.upperBound)],\"certainty\":\"\(relation.certainty.rawValue)\""
      if let statement = relation.statement, let speaker = annotations.statements[statement].speaker,
        hasMention(speaker, annotations)
      {
        lines += ",\"attributedTo\":\"e\(speaker)\""
      }
      lines += suffix + "}\n"
    }
    return lines
  }

  /// `Group` is for peoples and creeds; people who are only described are persons.
  private func typeName(of mention: Mention) -> String {
    switch mention.form {
    case .adjective: "Group"
    case .description where mention.kind == .group: "Person"
    default: mention.kind.rawValue
    }
  }

  private func hasMention(_ entity: Int, _ annotations: Annotations) -> Bool {
    annotations.entities[entity].mentions.contains { annotations.mentions[$0].form != .pronoun }
  }

  /// Words with universal tags, one sentence a block. Heads are the first verb of the sentence and, for words of a phrase,
  /// the phrase's head; they are guesses until a parser has its own layer.
  public func conllu(_ annotations: Annotations) -> String {
    var lines = "# newdoc id = document\n"
    for (number, sentence) in annotations.sentences.enumerated() {
      if sentence.opensBlock, number > 0 { lines += "# newpar\n" }
      lines += "# sent_id = \(number + 1)\n# text = \(oneLine(annotations.text(of: sentence.tokens)))\n"
      let root = self.root(of: sentence, annotations)
      for token in sentence.tokens { lines += line(token, in: sentence, root: root, annotations) }
      lines += "\n"
    }
    return lines
  }

  private func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  private func root(of sentence: Sentence, _ annotations: Annotations) -> Int {
    if let main = annotations.clauses.first(where: { sentence.tokens.contains($0.mainVerb) && $0.kind == .main }) {
      return main.mainVerb
    }
    return sentence.tokens.first { annotations.tags[$0].isVerb } ?? sentence.tokens.first { annotations.tags[$0].isNominal }
      ?? sentence.tokens.lowerBound
  }

  private func line(_ index: Int, in sentence: Sentence, root: Int, _ annotations: Annotations) -> String {
    let token = annotations.tokens[index]
    let number = index - sentence.tokens.lowerBound + 1
    var head = root
    let phrase = annotations.phraseOfToken[index]
    if phrase >= 0, annotations.phrases[phrase].head != index { head = annotations.phrases[phrase].head }
    if annotations.tags[index] == .preposition, index + 1 < sentence.tokens.upperBound, annotations.phraseOfToken[index + 1] >= 0
    {
      head = annotations.phrases[annotations.phraseOfToken[index + 1]].head
    }
    let relation = index == root ? "root" : UniversalTags.relation(annotations.tags[index], token)
    let headNumber =
      index == root || head == index
      ? (index == root ? 0 : root - sentence.tokens.lowerBound + 1)
      : head - sentence.tokens.lowerBound + 1
    let spaced = index + 1 < annotations.tokens.count && annotations.tokens[index + 1].span.begin > token.span.end
    let form = oneLine(annotations.document[token.span])
    let lemma = VerbForms.lemma(of: token.lower) ?? token.lower
    let tag = UniversalTags.tag(annotations.tags[index], token)
    return "\(number)\t\(form)\t\(lemma)\t\(tag)\t_\t_\t\(headNumber)\t\(relation)\t_\t\(spaced ? "_" : "SpaceAfter=No")\n"
  }
}

/// Our tags in the words of Universal Dependencies.
enum UniversalTags {
  static func tag(_ tag: Tag, _ token: Token) -> String {
    switch tag {
    case .noun, .pluralNoun: "NOUN"
    case .name: "PROPN"
    case .verbBase, .verbThird, .verbPast, .verbParticiple, .verbGerund: "VERB"
    case .auxiliary, .modal: "AUX"
    case .adjective: "ADJ"
    case .adverb: "ADV"
    case .determiner: "DET"
    case .possessive, .relative, .pronoun: "PRON"
    case .preposition: "ADP"
    case .conjunction: "CCONJ"
    case .subordinator: "SCONJ"
    case .number: "NUM"
    case .toParticle, .negation, .possessiveMark: "PART"
    case .mark: ["$", "€", "£", "%", "+", "=", "¥"].contains(token.form) ? "SYM" : "PUNCT"
    case .other: "X"
    }
  }

  static func relation(_ tag: Tag, _ token: Token) -> String {
    switch tag {
    case .determiner: "det"
    case .possessive: "nmod:poss"
    case .adjective: "amod"
    case .adverb, .negation: "advmod"
    case .preposition, .possessiveMark: "case"
    case .conjunction: "cc"
    case .subordinator, .toParticle: "mark"
    case .auxiliary, .modal: "aux"
    case .number: "nummod"
    case .mark: "punct"
    case .verbBase, .verbThird, .verbPast, .verbParticiple, .verbGerund: "conj"
    case .noun, .pluralNoun, .name, .pronoun, .relative, .other: "obl"
    }
  }
}
