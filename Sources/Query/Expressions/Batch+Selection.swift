import Graph

extension Batch {
  /// The rows that count, written out.
  package var selectedRows: [UInt32] { selection ?? (rowCount == 1 ? Self.oneRow : Array(0..<UInt32(rowCount))) }
  /// Made once, because small statements have one row in most of their batches.
  private static let oneRow: [UInt32] = [0]

  /// The same columns with fewer rows that count.
  package func narrowed(to selection: [UInt32]) -> Batch {
    Batch(columns: columns, rowCount: rowCount, selection: selection)
  }

  /// The selected rows that meet `condition`, ascending. Without a branch a row: each row is written and the end moves on only
  /// where the condition holds.
  @inline(__always)
  func rows(where condition: (Int) -> Bool) -> [UInt32] {
    let capacity = selectedCount
    // An array's own way of being made from memory would call the condition through a pointer.
    let buffer = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
    defer { buffer.deallocate() }
    var count = 0
    if let selection {
      for row in selection {
        buffer[count] = row
        count &+= condition(Int(row)) ? 1 : 0
      }
    } else {
      for row in 0..<capacity {
        buffer[count] = UInt32(truncatingIfNeeded: row)
        count &+= condition(row) ? 1 : 0
      }
    }
    return [UInt32](UnsafeBufferPointer(start: buffer, count: count))
  }
}
