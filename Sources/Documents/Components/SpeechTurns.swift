/// Transcripts: a paragraph that opens with a name and a colon is what that speaker says, "A:" what the one who is asked
/// answers. Questions assert nothing.
struct SpeechTurns {
  private struct Turn {
    let label: Range<Int>
    /// What is said, to the end of the paragraph.
    let words: Range<Int>
  }

  /// One label alone may be any colon.
  private static let fewestTurns = 2
  private static let longestLabel = 7
  private static let asking = WordList.set("q question interviewer host moderator presenter")
  private static let answering = WordList.set("a answer interviewee guest")

  static func attribute(_ annotations: inout Annotations) {
    let turns = turns(in: annotations)
    guard turns.count >= fewestTurns else { return }
    let guest = guest(before: turns[0].label.lowerBound, annotations)
    for turn in turns {
      let label = annotations.text(of: turn.label).lowercased()
      if asking.contains(label) { continue }
      let speaker = answering.contains(label) ? guest : entity(named: turn.label, annotations)
      annotations.addDirectStatements(turn.words, by: speaker)
      if let speaker { FirstPerson.join(turn.words, to: speaker, &annotations) }
    }
  }

  private static func turns(in annotations: Annotations) -> [Turn] {
    var turns: [Turn] = []
    for (index, sentence) in annotations.sentences.enumerated() where sentence.opensBlock && sentence.kind == .paragraph {
      let begin = sentence.tokens.lowerBound
      let reach = begin..<min(annotations.tokens.count, begin + longestLabel + 1)
      guard let colon = reach.first(where: { annotations.tokens[$0].form == ":" }), colon > begin,
        annotations.tokens[colon].block == sentence.block, isLabel(begin..<colon, annotations)
      else { continue }
      var last = index
      while last + 1 < annotations.sentences.count, annotations.sentences[last + 1].block == sentence.block { last += 1 }
      let end = annotations.sentences[last].tokens.upperBound
      guard colon + 1 < end else { continue }
      turns.append(Turn(label: begin..<colon, words: (colon + 1)..<end))
    }
    return turns
  }

  /// A name, an office or a letter: words with capitals but for articles and what a bracket holds, no verb.
  private static func isLabel(_ range: Range<Int>, _ annotations: Annotations) -> Bool {
    guard annotations.tokens[range.lowerBound].isCapitalised else { return false }
    var isBracketed = false
    for token in range {
      let form = annotations.tokens[token].form
      if form == "(" { isBracketed = true }
      let isSmall = ["the", "of", "for", "and", "a", "to", "-", "de", "van", "von"].contains(annotations.tokens[token].lower)
      let isOffice = HumanNouns.isHuman(annotations.tokens[token].lower)
      guard isBracketed || annotations.tokens[token].isCapitalised || isSmall || isOffice || [".", ")"].contains(form) else {
        return false
      }
      if form == ")" { isBracketed = false }
      if [.auxiliary, .modal].contains(annotations.tags[token]) { return false }
    }
    return true
  }

  /// Whom the label names: one that is mentioned there, or by the same last word.
  private static func entity(named label: Range<Int>, _ annotations: Annotations) -> Int? {
    for mention in annotations.mentions(beginningIn: label) {
      if let entity = annotations.mentions[mention].entity, annotations.mentions[mention].form != .adjective { return entity }
    }
    guard let last = label.last(where: { annotations.tokens[$0].kind == .word }) else { return nil }
    let word = annotations.tokens[last].lower
    return annotations.entities.indices.first { index in
      let entity = annotations.entities[index]
      return [.person, .organization].contains(entity.kind) && !entity.mentions.isEmpty
        && ([entity.name] + entity.aliases).contains { name in
          let folded = name.lowercased()
          return folded == word || folded.hasSuffix(" " + word)
        } || entity.heads.contains(word)
    }
  }

  /// Who is introduced before the first question: the person that is spoken of most.
  private static func guest(before token: Int, _ annotations: Annotations) -> Int? {
    var counts: [Int: Int] = [:]
    for mention in annotations.mentions where mention.tokens.upperBound <= token {
      guard let entity = mention.entity, annotations.entities[entity].kind == .person else { continue }
      counts[entity, default: 0] += 1
    }
    return counts.max { $0.value != $1.value ? $0.value < $1.value : $0.key > $1.key }?.key
  }
}

extension Annotations {
  /// A statement for each sentence of what somebody says that is no question.
  mutating func addDirectStatements(_ words: Range<Int>, by speaker: Int?) {
    var sentence = sentenceIndex(ofToken: words.lowerBound)
    while sentence < sentences.count, sentences[sentence].tokens.lowerBound < words.upperBound {
      let range = sentences[sentence].tokens.clamped(to: words)
      sentence += 1
      guard range.count > 2, tokens[range.upperBound - 1].form != "?" else { continue }
      statements.append(Statement(content: range, passage: range, speaker: speaker, certainty: .reported, form: .direct))
    }
    statements.sort { $0.content.lowerBound < $1.content.lowerBound }
  }
}

/// "I" and "we" in what somebody says are the speaker.
enum FirstPerson {
  static let words: Set<String> = ["i", "me", "my", "we", "us", "our"]

  static func join(_ range: Range<Int>, to speaker: Int, _ annotations: inout Annotations) {
    for index in annotations.mentions(beginningIn: range) where annotations.mentions[index].form == .pronoun {
      guard annotations.mentions[index].entity == nil,
        words.contains(annotations.tokens[annotations.mentions[index].head].lower)
      else { continue }
      annotations.join(index, to: speaker)
    }
  }

  /// Statements of whom "I" and "we" name have a speaker once it is known who speaks: "“We reject that,” she said".
  static func settle(_ annotations: inout Annotations) {
    for index in annotations.statements.indices where annotations.statements[index].speaker == nil {
      let passage = annotations.statements[index].passage
      guard words.contains(annotations.tokens[passage.lowerBound].lower),
        let mention = annotations.mentions(beginningIn: passage.lowerBound..<(passage.lowerBound + 1)).first
      else { continue }
      annotations.statements[index].speaker = annotations.mentions[mention].entity
    }
  }
}
