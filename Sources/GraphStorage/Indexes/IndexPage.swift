/// Up to `largestLeafCount` entries in order.
final class IndexLeaf: @unchecked Sendable {
  static let largestCount = 512

  // Changed only while nobody else can see the leaf, so no access needs to be tracked.
  @exclusivity(unchecked) var entries: [IndexEntry]

  init(_ entries: [IndexEntry]) { self.entries = entries }

  func copy() -> IndexLeaf { IndexLeaf(entries) }
}

/// A run of leaves, none empty: the unit in which an index is kept in the file.
final class IndexPage: @unchecked Sendable {
  static let largestLeafCount = 64

  // As in a leaf.
  @exclusivity(unchecked) var leaves: [IndexLeaf]

  init(leaves: [IndexLeaf]) { self.leaves = leaves }

  /// A page of `entries`, which are in order, in leaves filled to three quarters, so that the next writes need not split.
  init(sorted entries: ArraySlice<IndexEntry>) {
    let filled = IndexLeaf.largestCount * 3 / 4
    leaves = []
    var start = entries.startIndex
    while start < entries.endIndex {
      let end = min(start + filled, entries.endIndex)
      leaves.append(IndexLeaf(Array(entries[start..<end])))
      start = end
    }
  }

  /// The number of entries that `init(sorted:)` is given at most.
  static let filledCount = largestLeafCount * 3 / 4 * (IndexLeaf.largestCount * 3 / 4)

  var first: IndexEntry { leaves[0].entries[0] }
  var count: Int { leaves.reduce(0) { $0 + $1.entries.count } }
}

extension IndexPage: SegmentContent {
  /// A page of the same leaves: leaves are copied one by one when they are changed.
  func copy() -> Self { Self(leaves: leaves) }
}
