import Cypher
import Graph
import GraphStorage

/// The rows of SHOW INDEXES and SHOW CONSTRAINTS, by name.
struct SchemaListing {
  let snapshot: GraphSnapshot
  /// What stood between SHOW and the subject, nil for everything.
  let restriction: String?

  /// In the order of `ShowSubject.indexes.columns`.
  var indexes: [[Value]] {
    let owning = Set(snapshot.constraintDefinitions.filter(\.demandsUniqueness).map(\.name))
    let wanted = snapshot.indexDefinitions.filter { restriction == nil || $0.kind.rawValue == restriction }
    return wanted.enumerated().map { number, index in
      let isOwned = owning.contains(index.name)
      let statement =
        isOwned
        ? Value.null : .string(index.statement(named: Self.quoted(name: index.name), quoting: CypherPrinter.quoted(schemaName:)))
      return [
        .integer(Int64(number + 1)), .string(index.name), .string("ONLINE"), .float(100), .string(index.kind.rawValue),
        .string(index.element.name), Self.list(index.owners), Self.list(index.keys), .string(index.provider),
        isOwned ? .string(index.name) : .null, Self.options(of: index), .string(""), statement,
      ]
    }
  }

  /// In the order of `ShowSubject.constraints.columns`.
  var constraints: [[Value]] {
    let wanted = snapshot.constraintDefinitions.filter { $0.fits(restriction) }
    return wanted.enumerated().map { number, constraint in
      var type = Value.null
      if case .type(let demanded) = constraint.requirement { type = .string(demanded.text) }
      return [
        .integer(Int64(number + 1)), .string(constraint.name), .string(constraint.kindName), .string(constraint.element.name),
        Self.list([constraint.owner]), Self.list(constraint.keys),
        constraint.demandsUniqueness ? .string(constraint.name) : .null, type,
        .string(constraint.statement(named: Self.quoted(name: constraint.name), quoting: CypherPrinter.quoted(schemaName:))),
      ]
    }
  }

  /// The name of an index or a constraint, for which a few words would be taken for what follows it.
  private static func quoted(name: String) -> String {
    ["for", "if"].contains(name.lowercased()) ? "`\(name)`" : CypherPrinter.quoted(variable: name)
  }

  private static func list(_ names: [String]) -> Value { .list(names.map { .string($0) }) }

  private static func options(of index: IndexDefinition) -> Value {
    let configuration: PropertyMap =
      index.kind == .fullText ? ["fulltext.analyzer": .string(index.analyzer.rawValue)] : PropertyMap()
    return .map(["indexConfig": .map(configuration), "indexProvider": .string(index.provider)])
  }
}

extension IndexDefinition {
  /// What keeps the index.
  fileprivate var provider: String { kind == .fullText ? "sqlite-fts5" : "dossier-tree-2" }
}

extension ConstraintDefinition {
  fileprivate func fits(_ restriction: String?) -> Bool {
    guard var words = restriction?.split(separator: " ") else { return true }
    if let word = words.first, word == "NODE" || word == "RELATIONSHIP" {
      guard word == element.name else { return false }
      words.removeFirst()
    }
    switch words.last {
    case "UNIQUENESS", "UNIQUE": return requirement == .unique
    case "EXISTENCE": return requirement == .exists
    case "KEY": return requirement == .key
    default: if case .type = requirement { return true } else { return false }
    }
  }
}
