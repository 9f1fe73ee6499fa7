import Graph

/// What a transaction did, as bytes that do it again: the record that a commit appends to the file's journal.
///
/// Elements are named by their ids, which replaying gives out in the same order; names and values stand in full.
struct JournalWriter {
  enum Operation: UInt8 {
    case nameLabel, nameType, nameKey
    case createNode, createRelationship, setNodeProperty, setRelationshipProperty
    case addLabel, removeLabel, deleteRelationship, deleteNode
    /// Only in files of format version 1: indexes without names, on one property of the nodes of a label.
    case createUnnamedIndex, dropUnnamedIndex
    case createIndex, createConstraint, dropIndexNamed, dropConstraintNamed
  }

  private(set) var writer = ByteWriter()

  var isEmpty: Bool { writer.count == 0 }
  var count: Int { writer.count }
  var bytes: [UInt8] { writer.bytes }

  mutating func truncate(to count: Int) { writer.truncate(to: count) }

  mutating func name(_ operation: Operation, _ name: String) {
    writer.write(operation.rawValue)
    writer.write(text: name)
  }

  mutating func createNode(labels: [LabelID], properties: [(PropertyKeyID, Value)]) {
    writer.write(Operation.createNode.rawValue)
    writer.write(count: labels.count)
    for label in labels { write(label.rawValue) }
    write(properties)
  }

  mutating func createRelationship(
    _ type: RelationshipTypeID, _ source: NodeID, _ target: NodeID, properties: [(PropertyKeyID, Value)]
  ) {
    numbers(.createRelationship, type.rawValue, source.rawValue, target.rawValue)
    write(properties)
  }

  mutating func set(_ operation: Operation, _ element: UInt32, _ key: PropertyKeyID, _ value: Value) {
    numbers(operation, element, key.rawValue)
    ValueCoding.write(value, to: &writer)
  }

  mutating func define(_ index: IndexDefinition) {
    writer.write(Operation.createIndex.rawValue)
    writer.write(index)
  }

  mutating func define(_ constraint: ConstraintDefinition) {
    writer.write(Operation.createConstraint.rawValue)
    writer.write(constraint)
  }

  /// An operation whose operands are numbers only.
  mutating func numbers(_ operation: Operation, _ operands: UInt32...) {
    writer.write(operation.rawValue)
    for operand in operands { write(operand) }
  }

  private mutating func write(_ number: UInt32) { writer.write(varint: UInt64(number)) }

  private mutating func write(_ properties: [(PropertyKeyID, Value)]) {
    writer.write(count: properties.count)
    for (key, value) in properties {
      write(key.rawValue)
      ValueCoding.write(value, to: &writer)
    }
  }
}
