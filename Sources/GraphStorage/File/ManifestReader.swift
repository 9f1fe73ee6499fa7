import Graph

/// Reads a manifest into a snapshot whose segments are all still in the file.
struct ManifestReader {
  var reader: ByteReader
  private let source: any SegmentSource

  init(reader: ByteReader, source: any SegmentSource) {
    self.reader = reader
    self.source = source
  }

  mutating func header() throws(DecodingFailure) -> Manifest {
    var manifest = Manifest()
    manifest.generation = try reader.varint()
    manifest.nextBlob = try reader.zigzag()
    manifest.stringCount = try reader.number(upTo: Int(UInt32.max))
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
    snapshot.nodes = try nodes()
    snapshot.relationships = try relationships()
    try check(snapshot)
    var unnamed: [UnnamedIndex] = []
    if version == FileFormat.firstVersion {
      unnamed = try unnamedIndexes(of: snapshot)
    } else {
      try readSchema(into: &snapshot)
    }
    snapshot.degrees = try degrees()
    guard reader.isAtEnd else { throw reader.failure("the end of the manifest") }
    return unnamed
  }

  /// Names and tables have to fit together, so that no number read later is without a name.
  private func check(_ snapshot: GraphSnapshot) throws(DecodingFailure) {
    let catalog = snapshot.catalog
    let labelsFit =
      snapshot.nodes.labels.count <= catalog.labels.count
      && catalog.labelSets.sets.allSatisfy { set in set.allSatisfy { Int($0.rawValue) < catalog.labels.count } }
    let typesFit = snapshot.relationships.byType.count <= catalog.relationshipTypes.count
    let keysFit =
      max(snapshot.nodes.properties.columns.count, snapshot.relationships.properties.columns.count)
      <= catalog.propertyKeys.count
    guard labelsFit && typesFit && keysFit else { throw reader.failure("a name for every number") }
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
    catalog.labelSets = LabelSets(sets: sets)
    return catalog
  }

  /// - Parameter source: what the segments come from; nil for the file.
  mutating func list<Content>(from source: (any SegmentSource)? = nil) throws(DecodingFailure) -> SegmentList<Content> {
    let count = try reader.number(upTo: Int(UInt32.max) >> SegmentGeometry.rowBits + 1)
    let blobs = try IntegerCoding.read(count, from: &reader)
    let source = source ?? self.source
    return SegmentList(stored: blobs.map { $0 == 0 ? nil : StoredSegment(blob: $0, source: source) })
  }

  private mutating func bitmap() throws(DecodingFailure) -> Bitmap {
    var bitmap = Bitmap()
    bitmap.count = try reader.number(upTo: Int(UInt32.max))
    bitmap.segments = try list()
    return bitmap
  }

  private mutating func properties() throws(DecodingFailure) -> PropertyTable {
    var table = PropertyTable()
    for _ in 0..<(try reader.count()) {
      var column = Column()
      column.presentCount = try reader.number(upTo: Int(UInt32.max))
      column.segments = try list()
      table.columns.append(column)
    }
    return table
  }

  private mutating func nodes() throws(DecodingFailure) -> NodeTable {
    var nodes = NodeTable()
    nodes.capacity = try number()
    nodes.existing = try bitmap()
    nodes.labelSets.segments = try list()
    for _ in 0..<(try reader.count()) { nodes.labels.append(try bitmap()) }
    nodes.properties = try properties()
    return nodes
  }

  private mutating func relationships() throws(DecodingFailure) -> RelationshipTable {
    var table = RelationshipTable()
    table.capacity = try number()
    table.existing = try bitmap()
    table.types.segments = try list()
    table.sources.segments = try list()
    table.targets.segments = try list()
    let outgoingSource = AdjacencySource(file: source, ends: table.targets)
    let incomingSource = AdjacencySource(file: source, ends: table.sources)
    for _ in 0..<(try reader.count()) {
      table.byType.append(try bitmap())
      var outgoing = AdjacencyTable()
      outgoing.segments = try list(from: outgoingSource)
      table.outgoing.append(outgoing)
      var incoming = AdjacencyTable()
      incoming.segments = try list(from: incomingSource)
      table.incoming.append(incoming)
    }
    table.properties = try properties()
    return table
  }

  private mutating func degrees() throws(DecodingFailure) -> DegreeStatistics {
    var counts: [DegreeStatistics.Key: Int] = [:]
    for _ in 0..<(try reader.count()) {
      let label = LabelID(try number())
      let type = RelationshipTypeID(try number())
      let isOutgoing = try reader.byte() != 0
      counts[DegreeStatistics.Key(label: label, type: type, isOutgoing: isOutgoing)] = try reader.number(upTo: Int(UInt32.max))
    }
    return DegreeStatistics(counts: counts)
  }
}
