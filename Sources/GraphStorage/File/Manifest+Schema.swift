import Graph

// Indexes and constraints in the manifest: their definitions, and for range and text indexes where their pages stand.
extension ByteWriter {
  mutating func writeSchema(of snapshot: GraphSnapshot) {
    write(count: snapshot.indexes.count)
    for index in snapshot.indexes {
      write(index.definition)
      for tree in index.trees { write(tree) }
    }
    write(count: snapshot.textIndexCount)
    write(count: snapshot.textIndexes.count)
    for index in snapshot.textIndexes {
      write(index.definition)
      write(count: index.number)
    }
    write(count: snapshot.constraints.count)
    for constraint in snapshot.constraints { write(constraint.definition) }
  }

  private mutating func write(_ tree: IndexTree) {
    write(count: tree.count)
    write(count: tree.distinctCount)
    write(tree.pages)
    IntegerCoding.write(tree.firsts.map { Int64(bitPattern: $0.order) }, to: &self)
    IntegerCoding.write(tree.firsts.map { Int64($0.detail) }, to: &self)
    IntegerCoding.write(tree.firsts.map { Int64($0.element) }, to: &self)
  }
}

extension ManifestReader {
  mutating func readSchema(into snapshot: inout GraphSnapshot) throws(DecodingFailure) {
    for _ in 0..<(try reader.count()) {
      let definition = try reader.indexDefinition()
      let target = try targets(definition.element, definition.owners, definition.keys, snapshot)[0]
      let rowCount = Int(definition.element == .node ? snapshot.nodes.capacity : snapshot.relationships.capacity)
      let trees = try trees(IndexKey.Family.allCases, ofRows: rowCount, pool: snapshot.pool)
      snapshot.indexes.append(PropertyIndex(definition, target, pool: snapshot.pool, trees: trees))
    }
    snapshot.textIndexCount = Int(try number())
    for _ in 0..<(try reader.count()) {
      let definition = try reader.indexDefinition()
      let number = try reader.number(upTo: snapshot.textIndexCount)
      guard number > 0, !snapshot.textIndexes.contains(where: { $0.number == number }) else {
        throw reader.failure("a number for each full-text index")
      }
      let targets = try targets(definition.element, definition.owners, definition.keys, snapshot)
      snapshot.textIndexes.append(
        FullTextIndex(definition, number: number, owners: targets.map(\.owner), keys: targets[0].keys))
    }
    for _ in 0..<(try reader.count()) {
      let definition = try reader.constraintDefinition()
      let target = try targets(definition.element, [definition.owner], definition.keys, snapshot)[0]
      snapshot.constraints.append(Constraint(definition: definition, target: target))
    }
  }

  /// The indexes of a file of version 1; the pages that they stand in are given up.
  mutating func unnamedIndexes(of snapshot: GraphSnapshot) throws(DecodingFailure) -> [UnnamedIndex] {
    var indexes: [UnnamedIndex] = []
    for _ in 0..<(try reader.count()) {
      let label = Int(try number())
      let key = Int(try number())
      let isUnique = try reader.byte() != 0
      _ = try trees(IndexKey.Family.first, ofRows: Int(snapshot.nodes.capacity), pool: snapshot.pool)
      guard label < snapshot.labels.count, key < snapshot.propertyKeys.count else {
        throw reader.failure("a name for every number")
      }
      indexes.append(UnnamedIndex(label: snapshot.labels[label], key: snapshot.propertyKeys[key], isUnique: isUnique))
    }
    return indexes
  }

  /// The numbers of what a definition names.
  private func targets(
    _ element: ElementKind, _ owners: [String], _ keys: [String], _ snapshot: GraphSnapshot
  ) throws(DecodingFailure) -> [SchemaTarget] {
    let numbers = keys.compactMap { snapshot.propertyKeyID($0) }
    let targets: [SchemaTarget] = owners.compactMap { owner in
      let number =
        element == .node ? snapshot.labelID(owner)?.rawValue : snapshot.relationshipTypeID(owner)?.rawValue
      return number.map { SchemaTarget(element: element, owner: $0, keys: numbers) }
    }
    guard numbers.count == keys.count, targets.count == owners.count else { throw reader.failure("names that the graph has") }
    return targets
  }

  private mutating func trees(
    _ families: [IndexKey.Family], ofRows rowCount: Int, pool: StringPool
  ) throws(DecodingFailure) -> [IndexTree] {
    var trees: [IndexTree] = []
    for family in families {
      let tree = try tree(family, ofRows: rowCount, pool: pool)
      try check(tree, ofRows: rowCount)
      trees.append(tree)
    }
    return trees
  }

  private mutating func tree(
    _ family: IndexKey.Family, ofRows rowCount: Int, pool: StringPool
  ) throws(DecodingFailure) -> IndexTree {
    let count = try reader.number(upTo: Int(UInt32.max))
    let distinctCount = try reader.number(upTo: count)
    var bounds = SegmentBounds(numberCount: rowCount)
    if family == .strings { bounds.stringCount = manifest.stringCount }
    let pages: SegmentList<IndexPage> = try list(bounds)
    let orders = try IntegerCoding.read(pages.count, from: &reader)
    let details = try IntegerCoding.read(pages.count, from: &reader)
    let elements = try IntegerCoding.read(pages.count, from: &reader)
    guard details.allSatisfy({ UInt64(bitPattern: $0) < UInt64(bounds.stringCount) }) else {
      throw reader.failure("codes of strings below \(bounds.stringCount)")
    }
    let firsts = (0..<pages.count).map { page in
      IndexEntry(
        order: UInt64(bitPattern: orders[page]), detail: UInt32(truncatingIfNeeded: details[page]),
        element: UInt32(truncatingIfNeeded: elements[page]))
    }
    return IndexTree(family: family, pool: pool, pages: pages, firsts: firsts, count: count, distinctCount: distinctCount)
  }
}
