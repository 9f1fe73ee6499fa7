import Graph

/// What becomes of a test that was made for every selected row: a Boolean vector, or the rows that passed.
///
/// A kernel is written once for both and specialised for each.
protocol RowTestSink {
  associatedtype Output
  /// `test` is asked for selected rows only; rows under `nulls` are null whatever it says.
  func collect(_ batch: Batch, nulls: NullMask?, _ test: (Int) -> Bool) -> Output
  /// The test is null in every row.
  func collectNull(_ batch: Batch) -> Output
}

/// Makes the Boolean vector.
struct BooleanSink: RowTestSink {
  @inline(__always)
  func collect(_ batch: Batch, nulls: NullMask?, _ test: (Int) -> Bool) -> Vector {
    Vector(.booleans(batch.map(placeholder: false, test)), nulls: nulls)
  }

  func collectNull(_ batch: Batch) -> Vector { .nulls(count: batch.rowCount) }
}

/// Picks the rows for which the test says `truth`.
struct SelectionSink: RowTestSink {
  let truth: Bool

  @inline(__always)
  func collect(_ batch: Batch, nulls: NullMask?, _ test: (Int) -> Bool) -> [UInt32] {
    let truth = self.truth
    guard let nulls else { return batch.rows { test($0) == truth } }
    return batch.rows { !nulls[$0] && test($0) == truth }
  }

  func collectNull(_ batch: Batch) -> [UInt32] { [] }
}

extension RowTestSink {
  /// A test of two typed operands.
  @inline(__always)
  func collect<A, B>(
    _ batch: Batch, _ a: TypedRows<A>, _ b: TypedRows<B>, nulls: NullMask?, _ test: (A, B) -> Bool
  ) -> Output {
    switch (a, b) {
    case (.column(let a), .column(let b)):
      return a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in collect(batch, nulls: nulls) { test(a[$0], b[$0]) } }
      }
    case (.column(let a), .constant(let b)):
      return a.withUnsafeBufferPointer { a in collect(batch, nulls: nulls) { test(a[$0], b) } }
    case (.constant(let a), .column(let b)):
      return b.withUnsafeBufferPointer { b in collect(batch, nulls: nulls) { test(a, b[$0]) } }
    case (.constant(let a), .constant(let b)):
      return collect(batch, nulls: nulls) { _ in test(a, b) }
    }
  }

  /// A three-valued test of values of any type, a row at a time.
  @inline(__always)
  func collect(_ batch: Batch, _ test: (Int) -> Bool?) -> Output {
    var nulls = NullMask(count: batch.rowCount)
    var passed = [Bool](repeating: false, count: batch.rowCount)
    var hasNulls = false
    for selected in batch.selectedRows {
      let row = Int(selected)
      if let truth = test(row) {
        passed[row] = truth
      } else {
        nulls[row] = true
        hasNulls = true
      }
    }
    return collect(batch, nulls: hasNulls ? nulls : nil) { passed[$0] }
  }
}
