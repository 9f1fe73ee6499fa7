import Graph
import TestSupport

@testable import GraphStorage

/// Changes the contents of a graph file in ways that no checksum tells.
struct Forger {
  var generator: SeededGenerator
  private let kinds: [BlobIdentifier: any SegmentContent.Type]
  private let names: [BlobIdentifier: String]

  /// - Parameter rows: of a sound file, which the forged ones are copies of.
  init(_ rows: GraphFileRows, seed: UInt64) throws {
    generator = SeededGenerator(seed: seed)
    let file = try GraphFile(rows.path, isReadOnly: true)
    defer { file.close() }
    var snapshot = try Self.manifest(rows, file).snapshot
    var collector = KindCollector()
    try snapshot.visitLists(&collector)
    (kinds, names) = (collector.kinds, collector.names)
  }

  /// Forges one content.
  /// - Returns: what has been changed.
  mutating func forge(_ rows: GraphFileRows) throws -> String {
    switch pick(0..<100) {
    case 0..<14:
      try rows.replaceManifest(by: scrambled(rows.manifest))
      return "the manifest's bytes"
    case 14..<28: return try forgeManifest(rows)
    case 28..<80:
      let blob = rows.segments.keys.sorted().randomElement(using: &generator)!
      let payload = rows.segments[blob]!
      let isStructured = kinds[blob] != nil && chance(0.6)
      try rows.replaceSegment(blob, by: isStructured ? try kinds[blob]!.forged(payload, &self) : scrambled(payload))
      return "\(isStructured ? "numbers" : "bytes") of segment \(blob) (\(names[blob] ?? "strings"))"
    case 80..<90:
      let sequence = rows.commits.keys.sorted().randomElement(using: &generator)!
      var commits = rows.commits
      commits[sequence] = scrambled(commits[sequence]!)
      try rows.replaceCommits(by: commits, logged: rows.logged)
      return "commit \(sequence)"
    case 90..<97:
      let place = pick(0..<rows.logged.count)
      var logged = rows.logged
      logged[place] = scrambled(logged[place])
      try rows.replaceCommits(by: rows.commits, logged: logged)
      return "logged commit \(place)"
    default:
      try rows.replaceHead(by: scrambled(rows.head.encode()))
      return "the journal's head"
    }
  }

  // MARK: - Chance

  mutating func pick(_ range: Range<Int>) -> Int { Int.random(in: range, using: &generator) }
  mutating func chance(_ probability: Double) -> Bool { Double.random(in: 0..<1, using: &generator) < probability }

  /// A number that is likely to be beyond something.
  mutating func extreme() -> UInt64 {
    let powers: [UInt64] = [0, 1, 64, 128, 240, 255, 1 << 14, 1 << 16, 1 << 31, 1 << 32, 1 << 40, 1 << 62, 1 << 63]
    switch pick(0..<4) {
    case 0: return powers.randomElement(using: &generator)!
    case 1: return powers.randomElement(using: &generator)! &- 1
    case 2: return powers.randomElement(using: &generator)! &+ UInt64(pick(0..<300))
    default: return generator.next() >> UInt64(pick(0..<64))
    }
  }

  // MARK: - Bytes

  mutating func scrambled(_ payload: [UInt8]) -> [UInt8] {
    var bytes = payload
    for _ in 0..<pick(1..<4) where !bytes.isEmpty { scramble(&bytes) }
    return bytes
  }

  private mutating func scramble(_ bytes: inout [UInt8]) {
    let place = pick(0..<bytes.count)
    switch pick(0..<10) {
    case 0..<3: bytes[place] ^= 1 << UInt8(pick(0..<8))
    case 3..<5:
      let (more, less) = (bytes[place] &+ 1, bytes[place] &- 1)
      bytes[place] = [0, 1, 0x7F, 0x80, 0xFE, 0xFF, more, less].randomElement(using: &generator)!
    case 5..<8:
      // The number that begins here, if one does, becomes another.
      var end = place
      while end < bytes.count - 1 && bytes[end] & 0x80 != 0 { end += 1 }
      var writer = ByteWriter()
      writer.write(varint: extreme())
      bytes.replaceSubrange(place...end, with: writer.bytes)
    case 8: bytes.remove(at: place)
    default: bytes.insert(UInt8(truncatingIfNeeded: generator.next()), at: place)
    }
  }

  // MARK: - The manifest

  private static func manifest(
    _ rows: GraphFileRows, _ file: GraphFile
  ) throws -> (header: Manifest, snapshot: GraphSnapshot) {
    try rows.manifest.decoded { bytes throws(DecodingFailure) in
      var reader = ManifestReader(reader: bytes, source: file)
      let header = try reader.header()
      var snapshot = GraphSnapshot(pool: StringPool(sourceCount: header.stringCount, source: file), file: file)
      _ = try reader.fill(&snapshot, version: FileFormat.version)
      return (header, snapshot)
    }
  }

  private mutating func forgeManifest(_ rows: GraphFileRows) throws -> String {
    let file = try GraphFile(rows.path, isReadOnly: true)
    var (header, snapshot) = try Self.manifest(rows, file)
    let what = forge(&header, &snapshot)
    let payload = header.encode(snapshot)
    file.close()
    try rows.replaceManifest(by: payload)
    return what
  }

  private mutating func forge(_ header: inout Manifest, _ snapshot: inout GraphSnapshot) -> String {
    let number = Int(truncatingIfNeeded: extreme() >> 1)
    let short = UInt32(truncatingIfNeeded: number)
    switch pick(0..<13) {
    case 0:
      snapshot.nodes.capacity = short
      return "the nodes' capacity \(short)"
    case 1:
      snapshot.relationships.capacity = short
      return "the relationships' capacity \(short)"
    case 2:
      snapshot.nodes.existing.count = Int(short)
      return "the number of nodes \(short)"
    case 3:
      snapshot.relationships.existing.count = Int(short)
      return "the number of relationships \(short)"
    case 4:
      let label = pick(0..<snapshot.nodes.labels.count)
      snapshot.nodes.labels[label].count = Int(short)
      return "the number of nodes with label \(label) \(short)"
    case 5:
      let type = pick(0..<snapshot.relationships.byType.count)
      snapshot.relationships.byType[type].count = Int(short)
      return "the number of relationships of type \(type) \(short)"
    case 6:
      let key = pick(0..<snapshot.nodes.properties.columns.count)
      snapshot.nodes.properties.columns[key].presentCount = Int(short)
      return "the number of values \(short)"
    case 7:
      header.stringCount = Int(short)
      return "the number of strings \(short)"
    case 8:
      header.nextBlob = BlobIdentifier(number)
      return "the next blob \(number)"
    case 9:
      header.generation = UInt64(number) << 1
      return "the generation \(header.generation)"
    case 10:
      let label = LabelID(UInt32(pick(0..<snapshot.labels.count)))
      let type = RelationshipTypeID(UInt32(pick(0..<snapshot.relationshipTypes.count)))
      for isOutgoing in [true, false] {
        // As if all relationships of the type were at nodes with the label.
        let missing = snapshot.relationshipCount(type) - snapshot.degrees.count(label, type, isOutgoing: isOutgoing)
        snapshot.degrees.add(chance(0.8) ? missing : Int(short), labels: [label], type: type, isOutgoing: isOutgoing)
      }
      return "the degrees of label \(label.rawValue) by type \(type.rawValue)"
    case 11:
      snapshot.nodes.labels.removeLast()
      return "one label less"
    default:
      snapshot.relationships.byType.removeLast()
      snapshot.relationships.outgoing.removeLast()
      snapshot.relationships.incoming.removeLast()
      return "one relationship type less"
    }
  }
}

private struct KindCollector: SegmentListVisitor {
  var kinds: [BlobIdentifier: any SegmentContent.Type] = [:]
  var names: [BlobIdentifier: String] = [:]

  mutating func visit<Content: SegmentContent>(_ list: inout SegmentList<Content>, _ name: @autoclosure () -> String) {
    for segment in list.stored {
      guard let segment else { continue }
      kinds[segment.blob] = Content.self
      names[segment.blob] = name()
    }
  }
}

// MARK: - Segments

extension SegmentContent {
  /// The content with some of its numbers changed.
  fileprivate static func forged(_ payload: [UInt8], _ forger: inout Forger) throws -> [UInt8] {
    let content = try payload.decoded { reader throws(DecodingFailure) in try Self.decode(from: &reader) }
    for _ in 0..<forger.pick(1..<4) {
      switch content {
      case let bitmap as BitmapSegment: bitmap.forge(&forger)
      case let column as FixedSegment<UInt16>: column[forger.pick(0..<300)] = UInt16(truncatingIfNeeded: forger.extreme())
      case let column as FixedSegment<UInt32>: column[forger.pick(0..<300)] = UInt32(truncatingIfNeeded: forger.extreme())
      case let column as ColumnSegment: column.forge(&forger)
      case let page as IndexPage: page.forge(&forger)
      case let adjacency as AdjacencySegment: return adjacency.forged(&forger)
      default: break
      }
    }
    var writer = ByteWriter()
    content.encode(into: &writer)
    return writer.bytes
  }
}

extension BitmapSegment {
  fileprivate func forge(_ forger: inout Forger) {
    let offset = forger.chance(0.5) ? forger.pick(0..<400) : forger.pick(0..<SegmentGeometry.rowCount)
    _ = contains(offset) ? remove(offset) : insert(offset)
  }
}

extension ColumnSegment {
  fileprivate func forge(_ forger: inout Forger) {
    let offset = forger.pick(0..<min(capacity, 300))
    let number = Int64(bitPattern: forger.extreme())
    switch kind {
    case .integers, .dates: elements(Int64.self)[offset] = number
    case .floats: elements(Double.self)[offset] = Double(bitPattern: UInt64(bitPattern: number))
    case .booleans: elements(Bool.self)[offset] = number & 1 != 0
    case .strings: elements(StringPool.Code.self)[offset] = StringPool.Code(truncatingIfNeeded: number)
    case .values: elements(Value.self)[offset] = forger.value(number)
    }
    markPresent(offset)
  }
}

extension IndexPage {
  fileprivate func forge(_ forger: inout Forger) {
    let leaf = leaves[forger.pick(0..<leaves.count)]
    let place = forger.pick(0..<leaf.entries.count)
    switch forger.pick(0..<3) {
    case 0: leaf.entries[place].order = forger.extreme()
    case 1: leaf.entries[place].detail = UInt32(truncatingIfNeeded: forger.extreme())
    default: leaf.entries[place].element = UInt32(truncatingIfNeeded: forger.extreme())
    }
  }
}

extension AdjacencySegment {
  /// With its neighbours written out, those of a file that leaves them out being made up.
  fileprivate func forged(_ forger: inout Forger) -> [UInt8] {
    let rows = BitmapSegment()
    var runs: [[(neighbour: UInt32, relationship: UInt32)]] = []
    for offset in 0..<SegmentGeometry.rowCount where !run(of: offset).isEmpty {
      _ = rows.insert(offset)
      runs.append(run(of: offset).map { (awaitsNeighbours ? UInt32(offset) : neighbours[$0], relationships[$0]) })
    }
    let run = forger.pick(0..<runs.count)
    let place = forger.pick(0..<runs[run].count)
    switch forger.pick(0..<4) {
    case 0: runs[run][place].neighbour = UInt32(truncatingIfNeeded: forger.extreme())
    case 1: runs[run][place].relationship = UInt32(truncatingIfNeeded: forger.extreme())
    case 2:
      let unused = (0..<SegmentGeometry.rowCount).reversed().filter { !rows.contains($0) }
      _ = rows.insert(unused[forger.pick(0..<unused.count)])
      runs.append(runs[run])
    default: runs[run].reverse()
    }
    return Self.written(rows, runs, isGathered: awaitsNeighbours && forger.chance(0.5))
  }

  /// Rows as a file of format version 5 may have them.
  static func written(
    _ rows: BitmapSegment, _ runs: [[(neighbour: UInt32, relationship: UInt32)]], isGathered: Bool
  ) -> [UInt8] {
    let degrees = runs.map { Int64($0.count) }
    var writer = ByteWriter()
    writer.write(0x80 | (isGathered ? 2 : 1) << 2)
    BitmapCoding.write(rows.words, wordCount: SegmentGeometry.wordCount, to: &writer)
    IntegerCoding.write(degrees, to: &writer)
    if !isGathered { RunCoding.write(ascending: runs.joined().map(\.neighbour), degrees: degrees, to: &writer) }
    let relationships = runs.joined().map { Int64($0.relationship) }
    relationships.withUnsafeBufferPointer { IntegerCoding.write($0, repetitions: false, to: &writer) }
    return writer.bytes
  }
}

extension Forger {
  /// A value that no statement makes.
  fileprivate mutating func value(_ number: Int64) -> Value {
    let date = CalendarDate(daysSinceEpoch: number)
    let time = LocalTime(nanosecondOfDay: chance(0.5) ? number : 0)
    let offset = Int32(truncatingIfNeeded: chance(0.5) ? Int64(bitPattern: extreme()) : 3600)
    switch pick(0..<8) {
    case 0: return .date(date)
    case 1: return .localTime(time)
    case 2: return .time(ZonedTime(localTime: time, offsetSeconds: offset))
    case 3: return .localDateTime(LocalDateTime(date: date, time: time))
    case 4: return .dateTime(ZonedDateTime(local: LocalDateTime(date: date, time: time), offsetSeconds: offset))
    case 5:
      let local = LocalDateTime(date: CalendarDate(daysSinceEpoch: 0), time: time)
      return .dateTime(ZonedDateTime(local: local, offsetSeconds: offset, zoneName: "Nowhere/\(number)"))
    case 6: return .duration(CalendarDuration(months: number, days: number, seconds: number, nanoseconds: offset))
    default: return .list([.date(date), .null, .localTime(time)])
    }
  }
}
