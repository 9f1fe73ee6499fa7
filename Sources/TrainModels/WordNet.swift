import Linguistics

/// WordNet's index and exception lists (Debian's package wordnet-base) → what the lexicon says of each word and of its inflected
/// forms. Only single words; compounds do not reach the models.
struct WordNet {
  /// Word → traits.
  private(set) var entries: [String: WordLexicon] = [:]
  /// Noun → its senses, for those of which one class does not tell all.
  private(set) var senses: [String: NounSenses] = [:]
  /// Word or inflected form → how often WordNet's marked texts have it, or what it is a form of, as each part of speech.
  private var counts: [String: [Int]] = [:]

  private static let parts: [(name: String, trait: WordLexicon)] = [
    ("noun", .noun), ("verb", .verb), ("adj", .adjective), ("adv", .adverb),
  ]

  /// Reads the files in `folder`.
  init(folder: String) {
    let frequencies = Self.frequencies(read("\(folder)/cntlist.rev"))
    for (number, part) in Self.parts.enumerated() {
      let data = read("\(folder)/data.\(part.name)")
      let irregular = Self.irregular(read("\(folder)/\(part.name).exc"))
      for line in read("\(folder)/index.\(part.name)").split(separator: 0x0A) where line.first != 0x20 {
        let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
        add(fields, part: number, data: data, irregular: irregular, frequencies: frequencies)
      }
    }
    for (word, counts) in counts {
      let best = counts.indices.max { counts[$0] != counts[$1] ? counts[$0] < counts[$1] : $0 > $1 }!
      entries[word]!.formUnion(.commonest(best))
    }
  }

  /// Word → how often WordNet's marked texts have it as each part of speech. A line is `lemma%type:… sense_number tag_cnt`.
  private static func frequencies(_ text: [UInt8]) -> [String: [Int]] {
    var result: [String: [Int]] = [:]
    for line in text.split(separator: 0x0A) {
      let fields = String(decoding: line, as: UTF8.self).split(separator: " ")
      guard fields.count == 3, let mark = fields[0].firstIndex(of: "%"), let count = Int(fields[2]),
        let type = fields[0][mark...].dropFirst().first?.wholeNumberValue
      else { continue }
      // Type 5 is an adjective that is like another.
      result[String(fields[0][..<mark]), default: [0, 0, 0, 0]][type == 5 ? 2 : type - 1] += count
    }
    return result
  }

  /// Base form → its irregular forms.
  private static func irregular(_ text: [UInt8]) -> [String: [String]] {
    var result: [String: [String]] = [:]
    for line in text.split(separator: 0x0A) {
      let words = String(decoding: line, as: UTF8.self).split(separator: " ").map(String.init)
      for base in words.dropFirst() { result[base, default: []].append(words[0]) }
    }
    return result
  }

  /// `lemma pos synset_cnt p_cnt [ptr_symbol…] sense_cnt tagsense_cnt synset_offset…`
  private mutating func add(
    _ fields: [Substring], part: Int, data: [UInt8], irregular: [String: [String]], frequencies: [String: [Int]]
  ) {
    let word = String(fields[0])
    guard !word.contains("_"), let pointers = Int(fields[3]), fields.count > 6 + pointers, let offset = Int(fields[6 + pointers])
    else { return }
    var traits = Self.parts[part].trait
    let file = Int(String(decoding: data[offset..<(offset + 12)], as: UTF8.self).split(separator: " ")[1]) ?? 0
    if part == 0 {
      traits.formUnion(.nounClass(file - 2))
      addSenses(word, offsets: fields[(6 + pointers)...].compactMap { Int($0) }, data: data, irregular: irregular[word] ?? [])
    }
    if part == 1 { traits.formUnion(.verbClass(file - 28)) }
    entries[word, default: []].formUnion(traits)
    let frequency = 1 + 4 * (frequencies[word]?[part] ?? 0)
    counts[word, default: [0, 0, 0, 0]][part] += frequency
    let kept = traits.subtracting(Self.parts[part].trait)
    Self.inflect(word, part, irregular[word] ?? []) { form, inflection in
      entries[form, default: []].formUnion(kept.union(inflection))
      counts[form, default: [0, 0, 0, 0]][part] += frequency
    }
  }

  /// The three commonest senses.
  private mutating func addSenses(_ word: String, offsets: [Int], data: [UInt8], irregular: [String]) {
    var senses = NounSenses()
    for (rank, offset) in offsets.prefix(3).enumerated() {
      let end = data[offset...].firstIndex(of: 0x0A) ?? data.endIndex
      let fields = String(decoding: data[offset..<end], as: UTF8.self).split(separator: " ")
      senses.insert(classNumber: (Int(fields[1]) ?? 2) - 2)
      if rank < 2, Self.isDerivedFromVerb(word, fields) { senses.insert(rank == 0 ? .firstIsFromVerb : .secondIsFromVerb) }
    }
    guard !senses.isPlain else { return }
    self.senses[word] = senses
    Self.inflect(word, 0, irregular) { form, _ in if self.senses[form] == nil { self.senses[form] = senses } }
  }

  /// Whether a synset says that `word` is derivationally related to a verb:
  /// `offset file type w_cnt (word lex_id)… p_cnt (symbol offset pos source/target)…`
  private static func isDerivedFromVerb(_ word: String, _ fields: [Substring]) -> Bool {
    let wordCount = Int(fields[3], radix: 16) ?? 0
    guard let place = (0..<wordCount).first(where: { fields[4 + 2 * $0].lowercased() == word }) else { return false }
    let pointers = 4 + 2 * wordCount
    for number in 0..<(Int(fields[pointers]) ?? 0) {
      let at = pointers + 1 + 4 * number
      guard fields[at] == "+", fields[at + 2] == "v", let source = Int(fields[at + 3].prefix(2), radix: 16) else { continue }
      if source == 0 || source == place + 1 { return true }
    }
    return false
  }

  private static func inflect(_ word: String, _ part: Int, _ irregular: [String], _ add: (String, WordLexicon) -> Void) {
    let last = word.last ?? " "
    let stem = String(word.dropLast())
    let takesEs = ["s", "x", "z"].contains(last) || word.hasSuffix("ch") || word.hasSuffix("sh")
    let endsInY = last == "y" && !"aeiou".contains(word.dropLast().last ?? "a")
    let sForm = endsInY ? stem + "ies" : takesEs ? word + "es" : word + "s"
    switch part {
    case 0:
      add(sForm, .plural)
      for form in irregular { add(form, .plural) }
    case 1:
      add(sForm, .thirdPerson)
      let base = last == "e" ? stem : word
      // One that doubles its last letter has its forms in the exception list.
      let gerunds = irregular.filter { $0.hasSuffix("ing") }
      let pasts = irregular.filter { !$0.hasSuffix("ing") }
      for form in gerunds.isEmpty ? [(word.hasSuffix("ee") ? word : base) + "ing"] : gerunds { add(form, .gerund) }
      for form in pasts.isEmpty ? [endsInY ? stem + "ied" : base + "ed"] : pasts { add(form, [.past, .participle]) }
    case 2 where word.utf8.count <= 7:
      let base = last == "e" ? stem : endsInY ? stem + "i" : word
      add(base + "er", .comparative)
      add(base + "est", .superlative)
      for form in irregular { add(form, form.hasSuffix("st") ? .superlative : .comparative) }
    default: break
    }
  }
}

/// The lexicon that the program carries: WordNet's words and the program's own lists.
enum LexiconTable {
  static func bytes(_ wordNet: WordNet, lists: [(word: String, traits: WordLexicon)]) -> [UInt8] {
    var entries = wordNet.entries
    for (word, traits) in lists { entries[word, default: []].formUnion(traits) }
    return WordTable.bytes(entries.sorted { $0.key < $1.key }.map { (WordForm.key(of: $0.key), $0.value.rawValue) })
  }
}

/// The senses of nouns, beside what the lexicon says.
enum SenseTable {
  static func bytes(_ wordNet: WordNet) -> [UInt8] {
    WordTable.bytes(wordNet.senses.sorted { $0.key < $1.key }.map { (WordForm.key(of: $0.key), $0.value.rawValue) })
  }
}
