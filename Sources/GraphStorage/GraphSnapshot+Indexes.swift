import Graph

extension GraphSnapshot {
  /// All indexes and unique constraints.
  public var indexDescriptions: [IndexDescription] { indexes.map(\.description) }

  /// The index on a label and key, nil where there is none.
  public func index(_ label: LabelID, _ key: PropertyKeyID) -> IndexDescription? {
    propertyIndex(label, key)?.description
  }

  /// Whether `lookup` can answer for `value` without a scan: numbers except NaN, strings, booleans and dates.
  public static func isIndexable(_ value: Value) -> Bool { PropertyIndex.holds(value) }

  /// The nodes with the index's label whose property equals `value`, ascending; none where `isIndexable` is false (the index
  /// does not hold such values, and a scan has to look for them). O(log of the nodes + result).
  public func lookup(_ index: IndexDescription, _ value: Value) -> [NodeID] {
    propertyIndex(index.label, index.key)?.lookup(value) ?? []
  }

  /// The nodes whose property lies between the bounds, in the order of the property. Both bounds are of one type (all numbers
  /// are one); a bound of a type that has no order in an index gives none. At least one bound is given.
  public func range(_ index: IndexDescription, lower: RangeBound?, upper: RangeBound?) -> [NodeID] {
    propertyIndex(index.label, index.key)?.range(lower: lower, upper: upper) ?? []
  }

  func propertyIndex(_ label: LabelID, _ key: PropertyKeyID) -> PropertyIndex? {
    indexes.first { $0.description.label == label && $0.description.key == key }
  }
}
