// Nouns that name a happening in one sense only: shells and fires, votes and charges, reports and appeals.
extension EventCandidateFinder {
  /// "shells" are an attack only where they land; "a charge of $5" and "the vote" as a right are none.
  func isWeaponOrMoney(_ head: String, _ phrase: Phrase) -> Bool {
    switch head {
    case "shell":
      return !annotations.clauses.contains {
        ["land", "fall", "hit", "kill", "rain", "explode"].contains($0.lemma)
          && $0.subjects.contains { annotations.phrases[$0].head == phrase.head }
      }
    case "fire": return isGunfire(phrase) && !isShot(phrase)
    case "interview": return !isWithOfficers(phrase)
    // "recalled its ambassador in protest"
    case "protest": return phrase.tokens.count == 1 && phrase.head > 0 && tokens[phrase.head - 1].lower == "in"
    // "sentenced to death", "put to death"
    case "death": return phrase.head > 0 && phrase.tokens.count == 1 && tokens[phrase.head - 1].lower == "to"
    // "won by nine votes" counts them.
    case "vote" where phrase.quantity != nil || tags[phrase.head] == .pluralNoun: return true
    // "said at a news conference": where it was said is no meeting.
    case "conference":
      return phrase.head > 0 && ["news", "press"].contains(tokens[phrase.head - 1].lower) && phrase.tokens.lowerBound > 0
        && tags[phrase.tokens.lowerBound - 1] == .preposition
    // "of its own accord"
    case "accord" where phrase.head > phrase.tokens.lowerBound && tokens[phrase.head - 1].lower == "own": return true
    // "in the charge of the agency"
    case "charge" where isInCharge(phrase): return true
    // "resumed operation", "an operation on her back", "a hip operation"
    case "operation", "surgery": return isOfBodyOrPlant(phrase) || isPerformed(phrase)
    // "an appeal for money", "the appeal of the party to young voters"
    case "appeal" where isLaunched(phrase): return false
    case "appeal":
      return phrase.tokens.upperBound < tokens.count && tokens[phrase.tokens.upperBound].lower == "for"
        || phrase.tokens.count == 1 && phrase.head > 0 && tokens[phrase.head - 1].lower == "on"
    // "on the orders of a foreman", never "in order to"
    case "order", "instruction":
      let behind = phrase.tokens.upperBound < tokens.count ? tokens[phrase.tokens.upperBound].lower : ""
      return !["of", "from", "by"].contains(behind) && phrase.possessor == nil
    case "study", "survey", "analysis": return !isDatedWork(phrase)
    // A report is a thing; that it is expected tells of a publication to come.
    case "report":
      return !isDatedWork(phrase)
        && !annotations.clauses(around: phrase.head).contains { index in
          let clause = annotations.clauses[index]
          return clause.isPassive && ["expect", "schedule", "plan", "await"].contains(clause.lemma)
            && clause.subjects.contains { annotations.phrases[$0].head == phrase.head }
        }
    // "received an approach from", "an approach to history"
    case "approach":
      let behind = phrase.tokens.upperBound < tokens.count ? tokens[phrase.tokens.upperBound].lower : ""
      return !["from", "by"].contains(behind) && (phrase.head == 0 || tokens[phrase.head - 1].lower != "takeover")
    case "charge", "vote", "search", "poll", "contract", "sentence", "talk", "march":
      return phrase.tokens.count == 1 && head != "talk"
    default: return false
    }
  }

  private func isInCharge(_ phrase: Phrase) -> Bool {
    let (begin, end) = (phrase.tokens.lowerBound, phrase.tokens.upperBound)
    return begin > 0 && ["in", "under"].contains(tokens[begin - 1].lower) && phrase.tokens.count <= 2
      && (phrase.possessor != nil || end < tokens.count && tokens[end].lower == "of")
  }

  /// "a 2016 study by the institute", "the commission's report of May 3": somebody's, with its date.
  private func isDatedWork(_ phrase: Phrase) -> Bool {
    let end = phrase.tokens.upperBound
    let isBySomebody = entityKind(annotations.phrase(behind: ["by", "from"], at: end)) != nil
    let isOwned = phrase.possessor.map { annotations.phrases[$0].kind != .time } ?? false
    return (isBySomebody || isOwned)
      && (!annotations.times(beginningIn: phrase.tokens).isEmpty
        || end + 1 < tokens.count && tokens[end].lower == "of" && annotations.time(startingAt: end + 1) != nil)
  }

  /// "opened fire", "under fire", "caught fire", "artillery fire": shots, or part of an idiom. What burns has a determiner, a
  /// number or a verb of its own.
  private func isGunfire(_ phrase: Phrase) -> Bool {
    if isShot(phrase) { return true }
    let first = tags[phrase.tokens.lowerBound]
    if tags[phrase.head] == .pluralNoun || [.determiner, .possessive, .number].contains(first) { return false }
    return !annotations.clauses(around: phrase.head).contains { index in
      annotations.clauses[index].subjects.contains { annotations.phrases[$0].head == phrase.head }
    }
  }

  /// "artillery fire"
  func isShot(_ phrase: Phrase) -> Bool {
    isArmed(phrase) || (phrase.tokens.lowerBound..<phrase.head).contains { Self.firing.contains(tokens[$0].lower) }
  }

  private static let firing = WordList.set(
    """
    sniper machine-gun gun tank small-arms cannon mortar friendly
    hostile enemy heavy cross return covering anti-aircraft rifle live
    """)

  /// "He performed more than 400 operations"
  private func isPerformed(_ phrase: Phrase) -> Bool {
    annotations.clauses(around: phrase.head).contains { index in
      let clause = annotations.clauses[index]
      return ["perform", "undergo"].contains(clause.lemma)
        && (clause.objects + clause.subjects).contains { annotations.phrases[$0].head == phrase.head }
    }
  }

  /// "an interview with detectives", "a police interview": no reporter's.
  private func isWithOfficers(_ phrase: Phrase) -> Bool {
    if phrase.head > phrase.tokens.lowerBound, EventCompany.investigators.contains(tokens[phrase.head - 1].lower) { return true }
    let end = phrase.tokens.upperBound
    guard end + 1 < tokens.count, ["with", "by"].contains(tokens[end].lower), annotations.phraseStartingAt[end + 1] >= 0 else {
      return false
    }
    let asking = head(annotations.phraseStartingAt[end + 1])
    return EventCompany.investigators.contains(asking) || EventCompany.detectives.contains(asking)
  }

  private func isOfBodyOrPlant(_ phrase: Phrase) -> Bool {
    if phrase.tokens.count == 1, tags[phrase.head] == .noun { return true }
    if (phrase.tokens.lowerBound..<phrase.head).contains(where: { Self.bodily.contains(tokens[$0].lower) }) { return true }
    let end = phrase.tokens.upperBound
    guard end + 1 < tokens.count, ["on", "to"].contains(tokens[end].lower) else { return false }
    if tokens[end].lower == "to" { return ["remove", "replace", "repair", "correct"].contains(tokens[end + 1].lower) }
    let next = annotations.phraseStartingAt[end + 1]
    return next >= 0 && Self.bodily.contains(head(next))
  }

  private static let bodily = WordList.set(
    """
    heart hip knee back eye brain spine leg arm hand foot shoulder kidney liver lung stomach bowel throat neck head bypass
    transplant cataract tumour tumor tonsil appendix prostate breast womb surgical emergency caesarean
    """)

  /// "a strike on the depot": what stands behind is struck.
  func isAimed(_ phrase: Phrase) -> Bool {
    let behind = phrase.tokens.upperBound < tokens.count ? tokens[phrase.tokens.upperBound].lower : ""
    return ["on", "against", "at"].contains(behind) && annotations.time(startingAt: phrase.tokens.upperBound + 1) == nil
  }
}
