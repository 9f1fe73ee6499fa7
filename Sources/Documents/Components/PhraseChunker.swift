/// Tags → noun phrases: determiner, modifiers and head, with the possessor before `'s` as a phrase of its own inside.
/// Joined names ("Bank of England", "al-Qaeda in the Islamic Maghreb" before its initials) are one phrase.
struct PhraseChunker: Component {
  let name = "phrase chunker"
  let requires: Set<Layer> = [.tokens, .sentences, .tags, .times, .quantities]
  let assigns: Set<Layer> = [.phrases]

  func annotate(_ annotations: inout Annotations) {
    annotations.phraseOfToken = [Int](repeating: -1, count: annotations.tokens.count)
    var chunks = ChunkBuilder(annotations)
    for sentence in annotations.sentences { chunks.chunk(sentence) }
    annotations.phrases = chunks.phrases
    annotations.phraseStartingAt = [Int](repeating: -1, count: annotations.tokens.count)
    for (index, phrase) in annotations.phrases.enumerated() {
      let known = annotations.phraseStartingAt[phrase.tokens.lowerBound]
      if known < 0 || annotations.phrases[known].tokens.count < phrase.tokens.count {
        annotations.phraseStartingAt[phrase.tokens.lowerBound] = index
      }
    }
    // Inner phrases come after the outer in this order, so that a token ends with its innermost phrase.
    for (index, phrase) in annotations.phrases.enumerated().sorted(by: { $0.element.tokens.count > $1.element.tokens.count }) {
      for token in phrase.tokens { annotations.phraseOfToken[token] = index }
    }
  }
}

struct ChunkBuilder {
  private let tokens: [Token]
  private let tags: [Tag]
  private let timeAt: [Int: Int]
  private let quantityAt: [Int: Int]
  private let times: [TimeExpression]
  private let quantities: [Quantity]
  private(set) var phrases: [Phrase] = []

  init(_ annotations: Annotations) {
    tokens = annotations.tokens
    tags = annotations.tags
    times = annotations.times
    quantities = annotations.quantities
    timeAt = Dictionary(uniqueKeysWithValues: times.enumerated().map { ($1.tokens.lowerBound, $0) })
    quantityAt = Dictionary(uniqueKeysWithValues: quantities.enumerated().map { ($1.tokens.lowerBound, $0) })
  }

  mutating func chunk(_ sentence: Sentence) {
    var index = sentence.tokens.lowerBound
    while index < sentence.tokens.upperBound {
      index = phrase(at: index, limit: sentence.tokens.upperBound)
    }
  }

  /// Reads the phrase or the single other token at `start` and gives the place after it.
  private mutating func phrase(at start: Int, limit: Int) -> Int {
    var begin = start
    var possessor: Int?
    if let time = timeAt[start] {
      let range = times[time].tokens
      append(range, head: range.upperBound - 1, kind: .time, possessor: nil, quantity: nil)
      guard range.upperBound < limit, tags[range.upperBound] == .possessiveMark else { return range.upperBound }
      possessor = phrases.count - 1
      begin = range.upperBound + 1
    } else if tags[start] == .pronoun {
      append(start..<(start + 1), head: start, kind: .pronoun, possessor: nil, quantity: nil)
      return start + 1
    } else if isStateOfPeople(start) {
      return start + 1
    } else if isPart(start, limit) {
      append(start..<(start + 1), head: start, kind: .pronoun, possessor: nil, quantity: nil)
      return start + 1
    }
    return nominal(from: start, begin: begin, possessor: possessor, limit: limit)
  }

  private mutating func nominal(from start: Int, begin: Int, possessor: Int?, limit: Int) -> Int {
    var possessor = possessor
    var index = begin
    var head: Int?
    var quantity: Int?
    var isFirst = possessor == nil
    while index < limit {
      if let found = quantityAt[index], !isClosedBy(head, at: index) {
        quantity = quantity ?? found
        index = quantities[found].tokens.upperBound
        head = index - 1
        // "scores of fighters", "dozens of people"
        if index + 1 < limit, tokens[index].lower == "of", quantities[found].value == nil || isScale(index - 1),
          tags[index + 1] == .adjective || tags[index + 1].isNominal
        {
          index += 1
        }
        isFirst = false
        continue
      }
      if timeAt[index] != nil, index > begin { break }
      switch tags[index] {
      case .determiner:
        guard isFirst || index == begin || tags[index - 1] == .determiner else {
          return finish(start, index, head, possessor, quantity)
        }
      case .possessive:
        guard isFirst || index == begin || tags[index - 1] == .determiner else {
          return finish(start, index, head, possessor, quantity)
        }
        append(index..<(index + 1), head: index, kind: .pronoun, possessor: nil, quantity: nil)
        if tokens[index].lower == "her", isFirst, isPredicate(index + 1, limit) { return index + 1 }
        possessor = phrases.count - 1
      case .adjective:
        // A new adjective after the head opens something else, but "regional leader" may go on after a name.
        if let head, tags[head].isNominal, !continuesAfterAdjective(index, limit) {
          return finish(start, index, head, possessor, quantity)
        }
        if head == nil || tags[head!] == .number { head = head ?? nil }
      case .name where head != nil && tags[head!] == .pluralNoun && head == index - 1:
        // "claims Chadian soldiers …": a plural takes no name behind it.
        return finish(start, index, head, possessor, quantity)
      case .noun where isStateOfPeople(index) || isOfficeGiven(index, start, head):
        return finish(start, index, head, possessor, quantity)
      case .noun, .pluralNoun, .name:
        let end = tags[index] == .name ? NameRun.end(from: index, limit: limit, tokens: tokens, tags: tags) : index + 1
        head = end - 1
        index = end - 1
      case .number:
        if isClosedBy(head, at: index), quantityAt[index] != nil { return finish(start, index, head, possessor, quantity) }
        head = index
      case .possessiveMark:
        guard let owner = head, index + 1 < limit else { return finish(start, index, head, possessor, quantity) }
        append(start..<index, head: owner, kind: kind(of: owner), possessor: possessor, quantity: quantity)
        possessor = phrases.count - 1
        (head, quantity) = (nil, nil)
      case .adverb where index + 1 < limit && tags[index + 1] == .adjective && head == nil:
        break
      case .adverb
      where head == nil && possessor != nil && tokens[index].lower == "only" && index + 1 < limit
        && tags[index + 1].isNominal:
        break
      case .conjunction where joinsModifiers(index, limit) || possessor != nil && joinsNouns(index, limit):
        break
      default:
        return finish(start, index, head, possessor, quantity)
      }
      isFirst = false
      index += 1
    }
    return finish(start, index, head, possessor, quantity)
  }

  /// "Acme named Peter Hahn chief executive": the office behind the name of whom a verb of naming gives it to.
  private func isOfficeGiven(_ index: Int, _ start: Int, _ head: Int?) -> Bool {
    guard head == index - 1, tags[index - 1] == .name, start > 0, tags[start] == .name, tags[start - 1].isVerb,
      OfficeWords.isPart(tokens[index].lower) || HumanNouns.isHuman(tokens[index].lower),
      let lemma = VerbForms.lemma(of: tokens[start - 1].lower)
    else { return false }
    return ["name", "appoint", "elect", "make", "declare", "crown"].contains(lemma)
  }

  /// "France’s intelligence and security services"
  private func joinsNouns(_ index: Int, _ limit: Int) -> Bool {
    index + 2 < limit && tags[index - 1] == .noun && tags[index + 1] == .noun && tags[index + 2] == .pluralNoun
  }

  /// "holding 15 citizens hostage": says what becomes of the citizens, and names nobody.
  private func isStateOfPeople(_ index: Int) -> Bool {
    guard index > 0, tags[index] == .noun, tags[index - 1] == .pluralNoun else { return false }
    return ["hostage", "captive"].contains(tokens[index].lower)
  }

  /// "several of the men", "many of the 37 hostages": a part of those behind "of".
  private func isPart(_ index: Int, _ limit: Int) -> Bool {
    guard index + 2 < limit, tokens[index + 1].lower == "of", Self.parts.contains(tokens[index].lower) else { return false }
    return tags[index + 2] == .possessive || tags[index + 2] == .pronoun
      || tags[index + 2] == .determiner && ["the", "these", "those"].contains(tokens[index + 2].lower) && timeAt[index + 2] == nil
  }

  private static let parts: Set<String> = ["some", "many", "most", "several", "few", "none", "any", "each", "all", "both"]

  /// "found her guilty of theft": an adjective that nothing follows for it to describe.
  private func isPredicate(_ index: Int, _ limit: Int) -> Bool {
    guard index < limit, tags[index] == .adjective else { return false }
    return index + 1 >= limit || [.preposition, .mark, .conjunction, .toParticle].contains(tags[index + 1])
  }

  private func isScale(_ index: Int) -> Bool { ["dozen", "score", "hundred"].contains(tokens[index].lower) }

  /// A number after a complete head begins a new phrase.
  private func isClosedBy(_ head: Int?, at index: Int) -> Bool {
    guard let head else { return false }
    return tags[head].isNominal
  }

  /// name + adjective + noun: "France's armed forces" is handled by its mark; here "AQIM regional leader".
  private func continuesAfterAdjective(_ index: Int, _ limit: Int) -> Bool {
    // "the board of Acme last year"
    index + 1 < limit && tags[index + 1].isNominal && index > 0 && tags[index - 1] == .name
      && !DateText.adjectives.contains(tokens[index].lower)
  }

  /// "French and Chadian special forces", "political and military leaders".
  private func joinsModifiers(_ index: Int, _ limit: Int) -> Bool {
    guard index + 2 < limit, index > 0 else { return false }
    let left = tags[index - 1]
    let right = tags[index + 1]
    if left == .adjective, right == .adjective { return tags[index + 2].isNominal || tags[index + 2] == .adjective }
    guard left == .name, right == .name else { return false }
    return Gazetteer.demonyms[tokens[index - 1].lower] != nil && Gazetteer.demonyms[tokens[index + 1].lower] != nil
      && (tags[index + 2] == .noun || tags[index + 2] == .pluralNoun || tags[index + 2] == .adjective)
  }

  private mutating func finish(_ start: Int, _ index: Int, _ head: Int?, _ possessor: Int?, _ quantity: Int?) -> Int {
    var end = index
    // A trailing adverb or conjunction was read ahead for nothing.
    while end > start, tags[end - 1] == .adverb || tags[end - 1] == .conjunction { end -= 1 }
    guard end > start else { return start + 1 }
    var found = head
    if found == nil, end > start {
      let last = tags[end - 1]
      let hasDeterminer = tags[start] == .determiner || possessor != nil
      if last == .adjective, hasDeterminer { found = end - 1 }
      if last == .determiner, end - start == 1, ["that", "this", "these", "those", "both", "all"].contains(tokens[start].lower) {
        append(start..<end, head: start, kind: .pronoun, possessor: nil, quantity: nil)
        return end
      }
    }
    guard let head = found else { return max(end, start + 1) }
    append(start..<max(end, head + 1), head: head, kind: kind(of: head), possessor: possessor, quantity: quantity)
    return max(end, head + 1)
  }

  /// Behind another part of a name: "John Bishop", "Belic & Sons"; "Prosecutor General" and "Prime Minister" have none.
  private func isInName(_ head: Int) -> Bool {
    var first = head
    while first > 0, tags[first - 1] == .name { first -= 1 }
    if first < head,
      (first..<head).allSatisfy({ OfficeWords.isPart(tokens[$0].lower) && GivenNames.gender(of: tokens[$0].lower) == nil })
    {
      // "the National Guard"
      return tokens[head].lower == "guard"
    }
    // "the People’s Guard"
    if head > 1, NameRun.joinsPossessor(head - 1, tokens, tags) { return true }
    return head > 0 && (tags[head - 1] == .name || head > 1 && tokens[head - 1].form == "&" && tags[head - 2] == .name)
  }

  private func kind(of head: Int) -> Phrase.Kind {
    switch tags[head] {
    // "the Director", "the President" describe; "John Bishop" is a name.
    case .name where HumanNouns.isHuman(Suffixes.singular(tokens[head].lower)) && !isInName(head): .common
    case .name: .name
    // "Quay 4"
    case .number where head > 0 && tags[head - 1] == .name && NameRun.isNumbered(tokens[head - 1]): .name
    case .number: .number
    default: .common
    }
  }

  private mutating func append(_ range: Range<Int>, head: Int, kind: Phrase.Kind, possessor: Int?, quantity: Int?) {
    phrases.append(Phrase(tokens: range, head: head, kind: kind, possessor: possessor, quantity: quantity))
  }
}
