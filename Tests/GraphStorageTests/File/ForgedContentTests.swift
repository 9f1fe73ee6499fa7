import Graph
import Testing

@testable import GraphStorage

/// Contents that a graph file cannot have, sealed as if it had: each is refused by name where it is read, and nothing is written.
@Suite struct ForgedContentTests {
  let folder: TemporaryFolder
  let rows: GraphFileRows

  /// Forty ships, two in three of them tugs, each with a relationship to two others.
  init() throws {
    folder = try TemporaryFolder()
    let path = folder.file("ships.dossier")
    let store = try GraphStore.open(path, mode: .create)
    let transaction = try store.begin()
    let (ship, tug) = (transaction.labelID(creating: "Ship"), transaction.labelID(creating: "Tug"))
    let keys = ["name", "built", "watch", "crew"].map { transaction.propertyKeyID(creating: $0) }
    let type = try transaction.relationshipTypeID(creating: "TOWS")
    for number in 0..<Int64(40) {
      try transaction.createNode(
        labels: number % 3 == 0 ? [ship] : [ship, tug],
        properties: [
          (keys[0], .string("ship \(number)")), (keys[1], .date(CalendarDate(daysSinceEpoch: number))),
          (keys[2], .localTime(LocalTime(nanosecondOfDay: number))), (keys[3], .integer(number)),
        ])
    }
    for node in UInt32(0)..<40 {
      for step in [UInt32(1), 7] { try transaction.createRelationship(type, from: NodeID(node), to: NodeID((node + step) % 40)) }
    }
    try transaction.createIndex(IndexDefinition(name: "names", owners: ["Ship"], keys: ["name"]))
    try transaction.createIndex(IndexDefinition(name: "crews", owners: ["Ship"], keys: ["crew"]))
    try transaction.commit()
    try store.close()
    rows = try GraphFileRows(path)
  }

  /// The graph as the manifest has it.
  private func withManifest<Result>(_ body: (inout Manifest, inout GraphSnapshot) throws -> Result) throws -> Result {
    let file = try GraphFile(rows.path, isReadOnly: true)
    defer { file.close() }
    var (manifest, snapshot) = try rows.manifest.decoded { bytes throws(DecodingFailure) in
      var reader = ManifestReader(reader: bytes, source: file)
      let manifest = try reader.header()
      var snapshot = GraphSnapshot(pool: StringPool(sourceCount: manifest.stringCount, source: file), file: file)
      _ = try reader.fill(&snapshot, version: FileFormat.version)
      return (manifest, snapshot)
    }
    return try body(&manifest, &snapshot)
  }

  /// Puts another content in the place of the first segment of a list.
  private func forge<Content: SegmentContent>(
    _ list: KeyPath<GraphSnapshot, SegmentList<Content>>, _ change: (Content) throws -> Void
  ) throws -> BlobIdentifier {
    try withManifest { _, snapshot in
      let list = snapshot[keyPath: list]
      let content = try #require(list.segment(0))
      try change(content)
      var writer = ByteWriter()
      content.encode(into: &writer)
      let blob = try #require(list.stored[0]).blob
      try rows.replaceSegment(blob, by: writer.bytes)
      return blob
    }
  }

  private func forgeManifest(_ change: (inout Manifest, inout GraphSnapshot) -> Void) throws {
    let payload = try withManifest { manifest, snapshot in
      change(&manifest, &snapshot)
      return manifest.encode(snapshot)
    }
    try rows.replaceManifest(by: payload)
  }

  /// Everything that is read by identifiers, codes and places.
  private func readAll() throws(StorageError) {
    let snapshot = try GraphStore.open(rows.path, mode: .readOnly).snapshot
    _ = snapshot.lines()
    _ = snapshot.expand(snapshot.allNodes(), .both)
    for name in ["Ship", "Tug"] { _ = snapshot.labelID(name).map { snapshot.allNodes($0) } }
    if let label = snapshot.labelID("Ship") {
      for (key, value) in [("name", Value.string("")), ("crew", .integer(0))] {
        guard let key = snapshot.propertyKeyID(key) else { continue }
        _ = snapshot.range(label, key, lower: RangeBound(value, isInclusive: true), upper: nil)
      }
    }
    try snapshot.checkIntact()
  }

  /// - Parameter blob: the segment that is to be named.
  private func expectRefusal(_ message: String, blob: BlobIdentifier? = nil) throws {
    let error = #expect(throws: StorageError.self) { try readAll() }
    #expect(error?.code == .damaged && error?.message.contains(message) == true, "\(String(describing: error))")
    #expect(error?.path == rows.path && error?.remedy != nil)
    #expect(error?.place?.hasPrefix(blob.map { "segment \($0)" } ?? "manifest") == true, "\(String(describing: error))")
    #expect(try !GraphStore.check(rows.path).isSound)
  }

  // MARK: - Segments

  @Test("a sound file is read")
  func sound() throws { try readAll() }

  @Test(
    "numbers of a column that lead to no node, type or set of labels are refused", arguments: ["source", "target", "type", "set"])
  func columns(kind: String) throws {
    let blob =
      switch kind {
      case "source": try forge(\.relationships.sources.segments) { $0[5] = 40 }
      case "target": try forge(\.relationships.targets.segments) { $0[5] = .max }
      case "type": try forge(\.relationships.types.segments) { $0[5] = 1 }
      default: try forge(\.nodes.labelSets.segments) { $0[5] = 9 }
      }
    try expectRefusal("numbers below", blob: blob)
  }

  @Test("rows beyond those that a table has are refused", arguments: ["nodes", "label", "property", "relationships"])
  func rowsBeyond(kind: String) throws {
    let blob =
      switch kind {
      case "nodes": try forge(\.nodes.existing.segments) { _ = $0.insert(40) }
      case "label": try forge(\.nodes.labels[0].segments) { _ = $0.insert(16_383) }
      case "property": try forge(\.nodes.properties.columns[3].segments) { $0.markPresent(63) }
      default: try forge(\.relationships.existing.segments) { _ = $0.insert(80) }
      }
    try expectRefusal("no row beyond", blob: blob)
  }

  @Test("a string, a day and a time that there are not are refused", arguments: ["string", "day", "time"])
  func values(kind: String) throws {
    let blob: BlobIdentifier
    switch kind {
    case "string": blob = try forge(\.nodes.properties.columns[0].segments) { $0.elements(UInt32.self)[3] = 40 }
    case "day": blob = try forge(\.nodes.properties.columns[1].segments) { $0.elements(Int64.self)[3] = .max }
    default:
      blob = try forge(\.nodes.properties.columns[2].segments) {
        $0.elements(Value.self)[3] = .localTime(LocalTime(nanosecondOfDay: -1))
      }
    }
    try expectRefusal(
      ["string": "codes of strings below 40", "day": "days of the calendar"][kind] ?? "a time of day", blob: blob)
  }

  @Test("an index of elements or strings that there are not is refused", arguments: ["element", "string"])
  func indexes(kind: String) throws {
    let blob =
      if kind == "element" {
        try forge(\.indexes[1].trees[IndexKey.Family.numbers.rawValue].pages) { $0.leaves[0].entries[9].element = 40 }
      } else {
        try forge(\.indexes[0].trees[IndexKey.Family.strings.rawValue].pages) { $0.leaves[0].entries[9].detail = 40 }
      }
    try expectRefusal(kind == "element" ? "elements below 40" : "codes of strings below 40", blob: blob)
  }

  @Test("a chunk with other than the manifest's number of strings is refused", arguments: [true, false])
  func strings(isText: Bool) throws {
    let chunk = try withManifest { manifest, _ in manifest.stringChunks[0] }
    let blob = isText ? chunk.text : chunk.hashes
    var writer = ByteWriter()
    if isText {
      StringPoolChunk(lengths: [1], bytes: [65]).encode(into: &writer)
      try rows.replaceSegment(blob, by: writer.bytes)
      try expectRefusal("40 strings", blob: blob)
    } else {
      StringHashes(hashes: [7]).encode(into: &writer)
      try rows.replaceSegment(blob, by: writer.bytes)
      let snapshot = try GraphStore.open(rows.path, mode: .readOnly).snapshot
      _ = snapshot.pool.code(of: "ship 3")
      let error = #expect(throws: StorageError.self) { try snapshot.checkIntact() }
      #expect(error?.message == "expected the hashes of 40 strings" && error?.place?.hasPrefix("segment \(blob)") == true)
    }
  }

  private typealias Run = [(neighbour: UInt32, relationship: UInt32)]

  @Test(
    "adjacency that leads nowhere, stands at no node or is out of order is refused",
    arguments: ["neighbour", "relationship", "row", "order", "repetition", "ends"])
  func adjacency(kind: String) throws {
    let nodes = BitmapSegment()
    var runs: [Run] = (0..<40).map { node in
      _ = nodes.insert(node)
      let run = [1, 7].enumerated().map { (UInt32((node + $1) % 40), UInt32(2 * node + $0)) }
      return run.sorted { $0.0 < $1.0 }
    }
    var message = AdjacencySegment.order
    switch kind {
    case "neighbour": (runs[3][1].neighbour, message) = (40, "neighbours below 40")
    case "relationship": (runs[3][1].relationship, message) = (80, "relationships below 80")
    case "row":
      _ = nodes.insert(40)
      runs.append(runs[0])
      message = "no row beyond"
    case "repetition": runs[3][1] = runs[3][0]
    default: runs[3].reverse()
    }
    let blob = try withManifest { _, snapshot in try #require(snapshot.relationships.outgoing[0].segments.stored[0]).blob }
    try rows.replaceSegment(blob, by: AdjacencySegment.written(nodes, runs, isGathered: kind == "ends"))
    try expectRefusal(message, blob: blob)
  }

  // MARK: - The manifest

  @Test("a manifest that contradicts itself is refused")
  func manifests() throws {
    let changes: [(String, (inout Manifest, inout GraphSnapshot) -> Void)] = [
      ("a number up to", { manifest, _ in manifest.generation = .max }),
      ("number of the next segment", { manifest, _ in manifest.nextBlob = .max }),
      ("segments of different numbers below 3", { manifest, _ in manifest.nextBlob = 3 }),
      ("segments of different numbers", { manifest, _ in manifest.stringChunks[0].text = manifest.stringChunks[0].hashes }),
      ("a number up to", { manifest, _ in manifest.stringCount = 1 << 31 }),
      ("segments for 16385 nodes", { _, snapshot in snapshot.nodes.capacity = 16_385 }),
      ("a number up to 40", { _, snapshot in snapshot.nodes.existing.count = 41 }),
      ("a number up to 80", { _, snapshot in snapshot.relationships.byType[0].count = 81 }),
      ("a number up to 40", { _, snapshot in snapshot.nodes.properties.columns[0].presentCount = 41 }),
      (
        "a number up to 80",
        { _, snapshot in
          snapshot.degrees.add(80, labels: [LabelID(0)], type: RelationshipTypeID(0), isOutgoing: true)
        }
      ),
      ("sets of labels", { _, snapshot in snapshot.catalog.labelSets = LabelSets(sets: [[], [LabelID(1), LabelID(0)]]) }),
      ("sets of labels", { _, snapshot in snapshot.catalog.labelSets = LabelSets(sets: [[LabelID(0)]]) }),
    ]
    for (message, change) in changes {
      try forgeManifest(change)
      try expectRefusal(message)
      try rows.replaceManifest(by: rows.manifest)
    }
  }

  @Test("a journal whose numbers leave no room for the next commit is refused")
  func journalHead() throws {
    var head = rows.head
    head.foldedCount = FileFormat.journalHeadSequence - 1
    try rows.replaceHead(by: head.encode())
    let error = #expect(throws: StorageError.self) { try GraphStore.open(rows.path, mode: .readWrite) }
    #expect(error?.code == .damaged && error?.place?.hasPrefix("journal head") == true)
  }

  // MARK: - Contradictions that writing meets

  /// Deletes something, and expects that nothing has been written.
  private func expectRefusal(of delete: (GraphTransaction) throws -> Void, _ message: String) throws {
    let before = try GraphFileRows(rows.path)
    do {
      let store = try GraphStore.open(rows.path, mode: .readWrite)
      let transaction = try store.begin()
      try delete(transaction)
      let error = #expect(throws: StorageError.self) { try transaction.commit() }
      #expect(error?.code == .damaged && error?.message.contains(message) == true, "\(String(describing: error))")
    }
    let after = try GraphFileRows(rows.path)
    #expect(after.manifest == before.manifest && after.segments == before.segments && after.commits == before.commits)
    #expect(after.logged == before.logged)
  }

  @Test("more nodes, relationships and values than the file counts are not deleted", arguments: 0..<5)
  func counts(number: Int) throws {
    let changes: [(String, (inout Manifest, inout GraphSnapshot) -> Void)] = [
      ("more nodes than", { $1.nodes.existing.count = 0 }), ("nodes with label Ship", { $1.nodes.labels[0].count = 0 }),
      (
        "relationships of type TOWS",
        { (_, snapshot) in
          snapshot.relationships.byType[0].count = 0
          snapshot.degrees = DegreeStatistics()
        }
      ),
      ("nodes with property name", { $1.nodes.properties.columns[0].presentCount = 0 }),
      ("relationships at nodes of a label", { $1.degrees = DegreeStatistics() }),
    ]
    try forgeManifest(changes[number].1)
    try expectRefusal(
      of: { transaction in
        for relationship in transaction.state.expand([NodeID(3)], .both).relationships { transaction.delete(relationship) }
        try transaction.delete(NodeID(3))
      }, changes[number].0)
  }

  @Test("a relationship that its nodes do not list is not deleted")
  func unlisted() throws {
    let nodes = BitmapSegment()
    _ = nodes.insert(0)
    let blob = try withManifest { _, snapshot in try #require(snapshot.relationships.outgoing[0].segments.stored[0]).blob }
    try rows.replaceSegment(blob, by: AdjacencySegment.written(nodes, [[(1, 0)]], isGathered: false))
    try expectRefusal(of: { $0.delete(RelationshipID(9)) }, "relationship 9 is not among those of the nodes")
  }

  @Test("a part of the graph whose relationships lead out of it, though the file counts none, is an error")
  func strays() throws {
    try forgeManifest { _, snapshot in
      let count = snapshot.degrees.count(LabelID(1), RelationshipTypeID(0), isOutgoing: false)
      snapshot.degrees.add(80 - count, labels: [LabelID(1)], type: RelationshipTypeID(0), isOutgoing: false)
    }
    let snapshot = try GraphStore.open(rows.path, mode: .readOnly).snapshot
    let subgraph = Subgraph(of: snapshot, labels: [try #require(snapshot.labelID("Tug"))], types: nil)
    let adjacency = subgraph.rows(.outgoing) { () throws(Never) in }
    #expect(adjacency.targets.allSatisfy { $0 < subgraph.nodes.count })
    let error = #expect(throws: StorageError.self) { try snapshot.checkIntact() }
    #expect(error?.message.contains("lead to other nodes") == true)
  }
}
