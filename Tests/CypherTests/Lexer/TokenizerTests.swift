import Cypher
import Testing

@Suite struct TokenizerTests {
  /// Kinds and texts of all tokens, such as `name:n`.
  private func tokens(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Tokenizer.tokens(of: text).map { token in
      "\(token.kind):\(String(decoding: bytes[token.lowerBound..<token.upperBound], as: UTF8.self))"
    }
  }

  @Test(arguments: [
    ("1", "decimalInteger"), ("0", "decimalInteger"), ("0x1F", "hexInteger"), ("0XaB", "hexInteger"), ("0o17", "octalInteger"),
    ("1.5", "float"), (".5", "float"), ("1e5", "float"), ("1.5E-3", "float"), ("1e+3", "float"), ("1e", "malformedNumber"),
    ("0x", "malformedNumber"), ("0xg", "malformedNumber"), ("0o8", "malformedNumber"), ("12abc", "malformedNumber"),
    ("007", "malformedNumber"), ("1_000", "malformedNumber"),
    ("'a'", "string"), ("\"a'b\"", "string"), ("'a\\'b'", "string"), ("''", "string"), ("'a", "unterminatedString"),
    ("'a\\'", "unterminatedString"), ("`a``b`", "quotedName"), ("``", "quotedName"), ("`a", "unterminatedName"),
    ("`a``", "unterminatedName"), ("$x", "parameter"), ("$0", "parameter"), ("$`a b`", "parameter"), ("$match", "parameter"),
    ("$", "malformedParameter"), ("$`a", "unterminatedName"),
    ("n", "name"), ("_x", "name"), ("a$b", "name"), ("Straße", "name"), ("日本", "name"), ("‿x", "name"), ("MATCH", "keyword"),
    ("mAtCh", "keyword"), ("matches", "name"), ("// x", "comment"), ("/* x\n */", "comment"), ("/**/", "comment"),
    ("/* x", "unterminatedComment"), ("—", "typographicDash"), ("⟨", "typographicLeftArrowHead"), ("☃", "unexpectedUnicode"),
    ("#", "unexpectedCharacter"), ("\u{0}", "unexpectedCharacter"), ("..", "dotDot"), ("<>", "notEqual"), ("=~", "matches"),
    ("+=", "plusEqual"), ("::", "doubleColon"), ("||", "doubleBar"), ("&", "ampersand"), ("!", "exclamation"),
    ("<=", "lessOrEqual"), (">=", "greaterOrEqual"),
  ])
  func `one token is of one kind`(text: String, kind: String) {
    #expect(tokens(text) == ["\(kind):\(text)"])
  }

  @Test(arguments: [
    ("1..3", ["decimalInteger:1", "dotDot:..", "decimalInteger:3"]),
    ("*..3", ["star:*", "dotDot:..", "decimalInteger:3"]),
    ("a<-1", ["name:a", "less:<", "minus:-", "decimalInteger:1"]),
    ("a.match", ["name:a", "dot:.", "name:match"]),
    ("(:Order)", ["leftParenthesis:(", "colon::", "name:Order", "rightParenthesis:)"]),
    ("a/b//c\nd", ["name:a", "slash:/", "name:b", "comment://c", "name:d"]),
    ("\u{FEFF}a\u{00A0}\u{2003}b\u{000B}c", ["name:a", "name:b", "name:c"]),
    ("'it' 's", ["string:'it'", "unterminatedString:'s"]),
    ("-->", ["minus:-", "minus:-", "greater:>"]),
    ("$(x)", ["dollar:$", "leftParenthesis:(", "name:x", "rightParenthesis:)"]),
    ("$any(", ["parameter:$any", "leftParenthesis:("]), ("a!=b", ["name:a", "unexpectedCharacter:!=", "name:b"]),
  ])
  func `texts fall into tokens`(text: String, expected: [String]) {
    #expect(tokens(text) == expected)
  }

  @Test func `tokens cover the text in order, whatever it is`() {
    let alphabet = Array("a1.'\"`$/*\\ \n—é☃{}[]()<>-=+~:;,|#x0eE").map(String.init)
    var state: UInt64 = 42
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += alphabet[Int(state >> 33) % alphabet.count]
      }
      var end = 0
      for token in Tokenizer.tokens(of: text) {
        #expect(token.lowerBound >= end && token.upperBound > token.lowerBound, "\(text)")
        end = token.upperBound
      }
      #expect(end <= text.utf8.count)
    }
  }
}
