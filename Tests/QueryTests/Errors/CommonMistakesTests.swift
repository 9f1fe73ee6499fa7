import Cypher
import Query
import TestSupport
import Testing

/// Each message is there to be read: place, cause and remedy. Whoever changes one reads all of them again.
struct CommonMistakesTests {
  private static let script = """
    CREATE (a:Person {name: 'Ann', age: 31}), (b:Person {name: 'Bob', age: 29}), (c:City {name: 'Bamako'}),
      (a)-[:KNOWS {since: 2013}]->(b), (a)-[:LIVES_IN]->(c)
    """

  @Test func `whoever errs is told what is wrong, where, and what to do`() throws {
    let engine = try QueryEngine.over(Self.script)
    var texts: [String] = []
    for query in CommonMistakes.all {
      do throws(CypherError) {
        _ = try engine.run(query, parameters: [:]).allRecords()
        Issue.record("no error: \(query)")
      } catch {
        #expect(!error.message.isEmpty && !error.message.hasSuffix("."), "\(query)")
        texts.append("\(query)\n\(error.rendered(in: query))\n")
      }
      if engine.transactionState != .none { _ = try? engine.run("ROLLBACK", parameters: [:]) }
    }
    #expect(Set(CommonMistakes.all).count == CommonMistakes.all.count)
    #expect(texts.count >= 150)
    assertSnapshot(texts.joined(separator: "\n"), named: "CommonMistakes.txt")
  }
}
