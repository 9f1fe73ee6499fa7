import Graph

/// What a graph file consists of at a checkpoint: everything of a snapshot except the segments themselves, which it names.
struct Manifest {
  /// Counts checkpoints; the journal's head has the same number.
  var generation: UInt64 = 0
  var nextBlob: BlobIdentifier = 1
  /// The strings of the pool, by chunk.
  var stringCount = 0
  var stringChunks: [StoredStringChunk] = []
}

extension Manifest {
  /// Every chunk but the last is full.
  func bounds(ofChunk index: Int) -> SegmentBounds {
    SegmentBounds(rowCount: max(0, min(StringPool.slotsPerChunk, stringCount - index * StringPool.slotsPerChunk)))
  }
}

/// The blobs of one chunk of the string pool.
struct StoredStringChunk {
  var text: BlobIdentifier
  var hashes: BlobIdentifier
}

extension Manifest {
  /// The payload for a snapshot of which every segment stands in the file.
  func encode(_ snapshot: GraphSnapshot) -> [UInt8] {
    var writer = ByteWriter()
    writer.write(varint: generation)
    writer.write(zigzag: nextBlob)
    writer.write(count: stringCount)
    writer.write(count: stringChunks.count)
    IntegerCoding.write(stringChunks.flatMap { [$0.text, $0.hashes] }, to: &writer)
    writer.write(snapshot.catalog)
    writer.write(snapshot.nodes)
    writer.write(snapshot.relationships)
    writer.writeSchema(of: snapshot)
    writer.write(snapshot.degrees)
    return writer.bytes
  }
}

extension ByteWriter {
  fileprivate mutating func write(_ table: NameTable) {
    write(count: table.count)
    for name in table.names { write(text: name) }
  }

  fileprivate mutating func write(_ catalog: Catalog) {
    write(catalog.labels)
    write(catalog.relationshipTypes)
    write(catalog.propertyKeys)
    write(count: catalog.labelSets.sets.count)
    for set in catalog.labelSets.sets {
      write(count: set.count)
      for label in set { write(varint: UInt64(label.rawValue)) }
    }
  }

  mutating func write<Content>(_ list: SegmentList<Content>) {
    write(count: list.count)
    IntegerCoding.write(list.blobs, to: &self)
  }

  fileprivate mutating func write(_ bitmap: Bitmap) {
    write(count: bitmap.count)
    write(bitmap.segments)
  }

  fileprivate mutating func write(_ table: PropertyTable) {
    write(count: table.columns.count)
    for column in table.columns {
      write(count: column.presentCount)
      write(column.segments)
    }
  }

  fileprivate mutating func write(_ nodes: NodeTable) {
    write(varint: UInt64(nodes.capacity))
    write(nodes.existing)
    write(nodes.labelSets.segments)
    write(count: nodes.labels.count)
    for bitmap in nodes.labels { write(bitmap) }
    write(nodes.properties)
  }

  fileprivate mutating func write(_ relationships: RelationshipTable) {
    write(varint: UInt64(relationships.capacity))
    write(relationships.existing)
    write(relationships.types.segments)
    write(relationships.sources.segments)
    write(relationships.targets.segments)
    write(count: relationships.byType.count)
    for index in relationships.byType.indices {
      write(relationships.byType[index])
      write(relationships.outgoing[index].segments)
      write(relationships.incoming[index].segments)
    }
    write(relationships.properties)
  }

  fileprivate mutating func write(_ degrees: DegreeStatistics) {
    let counts = degrees.counts.filter { $0.value != 0 }.sorted { $0.key < $1.key }
    write(count: counts.count)
    for (key, count) in counts {
      write(varint: UInt64(key.label.rawValue))
      write(varint: UInt64(key.type.rawValue))
      write(key.isOutgoing ? 1 : 0)
      write(count: count)
    }
  }
}
