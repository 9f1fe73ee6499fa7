/// How a procedure is called and what it yields.
public struct ProcedureSignature: Sendable {
  public struct Field: Sendable {
    public var name: String
    public var type: StaticType

    public init(name: String, type: StaticType) {
      self.name = name
      self.type = type
    }
  }

  /// Namespace and name, such as `db.labels`.
  public var name: String
  public var arguments: [Field]
  public var results: [Field]
  /// One sentence.
  public var summary: String
  /// A statement that calls it on `Reference.graph`; empty for a procedure that is not the program's own.
  public var example: String

  public init(name: String, arguments: [Field], results: [Field], summary: String = "", example: String = "") {
    self.name = name
    self.arguments = arguments
    self.results = results
    self.summary = summary
    self.example = example
  }

  /// `name(argument :: TYPE, …) :: (result :: TYPE, …)`.
  public var signatureText: String {
    func list(_ fields: [Field]) -> String {
      fields.map { "\($0.name) :: \($0.type.signatureText)" }.joined(separator: ", ")
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
