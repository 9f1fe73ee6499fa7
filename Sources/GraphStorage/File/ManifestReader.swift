import Graph

/// Reads a manifest into a snapshot whose segments are all still in the file.
struct ManifestReader {
  private var reader: ByteReader
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

  mutating func fill(_ snapshot: inout GraphSnapshot) throws(DecodingFailure) {
    snapshot.catalog = try catalog()
    snapshot.nodes = try nodes()
    snapshot.relationships = try relationships()
    for _ in 0..<(try reader.count()) { snapshot.indexes.append(try index(pool: snapshot.pool)) }
    snapshot.degrees = try degrees()
    guard reader.isAtEnd else { throw reader.failure("the end of the manifest") }
    try check(snapshot)
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
    let indexesFit = snapshot.indexes.allSatisfy { index in
      Int(index.description.label.rawValue) < catalog.labels.count
        && Int(index.description.key.rawValue) < catalog.propertyKeys.count
    }
    guard labelsFit && typesFit && keysFit && indexesFit else { throw reader.failure("a name for every number") }
  }

  private mutating func number() throws(DecodingFailure) -> UInt32 {
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

  private mutating func list<Content>() throws(DecodingFailure) -> SegmentList<Content> {
    let count = try reader.number(upTo: Int(UInt32.max) >> SegmentGeometry.rowBits + 1)
    let blobs = try IntegerCoding.read(count, from: &reader)
    let source = self.source
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
    for _ in 0..<(try reader.count()) {
      table.byType.append(try bitmap())
      var outgoing = AdjacencyTable()
      outgoing.segments = try list()
      table.outgoing.append(outgoing)
      var incoming = AdjacencyTable()
      incoming.segments = try list()
      table.incoming.append(incoming)
    }
    table.properties = try properties()
    return table
  }

  private mutating func index(pool: StringPool) throws(DecodingFailure) -> PropertyIndex {
    let label = LabelID(try number())
    let key = PropertyKeyID(try number())
    let isUnique = try reader.byte() != 0
    var trees: [IndexTree] = []
    for family in IndexKey.Family.allCases { trees.append(try tree(family, pool: pool)) }
    return PropertyIndex(IndexDescription(label: label, key: key, isUnique: isUnique), pool: pool, trees: trees)
  }

  private mutating func tree(_ family: IndexKey.Family, pool: StringPool) throws(DecodingFailure) -> IndexTree {
    let count = try reader.number(upTo: Int(UInt32.max))
    let distinctCount = try reader.number(upTo: count)
    let pages: SegmentList<IndexPage> = try list()
    let orders = try IntegerCoding.read(pages.count, from: &reader)
    let details = try IntegerCoding.read(pages.count, from: &reader)
    let nodes = try IntegerCoding.read(pages.count, from: &reader)
    let firsts = (0..<pages.count).map { page in
      IndexEntry(
        order: UInt64(bitPattern: orders[page]), detail: UInt32(truncatingIfNeeded: details[page]),
        node: UInt32(truncatingIfNeeded: nodes[page]))
    }
    return IndexTree(family: family, pool: pool, pages: pages, firsts: firsts, count: count, distinctCount: distinctCount)
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
