import Testing

@testable import Linguistics

@Suite struct EditScriptTests {
  @Test(arguments: [
    ("running", "run", "4+"), ("went", "go", "4+go"), ("People", "person", "L4+rson"), ("France", "France", "0+"),
    ("Was", "be", "3+be"),
    ("studies", "study", "3+y"),
  ])
  func `a script says how a form becomes its lemma, and does it`(_ form: String, _ lemma: String, _ name: String) throws {
    let script = EditScript(from: form, to: lemma)
    #expect(script.name == name)
    #expect(try #require(EditScript(name)) == script)
    #expect(script(form) == lemma)
  }

  @Test func `a script leaves no word empty and asks for no more letters than there are`() {
    let script = EditScript(isLowered: false, dropped: 3, added: "")
    #expect(script("ing") == nil)
    #expect(script("is") == nil)
    #expect(script("goes") == "g")
  }
}
