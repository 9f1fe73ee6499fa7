import Testing

@testable import Documents

@Suite struct VerbFormsTests {
  @Test(
    "a form leads to its base",
    arguments: [
      ("stopped", "stop"), ("hoped", "hope"), ("killed", "kill"), ("denied", "deny"), ("died", "die"), ("said", "say"),
      ("fled", "flee"), ("storming", "storm"), ("accuses", "accuse"), ("marches", "march"), ("carries", "carry"),
      ("admitted", "admit"), ("broke", "break"), ("signed", "sign"),
      ("stripped", "strip"), ("re-elected", "re-elect"),
    ])
  func lemmas(form: String, base: String) {
    #expect(VerbForms.lemma(of: form) == base)
  }

  @Test("what is no verb has no base form")
  func nouns() {
    #expect(VerbForms.lemma(of: "ceasefire") == nil)
    #expect(VerbForms.lemma(of: "gunmen") == nil)
  }
}
