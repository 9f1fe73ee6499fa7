import Graph

/// Does again what a commit's record says.
struct JournalReader {
  private var reader: ByteReader
  private let transaction: GraphTransaction
  private let place: String

  /// Applies one record to a transaction that records no journal.
  static func replay(_ record: [UInt8], to transaction: GraphTransaction, path: String, place: String) throws(StorageError) {
    var failure: StorageError?
    record.withUnsafeBytes { bytes in
      var reader = JournalReader(reader: ByteReader(bytes), transaction: transaction, place: place)
      do throws(StorageError) { try reader.run(path: path) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  private mutating func run(path: String) throws(StorageError) {
    while !reader.isAtEnd {
      do throws(DecodingFailure) {
        try step()
      } catch {
        throw StorageError(
          .damaged, "expected \(error.expectation)", path: path, place: "\(place), byte \(error.offset + Seal.byteCount)",
          remedy: SQLiteConnection.damageRemedy)
      }
    }
  }

  private mutating func step() throws(DecodingFailure) {
    guard let operation = JournalWriter.Operation(rawValue: try reader.byte()) else { throw reader.failure("an operation") }
    do throws(StorageError) {
      let action = try decode(operation)
      try action(transaction)
    } catch let error where error.code == .damaged {
      throw DecodingFailure(expectation: error.message, offset: reader.offset)
    } catch {
      throw reader.failure("an operation that the graph allows, but \(error.message)")
    }
  }

  private typealias Action = (GraphTransaction) throws(StorageError) -> Void

  private mutating func decode(_ operation: JournalWriter.Operation) throws(StorageError) -> Action {
    do throws(DecodingFailure) {
      switch operation {
      case .nameLabel, .nameType, .nameKey, .dropIndexNamed, .dropConstraintNamed: return try naming(operation)
      case .createIndex, .createConstraint: return try definition(operation)
      case .createNode, .createRelationship: return try creation(operation)
      case .setNodeProperty, .setRelationshipProperty: return try setting(operation)
      default: return try change(operation)
      }
    } catch {
      throw StorageError(.damaged, error.expectation)
    }
  }

  private mutating func naming(_ operation: JournalWriter.Operation) throws(DecodingFailure) -> Action {
    let name = try reader.text()
    return { transaction throws(StorageError) in
      switch operation {
      case .nameLabel: _ = transaction.labelID(creating: name)
      case .nameType: _ = try transaction.relationshipTypeID(creating: name)
      case .dropIndexNamed: try transaction.dropIndex(named: name)
      case .dropConstraintNamed: try transaction.dropConstraint(named: name)
      default: _ = transaction.propertyKeyID(creating: name)
      }
    }
  }

  private mutating func creation(_ operation: JournalWriter.Operation) throws(DecodingFailure) -> Action {
    if operation == .createNode {
      var labels: [LabelID] = []
      for _ in 0..<(try reader.count()) { labels.append(LabelID(try number(below: transaction.snapshot.labels.count))) }
      let properties = try properties()
      return { transaction throws(StorageError) in try transaction.createNode(labels: labels, properties: properties) }
    }
    let type = RelationshipTypeID(try number(below: transaction.snapshot.relationshipTypes.count))
    let source = NodeID(try number())
    let target = NodeID(try number())
    let properties = try properties()
    return { transaction throws(StorageError) in
      try transaction.createRelationship(type, from: source, to: target, properties: properties)
    }
  }

  private mutating func setting(_ operation: JournalWriter.Operation) throws(DecodingFailure) -> Action {
    let element = try number()
    let key = PropertyKeyID(try number(below: transaction.snapshot.propertyKeys.count))
    let value = try ValueCoding.read(from: &reader)
    return { transaction throws(StorageError) in
      if operation == .setNodeProperty {
        try transaction.set(value, for: key, of: NodeID(element))
      } else {
        try transaction.set(value, for: key, of: RelationshipID(element))
      }
    }
  }

  private mutating func change(_ operation: JournalWriter.Operation) throws(DecodingFailure) -> Action {
    switch operation {
    case .addLabel, .removeLabel:
      let node = NodeID(try number())
      let label = LabelID(try number(below: transaction.snapshot.labels.count))
      return { transaction throws(StorageError) in
        if operation == .addLabel {
          try transaction.addLabel(label, to: node)
        } else {
          try transaction.removeLabel(label, from: node)
        }
      }
    case .deleteRelationship:
      let relationship = RelationshipID(try number())
      return { transaction throws(StorageError) in transaction.delete(relationship) }
    case .deleteNode:
      let node = NodeID(try number())
      return { transaction throws(StorageError) in try transaction.delete(node) }
    default:
      let label = LabelID(try number(below: transaction.snapshot.labels.count))
      let key = PropertyKeyID(try number(below: transaction.snapshot.propertyKeys.count))
      let isUnique: Bool = operation == .createUnnamedIndex ? try number() != 0 : false
      return { transaction throws(StorageError) in
        let label = transaction.snapshot.labelName(label)
        let key = transaction.snapshot.propertyKeyName(key)
        if operation == .createUnnamedIndex {
          try transaction.createUnnamed(label, key, isUnique: isUnique)
        } else {
          try transaction.dropUnnamed(label, key)
        }
      }
    }
  }

  private mutating func definition(_ operation: JournalWriter.Operation) throws(DecodingFailure) -> Action {
    if operation == .createIndex {
      let definition = try reader.indexDefinition()
      return { transaction throws(StorageError) in try transaction.createIndex(definition) }
    }
    let definition = try reader.constraintDefinition()
    return { transaction throws(StorageError) in try transaction.createConstraint(definition) }
  }

  private mutating func properties() throws(DecodingFailure) -> [(PropertyKeyID, Value)] {
    var properties: [(PropertyKeyID, Value)] = []
    for _ in 0..<(try reader.count()) {
      let key = PropertyKeyID(try number(below: transaction.snapshot.propertyKeys.count))
      properties.append((key, try ValueCoding.read(from: &reader)))
    }
    return properties
  }

  private mutating func number() throws(DecodingFailure) -> UInt32 {
    UInt32(try reader.number(upTo: Int(UInt32.max)))
  }

  private mutating func number(below count: Int) throws(DecodingFailure) -> UInt32 {
    guard count > 0 else { throw reader.failure("a name") }
    return UInt32(try reader.number(upTo: count - 1))
  }
}
