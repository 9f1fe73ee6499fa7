/// `ORDER BY … SKIP … LIMIT …`: which rows go on, and in which order. At least one of the three is there.
public struct RowOrder: Sendable, Equatable {
  public var items: [Projection.SortItem]
  public var skip: Expression?
  public var limit: Expression?

  public init(items: [Projection.SortItem] = [], skip: Expression? = nil, limit: Expression? = nil) {
    self.items = items
    self.skip = skip
    self.limit = limit
  }

  /// True if it says nothing.
  public var isEmpty: Bool { items.isEmpty && skip == nil && limit == nil }

  /// The sort keys, then the operands of SKIP and LIMIT.
  public var expressions: [Expression] { items.map(\.expression) + [skip, limit].compactMap { $0 } }
}

extension Projection.SortItem {
  /// `NULLS FIRST` or `NULLS LAST`.
  public enum NullPlacement: Sendable, Equatable { case first, last }

  /// True if nulls come before everything else: as it is written, otherwise where the direction puts the greatest value.
  public var placesNullsFirst: Bool { nulls.map { $0 == .first } ?? isDescending }
}
