/// The inflected forms of the verbs that the rules know: form → lemma and what the form may be.
enum VerbForms {
  struct Reading: OptionSet {
    let rawValue: UInt8
    static let base = Reading(rawValue: 1)
    static let third = Reading(rawValue: 2)
    static let past = Reading(rawValue: 4)
    static let participle = Reading(rawValue: 8)
    static let gerund = Reading(rawValue: 16)
  }

  struct Entry {
    var lemma: String
    var reading: Reading
  }

  static let table: [String: Entry] = {
    var table: [String: Entry] = [:]
    table.reserveCapacity(6000)
    func add(_ form: String, _ lemma: String, _ reading: Reading) {
      if let known = table[form], known.lemma == lemma {
        table[form]!.reading.formUnion(reading)
      } else if table[form] == nil {
        table[form] = Entry(lemma: lemma, reading: reading)
      }
    }
    var irregular: [String: (past: [Substring], participle: [Substring])] = [:]
    for line in VerbList.irregular.split(separator: "\n") {
      let parts = line.split(separator: " ")
      irregular[String(parts[0])] = (parts[1].split(separator: "/"), parts[2].split(separator: "/"))
    }
    for verb in Array(irregular.keys) + WordList.entries(VerbList.regular) {
      add(verb, verb, .base)
      add(third(verb), verb, .third)
      add(gerund(verb), verb, .gerund)
      if let forms = irregular[verb] {
        for form in forms.past { add(String(form), verb, .past) }
        for form in forms.participle { add(String(form), verb, .participle) }
      } else {
        add(past(verb), verb, [.past, .participle])
      }
    }
    return table
  }()

  static func lemma(of form: String) -> String? { table[form]?.lemma }

  private static let vowels: Set<Character> = ["a", "e", "i", "o", "u"]

  private static func third(_ verb: String) -> String {
    if verb.hasSuffix("y"), let before = verb.dropLast().last, !vowels.contains(before) { return verb.dropLast() + "ies" }
    if ["s", "x", "z", "ch", "sh", "o"].contains(where: { verb.hasSuffix($0) }) { return verb + "es" }
    return verb + "s"
  }

  private static func gerund(_ verb: String) -> String {
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
    guard letters.count >= 3, letters.count <= 4 else { return false }
    let (a, b, c) = (letters[letters.count - 3], letters[letters.count - 2], letters[letters.count - 1])
    guard !vowels.contains(a), vowels.contains(b), !vowels.contains(c), !"wxy".contains(c) else { return false }
    return letters.filter { vowels.contains($0) }.count == 1
  }
}
