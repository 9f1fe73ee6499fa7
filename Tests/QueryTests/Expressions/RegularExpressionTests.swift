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
    #expect(try RegularExpression(pattern).matches(text) == expected)
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
