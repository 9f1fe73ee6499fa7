import Cypher
import Foundation
import Graph
import GraphStorage
import TestSupport
import Testing

@testable import Query

/// Files of temporary space, and what is written into them.
struct TemporarySpaceTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("spill-\(UUID().uuidString)").path

  private func inFolder(_ body: (TemporarySpace) throws -> Void) throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(TemporarySpace(folders: ["/nowhere/at/all", folder]))
  }

  @Test func `a file has no name, and what is written is read again`() throws {
    try inFolder { space in
      let file = try space.makeFile()
      let first = try file.append([1, 2, 3])
      let second = try file.append([4, 5])
      #expect(try file.read(second) == [4, 5])
      #expect(try file.read(first) == [1, 2, 3])
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }

  @Test func `a full disk is named with the place and what helps`() {
    let error = TemporarySpace.error(ENOSPC, "no more than 12 bytes could be written", in: "/data")
    #expect(error.detail.rawValue == "TemporarySpaceExhausted")
    #expect(error.message.contains("no more than 12 bytes could be written in /data: No space left on device"))
    #expect(error.hint == "free space there, set TMPDIR to a folder with room, or add a LIMIT")
  }

  @Test func `the folder of the graph file comes before the system's`() {
    #expect(TemporarySpace(besideGraphAt: "/data/graphs/a.dossier").folders.suffix(3) == ["/data/graphs", "/var/tmp", "/tmp"])
    #expect(TemporarySpace(besideGraphAt: "/a.dossier").folders.suffix(3) == ["/", "/var/tmp", "/tmp"])
    #expect(TemporarySpace(besideGraphAt: "a.dossier").folders.suffix(3) == [".", "/var/tmp", "/tmp"])
    #expect(TemporarySpace(besideGraphAt: nil).folders.suffix(2) == ["/var/tmp", "/tmp"])
  }

  /// Values of every kind, those that only stand for elements among them.
  private static let values: [Value] = [
    .null, .boolean(true), .integer(.min), .float(-0.0), .float(.nan), .string(""), .string("Zoë 日本"),
    .list([.null, .list([]), .integer(1)]), .map(["k": .float(1), "é": .null]), .node(Node(id: NodeID(7))),
    .node(Node(id: NodeID(8), labels: ["A", "B"], properties: ["x": .integer(1)])),
    .relationship(Relationship(id: RelationshipID(3))),
    .relationship(
      Relationship(id: RelationshipID(4), type: "R", source: NodeID(1), target: NodeID(2), properties: ["y": .string("z")])),
    .path(Path(nodes: [Node(id: NodeID(1)), Node(id: NodeID(2))], relationships: [Relationship(id: RelationshipID(9))])),
    .date(.minimum), .localTime(LocalTime(nanosecondOfDay: 86_399_999_999_999)),
    .time(ZonedTime(localTime: .midnight, offsetSeconds: -64_800)),
    .localDateTime(LocalDateTime(date: .maximum, time: .midnight)),
    .dateTime(
      ZonedDateTime(local: LocalDateTime(date: .minimum, time: .midnight), offsetSeconds: 3600, zoneName: "Europe/Paris")),
    .dateTime(ZonedDateTime(local: LocalDateTime(date: .maximum, time: .midnight), offsetSeconds: -7200)),
    .duration(CalendarDuration(months: -1, days: 2, seconds: .min, nanoseconds: 999_999_999)),
  ]

  @Test func `columns of every type come back as they were`() throws {
    try inFolder { space in
      let file = try space.makeFile()
      let pools = [StringPool(), StringPool()]
      let count = Self.values.count
      var nulls = NullMask(count: count)
      nulls[2] = true
      let numbers = (0..<count).map { Int64($0) }
      let columns = [
        Vector(.values(Self.values)), Vector(.integers(numbers), nulls: nulls), Vector(.dates(numbers)),
        Vector(.floats(numbers.map { Double($0) / 3 })), Vector(.booleans(numbers.map { $0 % 2 == 0 }), nulls: nulls),
        Vector(.nodes(numbers.map { NodeID(UInt32($0)) })), Vector(.relationships(numbers.map { RelationshipID(UInt32($0)) })),
        Vector(.strings(numbers.map { pools[0].intern("a\($0)") }, pools[0]), nulls: nulls),
        Vector(.strings(numbers.map { pools[1].intern("b\($0)") }, pools[1])), Vector(.constant(.string("c"), count: count)),
      ]
      var encoder = SpillEncoder(file)
      encoder.write(Batch(columns: columns, rowCount: count))
      var decoder = SpillDecoder(try file.read(try file.append(encoder.bytes)), file)
      let found = decoder.readBatch()
      #expect(found.rowCount == count)
      for (column, expected) in zip(found.columns, columns) {
        for row in 0..<count {
          #expect(String(describing: column[row]) == String(describing: expected[row]))
          #expect(column[row].literal == expected[row].literal)
        }
      }
    }
  }

  @Test func `equivalent keys hash alike, whatever they come in`() {
    let pool = StringPool()
    let pairs: [(Vector, Vector)] = [
      (Vector(.integers([3])), Vector(.floats([3]))), (Vector(.floats([0])), Vector(.values([.float(-0.0)]))),
      (Vector(.floats([.nan])), Vector(.values([.float(-.nan)]))),
      (Vector(.dates([5])), Vector(.values([.date(.init(daysSinceEpoch: 5))]))),
      (Vector(.strings([pool.intern("Zoë")], pool)), Vector(.constant(.string("Zoë"), count: 1))),
      (Vector(.nodes([NodeID(2)])), Vector(.values([.node(Node(id: NodeID(2), labels: ["A"], properties: [:]))]))),
      (Vector(.booleans([true])), Vector(.constant(.boolean(true), count: 1))),
      (Vector(.values([.null])), Vector.nulls(count: 1)),
      (Vector(.values([.list([.integer(1), .float(.nan)])])), Vector(.values([.list([.float(1), .float(.nan)])]))),
      (
        Vector(.values([.map(["a": .integer(1), "b": .null])])),
        Vector(.values([.map(["b": .null, "a": .float(1)])]))
      ),
    ]
    for (a, b) in pairs { #expect(KeyHash.hashes(of: [a], rowCount: 1) == KeyHash.hashes(of: [b], rowCount: 1), "\(a) \(b)") }
    let different = (0..<1000).map { KeyHash.hashes(of: [Vector(.integers([Int64($0)]))], rowCount: 1)[0] }
    for level in 0..<RowPartitions.levelCount {
      let partitions = Set(different.map { $0 >> UInt64(level * 4) & 15 })
      #expect(partitions.count == RowPartitions.count, "level \(level)")
    }
  }
}
