// What tells a ship’s name from a person’s and a firm’s.
extension NameEvidence {
  /// "ten weeks on the Halcyon Tide", in a text that tells of a yacht; "the Aurora sank".
  mutating func readVoyage() {
    if hasCraft, before == "on" || Self.sailing.contains(before) || Self.sailing.contains(beforeLast), name.count > 1,
      !OrganizationNouns.nameHeads.contains(word(name.upperBound - 1)),
      !name.contains(where: { PlaceNouns.nameHeads.contains(word($0)) || PlaceNouns.kinds.contains(word($0)) || word($0) == "of" }
      )
    {
      vote(.asset, 8)
    }
    if CraftNouns.doings.contains(after) || after == "ran" && afterNext == "aground",
      !OrganizationNouns.nameHeads.contains(word(name.upperBound - 1))
    {
      vote(.asset, 8)
    }
  }

  /// "the Anna Calliope": no person has an article, a ship has; and "A cargo ship lost containers. The Ocean Star …".
  mutating func readArticle() {
    let isWhole = name.count > 1 && name.upperBound == outer.upperBound && name.lowerBound == outer.lowerBound + 1
    guard isWhole, !isPlural, after != "and" else { return }
    let isGiven = GivenNames.gender(of: word(name.lowerBound)) != nil
    if isGiven { vote(.person, -9) }
    guard hasCraft, !OrganizationNouns.nameHeads.contains(word(name.upperBound - 1)),
      !name.contains(where: {
        PlaceNouns.nameHeads.contains(word($0)) || PlaceNouns.kinds.contains(word($0)) || HumanNouns.describesHuman(word($0))
          || ["of", "for"].contains(word($0))
      })
    else { return }
    if isGiven || followsCraft { vote(.asset, 8) }
  }

  /// Whether the sentence begins here and the one before tells of a ship without a name.
  private var followsCraft: Bool {
    let here = annotations.sentenceIndex(ofToken: name.lowerBound)
    guard here > 0, annotations.sentences[here].tokens.lowerBound == outer.lowerBound,
      !(VerbForms.lemma(of: after).map { SpeechLexicon.isSpeech($0) } ?? false)
    else { return false }
    let before = annotations.sentences[here - 1].tokens
    return before.contains { token in
      CraftNouns.ships.contains(word(token)) && annotations.phraseOfToken[token] >= 0
        && annotations.phrases[annotations.phraseOfToken[token]].kind == .common
    }
  }

  /// What is done with a ship.
  private static let sailing = WordList.set(
    "aboard charter chartered board boarded sail sailed captained skippered moor moored berth berthed refit refitted crewed")
}
