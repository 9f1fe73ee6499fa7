import Graph
import TestSupport
import Testing

@testable import Cypher
@testable import Query

/// The reference against the language: nothing is missing, and every example runs.
@Suite struct ReferenceTests {
  static let entries = Reference.all + ProcedureRegistry.standard.signatures.map { ReferenceEntry($0) }

  @Test func `no two entries share a name`() {
    let names = Self.entries.map { $0.name.lowercased() }
    let repeated = Dictionary(grouping: names, by: { $0 }).filter { $0.value.count > 1 }.keys
    #expect(repeated.isEmpty)
  }

  @Test func `every entry has a sentence and an example`() {
    for entry in Self.entries { #expect(!entry.summary.isEmpty && !entry.example.isEmpty, "\(entry.name)") }
  }

  @Test func `every word that begins a clause is explained`() {
    let names = Set(Self.entries.map(\.name))
    // USE is only read to be refused.
    for keyword in Keyword.allCases where keyword.beginsClause && ![.detach, .use].contains(keyword) {
      #expect(names.contains { $0 == keyword.rawValue || $0.hasPrefix(keyword.rawValue + " ") }, "\(keyword.rawValue)")
    }
  }

  @Test func `every example calls what it explains`() {
    for entry in Self.entries where [.function, .aggregate, .procedure].contains(entry.kind) {
      #expect(entry.example.lowercased().contains(entry.name.lowercased() + "("), "\(entry.name)")
    }
  }

  @Test func `every example of a function is of one that there is`() {
    for name in FunctionExamples.all.keys { #expect(FunctionCatalog.signature(named: name)?.name == name, "\(name)") }
    for name in ProcedureExamples.all.keys {
      #expect(ProcedureRegistry.standard.procedure(named: name)?.signature.name == name, "\(name)")
    }
  }

  @Test("every example runs and finds something", arguments: entries.map(\.name))
  func example(name: String) throws {
    let entry = try #require(Self.entries.first { $0.name == name })
    let result = try ReferencePage.engine().run(entry.example, parameters: ["name": .string("Awa Diallo")])
    let records = try result.allRecords()
    #expect(result.columns.isEmpty || !records.isEmpty)
  }

  @Test func `the page is made of the entries and what their examples give`() throws {
    assertSnapshot(try ReferencePage.text(Self.entries), in: ReferencePage.file)
  }
}
