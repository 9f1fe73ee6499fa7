/// What those are whom a number counts: dead, hurt, missing, held, gone from their homes, aboard, gathered, saved. Two numbers
/// of one state are two accounts of it, two of different states are not.
enum CountStates {
  private static let states: [String: Int] = {
    var table: [String: Int] = [:]
    for (index, line) in lines.split(separator: "\n").enumerated() {
      for word in WordList.entries(String(line)) { table[word] = index }
    }
    return table
  }()

  private static let lines = """
    kill die death dead body corpse bury toll fatality slay murder perish bodies victim massacre execute
    injure wound hurt injury maim burn
    missing unaccounted disappear vanish
    arrest detain detention custody jail imprison prisoner captive hostage hold captured abduct kidnap
    displace flee homeless evacuate displaced refugee shelter uproot
    aboard board passenger crew carry
    gather attend march demonstrate join crowd protester demonstrator rally turnout
    rescue save survive survivor pull alive
    infect ill sicken sick patient case hospitalise hospitalize treat
    """

  /// The nearest word of a state around a number in its part of the sentence, those behind it first.
  static func state(at token: Int, _ annotations: Annotations) -> Int? {
    let sentence = annotations.sentences[annotations.sentenceIndex(ofToken: token)].tokens
    for at in token..<min(sentence.upperBound, token + reach) {
      if stops.contains(annotations.tokens[at].lower) { break }
      if let found = word(at: at, annotations) { return found }
    }
    for at in (max(sentence.lowerBound, token - reach)..<token).reversed() {
      if stops.contains(annotations.tokens[at].lower) { break }
      if let found = word(at: at, annotations) { return found }
    }
    return nil
  }

  private static let stops = [",", ";", ":", "and", "but", "while"]

  private static let reach = 9

  /// Whether two numbers, each with a state around it, are of different ones.
  static func differ(at one: Int, and other: Int, _ annotations: Annotations) -> Bool {
    guard let mine = state(at: one, annotations), let theirs = state(at: other, annotations) else { return false }
    return mine != theirs
  }

  private static func word(at token: Int, _ annotations: Annotations) -> Int? {
    stateOfWord[annotations.tokens[token].lower]
  }

  private static let stateOfWord = WordMemo { lower in
    states[lower] ?? states[Suffixes.singular(lower)] ?? VerbForms.lemma(of: lower).flatMap { states[$0] }
  }
}
