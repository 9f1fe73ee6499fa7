// Persons whom a lead or a sentence’s subject only describes and the next words name.
extension DescriptionResolution {
  /// "A judge … convicted": whom the lead only describes the next sentences name, "Judge Annika Torvald", if there is but one.
  func introduced(_ index: Int, _ description: Description) -> Int? {
    let mention = annotations.mentions[index]
    let sentence = annotations.sentenceIndex(ofToken: mention.head)
    if let next = agedNext(index, sentence) { return next }
    guard mention.kind == .person, annotations.sentences[sentence].kind == .paragraph,
      annotations.sentences[..<sentence].allSatisfy({ other in
        // A headline that the layout took for a paragraph has no stop.
        other.kind != .paragraph || other.block == annotations.sentences[sentence].block
          || ![".", "”", "!", "?"].contains(annotations.tokens[other.tokens.upperBound - 1].form)
      })
    else { return nil }
    let named = annotations.entities.indices.filter { other in
      let entity = annotations.entities[other]
      return entity.kind == .person && !entity.isAnonymous && entity.heads.contains(description.head)
    }
    guard named.count == 1, let first = annotations.entities[named[0]].mentions.min(), first > index else {
      return named.isEmpty ? namedNext(index, sentence) : nil
    }
    let distance = annotations.sentenceIndex(ofToken: annotations.mentions[first].head) - sentence
    // "A former minister said …. The minister, Ivo Lantos, denied it."
    if let phrase = mention.phrase, isPast(annotations.phrases[phrase]),
      annotations.entities[named[0]].mentions.contains(where: {
        annotations.isCalled(description.head, before: annotations.mentions[$0].tokens.lowerBound)
      })
    {
      return nil
    }
    // "The student, Tomas Oryel, …" says that the text has spoken of one.
    if distance > 0, distance <= 12, annotations.isCalled(description.head, before: annotations.mentions[first].tokens.lowerBound)
    {
      return named[0]
    }
    return distance > 0 && (distance <= 3 || description.isDefinite && distance <= 12 || isOneOffice(description))
      ? named[0] : nil
  }

  /// "a government minister": whoever bears the office, if the text has but one, however late it names him.
  private func isOneOffice(_ description: Description) -> Bool {
    ["minister", "judge", "mayor", "governor", "senator", "president", "premier", "bishop", "archbishop", "ambassador"]
      .contains(description.head) && description.modifiers.isSubset(of: Self.plainOffices)
  }

  private static let plainOffices: Set<String> = [
    "government", "federal", "local", "state", "cabinet", "provincial", "regional", "district", "high", "court", "city",
  ]

  /// "The Halcyon Tide was run by a piano teacher. Stavroula Mentis, 63, lives …": whom a sentence describes as its subject, or
  /// at its end and alone, the next names with an age.
  private func agedNext(_ index: Int, _ sentence: Int) -> Int? {
    let mention = annotations.mentions[index]
    guard mention.kind == .person, mention.form == .description, let phrase = mention.phrase,
      annotations.sentences[sentence].kind == .paragraph,
      annotations.phrases[phrase].possessor == nil || !Kinship.isRelative(annotations.tokens[mention.head].lower),
      sentence + 1 < annotations.sentences.count, annotations.sentences[sentence + 1].kind == .paragraph
    else { return nil }
    let tokens = annotations.sentences[sentence].tokens
    let range = annotations.phrases[phrase].tokens
    let isSubject = range.lowerBound == tokens.lowerBound && annotations.isSubject(phrase)
    let closes = range.upperBound + 1 >= tokens.upperBound
    guard isSubject || isAlone(index, in: tokens) else { return nil }
    guard let entity = newcomer(openingAt: annotations.sentences[sentence + 1].tokens.lowerBound),
      let first = annotations.entities[entity].mentions.filter({ !isHeadline($0) }).min()
    else { return nil }
    // "A man was killed near the pub. Tom Roe, 44, said he had heard shots."
    if speaks(first), !isSubject || suffers(phrase) { return nil }
    if !isSubject, !closes, !annotations.entities[entity].heads.isEmpty { return nil }
    let end = annotations.mentions[first].tokens.upperBound
    let isAged =
      end + 2 < annotations.tokens.count && annotations.tokens[end].form == "," && annotations.tokens[end + 1].kind == .number
      && annotations.tokens[end + 2].form == ","
    let gender = HumanNouns.gender(of: annotations.tokens[mention.head].lower)
    return isAged && (gender == nil || annotations.entities[entity].gender.map { $0 == gender } ?? true) ? entity : nil
  }

  /// "Weller Foods has dismissed its boss. Anton Weir had run …": of whom it is told that he got or lost an office is the new
  /// person with whose name the next sentence begins.
  func dismissed(_ index: Int, _ description: Description) -> Int? {
    let mention = annotations.mentions[index]
    let sentence = annotations.sentenceIndex(ofToken: mention.head)
    guard mention.kind == .person, mention.form == .description, let phrase = mention.phrase, description.possessorText != nil,
      sentence + 1 < annotations.sentences.count, !annotations.sentences[sentence + 1].opensBlock,
      RoleNouns.type(description.head) != nil, isAlone(index, in: annotations.sentences[sentence].tokens),
      annotations.clauses(around: mention.head).contains(where: { number in
        let clause = annotations.clauses[number]
        guard AppositionFinder.installing.contains(clause.lemma) || ["lose", "replace"].contains(clause.lemma) else {
          return false
        }
        return (clause.isPassive ? clause.subjects : clause.objects).contains(phrase)
      }),
      let entity = newcomer(openingAt: annotations.sentences[sentence + 1].tokens.lowerBound),
      annotations.entities[entity].heads.isEmpty
    else { return nil }
    let gender = HumanNouns.gender(of: description.head)
    return gender == nil || annotations.entities[entity].gender.map { $0 == gender } ?? true ? entity : nil
  }

  /// "A man was killed": of whom something is told that others will speak of.
  private func suffers(_ phrase: Int) -> Bool {
    annotations.clauses(around: annotations.phrases[phrase].head).contains { index in
      let clause = annotations.clauses[index]
      return clause.subjects.contains(phrase)
        && (clause.isPassive || ["die", "drown", "disappear", "fall"].contains(clause.lemma))
    }
  }

  /// Whether a name is the subject of a verb of saying, as witnesses and neighbours are.
  private func speaks(_ mention: Int) -> Bool {
    guard let phrase = annotations.mentions[mention].phrase else { return false }
    return annotations.clauses(around: annotations.mentions[mention].head).contains {
      annotations.clauses[$0].subjects.contains(phrase) && SpeechLexicon.isSpeech(annotations.clauses[$0].lemma)
        && !Self.ownWords.contains(annotations.clauses[$0].lemma)
    }
  }

  /// Verbs of saying for what one has done oneself.
  private static let ownWords: Set<String> = ["deny", "admit", "confess", "apologise", "apologize", "plead", "insist", "vow"]

  /// The person by full name whom a token names for the first time.
  private func newcomer(openingAt begin: Int) -> Int? {
    guard
      let first = annotations.mentions(beginningIn: begin..<begin + 1).first(where: { annotations.mentions[$0].form == .name }),
      let entity = annotations.mentions[first].entity, annotations.entities[entity].kind == .person,
      annotations.mentions[first].tokens.count > 1,
      annotations.entities[entity].mentions.filter({ !isHeadline($0) }).min() == first
    else { return nil }
    return entity
  }

  /// Whether a sentence speaks of no other person.
  private func isAlone(_ index: Int, in sentence: Range<Int>) -> Bool {
    annotations.mentions(beginningIn: sentence).allSatisfy { other in
      other == index || annotations.mentions[other].kind != .person
        || ["i", "me", "my"].contains(annotations.tokens[annotations.mentions[other].head].lower)
    }
  }

  /// "A senior customs officer was paid …" Next paragraph: "Graham Tolliver, 51, denies …": the one person whom a lead
  /// describes as its subject is the one with whose name and age, or whose name alone as a subject, the next begins.
  private func namedNext(_ index: Int, _ sentence: Int) -> Int? {
    guard let phrase = annotations.mentions[index].phrase, annotations.sentences[sentence].opensBlock,
      annotations.phrases[phrase].tokens.lowerBound == annotations.sentences[sentence].tokens.lowerBound,
      annotations.isSubject(phrase),
      ["a", "an"].contains(annotations.tokens[annotations.phrases[phrase].tokens.lowerBound].lower)
        || isOfSome(annotations.phrases[phrase].tokens.upperBound),
      let next = annotations.sentences[(sentence + 1)...].firstIndex(where: { $0.kind == .paragraph && $0.opensBlock })
    else { return nil }
    let begin = annotations.sentences[next].tokens.lowerBound
    guard
      let first = annotations.mentions.indices.first(where: {
        annotations.mentions[$0].tokens.lowerBound == begin && annotations.mentions[$0].form == .name
      }), let entity = annotations.mentions[first].entity, annotations.entities[entity].kind == .person,
      annotations.mentions[first].tokens.count > 1, annotations.entities[entity].heads.isEmpty,
      annotations.entities[entity].mentions.min() == first
    else { return nil }
    let end = annotations.mentions[first].tokens.upperBound
    let hasAge =
      end + 2 < annotations.tokens.count && annotations.tokens[end].form == ","
      && (annotations.tokens[end + 1].kind == .number && annotations.tokens[end + 2].form == ","
        || annotations.tokens[end + 1].lower == "who")
    let isFollowedByAnd = end + 3 < annotations.tokens.count && annotations.tokens[hasAge ? end + 3 : end].lower == "and"
    return hasAge && !isFollowedByAnd ? entity : nil
  }

  /// "The founder of a drug company": the one of something not yet named.
  private func isOfSome(_ end: Int) -> Bool {
    end + 1 < annotations.tokens.count && annotations.tokens[end].lower == "of"
      && ["a", "an", "one"].contains(annotations.tokens[end + 1].lower)
  }

  /// "Then there is the matter of Rajan Petrie. The finance director’s departure …": an office at the head of a sentence is
  /// that of the one person whom the sentence before has named for the first time, without saying what he is.
  func office(_ index: Int, _ description: Description) -> Int? {
    let mention = annotations.mentions[index]
    let sentence = annotations.sentenceIndex(ofToken: mention.head)
    guard mention.kind == .person, description.isDefinite, description.possessorText == nil, sentence > 0,
      let phrase = mention.phrase, !annotations.sentences[sentence].opensBlock,
      annotations.phrases[phrase].tokens.lowerBound == annotations.sentences[sentence].tokens.lowerBound,
      Occupations.nouns.contains(description.head) || Self.ranked.contains(description.head)
    else { return nil }
    let before = annotations.sentences[sentence - 1].tokens
    let named = Set(
      annotations.mentions(beginningIn: before).compactMap { other -> Int? in
        let found = annotations.mentions[other]
        return found.form == .name && found.kind == .person ? found.entity : nil
      })
    guard named.count == 1, let entity = named.first, annotations.entities[entity].heads.isEmpty,
      annotations.entities[entity].mentions.filter({ !isHeadline($0) }).min().map({
        annotations.mentions[$0].head >= before.lowerBound
      })
        ?? false
    else { return nil }
    return entity
  }

  /// "the driver, a 44-year-old man from Leeds": the description right before, behind whose comma this one stands alone.
  func apposition(_ index: Int, _ description: Description) -> Int? {
    let mention = annotations.mentions[index]
    guard mention.kind == .person, let phrase = mention.phrase, !description.isDefinite else { return nil }
    let begin = annotations.phrases[phrase].tokens.lowerBound
    guard begin >= 2, annotations.tokens[begin - 1].form == ",", annotations.tags[begin] == .determiner else { return nil }
    let before = annotations.phraseOfToken[begin - 2]
    guard before >= 0, annotations.mentionOfPhrase[before] >= 0 else { return nil }
    let other = annotations.mentions[annotations.mentionOfPhrase[before]]
    guard other.form == .description, other.kind == .person, let entity = other.entity else { return nil }
    let end = AppositionFinder.endWithTail(phrase, annotations)
    let isClosed =
      end < annotations.tokens.count
      && ([.mark, .verbParticiple].contains(annotations.tags[end]) || annotations.tokens[end].lower == "who")
    return isClosed ? entity : nil
  }
}
