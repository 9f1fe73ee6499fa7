import CSQLite
import Foundation
import Graph
import GraphStorage
import TestSupport
import Testing

@Suite struct FullTextSearchTests {
  /// Names and aliases under the id of the node.
  static let entities: [(name: String, aliases: [String])] = [
    ("Mokhtar Belmokhtar", ["Belmokhtar", "the one-eyed commander"]),
    ("Abdelhamid Abou Zeid", ["Abou Zeid"]),
    ("Ansar Dine", []),
    ("Łódź", ["Lodz"]),
    ("São Tomé", []),
    ("al-Qaida in the Islamic Maghreb", ["AQIM"]),
    ("commander of the army", []),
    ("Algeria", ["Algerian army"]),
  ]

  static func store(at path: String? = nil, analyzer: TextAnalyzer = .standard) throws -> GraphStore {
    let store = try path.map { try GraphStore.open($0, mode: .create) } ?? GraphStore()
    let transaction = try store.begin()
    let keys = ["name", "aliases"].map { transaction.propertyKeyID(creating: $0) }
    let label = transaction.labelID(creating: "Entity")
    for entity in entities {
      let aliases = Value.list(entity.aliases.map { .string($0) })
      try transaction.createNode(labels: [label], properties: [(keys[0], .string(entity.name)), (keys[1], aliases)])
    }
    try transaction.createIndex(
      IndexDefinition(name: "names", kind: .fullText, owners: ["Entity"], keys: ["name", "aliases"], analyzer: analyzer))
    try transaction.commit()
    return store
  }

  static let searches: [(text: String, found: [UInt32])] = [
    ("belmokhtar", [0]), ("BELMOKHTAR", [0]), ("abou", [1]), ("abou*", [1]), ("belm*", [0]), ("ab* zei*", [1]),
    ("belmoktar", []), ("belmoktar~", [0]), ("belmoktar~1", [0]), ("belmktar~1", []), ("belmktar~2", [0]), ("beelmokhtar~0", []),
    ("ebou~", [1]), ("eb~", []), ("b?lm?khtar", [0]), ("*zeid", [1]), ("z*d", [1]), ("z?d", []),
    ("\"abou zeid\"", [1]), ("\"zeid abou\"", []), ("\"abdelhamid zeid\"~1", [1]), ("\"abdelhamid zeid\"~0", []),
    ("abou zeid", [1]), ("abou ansar", [1, 2]), ("abou AND ansar", []), ("abou OR ansar", [1, 2]), ("abou && zeid", [1]),
    ("commander", [0, 6]), ("commander -army", [0]), ("commander NOT army", [0]), ("commander AND NOT eyed", [6]),
    ("+commander +army", [6]), ("+commander army", [0, 6]), ("(abou OR ansar) AND dine", [2]), ("army !commander", [7]),
    ("name:army", [6]), ("aliases:army", [7]), ("aliases:(army AND algerian)", [7]), ("aliases:\"algerian army\"", [7]),
    ("name:alg*", [7]), ("aliases:belmoktar~", [0]), ("Lodz", [3]), ("łódź", [3]), ("sao tome", [4]), ("al-qaida", [5]),
    ("aqim", [5]),
    ("qaida", [5]), ("...", []), ("", []), ("   ", []), ("\\(abou\\)", [1]), ("and", []), ("belmokhtar\\:", [0]),
    ("\"algeria algerian\"", []), ("\"belmokhtar the\"", []),
  ]

  @Test("a search finds what it asks for", arguments: searches)
  func found(search: (text: String, found: [UInt32])) throws {
    let snapshot = try Self.store().snapshot
    #expect(try snapshot.search("names", search.text).map(\.element).sorted() == search.found, "\(search.text)")
  }

  static let wrong: [(text: String, message: String)] = [
    ("-army", "only says what not to find"), ("!!!", "only says what not to find"), ("NOT army", "only says what not to find"),
    ("(abou", "`(` is not closed"),
    ("abou)", "closes nothing"), ("\"abou", "quotation mark is not closed"), ("abou AND", "nothing follows AND"),
    ("+", "a word is missing"),
    ("abou~3", "at most 2 letters"), ("abou~0.5", "at most 2 letters"), ("abou^2", "no weights"), ("[a TO b]", "no ranges"),
    ("/ab.*/", "no regular expressions"),
    ("*", "fits every word"), ("a\\", "nothing follows the last"), ("city:abou", "no such property"),
    (":abou", "follows no property"),
    ("\"a b\"~", "a number of words is missing"), ("~", "follows no word"),
    (String(repeating: "(", count: 20) + "a", "nested deeper"),
    (String(repeating: "a ", count: 300), "at most 200 words"),
  ]

  @Test("a text that cannot be read is refused in words of its own", arguments: wrong)
  func refused(search: (text: String, message: String)) throws {
    let snapshot = try Self.store().snapshot
    let error = #expect(throws: StorageError.self) { try snapshot.search("names", search.text) }
    #expect(
      error?.code == .malformedSearch && error?.message.contains(search.message) == true,
      "\(search.text): \(error?.message ?? "")")
  }

  @Test("whatever the text, there is an answer or a reason, and never SQLite's own error", arguments: seeds(2))
  func hostile(seed: UInt64) throws {
    let snapshot = try Self.store().snapshot
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "\"", "(", ")", "*", "~", ":", "^", "+", "-", "NOT ", "AND ", "OR ", "NEAR(", "a", "b c", "{", "}", "'", ";", "--", "\\",
      "\0", "c0", "name:", "é",
      "\u{301}", "rowid", " ", "👩‍👩‍👧", "~2", "?", ",", "/", "\u{E000}", "DROP TABLE words_1",
    ]
    for _ in 0..<300 {
      let text = (0..<Int.random(in: 1...9, using: &generator)).map { _ in pieces.randomElement(using: &generator)! }.joined()
      do throws(StorageError) {
        _ = try snapshot.search("names", text)
      } catch {
        #expect(error.code == .malformedSearch, "seed \(seed): \(text.debugDescription): \(error)")
      }
    }
  }

  @Test("what fits better comes first, and an exact word before one that is a letter off")
  func ranking() throws {
    let store = GraphStore()
    let transaction = try store.begin()
    let (label, key) = (transaction.labelID(creating: "A"), transaction.propertyKeyID(creating: "t"))
    let texts =
      [
        "an army of words that goes on and on until nobody remembers how it began", "the army", "belmoktar", "Belmokhtar",
        "nothing",
      ] + (0..<20).map { "filler \($0)" }
    for text in texts { try transaction.createNode(labels: [label], properties: [(key, .string(text))]) }
    try transaction.createIndex(IndexDefinition(name: "t", kind: .fullText, owners: ["A"], keys: ["t"]))
    try transaction.commit()
    let hits = try store.snapshot.search("t", "army")
    #expect(hits.map(\.element) == [1, 0] && hits[0].score > hits[1].score && hits[1].score > 0)
    #expect(try store.snapshot.search("t", "belmokhtar~").map(\.element) == [3, 2])
    #expect(try store.snapshot.search("t", "belmoktar~").map(\.element) == [2, 3])
    #expect(try store.snapshot.search("t", "+filler 7").map(\.element).first == 12, "what is wished for counts")
  }

  @Test("the english analyzer finds words by their stem")
  func stems() throws {
    let store = try Self.store(analyzer: .english)
    #expect(try store.snapshot.search("names", "commanders").map(\.element).sorted() == [0, 6])
    #expect(try Self.store().snapshot.search("names", "commanders").isEmpty)
  }

  @Test("an index holds the elements of any of its labels once, with strings and lists of strings only")
  func owners() throws {
    let store = GraphStore()
    let transaction = try store.begin()
    let (a, b) = (transaction.labelID(creating: "A"), transaction.labelID(creating: "B"))
    let key = transaction.propertyKeyID(creating: "t")
    for (labels, value) in [
      ([a, b], Value.string("x")), ([b], .list([.string("x"), .integer(1)])), ([b], .integer(1)), ([], .string("x")),
    ] {
      try transaction.createNode(labels: labels, properties: [(key, value)])
    }
    try transaction.createIndex(IndexDefinition(name: "t", kind: .fullText, owners: ["A", "B"], keys: ["t"]))
    try transaction.commit()
    #expect(try store.snapshot.search("t", "x").map(\.element).sorted() == [0, 1])
    let error = #expect(throws: StorageError.self) { try store.snapshot.search("u", "x") }
    #expect(error?.remedy == "there are `t`")
  }

  @Test(
    "a search sees the writes of its own transaction, and nothing of them once they are rolled back", arguments: [false, true])
  func transaction(isInFile: Bool) throws {
    let folder = try TemporaryFolder()
    let store = try Self.store(at: isInFile ? folder.file("graph.dossier") : nil)
    let transaction = try store.begin()
    let (label, name) = (transaction.labelID(creating: "Entity"), transaction.propertyKeyID(creating: "name"))
    func found(_ text: String) throws -> [UInt32] { try transaction.state.search("names", text).map(\.element).sorted() }
    let node = try transaction.createNode(labels: [label], properties: [(name, .string("Iyad ag Ghali"))])
    #expect(try found("ghali") == [node.rawValue])
    #expect(try store.snapshot.search("names", "ghali").isEmpty, "others do not see it")
    try transaction.set(.string("renamed"), for: name, of: NodeID(0))
    #expect(try found("mokhtar").isEmpty && found("renamed") == [0])
    let savepoint = transaction.savepoint()
    try transaction.removeLabel(label, from: NodeID(2))
    try transaction.delete(NodeID(3))
    #expect(try found("ansar").isEmpty && found("lodz").isEmpty)
    transaction.rollback(to: savepoint)
    #expect(try found("ansar") == [2] && found("lodz") == [3])
    try transaction.createIndex(IndexDefinition(name: "more", kind: .fullText, owners: ["Entity"], keys: ["aliases"]))
    #expect(try transaction.state.search("more", "aqim").count == 1)
    try transaction.dropIndex(named: "names")
    #expect(throws: StorageError.self) { try found("ghali") }
    transaction.rollback()
    #expect(try store.snapshot.search("names", "ghali").isEmpty && store.snapshot.search("names", "mokhtar").count == 1)
    #expect(throws: StorageError.self) { try store.snapshot.search("more", "aqim") }
  }

  @Test("after random commits, bulk loads and reopenings the words are those of the graph", arguments: seeds(2))
  func random(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("graph.dossier")
    var writer = RandomWriter(seed: seed)
    var store: GraphStore? = try GraphStore.open(path, mode: .create)
    let schema = try store!.begin()
    for (name, element, owner) in [("n", ElementKind.node, "Person"), ("r", .relationship, "KNOWS")] {
      try schema.createIndex(
        IndexDefinition(name: name, kind: .fullText, element: element, owners: [owner], keys: ["name", "mixed"]))
    }
    try schema.commit()
    for round in 0..<6 {
      let transaction = try store!.begin()
      try writer.write(80, to: transaction)
      try transaction.commit()
      if round % 2 == 1 { try store!.checkpoint() }
      if round == 3 {
        try store!.close()
        store = nil
        store = try GraphStore.open(path, mode: .readWrite)
      }
      let findings = try GraphStore.check(path).findings
      #expect(findings.isEmpty, "seed \(seed), round \(round): \(findings)")
    }
  }

  @Test("damaged words are found by the check")
  func damage() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("graph.dossier")
    try Self.store(at: path).close()
    #expect(try GraphStore.check(path).findings.isEmpty)
    Self.execute("DELETE FROM words_1 WHERE rowid = 2", on: path)
    #expect(try GraphStore.check(path).findings.map(\.message) == ["full-text index `names` has 7 elements, and 8 are expected"])
    Self.execute("UPDATE words_1 SET c0 = 'other' WHERE rowid = 3", on: path)
    #expect(
      try GraphStore.check(path).findings.map(\.message) == [
        "full-text index `names` has other words for element 3 than the graph"
      ])
  }

  private static func execute(_ statement: String, on path: String) {
    var handle: OpaquePointer?
    sqlite3_open(path, &handle)
    #expect(sqlite3_exec(handle, statement, nil, nil, nil) == SQLITE_OK)
    sqlite3_close(handle)
  }
}
