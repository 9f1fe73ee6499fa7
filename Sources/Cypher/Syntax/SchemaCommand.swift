import Graph

/// A statement that makes or drops an index or a constraint.
public enum SchemaCommand: Sendable, Equatable {
  case createIndex(IndexCreation)
  case createConstraint(ConstraintCreation)
  /// `DROP INDEX name [IF EXISTS]`.
  case dropIndex(name: SchemaName, ifExists: Bool)
  /// `DROP CONSTRAINT name [IF EXISTS]`.
  case dropConstraint(name: SchemaName, ifExists: Bool)
}

/// `CREATE [RANGE|TEXT|FULLTEXT] INDEX [name] [IF NOT EXISTS] FOR (n:Label) ON (n.key, …) [OPTIONS {…}]`; on relationships
/// `FOR ()-[r:TYPE]-()`, for full text `FOR (n:A|B) ON EACH [n.key, …]`.
public struct IndexCreation: Sendable, Equatable {
  public var name: SchemaName?
  public var ifNotExists: Bool
  public var indexKind: IndexDefinition.Kind
  public var element: ElementKind
  /// Labels or relationship types; one, but for full text.
  public var owners: [Name]
  public var keys: [Name]
  /// The map behind OPTIONS.
  public var options: Expression?

  public init(
    name: SchemaName?, ifNotExists: Bool, indexKind: IndexDefinition.Kind, element: ElementKind, owners: [Name], keys: [Name],
    options: Expression?
  ) {
    self.name = name
    self.ifNotExists = ifNotExists
    self.indexKind = indexKind
    self.element = element
    self.owners = owners
    self.keys = keys
    self.options = options
  }
}

/// `CREATE CONSTRAINT [name] [IF NOT EXISTS] FOR (n:Label) REQUIRE n.key IS … [OPTIONS {…}]`; on relationships
/// `FOR ()-[r:TYPE]-()`.
public struct ConstraintCreation: Sendable, Equatable {
  public var name: SchemaName?
  public var ifNotExists: Bool
  public var element: ElementKind
  public var owner: Name
  public var keys: [Name]
  public var requirement: ConstraintDefinition.Requirement
  public var options: Expression?

  public init(
    name: SchemaName?, ifNotExists: Bool, element: ElementKind, owner: Name, keys: [Name],
    requirement: ConstraintDefinition.Requirement, options: Expression?
  ) {
    self.name = name
    self.ifNotExists = ifNotExists
    self.element = element
    self.owner = owner
    self.keys = keys
    self.requirement = requirement
    self.options = options
  }
}
