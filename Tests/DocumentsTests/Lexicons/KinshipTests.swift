import Testing

@testable import Documents

@Suite struct KinshipTests {
  @Test(
    "kin are known by what their nouns are made of",
    arguments: [
      "nephew", "great-nephew", "half-brother", "stepson", "godmother", "father-in-law", "great-granddaughter", "ex-wife",
    ])
  func relatives(noun: String) {
    #expect(Kinship.isRelative(noun))
  }

  @Test("others are none", arguments: ["lawyer", "steward", "grandee", "half-time", "godsend", "step"])
  func others(noun: String) {
    #expect(!Kinship.isRelative(noun))
  }

  @Test("the noun tells the gender where it has one")
  func gender() {
    #expect(Kinship.gender(of: "step-sister") == .female)
    #expect(Kinship.gender(of: "son-in-law") == .male)
    #expect(Kinship.gender(of: "cousin") == nil)
  }
}
