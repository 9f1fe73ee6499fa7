/// Something that is done with every segment list of a snapshot: writing what changed, verifying what is stored.
protocol SegmentListVisitor {
  /// - Parameter name: what the list holds, for messages, such as `property name of nodes`.
  mutating func visit<Content: SegmentContent>(
    _ list: inout SegmentList<Content>, _ name: @autoclosure () -> String
  ) throws(StorageError)
}

extension GraphSnapshot {
  /// Leads `visitor` through all lists, always in the same order.
  mutating func visitLists(_ visitor: inout some SegmentListVisitor) throws(StorageError) {
    try visitor.visit(&nodes.existing.segments, "existing nodes")
    try visitor.visit(&nodes.labelSets.segments, "label sets of nodes")
    for index in nodes.labels.indices {
      let name = catalog.labels.names[index]
      try visitor.visit(&nodes.labels[index].segments, "nodes with label \(name)")
    }
    for index in nodes.properties.columns.indices {
      let name = catalog.propertyKeys.names[index]
      try visitor.visit(&nodes.properties.columns[index].segments, "property \(name) of nodes")
    }
    try visitRelationshipLists(&visitor)
    for index in indexes.indices {
      let name = "index \(indexes[index].definition.name)"
      for tree in indexes[index].trees.indices { try visitor.visit(&indexes[index].trees[tree].pages, name) }
    }
  }

  private mutating func visitRelationshipLists(_ visitor: inout some SegmentListVisitor) throws(StorageError) {
    try visitor.visit(&relationships.existing.segments, "existing relationships")
    try visitor.visit(&relationships.types.segments, "types of relationships")
    try visitor.visit(&relationships.sources.segments, "sources of relationships")
    try visitor.visit(&relationships.targets.segments, "targets of relationships")
    for index in relationships.byType.indices {
      let name = catalog.relationshipTypes.names[index]
      try visitor.visit(&relationships.byType[index].segments, "relationships of type \(name)")
      try visitor.visit(&relationships.outgoing[index].segments, "outgoing \(name)")
      try visitor.visit(&relationships.incoming[index].segments, "incoming \(name)")
    }
    for index in relationships.properties.columns.indices {
      let name = catalog.propertyKeys.names[index]
      try visitor.visit(&relationships.properties.columns[index].segments, "property \(name) of relationships")
    }
  }
}

/// The blobs that a snapshot's segments stand in, each as often as a segment names it, which in a sound file is once.
struct BlobCollector: SegmentListVisitor {
  private(set) var blobs: [BlobIdentifier] = []

  mutating func visit<Content: SegmentContent>(_ list: inout SegmentList<Content>, _ name: @autoclosure () -> String) {
    for segment in list.stored {
      if let segment { insert(segment.blob) }
    }
  }

  mutating func insert(_ blob: BlobIdentifier) { blobs.append(blob) }
}
