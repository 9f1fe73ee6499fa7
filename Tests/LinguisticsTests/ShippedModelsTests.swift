import CLanguageModels
import Testing

@testable import Linguistics

@Suite struct ShippedModelsTests {
  private static let models = SyntaxModels(
    ModelArchive(UnsafeRawBufferPointer(start: language_models(), count: language_models_byte_count()))!)!

  private func read(_ text: String) -> (SyntaxReading, (Word) -> String) {
    let bytes = Array(text.utf8)
    let reading = bytes.withUnsafeBufferPointer { Self.models.read($0, blocks: [[0..<bytes.count]]) }
    return (reading, { String(decoding: bytes[$0.begin..<$0.end], as: UTF8.self) })
  }

  @Test func `the archive is no larger than twelve megabytes`() {
    #expect(language_models_byte_count() <= 12_000_000)
  }

  @Test func `a plain sentence is tagged and parsed`() {
    let (reading, form) = read("The committee approved the new budget on Monday.")
    let words = reading.words
    #expect(reading.sentences == [0..<9])
    let tags = words.map { Self.models.tagNames[Int($0.tag)].prefix { $0 != "|" } }
    #expect(tags == ["DET", "NOUN", "VERB", "DET", "ADJ", "NOUN", "ADP", "PROPN", "PUNCT"])
    let arcs = words.map { word in
      "\(Self.models.relationNames[Int(word.relation)]) \(word.head < 0 ? "-" : form(words[word.head]))"
    }
    #expect(
      arcs == [
        "det committee", "nsubj approved", "root -", "det budget", "amod budget", "obj approved", "case Monday", "obl approved",
        "punct approved",
      ])
  }

  @Test func `an apostrophe behind an s is a possessive unless it closes a quotation`() {
    func tags(_ text: String) -> [String] {
      let (reading, form) = read(text)
      return reading.words.filter { form($0) == "'" || form($0) == "’" }.map { Self.models.tagNames[Int($0.tag)] }
    }
    #expect(tags("The Farmers’ Alliance met in Orsa.") == ["PART|POS"])
    #expect(!tags("They met in 'the house of friends' in Orsa.").contains("PART|POS"))
  }

  @Test func `a sign of money is a symbol as the dollar is`() {
    let (reading, form) = read("The firm paid £2,000 and €300 for it.")
    let signs = reading.words.filter { ["£", "€"].contains(form($0)) }
    #expect(signs.map { Self.models.tagNames[Int($0.tag)] } == ["SYM|$", "SYM|$"])
  }

  @Test(arguments: [
    "“I will not go,” Haldane, 48, told hundreds of people.", "Ann Haldane, 48, a lawyer, told them to go.",
    "Later Ann Haldane, 48, left the town.",
  ])
  func `an age between commas stands beside its name and hides no verb`(text: String) {
    let (reading, form) = read(text)
    let words = reading.words
    #expect(words.map(form).joined() == text.filter { $0 != " " })
    for word in words where form(word) == "48" {
      #expect(Self.models.relationNames[Int(word.relation)] == "appos")
      #expect(["Haldane", "Ann"].contains(form(words[word.head])))
    }
    let told = words.firstIndex { form($0) == "told" }
    let name = words.first { form($0) == (text.contains("Ann") ? "Ann" : "Haldane") }!
    if let told { #expect(name.head == told && Self.models.relationNames[Int(name.relation)] == "nsubj") }
    #expect(reading.sentences.map(\.count).reduce(0, +) == words.count && words.filter { $0.head < 0 }.count == 1)
  }

  @Test func `a verb has one subject, and a name in commas stands beside the noun`() {
    let (reading, form) = read("Its chairman, Lukas Sandoval, said in a statement that the price was fair.")
    let name = reading.words.first { form($0) == "Lukas" }
    #expect(name.map { form(reading.words[$0.head]) } == "chairman")
    #expect(name.map { Self.models.relationNames[Int($0.relation)] } == "appos")
  }

  @Test(arguments: ["Witnesses saw the fire.", "Shelling killed four people.", "Fighting broke out in Orsa.", "Rebels said no."])
  func `a verb that opens a sentence before another one is a noun and its subject`(text: String) {
    let (reading, _) = read(text)
    #expect(Self.models.tagNames[Int(reading.words[0].tag)].hasPrefix("NOUN|"))
    #expect(Self.models.relationNames[Int(reading.words[0].relation)] == "nsubj")
  }

  @Test func `a verb behind an article is a noun`() {
    let (reading, form) = read("The group rejected the offer as too low.")
    #expect(reading.words.first { form($0) == "offer" }.map { Self.models.tagNames[Int($0.tag)] } == "NOUN|NN")
  }

  @Test func `a participle behind its noun leaves the sentence to the verb that has no subject`() {
    let (reading, form) = read("A villager reached by telephone said shells had hit a school.")
    let verb = reading.words.firstIndex { form($0) == "said" }
    #expect(reading.words.first { form($0) == "villager" }?.head == verb)
    #expect(verb.map { reading.words[$0].head } == -1)
    #expect(reading.words.first { form($0) == "reached" }.map { Self.models.relationNames[Int($0.relation)] } == "acl")
  }

  @Test(arguments: [
    ("Police, who had waited for weeks, arrested Jon Karr.", "arrested", "VERB|VBD"),
    ("Orbex Systems controls Varzan Energy.", "controls", "VERB|VBZ"),
    ("Ann Lee of the Unity Party won.", "won", "VERB|VBD"),
    ("Gunmen stormed a camp and killed at least 12 soldiers, the army said.", "killed", "VERB|VBD"),
    ("French and Chadian special forces killed about 15 militants in the north, officials said.", "killed", "VERB|VBD"),
    ("The minister, General Oleg Tarim, denied having received any such request.", "denied", "VERB|VBD"),
    ("Also unconfirmed are claims that soldiers killed Jon Karr.", "claims", "NOUN|NNS"),
    ("It had rejected a $3.1 billion takeover offer from Calloway Group.", "offer", "NOUN|NN"),
    ("Ann Lee saw Jon Karr hand the bag to Peter Roe.", "hand", "VERB|VB"),
    ("A man killed by soldiers was buried in Orsa.", "killed", "VERB|VBN"),
  ])
  func `finite verbs and nouns of one spelling are told apart by what stands around them`(text: String, word: String, tag: String)
  {
    let (reading, form) = read(text)
    #expect(reading.words.first { form($0) == word }.map { Self.models.tagNames[Int($0.tag)] } == tag)
  }

  @Test func `small words between capitals belong to a name`() {
    let (reading, form) = read("Jan van der Berg met al-Qaeda in Mali.")
    for word in ["Jan", "van", "der", "Berg", "al"] {
      #expect(reading.words.first { form($0) == word }.map { Self.models.tagNames[Int($0.tag)] } == "PROPN|NNP", "\(word)")
    }
  }

  @Test func `have before a participle is an auxiliary`() {
    let (reading, form) = read("Delhaut had first approached the company in June.")
    #expect(reading.words.first { form($0) == "had" }.map { Self.models.tagNames[Int($0.tag)] } == "AUX|VBD")
  }

  @Test func `sentences end at stops and not at abbreviations`() {
    let (reading, form) = read("Mr. Lee left at 5 p.m. on Friday. He did not say why. Did she?")
    #expect(reading.sentences.map { form(reading.words[$0.lowerBound]) } == ["Mr.", "He", "Did"])
  }

  @Test func `nominals have types and spans without their articles`() {
    let (reading, form) = read("The president met French officials in Berlin after the war.")
    let mentions = reading.mentions.map { mention in
      "\(mention.type): " + mention.words.map { form(reading.words[$0]) }.joined(separator: " ")
    }
    #expect(mentions.contains("person: president"))
    #expect(mentions.contains("place: Berlin"))
    #expect(mentions.contains("event: war"))
  }

  @Test func `a mention takes in "of" with a name, and no coordinator or number of another word`() {
    let (reading, form) = read("The government of France and two NATO ships left Berlin.")
    let mentions = reading.mentions.map { $0.words.map { form(reading.words[$0]) }.joined(separator: " ") }
    #expect(mentions.contains("government of France"))
    #expect(!mentions.contains("two NATO"))
    #expect(!mentions.contains { $0.hasPrefix("and ") || $0.hasPrefix("The ") })
  }

  @Test func `words have lemmas and features`() {
    let bytes = Array("The children were running and she wrote two letters.".utf8)
    let words = bytes.withUnsafeBufferPointer { text in
      Self.models.morphology(of: Self.models.read(text, blocks: [[0..<bytes.count]]), text.baseAddress!)
    }
    #expect(words.map(\.lemma) == ["the", "child", "be", "run", "and", "she", "write", "two", "letter", "."])
    #expect(words[0].features == "Definite=Def|PronType=Art")
    #expect(words[1].features == "Number=Plur")
    #expect(words[3].features == "Tense=Pres|VerbForm=Part")
    #expect(words[8].features == "Number=Plur")
  }

  @Test func `every word of any text has a head in its sentence, and each sentence one root`() {
    for text in [
      "", "?", "...", "( [ “", "A", "and and and", "of, the; in: a!", "x\ny\n\nz",
      String(repeating: "very ", count: 300) + "long",
    ] {
      let (reading, _) = read(text)
      for sentence in reading.sentences {
        #expect(sentence.count { reading.words[$0].head < 0 } == 1, "\(text)")
        for word in sentence {
          var at = word
          var steps = 0
          while reading.words[at].head >= 0, steps <= sentence.count { (at, steps) = (reading.words[at].head, steps + 1) }
          #expect(steps <= sentence.count && sentence.contains(at), "\(text)")
        }
      }
    }
  }
}
