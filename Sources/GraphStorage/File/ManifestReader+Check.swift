import Graph

// What the parts of a manifest have to say of each other, so that no number read later is without a name or a row, and nothing
// that is written later takes the place of something else.
extension ManifestReader {
  /// Label sets are sorted, of labels that there are, and the first is empty: rows that nobody has written have that one.
  static func check(_ catalog: Catalog, _ sets: [[LabelID]], in reader: ByteReader) throws(DecodingFailure) {
    let areSound = sets.allSatisfy { set in
      set.allSatisfy { Int($0.rawValue) < catalog.labels.count } && zip(set, set.dropFirst()).allSatisfy { $0 < $1 }
    }
    guard areSound, sets.first == [] else { throw reader.failure("sets of labels that there are") }
    guard catalog.relationshipTypes.count <= RelationshipTable.largestTypeCount else {
      throw reader.failure("at most \(RelationshipTable.largestTypeCount) relationship types")
    }
  }

  /// Names and tables fit together.
  func check(_ snapshot: GraphSnapshot) throws(DecodingFailure) {
    let (catalog, nodes, relationships) = (snapshot.catalog, snapshot.nodes, snapshot.relationships)
    let keyCount = max(nodes.properties.columns.count, relationships.properties.columns.count)
    guard nodes.labels.count <= catalog.labels.count, relationships.byType.count <= catalog.relationshipTypes.count,
      keyCount <= catalog.propertyKeys.count
    else { throw reader.failure("a name for every number") }
    try check(nodes.capacity, nodes.existing, "nodes")
    try check(relationships.capacity, relationships.existing, "relationships")
    guard relationships.capacity == 0 || (nodes.capacity > 0 && catalog.relationshipTypes.count > 0) else {
      throw reader.failure("nodes and a type for relationships")
    }
  }

  /// A table has no more rows than the segments that say which of them exist: what is made for each row would be huge.
  private func check(_ capacity: UInt32, _ existing: Bitmap, _ what: String) throws(DecodingFailure) {
    let needed = SegmentGeometry.segmentCount(forRows: Int(capacity))
    guard capacity < UInt32.max, existing.segments.count >= needed, (0..<needed).allSatisfy({ existing.segments.isPresent($0) })
    else { throw reader.failure("segments for \(capacity) \(what)") }
  }

  /// An index has an entry at least for each page, and one at most for each element.
  func check(_ tree: IndexTree, ofRows rowCount: Int) throws(DecodingFailure) {
    let pages = tree.pages
    guard tree.count <= rowCount, tree.count >= pages.count, (0..<pages.count).allSatisfy({ pages.isPresent($0) }),
      tree.count <= pages.count * IndexPage.largestLeafCount * IndexLeaf.largestCount
    else { throw reader.failure("pages for the \(tree.count) entries of an index") }
  }

  /// Every segment stands for itself, and below the next number that is given out: what is given up, or written, is no other.
  func checkBlobs(of snapshot: inout GraphSnapshot) throws(DecodingFailure) {
    var named = BlobCollector()
    for chunk in manifest.stringChunks {
      named.insert(chunk.text)
      named.insert(chunk.hashes)
    }
    // Collecting never throws.
    try? snapshot.visitLists(&named)
    let blobs = named.blobs.sorted()
    // Of numbers in order, different ones ascend, and the ends tell of all.
    let areDifferent = zip(blobs, blobs.dropFirst()).allSatisfy { $0 < $1 }
    guard areDifferent, blobs.first ?? 1 > 0, blobs.last ?? 0 < manifest.nextBlob else {
      throw reader.failure("segments of different numbers below \(manifest.nextBlob)")
    }
    guard blobs.count <= fileByteCount / Seal.byteCount else { throw reader.failure("segments that the file can hold") }
  }
}
