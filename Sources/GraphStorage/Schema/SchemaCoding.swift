import Graph

// How the definitions of indexes and constraints stand in manifest and journal.
extension ByteWriter {
  private mutating func write(texts: [String]) {
    write(count: texts.count)
    for text in texts { write(text: text) }
  }

  mutating func write(_ index: IndexDefinition) {
    write(text: index.name)
    write(text: index.kind.rawValue)
    write(index.element.rawValue)
    write(texts: index.owners)
    write(texts: index.keys)
    write(text: index.analyzer.rawValue)
  }

  mutating func write(_ constraint: ConstraintDefinition) {
    write(text: constraint.name)
    write(constraint.element.rawValue)
    write(text: constraint.owner)
    write(texts: constraint.keys)
    switch constraint.requirement {
    case .unique: write(0)
    case .exists: write(1)
    case .key: write(2)
    case .type(let type):
      write(3)
      write(texts: type.alternatives.map(\.text))
    }
  }
}

extension ByteReader {
  /// At least one text.
  private mutating func texts(_ what: String) throws(DecodingFailure) -> [String] {
    var texts: [String] = []
    for _ in 0..<(try count()) { texts.append(try text()) }
    guard !texts.isEmpty else { throw failure("at least one \(what)") }
    return texts
  }

  private mutating func elementKind() throws(DecodingFailure) -> ElementKind {
    guard let kind = ElementKind(rawValue: try byte()) else { throw failure("a kind of elements") }
    return kind
  }

  mutating func indexDefinition() throws(DecodingFailure) -> IndexDefinition {
    let name = try text()
    guard let kind = IndexDefinition.Kind(rawValue: try text()) else { throw failure("a kind of index") }
    let element = try elementKind()
    let owners = try texts("label or type")
    guard kind == .fullText || owners.count == 1 else { throw failure("one label or type") }
    let keys = try texts("property")
    guard let analyzer = TextAnalyzer(rawValue: try text()) else { throw failure("an analyzer") }
    return IndexDefinition(name: name, kind: kind, element: element, owners: owners, keys: keys, analyzer: analyzer)
  }

  mutating func constraintDefinition() throws(DecodingFailure) -> ConstraintDefinition {
    let name = try text()
    let element = try elementKind()
    let owner = try text()
    let keys = try texts("property")
    let requirement: ConstraintDefinition.Requirement
    switch try byte() {
    case 0: requirement = .unique
    case 1: requirement = .exists
    case 2: requirement = .key
    case 3:
      var alternatives: [PropertyType.Alternative] = []
      for text in try texts("type") {
        guard let alternative = PropertyType.Alternative(text: text) else { throw failure("a property type") }
        alternatives.append(alternative)
      }
      requirement = .type(PropertyType(alternatives))
    default: throw failure("a kind of constraint")
    }
    return ConstraintDefinition(name: name, requirement: requirement, element: element, owner: owner, keys: keys)
  }
}

// MARK: - Format version 1

/// An index of a file of version 1.
struct UnnamedIndex {
  var label: String
  var key: String
  var isUnique: Bool
}

extension GraphTransaction {
  /// What files of format version 1 have for indexes: without a name, on one property of the nodes of a label.
  func createUnnamed(_ label: String, _ key: String, isUnique: Bool) throws(StorageError) {
    if isUnique {
      var definition = ConstraintDefinition(name: "", requirement: .unique, owner: label, keys: [key])
      definition.name = freeName(definition.generatedName)
      do throws(StorageError) {
        return try createConstraint(definition)
      } catch {
        // Constraints said nothing then about types that they hold now, so a graph may not meet them.
        guard error.code == .constraintUnsatisfied else { throw error }
      }
    }
    var definition = IndexDefinition(name: "", owners: [label], keys: [key])
    definition.name = freeName(definition.generatedName)
    try createIndex(definition)
  }

  func dropUnnamed(_ label: String, _ key: String) throws(StorageError) {
    if let constraint = snapshot.constraintDefinitions.first(where: { $0.owner == label && $0.keys == [key] }) {
      try dropConstraint(named: constraint.name)
    } else if let index = snapshot.indexDefinitions.first(where: { $0.owners == [label] && $0.keys == [key] }) {
      try dropIndex(named: index.name)
    }
  }
}
