import Cypher
import Testing

/// The calls whose arguments are words: each is read as an ordinary call, which is printed and read again alike.
@Suite struct TextFunctionTests {
  @Test(arguments: [
    ("trim(x)", "trim(x)"), ("trim(BOTH 'a' FROM x)", "bTrim(x, 'a')"), ("trim(leading $p from x)", "lTrim(x, $p)"),
    ("trim(TRAILING FROM x.y)", "rTrim(x.y)"), ("trim('a' + 'b' FROM x)", "bTrim(x, 'a' + 'b')"),
    ("trim(BOTH both FROM both)", "bTrim(both, both)"),
    ("trim(both)", "trim(both)"), ("trim(leading + 'a')", "trim(leading + 'a')"), ("trim(trailing.name)", "trim(trailing.name)"),
    ("trim(both FROM x)", "bTrim(x)"), ("normalize(x, nfkd)", "normalize(x, 'NFKD')"), ("normalize(x)", "normalize(x)"),
    ("normalize(x, form)", "normalize(x, form)"),
    ("allReduce(a = 0, x IN l | a + x, a < 9)", "allReduce(a = 0, x IN l | a + x, a < 9)"),
    ("reduce(a = 0, x IN l | a + x)", "reduce(a = 0, x IN l | a + x)"),
  ])
  func `words among the arguments say which function is called`(text: String, expected: String) throws {
    let expression = try CypherParser.parseExpression(text)
    #expect(CypherPrinter.text(of: expression) == expected)
    #expect(try CypherParser.parseExpression(expected) == expression)
  }

  @Test(arguments: [
    "trim(BOTH 'a', x)", "trim(BOTH 'a')", "trim('a' FROM)", "trim(BOTH 'a' FROM x", "allReduce(a = 0, x IN l | a + x)",
    "allReduce(a = 0, x IN l)",
  ])
  func `half of a form is refused`(text: String) {
    #expect(throws: CypherError.self) { try CypherParser.parseExpression(text) }
  }
}
