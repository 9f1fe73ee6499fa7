import Graph

extension GraphSnapshot {
  /// Remembers that parts of the graph contradict each other, which reading one of them alone does not tell: from now on
  /// `checkIntact` throws.
  package func rememberContradiction(_ message: String) { damage.remember(damage(saying: message)) }

  private func damage(saying message: String) -> StorageError {
    StorageError(.damaged, message, path: textTables.file?.path, place: "graph", remedy: SQLiteConnection.damageRemedy)
  }

  /// Throws where more has been taken out of something than a file had said that there was: its numbers were wrong, and
  /// nothing is written that rests on them. O(labels + types + keys + indexes).
  func checkCounts() throws(StorageError) {
    if let what = overdrawn { throw damage(saying: "there were more \(what) than the file counts") }
  }

  private var overdrawn: String? {
    if nodes.existing.count < 0 { return "nodes" }
    if relationships.existing.count < 0 { return "relationships" }
    if let label = nodes.labels.firstIndex(where: { $0.count < 0 }) { return "nodes with label \(labels[label])" }
    if let type = relationships.byType.firstIndex(where: { $0.count < 0 }) {
      return "relationships of type \(relationshipTypes[type])"
    }
    for (table, what) in [(nodes.properties, "nodes"), (relationships.properties, "relationships")] {
      let key = table.columns.firstIndex { $0.presentCount < 0 }
      if let key { return "\(what) with property \(propertyKeys[key])" }
    }
    if degrees.isOverdrawn { return "relationships at nodes of a label" }
    let index = indexes.first { $0.trees.contains { $0.count < 0 || $0.distinctCount < 0 } }
    return index.map { "entries in index \($0.definition.name)" }
  }
}
