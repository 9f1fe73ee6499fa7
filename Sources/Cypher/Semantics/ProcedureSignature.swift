import Graph

/// How a procedure is called and what it yields.
public struct ProcedureSignature: Sendable {
  public struct Field: Sendable {
    public var name: String
    public var type: StaticType
    /// What an argument is where a call leaves it out; nil where it may not. Only the last arguments may be left out.
    public var defaultValue: Value?

    public init(name: String, type: StaticType, defaultValue: Value? = nil) {
      self.name = name
      self.type = type
      self.defaultValue = defaultValue
    }
  }

  /// A key that a procedure understands in the map that is its argument.
  public struct Option: Sendable {
    public var name: String
    /// One sentence, with what holds where the key is not given in brackets.
    public var summary: String

    public init(name: String, summary: String) {
      self.name = name
      self.summary = summary
    }
  }

  /// Namespace and name, such as `db.labels`.
  public var name: String
  public var arguments: [Field]
  public var results: [Field]
  /// One sentence.
  public var summary: String
  /// What else a user should know; empty where the summary says it all.
  public var details: String
  /// The keys of the map that is its argument, where it takes one.
  public var options: [Option]
  /// A statement that calls it on `Reference.graph`; empty for a procedure that is not the program's own.
  public var example: String

  public init(
    name: String, arguments: [Field], results: [Field], summary: String = "", details: String = "", options: [Option] = [],
    example: String = ""
  ) {
    self.name = name
    self.arguments = arguments
    self.results = results
    self.summary = summary
    self.details = details
    self.options = options
    self.example = example
  }

  /// How many arguments a call has to give at least.
  public var requiredArgumentCount: Int { arguments.prefix { $0.defaultValue == nil }.count }

  /// `name(argument :: TYPE, argument = default :: TYPE, …) :: (result :: TYPE, …)`.
  public var signatureText: String {
    func list(_ fields: [Field]) -> String {
      fields.map { field in
        "\(field.name)\(field.defaultValue.map { " = \($0.literal)" } ?? "") :: \(field.type.signatureText)"
      }.joined(separator: ", ")
    }
    return "\(name)(\(list(arguments))) :: (\(list(results)))"
  }
}

/// The procedures that a statement can call, by name.
public struct ProcedureCatalog: Sendable {
  private var signatures: [String: ProcedureSignature] = [:]

  public init(_ signatures: [ProcedureSignature] = []) {
    for signature in signatures { add(signature) }
  }

  /// Adds a procedure, in place of the one of that name.
  public mutating func add(_ signature: ProcedureSignature) {
    signatures[signature.name.lowercased()] = signature
  }

  public func signature(named name: String) -> ProcedureSignature? { signatures[name.lowercased()] }

  /// Sorted.
  public var names: [String] { signatures.values.map(\.name).sorted() }
}
