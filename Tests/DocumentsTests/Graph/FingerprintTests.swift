import Testing

@testable import Documents

@Suite struct FingerprintTests {
  private static let words = (0..<400).map { TextHash.of("word\($0 * 7 % 311)x\($0)") }

  @Test("the same words give the same fingerprint, which can be written and read")
  func same() throws {
    let fingerprint = Fingerprint(words: Self.words)
    #expect(fingerprint == Fingerprint(words: Self.words))
    #expect(fingerprint.resemblance(to: fingerprint) == 1)
    #expect(Fingerprint(text: fingerprint.text) == fingerprint)
    #expect(Fingerprint(text: "0f") == nil)
    #expect(Fingerprint(text: String(repeating: "g", count: 256)) == nil)
  }

  @Test("the resemblance is near the share of runs of words that two texts have in common", arguments: [10, 40, 100, 200])
  func resemblance(changed: Int) {
    let other = Self.words.dropLast(changed) + (0..<changed).map { TextHash.of("other\($0)") }
    let common = Double(Self.words.count - changed - 2)
    let expected = common / (Double(2 * (Self.words.count - 2)) - common)
    let found = Fingerprint(words: Self.words).resemblance(to: Fingerprint(words: Array(other)))
    #expect(abs(found - expected) < 0.12, "expected about \(expected), found \(found)")
  }

  @Test("of short texts only the same resemble each other")
  func short() {
    let text = Array(Self.words.prefix(12))
    #expect(Fingerprint(words: text).resemblance(to: Fingerprint(words: text)) == 1)
    #expect(Fingerprint(words: text).resemblance(to: Fingerprint(words: Array(text.dropLast()))) < 0.2)
    #expect(Fingerprint(words: []).resemblance(to: Fingerprint(words: text)) < 0.2)
  }
}
