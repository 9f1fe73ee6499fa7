import TestSupport
import Testing

@testable import Query

@Suite struct RegularExpressionTests {
  @Test(
    "The whole text must match",
    arguments: [
      ("", "", true), ("a", "a", true), ("a", "ab", false), ("a|bc", "bc", true), ("(ab)*", "ababab", true),
      ("(ab)*", "aba", false), ("a+b?", "aaa", true), ("a{2,3}", "aaaa", false), ("a{2,3}", "aaa", true),
      ("a{2,}", "aaaaaa", true), ("a{2}", "a", false), (".*", "été", true), (".", "日", true), (".", "\n", false),
      ("(?s).", "\n", true), ("[a-c]+", "abc", true), ("[^a-c]", "d", true), ("[^a-c]", "b", false),
      ("[a\\-z]", "-", true), ("[-a]", "-", true), ("[]a]", "]", true), ("\\d{3}", "123", true),
      ("\\w+\\s\\w+", "Abou Zeid", true), ("\\D", "1", false), ("(?i)MALI", "mali", true), ("(?i)[A-Z]+", "mali", true),
      ("a\\.b", "axb", false), ("a\\.b", "a.b", true), ("\\Qa.b\\E", "a.b", true), ("\\Qa.b\\E", "axb", false),
      ("^abc$", "abc", true), ("a.*\\bc", "ab c", true), ("a.*\\bc", "abc", false), ("(?:a|b)c", "bc", true),
      ("\\u00e9", "é", true), ("a*?b", "aab", true), ("(a*)*", "aaa", true), ("(a|a)*b", "aaab", true),
    ])
  func matching(pattern: String, text: String, expected: Bool) throws {
    let expression = try RegularExpression(pattern)
    #expect(expression.matches(text) == expected)
    if let automaton = RegularExpressionAutomaton(expression) { #expect(automaton.matches(text) == expected) }
  }

  @Test("The automaton that is made on the way matches what the instructions match")
  func automaton() throws {
    var generator = SeededGenerator(seed: 7)
    let pieces = ["a", "b", "[ab]", ".", "é", "(?:a|bé)", "日", "[^a]", "\\w"]
    let letters = ["a", "b", "c", "é", "日", "🧐", "\n"]
    for _ in 0..<200 {
      let pattern = (0...Int.random(in: 0...5, using: &generator)).map { _ in
        pieces.randomElement(using: &generator)! + ["", "", "*", "+", "?", "{1,3}"].randomElement(using: &generator)!
      }.joined()
      let expression = try RegularExpression(pattern)
      let automaton = try #require(RegularExpressionAutomaton(expression))
      for _ in 0..<20 {
        var text = (0..<Int.random(in: 0...8, using: &generator)).map { _ in letters.randomElement(using: &generator)! }.joined()
        let found = text.withUTF8 { automaton.matches($0) }
        #expect(found == expression.matches(text), "\(pattern) \(text)")
      }
    }
  }

  @Test("An automaton of many states begins anew and goes on")
  func manyStates() throws {
    let expression = try RegularExpression("[ab]*a[ab]{11}")
    let automaton = try #require(RegularExpressionAutomaton(expression))
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<20 {
      var text = (0..<400).map { _ in Bool.random(using: &generator) ? "a" : "b" }.joined()
      let found = text.withUTF8 { automaton.matches($0) }
      #expect(found == expression.matches(text))
    }
  }

  @Test(
    "What is malformed or needs backtracking is refused",
    arguments: ["(", ")", "[", "*", "a{2", "a{3,2}", "\\", "(?=a)", "(a)\\1", "[b-a]"])
  func refusals(pattern: String) {
    #expect(throws: RegularExpressionError.self) { try RegularExpression(pattern) }
  }

  @Test("A pattern that would make a backtracking engine explode is matched in linear time")
  func noExplosion() throws {
    let expression = try RegularExpression("(a*)*b")
    #expect(!expression.matches(String(repeating: "a", count: 5_000)))
  }
}

extension RegularExpression {
  fileprivate func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { matches($0) }
  }
}

extension RegularExpressionAutomaton {
  fileprivate func matches(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { matches($0) }
  }
}
