import Testing

@testable import Linguistics

@Suite struct WordClassesTests {
  private func word(_ text: String, seen: [String] = [], lexicon: WordLexicon = []) -> WordForm {
    var word = Array(text.utf8).withUnsafeBufferPointer { WordForm($0) }
    word.classes = WordClasses(seen.map(Self.class(of:)))
    word.lexicon = UInt64(lexicon.rawValue)
    return word
  }

  private static func `class`(of name: String) -> WordClasses {
    WordClasses(partOfSpeech: UInt8(SyntaxNumbers.partsOfSpeech.firstIndex(of: name)!))
  }

  private func allows(_ word: WordForm, _ name: String) -> Bool {
    WordClasses.allowed(for: word).contains(Self.class(of: name))
  }

  @Test func `a word is what it was seen as or what the lexicon knows it as`() {
    let others = word("others", seen: ["NOUN"], lexicon: [.plural, .thirdPerson])
    #expect(allows(others, "NOUN") && allows(others, "VERB"))
    #expect(!allows(others, "AUX") && !allows(others, "PRON"))
  }

  @Test func `a word that nobody knows is of an open class`() {
    #expect(allows(word("brillig"), "ADJ") && allows(word("brillig"), "PROPN"))
    #expect(!allows(word("brillig"), "DET"))
  }

  @Test func `a capital makes a name of any word`() {
    #expect(allows(word("Others", seen: ["NOUN"]), "PROPN"))
    #expect(!allows(word("others", seen: ["NOUN"]), "PROPN"))
  }

  @Test func `marks and the shortest words may be anything`() {
    #expect(WordClasses.allowed(for: word("–")) == .all)
    #expect(WordClasses.allowed(for: word("to", seen: ["ADP"])) == .all)
  }
}
