import Cypher
import Testing

@Suite struct NameSuggestionTests {
  @Test(arguments: [
    ("titel", ["title", "tilt", "size"], "title"), ("PERSON", ["person"], "person"), ("x", ["y", "z"], nil), ("x", ["xs"], nil),
    ("colect", ["count", "collect"], "collect"), ("abcdef", ["uvwxyz"], nil), ("", ["a"], nil),
    ("toUper", ["toLower", "toUpper"], "toUpper"),
  ])
  func `the nearest name is near`(name: String, candidates: [String], expected: String?) {
    #expect(NameSuggestion.nearest(to: name, among: candidates) == expected)
  }
}
