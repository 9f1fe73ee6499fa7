import Graph

/// Reads a manifest into a snapshot whose segments are all still in the file.
struct ManifestReader {
  var reader: ByteReader
  private let source: any SegmentSource
  /// The length of the file that the manifest stands in.
  let fileByteCount: Int
  /// What the header says, once it has been read.
  private(set) var manifest = Manifest()

  init(reader: ByteReader, source: any SegmentSource, fileByteCount: Int = .max) {
    self.reader = reader
    self.source = source
    self.fileByteCount = fileByteCount
  }

  mutating func header() throws(DecodingFailure) -> Manifest {
    manifest.generation = UInt64(try reader.number(upTo: FileFormat.largestNumber))
    manifest.nextBlob = try reader.zigzag()
    guard manifest.nextBlob > 0, manifest.nextBlob <= FileFormat.largestNumber else {
      throw reader.failure("the number of the next segment")
    }
    // Each has a hash of four bytes.
    manifest.stringCount = try reader.number(upTo: min(Int(UInt32.max), fileByteCount / 4))
    let chunkCount = try reader.number(upTo: Int(UInt32.max) >> 14)
    guard chunkCount == (manifest.stringCount + StringPool.slotsPerChunk - 1) / StringPool.slotsPerChunk else {
      throw reader.failure("as many chunks as the strings need")
    }
    let blobs = try IntegerCoding.read(chunkCount * 2, from: &reader)
    manifest.stringChunks = (0..<chunkCount).map { StoredStringChunk(text: blobs[2 * $0], hashes: blobs[2 * $0 + 1]) }
    return manifest
  }

  /// Reads everything behind the header into a snapshot.
  /// - Returns: the indexes of a file of version 1, which have to be built anew.
  mutating func fill(_ snapshot: inout GraphSnapshot, version: Int64) throws(DecodingFailure) -> [UnnamedIndex] {
    snapshot.catalog = try catalog()
    snapshot.nodes = try nodes(snapshot.catalog)
    snapshot.relationships = try relationships(snapshot.catalog, nodeCapacity: Int(snapshot.nodes.capacity))
    try check(snapshot)
    var unnamed: [UnnamedIndex] = []
    if version == FileFormat.firstVersion {
      unnamed = try unnamedIndexes(of: snapshot)
    } else {
      try readSchema(into: &snapshot)
    }
    snapshot.degrees = try degrees(of: snapshot)
    try checkBlobs(of: &snapshot)
    guard reader.isAtEnd else { throw reader.failure("the end of the manifest") }
    return unnamed
  }

  mutating func number() throws(DecodingFailure) -> UInt32 {
    UInt32(try reader.number(upTo: Int(UInt32.max)))
  }

  private mutating func names() throws(DecodingFailure) -> NameTable {
    var names: [String] = []
    for _ in 0..<(try reader.count()) { names.append(try reader.text()) }
    let table = NameTable(names: names)
    guard table.count == names.count else { throw reader.failure("names that differ") }
    return table
  }

  private mutating func catalog() throws(DecodingFailure) -> Catalog {
    var catalog = Catalog()
    catalog.labels = try names()
    catalog.relationshipTypes = try names()
    catalog.propertyKeys = try names()
    var sets: [[LabelID]] = []
    for _ in 0..<(try reader.count()) {
      var set: [LabelID] = []
      for _ in 0..<(try reader.count()) { set.append(LabelID(try number())) }
      sets.append(set)
    }
    try Self.check(catalog, sets, in: reader)
    catalog.labelSets = LabelSets(sets: sets)
    return catalog
  }

  /// - Parameters:
  ///   - bounds: what the numbers in all segments may be.
  ///   - rowCount: of the table, where the segments are of its rows.
  ///   - source: what the segments come from; nil for the file.
  mutating func list<Content>(
    _ bounds: SegmentBounds = SegmentBounds(), ofRows rowCount: Int? = nil, from source: (any SegmentSource)? = nil
  ) throws(DecodingFailure) -> SegmentList<Content> {
    let count = try reader.number(upTo: Int(UInt32.max) >> SegmentGeometry.rowBits + 1)
    let blobs = try IntegerCoding.read(count, from: &reader)
    let source = source ?? self.source
    return SegmentList(
      stored: blobs.enumerated().map { index, blob in
        let own = rowCount.map { bounds.segment(index, ofRows: $0) } ?? bounds
        return blob == 0 ? nil : StoredSegment(blob: blob, source: source, within: own)
      })
  }

  private mutating func bitmap(ofRows rowCount: Int) throws(DecodingFailure) -> Bitmap {
    var bitmap = Bitmap()
    bitmap.count = try reader.number(upTo: rowCount)
    bitmap.segments = try list(ofRows: rowCount)
    return bitmap
  }

  private mutating func properties(ofRows rowCount: Int) throws(DecodingFailure) -> PropertyTable {
    var table = PropertyTable()
    for _ in 0..<(try reader.count()) {
      var column = Column()
      column.presentCount = try reader.number(upTo: rowCount)
      column.segments = try list(SegmentBounds(stringCount: manifest.stringCount), ofRows: rowCount)
      table.columns.append(column)
    }
    return table
  }

  private mutating func nodes(_ catalog: Catalog) throws(DecodingFailure) -> NodeTable {
    var nodes = NodeTable()
    nodes.capacity = try number()
    let capacity = Int(nodes.capacity)
    nodes.existing = try bitmap(ofRows: capacity)
    nodes.labelSets.segments = try list(SegmentBounds(numberCount: catalog.labelSets.sets.count), ofRows: capacity)
    for _ in 0..<(try reader.count()) { nodes.labels.append(try bitmap(ofRows: capacity)) }
    if let last = catalog.labels.names.indices.last { nodes.reserve(LabelID(UInt32(last))) }
    nodes.properties = try properties(ofRows: capacity)
    return nodes
  }

  private mutating func relationships(_ catalog: Catalog, nodeCapacity: Int) throws(DecodingFailure) -> RelationshipTable {
    var table = RelationshipTable()
    table.capacity = try number()
    let capacity = Int(table.capacity)
    table.existing = try bitmap(ofRows: capacity)
    table.types.segments = try list(SegmentBounds(numberCount: catalog.relationshipTypes.count), ofRows: capacity)
    table.sources.segments = try list(SegmentBounds(numberCount: nodeCapacity), ofRows: capacity)
    table.targets.segments = try list(SegmentBounds(numberCount: nodeCapacity), ofRows: capacity)
    let ends = SegmentBounds(numberCount: nodeCapacity, relationshipCount: capacity)
    let outgoingSource = AdjacencySource(file: source, ends: table.targets)
    let incomingSource = AdjacencySource(file: source, ends: table.sources)
    for _ in 0..<(try reader.count()) {
      table.byType.append(try bitmap(ofRows: capacity))
      var outgoing = AdjacencyTable()
      outgoing.segments = try list(ends, ofRows: nodeCapacity, from: outgoingSource)
      table.outgoing.append(outgoing)
      var incoming = AdjacencyTable()
      incoming.segments = try list(ends, ofRows: nodeCapacity, from: incomingSource)
      table.incoming.append(incoming)
    }
    if let last = catalog.relationshipTypes.names.indices.last { table.reserve(RelationshipTypeID(UInt32(last))) }
    table.properties = try properties(ofRows: capacity)
    return table
  }

  private mutating func degrees(of snapshot: GraphSnapshot) throws(DecodingFailure) -> DegreeStatistics {
    var counts: [DegreeStatistics.Key: Int] = [:]
    for _ in 0..<(try reader.count()) {
      let label = LabelID(try number())
      let type = RelationshipTypeID(try number())
      guard label.rawValue < snapshot.labels.count, type.rawValue < snapshot.relationshipTypes.count else {
        throw reader.failure("a label and a relationship type that there are")
      }
      let isOutgoing = try reader.byte() != 0
      counts[DegreeStatistics.Key(label: label, type: type, isOutgoing: isOutgoing)] =
        try reader.number(upTo: snapshot.relationshipCount(type))
    }
    return DegreeStatistics(counts: counts)
  }
}
