import Graph
import Testing

@testable import Shell

@Suite struct CompleterTests {
  let bench = ShellBench()

  func candidates(_ text: String) -> [String] {
    Completer(context: bench.context).complete(text).candidates.map(\.text)
  }

  @Test(
    "what is offered depends on the place",
    arguments: [
      ("MATCH (n:", ["Event", "Person", "`Odd label`"]),
      ("MATCH (n:pe", ["Person"]),
      ("MATCH (n:Odd", ["`Odd label`"]),
      ("MATCH (n:`Od", ["`Odd label`"]),
      ("MATCH (n:Person|E", ["Event"]),
      ("MATCH (a)-[r:", ["KNOWS", "SAID_BY"]),
      ("MATCH (a)-[:KNOWS|S", ["SAID_BY"]),
      ("MATCH (n:Person {", ["age", "name"]),
      ("MATCH (n:Person {age: 1, n", ["name"]),
      ("MATCH ()-[r:KNOWS {", ["since"]),
      ("MATCH (n:Person) WHERE n.", ["age", "name"]),
      ("MATCH (n:Event) WHERE n.", ["name"]),
      ("MATCH (n) WHERE n.s", ["since"]),
      ("MATCH (person) RETURN per", ["person"]),
      ("MATCH (a) WITH a AS other RETURN o", ["other", "offset", "on", "optional", "or", "order"]),
      ("CALL db.la", ["db.labels("]),
      ("CALL db.", ["db.labels(", "db.propertyKeys("]),
      ("RETURN duration.", ["between("]),
      ("RETURN toU", []),
      ("RETURN tol", ["toLower("]),
      ("MAT", ["MATCH"]),
      ("mat", ["match"]),
      ("RETURN 1; UNW", ["UNWIND"]),
      ("RETURN 'MAT", []),
      ("RETURN 1 // MAT", []),
      ("MATCH (n)\nRET", ["RETURN"]),
    ] as [(String, [String])])
  func statement(text: String, expected: [String]) {
    #expect(candidates(text) == expected)
  }

  @Test func `a WITH hides what it does not pass on`() {
    #expect(!candidates("MATCH (alpha)-->(beta) WITH alpha AS gamma RETURN ").contains("alpha"))
    #expect(candidates("MATCH (alpha)-->(beta) WITH alpha AS gamma RETURN ").contains("gamma"))
    #expect(candidates("MATCH (alpha)-->(beta) WITH alpha, beta MATCH (delta) RETURN ").starts(with: ["alpha", "beta", "delta"]))
    #expect(candidates("MATCH (alpha) WITH * RETURN alp") == ["alpha"])
  }

  @Test func `parameters are offered behind their sign`() {
    bench.context.parameters = ["name": .null, "number": .null, "other": .null]
    #expect(candidates("RETURN $n") == ["$name", "$number"])
  }

  @Test(
    "commands and their arguments are completed",
    arguments: [
      (":mo", [":mode"]), (":ex", [":exit", ":export", ":explain"]), (":mode m", ["markdown"]), (":timing o", ["on", "off"]),
      (":set ma", ["max_rows", "max_width"]), (":set timing ", ["on", "off"]), (":export c", ["cypher"]),
      (":schema P", ["Person"]), (":help his", ["history"]), (":begin x", []), ("RETURN 1;\n:mo", [":mode"]),
    ] as [(String, [String])])
  func command(text: String, expected: [String]) {
    #expect(candidates(text) == expected)
  }

  @Test(
    "names of the graph are completed behind the investigating commands",
    arguments: [
      (":why An", ["\"Ana Ruiz\""]), (":says \"Ana R", ["\"Ana Ruiz\""]), (":neighbours Ana Ru", ["\"Ana Ruiz\""]),
      (":path Ana", ["\"Ana Ruiz\""]), (":path \"Ana Ruiz\" Har", ["\"Harbour Board\""]), (":says board", ["\"Harbour Board\""]),
      (":says Ru", ["Ruiz"]), (":says Nobody", []),
    ] as [(String, [String])])
  func entity(text: String, expected: [String]) {
    bench.session.on(
      "RETURN n.name AS name", ["name", "aliases"],
      [[.string("Ana Ruiz"), .list([.string("Ruiz")])], [.string("Harbour Board"), .null]])
    #expect(candidates(text) == expected)
  }

  @Test func `what candidates have in common is inserted first`() {
    let completion = Completer(context: bench.context).complete("RETURN to")
    #expect(completion.replacedCount == 2)
    #expect(completion.commonPrefix == "to")
    #expect(Completer(context: bench.context).complete(":expl").candidates.first?.suffix == " ")
  }

  @Test func `candidates are listed in columns that fit`() {
    #expect(CandidateList.text(["alpha", "be", "gamma", "d"], columns: 16) == "alpha  gamma\nbe     d\n")
    #expect(CandidateList.text(["alpha", "be"], columns: 4) == "a…\nbe\n")
    #expect(CandidateList.text((0..<150).map { "c\($0)" }, columns: 80).hasSuffix("… 50 more: type another letter\n"))
  }
}
