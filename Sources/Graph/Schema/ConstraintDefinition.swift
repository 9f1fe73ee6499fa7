/// What a constraint is called and what it demands, by names.
public struct ConstraintDefinition: Hashable, Sendable {
  public enum Requirement: Hashable, Sendable {
    /// No two elements have the same values; an element that lacks one of them is free.
    case unique
    /// Every element has the property.
    case exists
    /// Every element has all the properties, and no two have the same values.
    case key
    /// The property, where there is one, is of the type.
    case type(PropertyType)
  }

  public var name: String
  public var requirement: Requirement
  public var element: ElementKind
  /// The label or relationship type.
  public var owner: String
  /// One, but for `unique` and `key`.
  public var keys: [String]

  public init(name: String, requirement: Requirement, element: ElementKind = .node, owner: String, keys: [String]) {
    self.name = name
    self.requirement = requirement
    self.element = element
    self.owner = owner
    self.keys = keys
  }

  /// True for the kinds that an index of their own tells apart.
  public var demandsUniqueness: Bool { requirement == .unique || requirement == .key }

  /// True for the kinds under which a property may not be missing.
  public var demandsPresence: Bool { requirement == .exists || requirement == .key }

  /// The name of a constraint that is given none, such as `unique_Person_id`.
  public var generatedName: String {
    let stem =
      switch requirement {
      case .unique: "unique"
      case .exists: "exists"
      case .key: "key"
      case .type: "type"
      }
    return ([stem, owner] + keys).joined(separator: "_")
  }

  /// The kind as SHOW CONSTRAINTS lists it, such as `NODE_PROPERTY_UNIQUENESS`.
  public var kindName: String {
    switch requirement {
    case .unique: "\(element.name)_PROPERTY_UNIQUENESS"
    case .exists: "\(element.name)_PROPERTY_EXISTENCE"
    case .key: "\(element.name)_KEY"
    case .type: "\(element.name)_PROPERTY_TYPE"
    }
  }

  /// True if both demand the same of the same properties, whatever they are called.
  public func demandsSame(as other: ConstraintDefinition) -> Bool {
    requirement == other.requirement && element == other.element && owner == other.owner && keys == other.keys
  }

  /// The index by which a constraint that demands uniqueness tells values apart; it bears the constraint's name.
  public var index: IndexDefinition { IndexDefinition(name: name, element: element, owners: [owner], keys: keys) }
}

/// The indexes and constraints of a graph: what `CREATE INDEX` and `CREATE CONSTRAINT` statements would make again.
public struct SchemaDefinitions: Hashable, Sendable {
  /// Without those that constraints own.
  public var indexes: [IndexDefinition]
  public var constraints: [ConstraintDefinition]

  public init(indexes: [IndexDefinition] = [], constraints: [ConstraintDefinition] = []) {
    self.indexes = indexes
    self.constraints = constraints
  }

  public var isEmpty: Bool { indexes.isEmpty && constraints.isEmpty }
}
