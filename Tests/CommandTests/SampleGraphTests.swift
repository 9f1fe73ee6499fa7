import Foundation
import Testing

/// The sample folder and the query scripts, as README shows them: a newcomer's first questions must have answers.
@Suite struct SampleGraphTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  static let graph = root.appending(path: "Graphs/mali-2013").path

  /// The scripts of `Scripts/` by file name.
  static let scripts: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: "Scripts").path)) ?? []
    return names.filter { $0.hasSuffix(".cypher") }.sorted()
  }()

  /// The records of a query over the sample folder, one JSON line each.
  static func records(_ query: String, of graph: String = graph) throws -> [String] {
    let outcome = try DossierBinary.run("-c", query, "-m", "jsonl", graph)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    return outcome.output.split(separator: "\n").map(String.init)
  }

  @Test("a query script finds something in the sample documents", arguments: scripts)
  func script(name: String) throws {
    let script = Self.root.appending(path: "Scripts/\(name)").path
    let outcome = try DossierBinary.run("-P", "person=Abou Zeid", "-f", script, "-m", "jsonl", Self.graph)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(!outcome.output.isEmpty, "\(name) answers nothing")
  }

  @Test func `there are scripts to run`() {
    #expect(Self.scripts.count >= 6)
  }

  @Test func `the sample says who calls a death certain and who does not`() throws {
    let records = try Self.records(
      """
      MATCH (p:Person {name: 'Abdelhamid Abou Zeid'})<-[:PARTICIPANT]-(e:Event)<-[:ABOUT]-(c:Claim)-[:SAID_BY]->(who)
      WHERE e.type IN ['death', 'killing']
      RETURN DISTINCT c.certainty AS certainty, who.name AS who ORDER BY certainty, who
      """)
    for certainty in ["probable", "reported", "rumoured"] {
      #expect(records.contains { $0.contains("\"certainty\":\"\(certainty)\"") }, "nobody calls it \(certainty): \(records)")
    }
  }

  @Test func `a toll of one document is corrected by the same voice in another`() throws {
    let records = try Self.records(
      """
      MATCH (a:Claim)-[r:CONTRADICTS {correction: true}]->(b:Claim), (a)-[:SAID_BY]->(who)<-[:SAID_BY]-(b)
      MATCH (a)-[:STATED_IN]->(later:Document), (b)-[:STATED_IN]->(earlier:Document)
      RETURN who.name AS who, b.value AS said, a.value AS says, earlier.date < later.date AS isLater
      """, of: Self.root.appending(path: "Graphs/orla-mill-2024").path)
    #expect(records == [#"{"who":"Tarnow County Police","said":7,"says":6,"isLater":true}"#])
  }

  @Test func `a search answers with sentences, and the claims behind one can be asked for`() throws {
    let outcome = try DossierBinary.run("-c", ":find kidnappers\n:why 1", Self.graph)
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(outcome.output.contains("What Paris Wants From the Operation, sentence 2: Islamist groups hold"), "\(outcome.output)")
    #expect(outcome.output.contains("provoke the **kidnappers.**"), "\(outcome.output)")
    #expect(outcome.output.contains("SAYS"), "no claim: \(outcome.output)")
  }

  @Test func `two estimates of the same strength contradict each other`() throws {
    let records = try Self.records(
      """
      MATCH (a:Claim)-[:CONTRADICTS]-(b:Claim)
      WHERE a.valueMin = 1200 AND a.valueMax = 1500 AND b.valueMin = 800 AND b.valueMax = 900
      RETURN count(*) AS pairs
      """)
    #expect(records == ["{\"pairs\":1}"])
  }
}
