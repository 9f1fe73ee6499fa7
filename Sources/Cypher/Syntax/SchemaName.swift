/// What a command calls an index or a constraint: a name, or a parameter whose value is one.
public struct SchemaName: Sendable, Equatable {
  /// The name itself, or that of the parameter.
  public var name: Name
  public var isParameter: Bool

  public init(_ name: Name, isParameter: Bool = false) {
    self.name = name
    self.isParameter = isParameter
  }
}

extension SchemaCommand {
  /// What the command makes or drops is called; nil where that is left to the store.
  public var name: SchemaName? {
    switch self {
    case .createIndex(let creation): creation.name
    case .createConstraint(let creation): creation.name
    case .dropIndex(let name, _), .dropConstraint(let name, _): name
    }
  }
}
