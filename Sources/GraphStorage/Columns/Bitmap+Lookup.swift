/// The words of one segment, looked up once a batch.
private struct BitmapView {
  /// Nil for an absent segment and one not looked up yet.
  var words: UnsafePointer<UInt64>?
  var isResolved = false
}

extension Bitmap {
  /// Whether each of `rows` is in the set, in their order. No reference count is touched in the loop: O(rows + segments).
  func contains(_ rows: UnsafeBufferPointer<UInt32>) -> [Bool] {
    withUnsafeTemporaryAllocation(of: BitmapView.self, capacity: max(segments.count, 1)) { views in
      views.initialize(repeating: BitmapView())
      return [Bool](unsafeUninitializedCapacity: rows.count) { answers, count in
        for place in 0..<rows.count {
          answers.initializeElement(at: place, to: contains(rows[place], views))
        }
        count = rows.count
      }
    }
  }

  @inline(__always)
  private func contains(_ row: UInt32, _ views: UnsafeMutableBufferPointer<BitmapView>) -> Bool {
    let index = SegmentGeometry.segment(of: row)
    guard index < segments.count else { return false }
    // A segment that has been looked up stays where it is as long as this bitmap lives.
    if !views[index].isResolved {
      views[index] = BitmapView(words: segments.segment(index).map { UnsafePointer($0.words) }, isResolved: true)
    }
    guard let words = views[index].words else { return false }
    let offset = SegmentGeometry.offset(of: row)
    return words[offset >> 6] & (1 << UInt64(offset & 63)) != 0
  }
}
