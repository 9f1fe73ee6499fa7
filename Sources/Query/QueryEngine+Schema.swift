import Cypher
import Graph
import GraphStorage

extension QueryEngine {
  /// Index and constraint commands.
  func run(_ command: SchemaCommand, _ parameters: [String: Value]) throws(CypherError) -> QueryResult {
    let name = try command.name.map { (name) throws(CypherError) in try resolved(name, parameters) }
    switch command {
    case .createIndex(let creation): return try create(creation, name)
    case .createConstraint(let creation): return try create(creation, name)
    case .dropIndex(_, let ifExists): return try dropIndex(name!, ifExists)
    case .dropConstraint(_, let ifExists): return try dropConstraint(name!, ifExists)
    }
  }

  private func resolved(_ name: SchemaName, _ parameters: [String: Value]) throws(CypherError) -> Name {
    guard name.isParameter else { return name.name }
    let value = parameters[name.name.text] ?? .null
    guard case .string(let text) = value, !text.isEmpty else {
      throw CypherError(
        .typeError, .invalidArgumentType, phase: .runtime,
        "an index or a constraint is called by a String that is not empty, found \(value.type.phrase)", at: name.name.span)
    }
    return Name(text, name.name.span)
  }

  private func create(_ creation: IndexCreation, _ name: Name?) throws(CypherError) -> QueryResult {
    var definition = IndexDefinition(
      name: "", kind: creation.indexKind, element: creation.element, owners: creation.owners.map(\.text).uniqued,
      keys: creation.keys.map(\.text))
    definition.analyzer = try IndexOptions(creation.options, kind: creation.indexKind).analyzer
    var isCreated = false
    try withTransaction { (transaction) throws(CypherError) in
      definition.name = name?.text ?? transaction.freeName(definition.generatedName)
      let isPresent = transaction.state.indexDefinitions.contains {
        $0.name == name?.text || $0.coversSame(as: definition)
      }
      if creation.ifNotExists, isPresent { return }
      try asCypherError { () throws(StorageError) in try transaction.createIndex(definition) }
      isCreated = true
    }
    return .empty { $0.counters.indexesAdded = isCreated ? 1 : 0 }
  }

  private func create(_ creation: ConstraintCreation, _ name: Name?) throws(CypherError) -> QueryResult {
    _ = try IndexOptions(creation.options, kind: .range)
    var definition = ConstraintDefinition(
      name: "", requirement: creation.requirement, element: creation.element, owner: creation.owner.text,
      keys: creation.keys.map(\.text))
    var isCreated = false
    try withTransaction { (transaction) throws(CypherError) in
      definition.name = name?.text ?? transaction.freeName(definition.generatedName)
      let isPresent = transaction.state.constraintDefinitions.contains {
        $0.name == name?.text || $0.demandsSame(as: definition)
      }
      if creation.ifNotExists, isPresent { return }
      try asCypherError { () throws(StorageError) in try transaction.createConstraint(definition) }
      isCreated = true
    }
    return .empty { $0.counters.constraintsAdded = isCreated ? 1 : 0 }
  }

  private func dropIndex(_ name: Name, _ ifExists: Bool) throws(CypherError) -> QueryResult {
    var isDropped = false
    try withTransaction { (transaction) throws(CypherError) in
      if ifExists, !transaction.state.indexDefinitions.contains(where: { $0.name == name.text }) { return }
      try placingErrors(at: name.span) { () throws(StorageError) in try transaction.dropIndex(named: name.text) }
      isDropped = true
    }
    return .empty { $0.counters.indexesRemoved = isDropped ? 1 : 0 }
  }

  private func dropConstraint(_ name: Name, _ ifExists: Bool) throws(CypherError) -> QueryResult {
    var isDropped = false
    try withTransaction { (transaction) throws(CypherError) in
      if ifExists, !transaction.state.constraintDefinitions.contains(where: { $0.name == name.text }) { return }
      try placingErrors(at: name.span) { () throws(StorageError) in try transaction.dropConstraint(named: name.text) }
      isDropped = true
    }
    return .empty { $0.counters.constraintsRemoved = isDropped ? 1 : 0 }
  }

  /// As `asCypherError`, with the place of the name that is to blame.
  private func placingErrors(
    at span: SourceSpan, _ body: () throws(StorageError) -> Void
  ) throws(CypherError) {
    do {
      try body()
    } catch {
      var failure = CypherError(error)
      failure.span = span
      throw failure
    }
  }
}

extension [String] {
  /// Each once, at its first place.
  fileprivate var uniqued: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
