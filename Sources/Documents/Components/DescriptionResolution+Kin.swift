// Whom a possessor means by a word for kin: "his father", where the text has told of "Ivan Dragan and his son Petar".
extension DescriptionResolution {
  /// One whom the text has called somebody's kin.
  private typealias Tie = (person: Int, noun: String, other: Int)

  /// The one person who is that to `owner` by what the text has said of either; nil where nothing tells, or of several.
  func kin(of owner: Int, called head: String, in phrase: Int) -> Int? {
    guard Kinship.isRelative(head), let possessor = annotations.phrases[phrase].possessor,
      annotations.phrases[phrase].head - annotations.phrases[possessor].tokens.upperBound <= 1
    else { return nil }
    let gender = Kinship.gender(of: head)
    let found = Set(
      ties.compactMap { tie -> Int? in
        if tie.other == owner, tie.noun == head || Kinship.isMate(tie.noun) && Kinship.isMate(head) { return tie.person }
        return tie.person == owner && Kinship.isInverse(head, of: tie.noun) ? tie.other : nil
      }
    ).filter { person in
      person != owner && annotations.entities[person].kind == .person && !excluded.contains(person)
        && (gender == nil || annotations.entities[person].gender == nil || annotations.entities[person].gender == gender)
    }
    return found.count == 1 ? found.first : nil
  }

  /// "his son Petar Dragan", "the businessman’s wife, Clara Dorn", "a cousin of the minister".
  private var ties: [Tie] {
    annotations.mentions.compactMap { mention in
      guard mention.kind == .person, let person = mention.entity, let phrase = mention.phrase, mention.form != .pronoun,
        let noun = kinNoun(mention, phrase)
      else { return nil }
      let range = annotations.phrases[phrase].tokens
      let owner = annotations.phrases[phrase].possessor ?? annotations.phrase(behind: ["of"], at: range.upperBound)
      guard let owner, let other = annotations.entity(ofPhrase: owner), other != person else { return nil }
      return (person, noun, other)
    }
  }

  private func kinNoun(_ mention: Mention, _ phrase: Int) -> String? {
    let token = mention.form == .name ? mention.tokens.lowerBound - 1 : mention.head
    guard annotations.phrases[phrase].tokens.contains(token) else { return nil }
    let noun = annotations.tokens[token].lower
    return Kinship.isRelative(noun) ? noun : nil
  }
}
