import Graph
import GraphStorage
import TestSupport
import Testing

@Suite struct ConstraintTests {
  typealias Requirement = ConstraintDefinition.Requirement

  /// A transaction on a graph with a constraint on `(:Person {id})`, or on `[:KNOWS {id}]`.
  struct Bench {
    let store = GraphStore()
    let transaction: GraphTransaction
    let label: LabelID
    let type: RelationshipTypeID
    let key: PropertyKeyID
    let other: PropertyKeyID

    init(_ requirement: Requirement? = nil, _ element: ElementKind = .node, keys: [String] = ["id"]) throws {
      transaction = try store.begin()
      label = transaction.labelID(creating: "Person")
      type = try transaction.relationshipTypeID(creating: "KNOWS")
      key = transaction.propertyKeyID(creating: "id")
      other = transaction.propertyKeyID(creating: "other")
      if let requirement { try constrain(requirement, element, keys: keys) }
    }

    func constrain(_ requirement: Requirement, _ element: ElementKind = .node, keys: [String] = ["id"]) throws {
      let owner = element == .node ? "Person" : "KNOWS"
      try transaction.createConstraint(
        ConstraintDefinition(name: "c", requirement: requirement, element: element, owner: owner, keys: keys))
    }

    @discardableResult func person(_ id: Value = .null, _ second: Value = .null) throws -> NodeID {
      try transaction.createNode(labels: [label], properties: [(key, id), (other, second)].filter { !$0.1.isNull })
    }

    func knows(_ id: Value = .null) throws -> RelationshipID {
      let node = try transaction.createNode(labels: [])
      return try transaction.createRelationship(type, from: node, to: node, properties: [(key, id)].filter { !$0.1.isNull })
    }

    /// The message of the violation that the check finds.
    func violation() -> String? {
      do {
        try transaction.verifyConstraints()
        return nil
      } catch {
        #expect(
          error.code == .constraintViolated && error.constraint?.name == "c"
            && error.remedy?.contains("DROP CONSTRAINT c") == true)
        return error.message
      }
    }
  }

  @Test("two nodes cannot keep one value, whether it came by a new node, a property or a label")
  func unique() throws {
    let bench = try Bench(.unique)
    let first = try bench.person(.integer(1))
    let savepoint = bench.transaction.savepoint()
    try bench.person(.float(1))
    #expect(
      bench.violation() == "node 0 and node 1 both have `id` = 1, and constraint `c` demands that it is unique for (:Person)")
    bench.transaction.rollback(to: savepoint)
    let second = try bench.person(.integer(2))
    #expect(bench.violation() == nil)
    try bench.transaction.set(.integer(1), for: bench.key, of: second)
    #expect(bench.violation()?.hasPrefix("node 0 and node 1") == true)
    try bench.transaction.set(.integer(3), for: bench.key, of: first)
    #expect(bench.violation() == nil, "what counts is the state at the check, not those on the way")
    let unlabelled = try bench.transaction.createNode(labels: [], properties: [(bench.key, .integer(1))])
    #expect(bench.violation() == nil)
    try bench.transaction.addLabel(bench.label, to: unlabelled)
    #expect(bench.violation()?.hasPrefix("node 1 and node 2") == true)
  }

  @Test(
    "values of every type are told apart, and equal ones found",
    arguments: [
      (Value.string("x"), Value.string("X")), (.boolean(true), .boolean(false)),
      (.duration(CalendarDuration(days: 1)), .duration(CalendarDuration(seconds: 86_400))),
      (.list([.integer(1)]), .list([.integer(1), .integer(1)])),
      (
        .dateTime(ZonedDateTime(local: LocalDateTime(date: CalendarDate(daysSinceEpoch: 1), time: .midnight), offsetSeconds: 0)),
        .dateTime(
          ZonedDateTime(
            local: LocalDateTime(date: CalendarDate(daysSinceEpoch: 1), time: .midnight), offsetSeconds: 0,
            zoneName: "Africa/Bamako"))
      ),
    ])
  func uniqueTypes(values: (Value, Value)) throws {
    let bench = try Bench(.unique)
    try bench.person(values.0)
    try bench.person(values.1)
    try bench.person()
    try bench.person()
    #expect(bench.violation() == nil)
    try bench.person(values.0)
    #expect(bench.violation() != nil)
  }

  @Test("several properties together are unique where each is not")
  func uniqueTogether() throws {
    let bench = try Bench(.unique, keys: ["id", "other"])
    for (a, b) in [(1, 1), (1, 2), (2, 1)] { try bench.person(.integer(Int64(a)), .integer(Int64(b))) }
    try bench.person(.integer(1))
    try bench.person(.integer(1))
    #expect(bench.violation() == nil, "a node that lacks one of them is free")
    try bench.person(.integer(1), .integer(2))
    #expect(bench.violation()?.contains("`id` = 1 and `other` = 2") == true)
  }

  @Test("a property that must exist is missed in a new node, after its removal and with a new label")
  func exists() throws {
    let bench = try Bench(.exists)
    let person = try bench.person()
    #expect(bench.violation() == "node 0 has no property `id`, and constraint `c` demands it of every (:Person)")
    try bench.transaction.set(.integer(1), for: bench.key, of: person)
    #expect(bench.violation() == nil)
    try bench.transaction.set(.null, for: bench.key, of: person)
    #expect(bench.violation() != nil)
    try bench.transaction.delete(person)
    #expect(bench.violation() == nil)
    let unlabelled = try bench.transaction.createNode(labels: [])
    #expect(bench.violation() == nil)
    try bench.transaction.addLabel(bench.label, to: unlabelled)
    #expect(bench.violation() != nil)
  }

  @Test("a key is there and unique")
  func key() throws {
    let bench = try Bench(.key)
    try bench.person(.integer(1))
    #expect(bench.violation() == nil)
    let second = try bench.person()
    #expect(bench.violation()?.contains("has no property") == true)
    try bench.transaction.set(.integer(1), for: bench.key, of: second)
    #expect(bench.violation()?.contains("unique") == true)
  }

  @Test("a property is of its type, or absent")
  func type() throws {
    let bench = try Bench(.type(PropertyType([.scalar(.integer), .list(.string)])))
    let fine: [Value] = [.null, .integer(1), .list([]), .list([.string("a")])]
    for value in fine { try bench.person(value) }
    #expect(bench.violation() == nil)
    let wrong: [Value] = [.float(1), .string("a"), .list([.integer(1)])]
    for value in wrong {
      let savepoint = bench.transaction.savepoint()
      try bench.person(value)
      #expect(bench.violation()?.contains("demands INTEGER | LIST<STRING NOT NULL> of every (:Person)") == true, "\(value)")
      bench.transaction.rollback(to: savepoint)
    }
  }

  @Test(
    "relationships are held to the same", arguments: [Requirement.unique, .exists, .key, .type(PropertyType([.scalar(.string)]))])
  func relationships(requirement: Requirement) throws {
    let bench = try Bench(requirement, .relationship)
    let value: Value = requirement == .exists ? .integer(1) : .string("a")
    let first = try bench.knows(value)
    #expect(bench.violation() == nil)
    let second = try bench.knows(
      requirement == .exists ? .null : requirement == .unique || requirement == .key ? value : .integer(1))
    #expect(bench.violation()?.contains("relationship") == true)
    bench.transaction.delete(second)
    #expect(bench.violation() == nil)
    try bench.transaction.set(.null, for: bench.key, of: first)
    #expect((bench.violation() == nil) == (requirement != .exists && requirement != .key))
  }

  @Test(
    "a constraint that the graph does not meet is not made, and the message names an element",
    arguments: [
      Requirement.unique, .exists, .key, .type(PropertyType([.scalar(.string)])),
    ])
  func creation(requirement: Requirement) throws {
    let bench = try Bench()
    for id in [Value.integer(1), .integer(1), .null] { try bench.person(id) }
    let error = #expect(throws: StorageError.self) { try bench.constrain(requirement) }
    #expect(error?.code == .constraintUnsatisfied && error?.message.contains("node ") == true)
    #expect(bench.transaction.state.constraintDefinitions.isEmpty && bench.transaction.state.indexDefinitions.isEmpty)
    #expect(bench.violation() == nil)
  }

  @Test("a commit that would break a constraint is refused, and the graph stays as it was")
  func commit() throws {
    let bench = try Bench(.unique)
    try bench.person(.integer(1))
    try bench.transaction.commit()
    let next = try bench.store.begin()
    try next.createNode(labels: [bench.label], properties: [(bench.key, .integer(1))])
    let error = #expect(throws: StorageError.self) { try next.commit() }
    #expect(error?.code == .constraintViolated)
    #expect(bench.store.snapshot.nodeCount == 1)
    let last = try bench.store.begin()
    try last.createNode(labels: [bench.label], properties: [(bench.key, .integer(2))])
    try last.commit()
    #expect(bench.store.snapshot.nodeCount == 2)
  }

  @Test("the index of a constraint goes with it and not alone")
  func ownedIndex() throws {
    let bench = try Bench(.unique)
    let error = #expect(throws: StorageError.self) { try bench.transaction.dropIndex(named: "c") }
    #expect(error?.remedy == "use DROP CONSTRAINT c")
    #expect(bench.transaction.state.schemaDefinitions.indexes.isEmpty)
    try bench.transaction.dropConstraint(named: "c")
    #expect(bench.transaction.state.indexDefinitions.isEmpty)
    try bench.person(.integer(1))
    try bench.person(.integer(1))
    #expect(bench.violation() == nil)
  }

  @Test("a bulk load that breaks a constraint loads nothing")
  func bulkLoad() throws {
    for (requirement, values) in [
      (Requirement.unique, [Value.integer(5), .integer(5)]), (.exists, [.integer(5), .null]),
      (.type(PropertyType([.scalar(.integer)])), [.integer(1), .string("x")]),
    ] {
      let bench = try Bench(requirement)
      try bench.transaction.commit()
      let loader = try BulkLoader(bench.store)
      let ids = Vector(.integers([1, 2]))
      try loader.add(NodeColumns(labels: ["Person"], externalIDs: ids, properties: [("id", Vector(packing: values))]))
      let error = #expect(throws: StorageError.self) { try loader.finish() }
      #expect(error?.code == .constraintViolated)
      #expect(bench.store.snapshot.nodeCount == 0)
    }
  }
}
