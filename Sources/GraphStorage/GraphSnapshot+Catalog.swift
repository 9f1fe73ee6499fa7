import Graph

// Names and numbers. A number that no name has been given yet is never in use; a name that nothing uses any more keeps its
// number.
extension GraphSnapshot {
  public func labelID(_ name: String) -> LabelID? { catalog.labels.number(of: name).map { LabelID($0) } }
  public func labelID(_ name: String, _ hint: NameHint) -> LabelID? {
    catalog.labels.number(of: name, hint).map { LabelID($0) }
  }
  public func labelName(_ label: LabelID) -> String { catalog.labels.names[Int(label.rawValue)] }
  /// All label names, by number.
  public var labels: [String] { catalog.labels.names }

  public func relationshipTypeID(_ name: String) -> RelationshipTypeID? {
    catalog.relationshipTypes.number(of: name).map { RelationshipTypeID($0) }
  }
  public func relationshipTypeName(_ type: RelationshipTypeID) -> String {
    catalog.relationshipTypes.names[Int(type.rawValue)]
  }
  /// All relationship type names, by number.
  public var relationshipTypes: [String] { catalog.relationshipTypes.names }

  public func propertyKeyID(_ name: String) -> PropertyKeyID? {
    catalog.propertyKeys.number(of: name).map { PropertyKeyID($0) }
  }
  public func propertyKeyID(_ name: String, _ hint: NameHint) -> PropertyKeyID? {
    catalog.propertyKeys.number(of: name, hint).map { PropertyKeyID($0) }
  }
  public func propertyKeyName(_ key: PropertyKeyID) -> String { catalog.propertyKeys.names[Int(key.rawValue)] }
  /// All property keys, by number.
  public var propertyKeys: [String] { catalog.propertyKeys.names }
}
