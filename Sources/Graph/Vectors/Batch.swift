/// What operators hand to each other: some columns of the same number of rows, and which of the rows count.
public struct Batch: Sendable {
  /// The most rows an operator puts into one batch.
  public static let capacity = 2048

  public var columns: [Vector]
  /// The number of rows in each column, selected or not.
  public var rowCount: Int
  /// The rows that count, ascending; nil where all do.
  public var selection: [UInt32]?

  @inlinable public init(columns: [Vector], rowCount: Int, selection: [UInt32]? = nil) {
    self.columns = columns
    self.rowCount = rowCount
    self.selection = selection
  }

  /// The number of rows that count.
  @inlinable public var selectedCount: Int { selection?.count ?? rowCount }
}
