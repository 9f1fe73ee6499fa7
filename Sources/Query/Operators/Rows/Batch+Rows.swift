import Graph

extension Batch {
  /// A batch whose n-th row is row `rows[n]` of this batch's columns `kept`, followed by `added`, which have a row for each.
  func joined(_ kept: [Int], rows: [UInt32], with added: [Vector]) -> Batch {
    var columns: [Vector] = []
    columns.reserveCapacity(kept.count + added.count)
    if !kept.isEmpty && isEveryRowOnce(rows) {
      for index in kept { columns.append(self.columns[index]) }
    } else {
      for index in kept { columns.append(self.columns[index].gathered(rows)) }
    }
    columns += added
    return Batch(columns: columns, rowCount: rows.count)
  }

  private func isEveryRowOnce(_ rows: [UInt32]) -> Bool {
    guard rows.count == rowCount, rowCount > 0, rows[0] == 0 else { return false }
    for index in 0..<rowCount where rows[index] != UInt32(index) { return false }
    return true
  }

  /// The selected rows alone: a batch without a selection.
  var compacted: Batch {
    guard let selection else { return self }
    return Batch(columns: columns.map { $0.gathered(selection) }, rowCount: selection.count)
  }

  /// One row of this batch as a batch of its own.
  func row(_ row: UInt32) -> Batch {
    Batch(columns: columns.map { $0.gathered([row]) }, rowCount: 1)
  }

  /// One row without columns.
  static let unit = Batch(columns: [], rowCount: 1)
}

extension Operator {
  /// The columns of the input that this operator's output keeps, by their place in the input.
  static func places(of names: [String], in layout: RowLayout) -> [Int] {
    names.map { name in
      guard let index = layout.index(of: name) else { preconditionFailure("column \(name) is missing below") }
      return index
    }
  }
}
