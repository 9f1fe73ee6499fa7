/// The base form of an inflected verb: irregular ones by list, regular ones by undoing what makes the form.
enum VerbForms {
  /// Nil for what is no form of a verb that the lexicon knows.
  static func lemma(of form: String) -> String? { lemmas[form] }

  private static let lemmas = WordMemo(derivedLemma)

  @Sendable private static func derivedLemma(of form: String) -> String? {
    if let irregular = irregular[form] { return irregular }
    let isVerb: (String) -> Bool = { LanguageModels.syntax.lexicon(of: $0).contains(.verb) || EventLexicon.isVerb($0) }
    // "retaken", "outbid": of an irregular verb with a prefix
    for prefix in prefixes where form.hasPrefix(prefix) {
      if let base = irregular[String(form.dropFirst(prefix.count))], isVerb(prefix + base) { return prefix + base }
    }
    if let found = candidates(form).first(where: isVerb) ?? (isVerb(form) ? form : nil) { return found }
    // "re-elected", "cross-examined"
    guard let hyphen = form.lastIndex(of: "-"), form.utf8.count > 4 else { return nil }
    return lemma(of: String(form[form.index(after: hyphen)...])).map { form[...hyphen] + $0 }
  }

  private static let prefixes = ["re", "over", "out", "under", "un", "mis", "fore"]

  static func isIrregular(_ form: String) -> Bool { irregular[form] != nil }

  /// "gave", "tore": a past tense of which the participle is another word.
  static func isPastOnly(_ form: String) -> Bool { pastOnly.contains(form) }

  private static let pastOnly: Set<String> = {
    var found: Set<String> = []
    for line in VerbList.irregular.split(separator: "\n") {
      let parts = line.split(separator: " ").map { $0.split(separator: "/").map(String.init) }
      guard parts.count == 3 else { continue }
      for past in parts[1] where !parts[2].contains(past) && past != parts[0][0] { found.insert(past) }
    }
    return found
  }()

  /// What a regular form may be made of, by making the forms again: "stopped" is of "stop", "hoped" of "hope".
  private static func candidates(_ form: String) -> [String] {
    guard let last = form.utf8.last, [UInt8(ascii: "d"), UInt8(ascii: "g"), UInt8(ascii: "s")].contains(last) else { return [] }
    func bases(_ ending: String, _ inflect: (String) -> String) -> [String] {
      guard form.hasSuffix(ending), form.utf8.count > ending.utf8.count + 1 else { return [] }
      let stem = String(form.dropLast(ending.count))
      return [stem + "e", stem, String(stem.dropLast()), String(stem.dropLast()) + "y", stem + "ie"].filter {
        inflect($0) == form
      }
    }
    return bases("ed", past) + bases("d", past) + bases("ing", gerund(of:)) + bases("ying", gerund(of:)) + bases("es", third)
      + bases("s", third)
  }

  private static let irregular: [String: String] = {
    var table: [String: String] = [:]
    for line in VerbList.irregular.split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      for form in parts.dropFirst().flatMap({ $0.split(separator: "/").map(String.init) }) where table[form] == nil {
        table[form] = parts[0]
      }
      table[parts[0]] = parts[0]
    }
    return table
  }()

  private static let vowels: Set<Character> = ["a", "e", "i", "o", "u"]

  private static func third(_ verb: String) -> String {
    if verb.hasSuffix("y"), let before = verb.dropLast().last, !vowels.contains(before) { return verb.dropLast() + "ies" }
    if ["s", "x", "z", "ch", "sh", "o"].contains(where: { verb.hasSuffix($0) }) { return verb + "es" }
    return verb + "s"
  }

  static func gerund(of verb: String) -> String {
    if verb.hasSuffix("ie") { return verb.dropLast(2) + "ying" }
    if verb.hasSuffix("e"), !verb.hasSuffix("ee"), !verb.hasSuffix("ye"), !verb.hasSuffix("oe"), verb.count > 2 {
      return verb.dropLast() + "ing"
    }
    return (doubles(verb) ? verb + String(verb.last!) : verb) + "ing"
  }

  private static func past(_ verb: String) -> String {
    if verb.hasSuffix("e") { return verb + "d" }
    if verb.hasSuffix("y"), let before = verb.dropLast().last, !vowels.contains(before) { return verb.dropLast() + "ied" }
    return (doubles(verb) ? verb + String(verb.last!) : verb) + "ed"
  }

  /// A single final consonant after a single stressed vowel is doubled; the stress of longer verbs is listed.
  private static func doubles(_ verb: String) -> Bool {
    if VerbList.doubling.contains(verb) { return true }
    let letters = Array(verb)
    guard letters.count >= 3, letters.count <= 6 else { return false }
    let (a, b, c) = (letters[letters.count - 3], letters[letters.count - 2], letters[letters.count - 1])
    guard !vowels.contains(a), vowels.contains(b), !vowels.contains(c), !"wxy".contains(c) else { return false }
    return letters.filter { vowels.contains($0) }.count == 1
  }
}
