import Graph
import Testing

@testable import Shell

@Suite struct ValueTextTests {
  @Test func `a node shows its caption first and how much there is besides`() {
    #expect(ValueText().node(Sample.ana) == "(:Entity:Person {name: \"Ana Ruiz\", …2})")
    #expect(ValueText().node(Sample.board) == "(:Entity:Organization {name: \"Harbour Board\"})")
    #expect(ValueText(showsIDs: true).node(Sample.board) == "(#2:Entity:Organization {name: \"Harbour Board\"})")
    #expect(
      ValueText(isBrief: false).node(Sample.ana) == "(:Entity:Person {name: \"Ana Ruiz\", aliases: [\"Ruiz\"], age: 40})")
  }

  @Test func `a path runs in the direction in which it is stored`() {
    let path = Path(nodes: [Sample.board, Sample.ana], relationships: [Sample.worksFor])
    #expect(ValueText().path(path) == "(Harbour Board)<-[:WORKS_FOR]-(Ana Ruiz)")
  }

  @Test(
    "names that are no identifiers stand in backticks",
    arguments: [
      ("Person", "Person"), ("Ärger", "Ärger"), ("a b", "`a b`"), ("1a", "`1a`"), ("", "``"), ("a`b", "`a``b`"), ("a_1", "a_1"),
    ])
  func names(name: String, written: String) {
    #expect(ValueText.name(name) == written)
  }

  @Test func `strings are bare in a cell and quoted inside a value`() {
    #expect(ValueText().cell(.string("a \"b\"")) == "a \"b\"")
    #expect(ValueText().cell(.string("")) == "\"\"")
    #expect(ValueText().cell(.list([.string("a \"b\""), .null, .float(1)])) == "[\"a \\\"b\\\"\", null, 1.0]")
  }

  @Test(
    "numbers are easy on the eye",
    arguments: [
      (0.0, "0.0 ms"), (3.14, "3.1 ms"), (12.4, "12 ms"), (9_999.4, "9999 ms"), (12_340, "12.3 s"),
    ])
  func durations(milliseconds: Double, text: String) {
    #expect(Count.duration(milliseconds) == text)
  }

  @Test func `counts are grouped and agree with their noun`() {
    #expect(Count.of(1, "row") == "1 row")
    #expect(Count.of(1_234_567, "row") == "1,234,567 rows")
    #expect(Count.of(-1_000, "row") == "-1,000 rows")
  }
}
