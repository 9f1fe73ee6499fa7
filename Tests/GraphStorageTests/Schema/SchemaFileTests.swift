import Foundation
import Graph
import GraphStorage
import TestSupport
import Testing

@Suite struct SchemaFileTests {
  static let definitions = SchemaDefinitions(
    indexes: [
      IndexDefinition(name: "a", owners: ["Person"], keys: ["age"]),
      IndexDefinition(name: "b", owners: ["Person"], keys: ["first", "last"]),
      IndexDefinition(name: "c", kind: .text, owners: ["Person"], keys: ["last"]),
      IndexDefinition(name: "d", element: .relationship, owners: ["KNOWS"], keys: ["since"]),
      IndexDefinition(name: "e", kind: .fullText, owners: ["Person", "Place"], keys: ["last", "name"], analyzer: .english),
      IndexDefinition(name: "f", kind: .fullText, element: .relationship, owners: ["KNOWS"], keys: ["how"]),
    ],
    constraints: [
      ConstraintDefinition(name: "k", requirement: .key, owner: "Person", keys: ["id"]),
      ConstraintDefinition(name: "l", requirement: .unique, element: .relationship, owner: "KNOWS", keys: ["id"]),
      ConstraintDefinition(name: "m", requirement: .exists, owner: "Place", keys: ["name"]),
      ConstraintDefinition(
        name: "n", requirement: .type(PropertyType([.scalar(.zonedDateTime), .list(.float)])), owner: "Person", keys: ["at"]),
    ])

  private func define(_ transaction: GraphTransaction) throws {
    for index in Self.definitions.indexes { try transaction.createIndex(index) }
    for constraint in Self.definitions.constraints { try transaction.createConstraint(constraint) }
  }

  private func person(_ id: Int64, _ last: String, _ transaction: GraphTransaction) throws {
    let properties: [(String, Value)] = [("id", .integer(id)), ("last", .string(last)), ("first", .string("Ana"))]
    try transaction.createNode(
      labels: [transaction.labelID(creating: "Person")],
      properties: properties.map { (transaction.propertyKeyID(creating: $0.0), $0.1) })
  }

  private func expectWhole(_ store: GraphStore, personCount: Int) throws {
    let snapshot = store.snapshot
    #expect(snapshot.schemaDefinitions == Self.definitions)
    let label = snapshot.labelID("Person")!
    let keys = ["first", "last"].map { snapshot.propertyKeyID($0)! }
    #expect(snapshot.lookup(label, keys, [.string("Ana"), .string("fighter 1")])?.count == 1)
    #expect(snapshot.lookup(label, [snapshot.propertyKeyID("id")!], [.integer(1)])?.count == 1)
    #expect(try snapshot.search("e", "fighters").count == personCount)
    if !store.isReadOnly {
      let transaction = try store.begin()
      try person(1, "twin", transaction)
      #expect(throws: StorageError.self) { try transaction.commit() }
    }
  }

  @Test("indexes and constraints are kept through journal, checkpoint, copy and reopening, and the file stays sound")
  func kept() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("graph.dossier")
    var store: GraphStore? = try GraphStore.open(path, mode: .create)
    let transaction = try store!.begin()
    try define(transaction)
    try person(1, "fighter 1", transaction)
    try transaction.commit()
    // As after a crash: the journal has not been folded.
    let crashed = folder.file("crashed.dossier")
    try GraphFiles.copy(path, to: crashed)
    try expectWhole(try GraphStore.open(crashed, mode: .readWrite), personCount: 1)
    #expect(try GraphStore.check(crashed).findings.isEmpty)
    try store!.checkpoint()
    let next = try store!.begin()
    try person(2, "fighters", next)
    try next.commit()
    try expectWhole(store!, personCount: 2)
    let copy = folder.file("copy.dossier")
    try store!.save(to: copy)
    try store!.close()
    store = nil
    for path in [path, copy] {
      #expect(try GraphStore.check(path).findings.isEmpty)
      try expectWhole(try GraphStore.open(path, mode: .readOnly), personCount: 2)
      try expectWhole(try GraphStore.open(path, mode: .readWrite), personCount: 2)
    }
  }

  @Test("dropping them is kept as well")
  func dropped() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("graph.dossier")
    var store: GraphStore? = try GraphStore.open(path, mode: .create)
    let transaction = try store!.begin()
    try define(transaction)
    try person(1, "fighter 1", transaction)
    try transaction.commit()
    try store!.checkpoint()
    let next = try store!.begin()
    for index in Self.definitions.indexes { try next.dropIndex(named: index.name) }
    for constraint in Self.definitions.constraints { try next.dropConstraint(named: constraint.name) }
    try next.commit()
    let crashed = folder.file("crashed.dossier")
    try GraphFiles.copy(path, to: crashed)
    try store!.close()
    store = nil
    for path in [path, crashed] {
      let reopened = try GraphStore.open(path, mode: .readWrite)
      #expect(reopened.snapshot.schemaDefinitions.isEmpty && reopened.snapshot.nodeCount == 1)
      #expect(throws: StorageError.self) { try reopened.snapshot.search("e", "x") }
    }
  }

  @Test("a file of format version 1 is read as it is, and becomes one of this version when it is opened for writing")
  func version1() throws {
    try asItIsAndRewritten("version1") { snapshot in
      #expect(snapshot.nodeCount == 41 && snapshot.relationshipCount == 20)
      #expect(snapshot.indexDefinitions.map(\.name) == ["index_Person_age", "index_Place_name", "unique_Person_id"])
      #expect(snapshot.constraintDefinitions.map(\.name) == ["unique_Person_id"])
      let (label, age) = (snapshot.labelID("Person")!, snapshot.propertyKeyID("age")!)
      #expect(snapshot.lookup(label, [age], [.integer(4)])?.count == 4)
      #expect(snapshot.lookup(label, [age], [.integer(7)])?.count == 1, "from the journal")
    }
  }

  @Test("a file of format version 2 is read as it is, and becomes one of this version when it is opened for writing")
  func version2() throws {
    try asItIsAndRewritten("version2") { snapshot in
      #expect(snapshot.nodeCount == 41 && snapshot.relationshipCount == 114)
      let (label, id, name) = (snapshot.labelID("Person")!, snapshot.propertyKeyID("id")!, snapshot.propertyKeyID("name")!)
      let node = try #require(snapshot.lookup(label, [id], [.integer(17)])?.first)
      #expect(snapshot.property(name, of: node).literal == "'the person with the number 17'")
      let neighbours = snapshot.expand([node], types: [RelationshipTypeID(0)], .outgoing).neighbours
      let names = neighbours.map { snapshot.property(id, of: $0).literal }
      #expect(names.sorted() == ["15", "18", "20"])
    }
  }

  @Test("a file of format version 3 is read with its journal, and becomes one of this version when it is opened for writing")
  func version3() throws {
    try asItIsAndRewritten("version3") { snapshot in
      #expect(snapshot.nodeCount == 41 && snapshot.relationshipCount == 115)
      let (label, id, name) = (snapshot.labelID("Person")!, snapshot.propertyKeyID("id")!, snapshot.propertyKeyID("name")!)
      let node = try #require(snapshot.lookup(label, [id], [.integer(7)])?.first)
      #expect(snapshot.property(name, of: node).literal == "'renamed in the journal'")
    }
  }

  @Test("a file of format version 4 is read with its journal, and becomes one of this version when it is opened for writing")
  func version4() throws {
    try asItIsAndRewritten("version4") { snapshot in
      #expect(snapshot.nodeCount == 41 && snapshot.relationshipCount == 115)
      let (label, id, name) = (snapshot.labelID("Person")!, snapshot.propertyKeyID("id")!, snapshot.propertyKeyID("name")!)
      let node = try #require(snapshot.lookup(label, [id], [.integer(7)])?.first)
      #expect(snapshot.property(name, of: node).literal == "'renamed after version 3'")
    }
  }

  @Test("the rows of a file of format version 4 are read as they are and as they are written anew")
  func version4Rows() throws {
    // Persons 0 to 39; each knows five others, but the fifth nobody any more; relationships are sorted by source, by target, and
    // neither.
    try asItIsAndRewritten("version4-rows") { snapshot in
      #expect(snapshot.nodeCount == 40 && snapshot.relationshipCount == 436)
      let (knows, trusts, met) = (
        snapshot.relationshipTypeID("KNOWS")!, snapshot.relationshipTypeID("TRUSTS")!, snapshot.relationshipTypeID("MET")!
      )
      let (id, since) = (snapshot.propertyKeyID("id")!, snapshot.propertyKeyID("since")!)
      func ids(_ node: UInt32, _ type: RelationshipTypeID, _ direction: Direction) -> [String] {
        snapshot.expand([NodeID(node)], types: [type], direction).neighbours.map { snapshot.property(id, of: $0).literal }
      }
      #expect(ids(6, knows, .outgoing) == ["2", "4", "14", "22", "28"])
      #expect(ids(3, knows, .outgoing).contains("4") && ids(5, knows, .outgoing).isEmpty)
      #expect(ids(7, trusts, .incoming) == ["11", "16", "21"])
      #expect(ids(17, met, .outgoing) == ["29", "30", "31"])
      let relationships = snapshot.expand([NodeID(6)], types: [knows], .outgoing).relationships
      #expect(Set(relationships.map { snapshot.property(since, of: $0).literal }).count == 5)
    }
  }

  /// Opens a copy of a file of an older version to be read, then to be written, which makes it one of this version, then to be
  /// read again; each time the copy has to be sound.
  private func asItIsAndRewritten(_ fixture: String, _ expect: (GraphSnapshot) throws -> Void) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("old.dossier")
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../Fixtures/\(fixture).dossier")
    try FileManager.default.copyItem(at: file, to: URL(filePath: path))
    for mode in [GraphStore.OpenMode.readOnly, .readWrite, .readOnly] {
      let store = try GraphStore.open(path, mode: mode)
      try expect(store.snapshot)
      try store.close()
      #expect(try GraphStore.check(path).findings.isEmpty)
    }
  }
}
