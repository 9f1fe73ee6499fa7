import Graph

/// Whether the parts of a graph agree: what is kept twice for speed says the same both times.
struct ConsistencyCheck {
  let snapshot: GraphSnapshot
  let path: String

  func findings() -> [StorageError] {
    var messages: [String] = []
    messages += bitmap(snapshot.nodes.existing, "nodes")
    messages += bitmap(snapshot.relationships.existing, "relationships")
    for (label, members) in zip(snapshot.labels, snapshot.nodes.labels) {
      messages += bitmap(members, "nodes with label \(label)")
    }
    messages += labelSets()
    for (index, type) in snapshot.relationshipTypes.enumerated() where index < snapshot.relationships.byType.count {
      messages += bitmap(snapshot.relationships.byType[index], "relationships of type \(type)")
      messages += adjacency(index, type)
    }
    messages += strings(snapshot.nodes.properties, "nodes") + strings(snapshot.relationships.properties, "relationships")
    messages += indexes()
    messages += constraints()
    messages += texts()
    return messages.map { StorageError(.damaged, $0, path: path, place: "graph", remedy: SQLiteConnection.damageRemedy) }
  }

  private func bitmap(_ bitmap: Bitmap, _ name: String) -> [String] {
    let counted = (0..<bitmap.segments.count).reduce(0) { $0 + (bitmap.segments.segment($1)?.count ?? 0) }
    return counted == bitmap.count ? [] : ["there are \(counted) \(name), and \(bitmap.count) are expected"]
  }

  /// Every node's label set agrees with the bitmaps of the labels.
  private func labelSets() -> [String] {
    var counts = [Int](repeating: 0, count: snapshot.labels.count)
    var cursor = ScanCursor()
    while case let nodes = snapshot.scanNodes(from: &cursor), !nodes.isEmpty {
      for node in nodes {
        for label in snapshot.labels(of: node) {
          guard snapshot.has(label, node) else { return ["node \(node.rawValue) has a label that does not have it"] }
          counts[Int(label.rawValue)] += 1
        }
      }
    }
    return counts.indices.compactMap { index in
      let expected = snapshot.nodeCount(LabelID(UInt32(index)))
      return counts[index] == expected ? nil : "\(counts[index]) nodes have label \(snapshot.labels[index]), \(expected) expected"
    }
  }

  /// Both directions hold every relationship of the type, once and between the right nodes.
  private func adjacency(_ index: Int, _ type: String) -> [String] {
    for (table, isOutgoing) in [(snapshot.relationships.outgoing[index], true), (snapshot.relationships.incoming[index], false)] {
      var total = 0
      var buffer = NeighbourBuffer()
      for row in 0..<UInt32(min(table.segmentCount * SegmentGeometry.rowCount, Int(snapshot.nodes.capacity))) {
        buffer.neighbours.removeAll(keepingCapacity: true)
        buffer.relationships.removeAll(keepingCapacity: true)
        table.expand(row, skippingLoops: false, into: &buffer)
        total += buffer.count
        for (neighbour, relationship) in zip(buffer.neighbours, buffer.relationships) {
          let ends = (snapshot.source(of: relationship), snapshot.target(of: relationship))
          let isRight = isOutgoing ? ends == (NodeID(row), neighbour) : ends == (neighbour, NodeID(row))
          guard isRight, snapshot.relationships.byType[index].contains(relationship.rawValue) else {
            return ["relationship \(relationship.rawValue) of type \(type) is not between the nodes that list it"]
          }
        }
      }
      let expected = snapshot.relationships.byType[index].count
      guard total == expected else { return ["nodes list \(total) relationships of type \(type), and there are \(expected)"] }
    }
    return []
  }

  private func strings(_ table: PropertyTable, _ owner: String) -> [String] {
    let count = snapshot.pool.count
    return table.columns.indices.flatMap { index -> [String] in
      let column = table.columns[index]
      var present = 0
      for number in 0..<column.segments.count {
        guard let segment = column.segments.segment(number) else { continue }
        present += segment.presentCount
        guard segment.kind == .strings else { continue }
        for offset in 0..<segment.capacity where segment.isPresent(offset) {
          guard segment.elements(StringPool.Code.self)[offset] < count else {
            return ["property \(snapshot.propertyKeys[index]) of \(owner) uses a string that there is not"]
          }
        }
      }
      return present == column.presentCount
        ? [] : ["\(present) \(owner) have property \(snapshot.propertyKeys[index]), and \(column.presentCount) are expected"]
    }
  }

  /// Every element that an index should hold is found by its values, and nothing else is in it.
  private func indexes() -> [String] {
    snapshot.indexes.compactMap { index in
      let target = index.target
      var expected = 0
      var lost: UInt32?
      snapshot.forEachBatch(target.element, target.owner) { rows in
        for row in rows {
          let values = snapshot.values(target.keys, target.element, at: row)
          guard index.holds(values) else { continue }
          expected += 1
          if lost == nil, !index.lookup(values).contains(row) { lost = row }
        }
      }
      let name = "index `\(index.definition.name)`"
      if let lost { return "\(name) does not find element \(lost)" }
      return expected == index.count ? nil : "\(name) has \(index.count) entries, and \(expected) are expected"
    }
  }

  /// The graph meets its constraints.
  private func constraints() -> [String] {
    snapshot.constraints.compactMap { ConstraintCheck(snapshot: snapshot, constraint: $0).firstViolation(trustsIndex: false) }
  }

  /// The full-text tables hold the texts of the elements that they should, and nothing else.
  private func texts() -> [String] {
    snapshot.textIndexes.compactMap { index in
      let name = "full-text index `\(index.definition.name)`"
      do throws(StorageError) {
        var count = 0
        var last: Int64 = -1
        while case let rows = try snapshot.textTables.rows(of: index, after: last, in: snapshot), !rows.isEmpty {
          for (row, texts) in rows where UInt32(exactly: row).flatMap({ index.texts(of: $0, in: snapshot) }) != texts {
            return "\(name) has other words for element \(row) than the graph"
          }
          count += rows.count
          last = rows[rows.count - 1].0
        }
        let expected = index.count(in: snapshot)
        return expected == count ? nil : "\(name) has \(count) elements, and \(expected) are expected"
      } catch {
        return "\(name) cannot be read: \(error.message)"
      }
    }
  }
}
