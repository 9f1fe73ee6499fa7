import Cypher
import Testing

@Suite struct StatementSplitterTests {
  @Test(arguments: [
    ("RETURN 1; RETURN 2;", ["RETURN 1", "RETURN 2"], ""),
    ("RETURN ';' ; x", ["RETURN ';'"], "x"),
    ("RETURN \"a\\\";\" ;", ["RETURN \"a\\\";\""], ""),
    ("MATCH (`a;b``;`) ;", ["MATCH (`a;b``;`)"], ""),
    ("// a; b\nRETURN 1; // c;\n", ["RETURN 1"], ""),
    ("/* a; */ RETURN /* ; */ 1 /* b */;", ["RETURN /* ; */ 1"], ""),
    (";;  ; RETURN 1;", ["RETURN 1"], ""),
    ("RETURN (1;", ["RETURN (1"], ""),
    ("RETURN 1 / 2; RETURN 3", ["RETURN 1 / 2"], "RETURN 3"),
    ("RETURN 'a\nb';", ["RETURN 'a\nb'"], ""),
    ("RETURN 'é☃' ;RETURN '日本';", ["RETURN 'é☃'", "RETURN '日本'"], ""),
    ("RETURN 1 // trailing\n + 2;", ["RETURN 1 // trailing\n + 2"], ""),
  ])
  func `statements end at semicolons outside quotes and comments`(text: String, expected: [String], rest: String) {
    let (statements, splitter) = StatementSplitter.split(text)
    #expect(statements.map(\.text) == expected)
    #expect(splitter.lastStatement?.text ?? "" == rest)

    // However the text is cut into pieces, the answer is the same.
    var pieces = StatementSplitter()
    var collected: [StatementSplitter.Statement] = []
    for scalar in text.unicodeScalars { collected += pieces.append(String(Character(scalar))) }
    #expect(collected == statements)
    #expect(pieces.lastStatement == splitter.lastStatement)
    #expect(pieces.open == splitter.open)
  }

  @Test(arguments: [
    ("RETURN 'a", [StatementSplitter.OpenConstruct.Kind.string], 7), ("RETURN \"a'", [.doubleQuotedString], 7),
    ("RETURN `a", [.quotedName], 7), ("RETURN 1 /* a", [.comment], 9), ("RETURN (1", [.parenthesis], 7),
    ("RETURN [1", [.bracket], 7), ("RETURN {a: [(", [.brace, .bracket, .parenthesis], 12), ("RETURN (1) + [", [.bracket], 13),
    ("RETURN 1; MATCH (n", [.parenthesis], 7),
  ])
  func `what is open is known, with its place`(text: String, kinds: [StatementSplitter.OpenConstruct.Kind], place: Int) {
    let splitter = StatementSplitter.split(text).rest
    #expect(splitter.open.map(\.kind) == kinds)
    #expect(splitter.open.last?.span.lowerBound == place)
    #expect(splitter.lastStatement == nil)
  }

  @Test func `lines are counted over everything that was read`() {
    var splitter = StatementSplitter()
    #expect(splitter.append("// head\n\nRETURN 1;\n").map(\.line) == [3])
    #expect(splitter.append("RETURN\n2; RETURN 3").map(\.line) == [4])
    #expect(splitter.lastStatement?.line == 5)
    splitter.reset()
    #expect(splitter.append("RETURN 1;").map(\.line) == [1])
  }

  @Test func `blanks and comments are no statement`() {
    let splitter = StatementSplitter.split("RETURN 1; // done\n  ").rest
    #expect(splitter.pendingIsBlank)
    #expect(splitter.lastStatement == nil)
    #expect(StatementSplitter.split("/* open").rest.pendingIsBlank == false)
    #expect(StatementSplitter.split(" /").rest.open.isEmpty)
  }
}
