import Graph

/// Some thousand rows of a CSV file as typed columns, with where they came from.
public struct CSVBatch: Sendable {
  public enum Columns: Sendable {
    case nodes(NodeColumns)
    case relationships(RelationshipColumns)
  }

  public var columns: Columns
  /// The property that keeps the ids, where the header names one: `id` for `id:ID`.
  public var idKey: String?
  public var file: String
  /// The record of each row, from 1; the header is record 1.
  public var records: [UInt32]

  mutating func advanceRecords(by count: UInt32) {
    for row in records.indices { records[row] += count }
  }
}
