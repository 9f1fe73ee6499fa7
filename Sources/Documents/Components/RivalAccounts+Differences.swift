// In what two claims differ whatever they are about: numbers, days, words on two sides.
extension RivalAccounts {
  enum Numbers { case none, bare, measured }

  /// In what two claims differ whatever they are about.
  struct Difference {
    let numbers: Numbers
    let areDaysApart: Bool
    let areOpposed: Bool
  }

  func difference(_ pair: Pair) -> Difference {
    let (one, other) = (traits[pair.first], traits[pair.second])
    var numbers = other.isLater ? .none : differingNumbers(one, other)
    // Of what else than the first number a second one could be, where both name things of their own.
    if numbers == .measured, isOfOther(pair) { numbers = .none }
    return Difference(
      numbers: numbers, areDaysApart: differsInDays(one, other),
      areOpposed: Opposites.areOpposed(one.sides, other.sides))
  }

  /// Whether both give numbers of one unit, and none of them meet.
  private func differingNumbers(_ one: ClaimTraits.Traits, _ other: ClaimTraits.Traits) -> Numbers {
    var found = Numbers.none
    for mine in one.quantities {
      for theirs in other.quantities {
        let (a, b) = (annotations.quantities[mine], annotations.quantities[theirs])
        guard a.unit == b.unit, !isPart(a), !isPart(b), let first = a.interval, let second = b.interval else { continue }
        if !first.differs(from: second), a.unit != nil || b.value == a.value { return .none }
        if !first.differs(from: second) || areOfOtherStates(a, b) || a.unit == nil && areOfOtherThings(a, b) { continue }
        if a.unit != nil { found = .measured } else if found == .none { found = .bare }
      }
    }
    for mine in one.measures {
      for theirs in other.measures where theirs.unit == mine.unit && theirs.count != mine.count { found = .measured }
    }
    return found
  }

  /// "112 hurt, 19 of them seriously": of no more than the number before it.
  private func isPart(_ quantity: Quantity) -> Bool {
    let end = quantity.tokens.upperBound
    return end + 1 < annotations.tokens.count && annotations.tokens[end].lower == "of"
      && ["them", "whom", "which", "these", "those"].contains(annotations.tokens[end + 1].lower)
  }

  private func areOfOtherStates(_ one: Quantity, _ other: Quantity) -> Bool {
    CountStates.differ(at: one.tokens.lowerBound, and: other.tokens.lowerBound, annotations)
  }

  /// "45,000 tickets" and "41 thefts": two nouns of which neither stands for the other, as "workers" does for "people".
  private func areOfOtherThings(_ one: Quantity, _ other: Quantity) -> Bool {
    guard let mine = noun(of: one), let theirs = noun(of: other), ClaimWords.meaning(of: mine) != ClaimWords.meaning(of: theirs)
    else {
      return false
    }
    let states = [one, other].map { CountStates.state(at: $0.tokens.lowerBound, annotations) }
    return states[0] == nil && states[1] == nil && !(HumanNouns.isHuman(mine) && HumanNouns.isHuman(theirs))
  }

  private func noun(of quantity: Quantity) -> String? {
    let phrase = annotations.phraseOfToken[quantity.tokens.lowerBound]
    guard phrase >= 0, annotations.phrases[phrase].kind == .common,
      annotations.tags[annotations.phrases[phrase].head] == .pluralNoun
    else { return nil }
    return Suffixes.singular(annotations.tokens[annotations.phrases[phrase].head].lower)
  }

  private func differsInDays(_ one: ClaimTraits.Traits, _ other: ClaimTraits.Traits) -> Bool {
    var differs = false
    for mine in one.times {
      for theirs in other.times {
        guard let from = annotations.times[mine].from, let to = annotations.times[mine].to,
          let start = annotations.times[theirs].from, let end = annotations.times[theirs].to
        else { continue }
        if from <= end, start <= to { return false }
        differs = true
      }
    }
    return differs
  }

  /// Numbers that agree, two who both say or both deny that a happening took place, and happenings whose days are other ones
  /// than those of the first without a word in the second that would date the same happening otherwise.
  func agree(_ pair: Pair) -> Bool {
    let (one, other) = (traits[pair.first], traits[pair.second])
    let difference = difference(pair)
    if one.isNegative, other.isNegative, difference.numbers == .none, !difference.areDaysApart { return true }
    if one.isNegative || other.isNegative || difference.areOpposed { return false }
    if numbersMeet(one, other) { return true }
    let (mine, theirs) = (annotations.claims[pair.first], annotations.claims[pair.second])
    if mine.predicate == "occurred", theirs.predicate == "occurred", mine.subjects.first == theirs.subjects.first,
      difference.numbers == .none, !difference.areDaysApart
    {
      return true
    }
    return other.times.isEmpty && mine.subjects.first != theirs.subjects.first && words.areOfOtherDays(mine, theirs)
  }

  /// Whether each number of the second is one that the first gives as well.
  private func numbersMeet(_ one: ClaimTraits.Traits, _ other: ClaimTraits.Traits) -> Bool {
    !other.quantities.isEmpty
      && other.quantities.allSatisfy { theirs in
        one.quantities.contains { mine in
          let (a, b) = (annotations.quantities[mine], annotations.quantities[theirs])
          guard a.unit == b.unit, let first = a.interval, let second = b.interval else { return false }
          return first.meets(second)
        }
      }
  }

  private func isOfOther(_ pair: Pair) -> Bool {
    let (mine, theirs) = (annotations.claims[pair.first], annotations.claims[pair.second])
    return words.shared(pair.first, pair.second) == 0 && !isShort(theirs)
      && Set(mine.subjects).isDisjoint(with: theirs.subjects)
  }

  /// "put the delay at four hours": hardly more than the number.
  private func isShort(_ claim: ClaimFinding) -> Bool {
    claim.statement.map { annotations.statements[$0].form == .fragment } ?? false
      || ClaimWords.content(of: claim, annotations).count <= 6
  }
}
