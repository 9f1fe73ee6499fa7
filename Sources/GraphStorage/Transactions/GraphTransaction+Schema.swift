import Graph

extension GraphTransaction {
  /// Makes an index, or with `isUnique` a unique constraint, on the nodes of a label by a property. O(n log n) in the nodes.
  ///
  /// Both hold numbers, strings, booleans and dates; a constraint says nothing about values of other types.
  /// - Throws: `schema` if there is one, `constraintViolated` if two nodes have the same value.
  public func createIndex(_ label: LabelID, _ key: PropertyKeyID, isUnique: Bool = false) throws(StorageError) {
    guard snapshot.index(label, key) == nil else {
      throw StorageError(.schema, "there is already an index or a constraint on \(describe(label, key))")
    }
    var index = PropertyIndex(
      IndexDescription(label: label, key: key, isUnique: isUnique), pool: snapshot.pool, keys: keys(label, key))
    index.description.isUnique = isUnique
    guard !isUnique || index.distinctCount == index.count else {
      throw StorageError(
        .constraintViolated, "\(index.count - index.distinctCount) nodes share a value of \(describe(label, key)) with another",
        remedy: "make the values differ, or make an index instead of a constraint")
    }
    journal?.numbers(.createIndex, label.rawValue, key.rawValue, isUnique ? 1 : 0)
    hasChanges = true
    snapshot.indexes.append(index)
  }

  /// Drops the index or constraint on a label and property.
  /// - Throws: `schema` if there is none.
  public func dropIndex(_ label: LabelID, _ key: PropertyKeyID) throws(StorageError) {
    guard let position = snapshot.indexDescriptions.firstIndex(where: { $0.label == label && $0.key == key }) else {
      throw StorageError(.schema, "there is no index or constraint on \(describe(label, key))")
    }
    journal?.numbers(.dropIndex, label.rawValue, key.rawValue)
    hasChanges = true
    snapshot.indexes.remove(at: position)
  }

  private func keys(_ label: LabelID, _ key: PropertyKeyID) -> [(key: IndexKey, node: UInt32)] {
    var keys: [(key: IndexKey, node: UInt32)] = []
    var cursor = ScanCursor()
    while true {
      let nodes = snapshot.scanNodes(label: label, from: &cursor)
      guard !nodes.isEmpty else { return keys }
      let values = snapshot.gather(key, of: nodes)
      for (row, node) in nodes.enumerated() where !values.isNull(row) {
        if let indexKey = IndexKey(values, row, pool: snapshot.pool) { keys.append((indexKey, node.rawValue)) }
      }
    }
  }

  private func describe(_ label: LabelID, _ key: PropertyKeyID) -> String {
    "(:\(snapshot.labelName(label)) {\(snapshot.propertyKeyName(key))})"
  }
}
