import Graph

/// Something that runs statements: the engine in this process, or a server at the other end of a wire.
///
/// One statement at a time. `run` compiles and, if the statement updates, has done all its work when it returns; a reading
/// result is pulled lazily from the snapshot that was current when it began.
public protocol CypherSession: AnyObject {
  /// Runs one statement. BEGIN, COMMIT and ROLLBACK are statements too.
  func run(_ text: String, parameters: [String: Value]) throws(CypherError) -> QueryResult

  /// How the session stands between BEGIN and COMMIT.
  var transactionState: TransactionState { get }

  /// Names for completion, warnings and `:schema`.
  func schema() throws(CypherError) -> GraphSchema
}

public enum TransactionState: Sendable {
  case none, open
  /// A statement in it failed: only ROLLBACK is accepted.
  case failed
}

/// The names that a graph uses, with how often.
public struct GraphSchema: Sendable {
  public struct Property: Sendable {
    public var key: String
    /// The openCypher type names that its values have, sorted.
    public var types: [String]
    public var count: Int

    public init(key: String, types: [String], count: Int) {
      self.key = key
      self.types = types
      self.count = count
    }
  }

  public struct Label: Sendable {
    public var name: String
    public var count: Int
    public var properties: [Property]

    public init(name: String, count: Int, properties: [Property]) {
      self.name = name
      self.count = count
      self.properties = properties
    }
  }

  public struct RelationshipType: Sendable {
    public var name: String
    public var count: Int
    public var properties: [Property]
    /// Labels met at its ends, as (source, target), sorted.
    public var ends: [(source: String, target: String)]

    public init(name: String, count: Int, properties: [Property], ends: [(source: String, target: String)]) {
      self.name = name
      self.count = count
      self.properties = properties
      self.ends = ends
    }
  }

  public var nodeCount: Int
  public var relationshipCount: Int
  public var labels: [Label]
  public var relationshipTypes: [RelationshipType]
  /// The indexes and constraints.
  public var definitions: SchemaDefinitions
  /// The name of every function.
  public var functions: [String]
  /// Every procedure, by name.
  public var procedures: [ProcedureSignature]

  public init(
    nodeCount: Int, relationshipCount: Int, labels: [Label], relationshipTypes: [RelationshipType], functions: [String],
    procedures: [ProcedureSignature], definitions: SchemaDefinitions = SchemaDefinitions()
  ) {
    self.nodeCount = nodeCount
    self.relationshipCount = relationshipCount
    self.labels = labels
    self.relationshipTypes = relationshipTypes
    self.functions = functions
    self.procedures = procedures
    self.definitions = definitions
  }
}
