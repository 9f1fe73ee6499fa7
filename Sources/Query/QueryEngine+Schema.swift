import Cypher
import Graph
import GraphStorage

extension QueryEngine {
  /// Index and constraint commands. An index is known by label and key; a name that is given is not kept.
  func run(_ command: SchemaCommand) throws(CypherError) -> QueryResult {
    switch command {
    case .createIndex(_, let label, let key, let ifNotExists):
      return try create(label, key, isUnique: false, ifNotExists)
    case .createUniqueConstraint(_, let label, let key, let ifNotExists):
      return try create(label, key, isUnique: true, ifNotExists)
    case .dropIndex(let name, let ifExists): return try drop(name, isUnique: false, ifExists)
    case .dropConstraint(let name, let ifExists): return try drop(name, isUnique: true, ifExists)
    }
  }

  private func create(_ label: Name, _ key: Name, isUnique: Bool, _ ifNotExists: Bool) throws(CypherError) -> QueryResult {
    var isCreated = false
    try withTransaction { (transaction) throws(CypherError) in
      let labelID = transaction.labelID(creating: label.text)
      let keyID = transaction.propertyKeyID(creating: key.text)
      if ifNotExists, let present = transaction.state.index(labelID, keyID), present.isUnique || !isUnique { return }
      try asCypherError { () throws(StorageError) in try transaction.createIndex(labelID, keyID, isUnique: isUnique) }
      isCreated = true
    }
    return .empty {
      if isUnique { $0.counters.constraintsAdded = isCreated ? 1 : 0 } else { $0.counters.indexesAdded = isCreated ? 1 : 0 }
    }
  }

  private func drop(_ name: Name, isUnique: Bool, _ ifExists: Bool) throws(CypherError) -> QueryResult {
    var isDropped = false
    try withTransaction { (transaction) throws(CypherError) in
      let state = transaction.state
      let found = state.indexDescriptions.first { $0.isUnique == isUnique && $0.name(in: state) == name.text }
      guard let found else {
        if ifExists { return }
        throw CypherError(
          .executionError, "SchemaError", phase: .runtime, "there is no \(isUnique ? "constraint" : "index") `\(name.text)`",
          at: name.span)
      }
      try asCypherError { () throws(StorageError) in try transaction.dropIndex(found.label, found.key) }
      isDropped = true
    }
    return .empty {
      if isUnique { $0.counters.constraintsRemoved = isDropped ? 1 : 0 } else { $0.counters.indexesRemoved = isDropped ? 1 : 0 }
    }
  }
}

extension IndexDescription {
  /// The name by which an index is shown and dropped.
  func name(in snapshot: GraphSnapshot) -> String {
    "\(isUnique ? "unique" : "index")_\(snapshot.labelName(label))_\(snapshot.propertyKeyName(key))"
  }
}
