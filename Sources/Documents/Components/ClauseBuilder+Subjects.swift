// What a clause without a subject of its own has from the one that it hangs on.
extension ClauseBuilder {
  func finiteGovernor(of index: Int) -> Int? {
    var above = clauses[index].governor
    while let governor = above, [.participle, .infinitive].contains(clauses[governor].kind) { above = clauses[governor].governor }
    return above
  }

  /// "forcing people to flee": the object right before the infinitive, of a verb that makes it do so.
  private func controller(of index: Int) -> Int? {
    var end = clauses[index].verb.lowerBound
    if end > 0, tags[end - 1] == .toParticle { end -= 1 }
    return clauses[..<index].last { other in
      !other.isPassive && VerbFrames.objectControl.contains(other.lemma)
        && other.objects.last.map { annotations.phrases[$0].tokens.upperBound == end } ?? false
    }?.objects.last
  }

  // MARK: Subjects from above

  /// What a clause without a subject of its own has from the one that it hangs on.
  mutating func inheritSubjects(_ index: Int, depth: Int) {
    if clauses[index].kind == .infinitive, let object = controller(of: index) { clauses[index].subjects = [object] }
    guard clauses[index].subjects.isEmpty, depth < 20 else { return }
    let predicate = predicates[index]
    let dependency = tree.dependencies[predicate]
    let isExistential = tree.first(of: predicate, by: .expletive).map { tokens[$0].lower == "there" } ?? false
    guard !isExistential else { return }
    if dependency == .adnominalClause || dependency == .relativeClause, tree.heads[predicate] >= 0 {
      let noun = annotations.phraseOfToken[tree.heads[predicate]]
      if noun >= 0, dependency == .adnominalClause || !clauses[index].objects.contains(noun) { clauses[index].subjects = [noun] }
      return
    }
    let before = clauses[index].verb.lowerBound - 1
    if let governor = clauses[index].governor, before > sentence.tokens.lowerBound,
      ["of", "for", "from"].contains(tokens[before].lower)
    {
      // "is suspected of having leaked", "accuses him of selling": of whom it is said.
      inheritSubjects(governor, depth: depth + 1)
      let isSaidOfObject = !clauses[governor].isPassive && !clauses[governor].objects.isEmpty
      clauses[index].subjects = isSaidOfObject ? clauses[governor].objects.suffix(1) : clauses[governor].subjects
      return
    }
    if clauses[index].kind == .participle, before >= sentence.tokens.lowerBound, tokens[before].form == ",",
      let main = finiteGovernor(of: index)
    {
      // "acquitted him of taking bribes, saying …"
      inheritSubjects(main, depth: depth + 1)
      clauses[index].subjects = clauses[main].subjects
      return
    }
    guard let governor = clauses[index].governor,
      [.conjunct, .openComplement, .adverbialClause].contains(dependency) || clauses[index].kind == .infinitive
    else { return }
    inheritSubjects(governor, depth: depth + 1)
    let above = clauses[governor]
    if dependency != .conjunct, dependency != .adverbialClause, VerbFrames.objectControl.contains(above.lemma), !above.isPassive,
      let object = above.objects.last
    {
      clauses[index].subjects = [object]
    } else {
      clauses[index].subjects = above.subjects
    }
  }
}
