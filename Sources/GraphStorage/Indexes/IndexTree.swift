import Graph

/// The entries of one family in order, as a persistent tree of three levels: pages of leaves of entries. A write copies one
/// leaf (8 KiB), the references of one page and the list of pages.
struct IndexTree: Sendable {
  var pages = SegmentList<IndexPage>()
  /// The first entry of each page, so that a search touches (and loads) only the page it needs.
  private(set) var firsts: [IndexEntry] = []
  private(set) var count = 0
  /// The number of different keys.
  private(set) var distinctCount = 0
  private let pool: StringPool?

  init(family: IndexKey.Family, pool: StringPool) {
    self.pool = family == .strings ? pool : nil
  }

  /// A tree as it stands in the file.
  init(
    family: IndexKey.Family, pool: StringPool, pages: SegmentList<IndexPage>, firsts: [IndexEntry], count: Int, distinctCount: Int
  ) {
    self.pool = family == .strings ? pool : nil
    self.pages = pages
    self.firsts = firsts
    self.count = count
    self.distinctCount = distinctCount
  }

  /// A tree of `entries`, which are in order.
  init(family: IndexKey.Family, pool: StringPool, sorted entries: [IndexEntry]) {
    self.init(family: family, pool: pool)
    var start = 0
    while start < entries.count {
      let end = min(start + IndexPage.filledCount, entries.count)
      pages.replace(firsts.count, with: IndexPage(sorted: entries[start..<end]))
      firsts.append(entries[start])
      start = end
    }
    count = entries.count
    let order = self.order
    for index in entries.indices where index == 0 || order.compareKeys(entries[index - 1], entries[index]) != 0 {
      distinctCount += 1
    }
  }

  var first: IndexEntry? { firsts.first }
  var last: IndexEntry? { firsts.isEmpty ? nil : pages.segment(firsts.count - 1)?.leaves.last?.entries.last }

  private var order: IndexOrder { IndexOrder(pool: pool) }

  // MARK: - Changing

  /// Adds an entry that is not there.
  mutating func insert(_ entry: IndexEntry) {
    if !hasKey(of: entry) { distinctCount += 1 }
    count += 1
    guard !firsts.isEmpty else {
      pages.replace(0, with: IndexPage(leaves: [IndexLeaf([entry])]))
      firsts.append(entry)
      return
    }
    let pageIndex = self.pageIndex(of: entry)
    let page = pages.mutable(pageIndex, create: IndexPage(leaves: [IndexLeaf([firsts[pageIndex]])]))
    let leafIndex = Self.lastIndex(page.leaves.count) { !order.precedes(entry, page.leaves[$0].entries[0]) }
    if !isKnownUniquelyReferenced(&page.leaves[leafIndex]) { page.leaves[leafIndex] = page.leaves[leafIndex].copy() }
    let leaf = page.leaves[leafIndex]
    leaf.entries.insert(entry, at: place(of: entry, in: leaf.entries))
    if leaf.entries.count > IndexLeaf.largestCount { split(leafIndex, of: page) }
    firsts[pageIndex] = page.first
    if page.leaves.count > IndexPage.largestLeafCount { split(pageIndex) }
  }

  /// Removes an entry; does nothing if it is not there.
  mutating func remove(_ entry: IndexEntry) {
    guard !firsts.isEmpty else { return }
    let pageIndex = self.pageIndex(of: entry)
    guard let present = pages.segment(pageIndex) else { return }
    let leafIndex = Self.lastIndex(present.leaves.count) { !order.precedes(entry, present.leaves[$0].entries[0]) }
    let place = place(of: entry, in: present.leaves[leafIndex].entries)
    guard place < present.leaves[leafIndex].entries.count, present.leaves[leafIndex].entries[place].element == entry.element,
      order.compareKeys(present.leaves[leafIndex].entries[place], entry) == 0
    else { return }
    removeEntry(pageIndex, leafIndex, place)
    count -= 1
    if !hasKey(of: entry) { distinctCount -= 1 }
  }

  private mutating func removeEntry(_ pageIndex: Int, _ leafIndex: Int, _ place: Int) {
    let page = pages.mutable(pageIndex, create: IndexPage(leaves: []))
    if page.leaves[leafIndex].entries.count == 1 {
      page.leaves.remove(at: leafIndex)
    } else {
      if !isKnownUniquelyReferenced(&page.leaves[leafIndex]) { page.leaves[leafIndex] = page.leaves[leafIndex].copy() }
      page.leaves[leafIndex].entries.remove(at: place)
    }
    if page.leaves.isEmpty { removePage(pageIndex) } else { firsts[pageIndex] = page.first }
  }

  private func hasKey(of entry: IndexEntry) -> Bool {
    var found = false
    scan(from: { order.compareKeys($0, entry) >= 0 }) { candidate in
      found = order.compareKeys(candidate, entry) == 0
      return false
    }
    return found
  }

  private func split(_ leafIndex: Int, of page: IndexPage) {
    let leaf = page.leaves[leafIndex]
    let half = leaf.entries.count / 2
    page.leaves.insert(IndexLeaf(Array(leaf.entries[half...])), at: leafIndex + 1)
    leaf.entries.removeSubrange(half...)
  }

  private mutating func split(_ pageIndex: Int) {
    let page = pages.mutable(pageIndex, create: IndexPage(leaves: []))
    let half = page.leaves.count / 2
    let upper = IndexPage(leaves: Array(page.leaves[half...]))
    page.leaves.removeSubrange(half...)
    pages.insert(upper, at: pageIndex + 1)
    firsts.insert(upper.first, at: pageIndex + 1)
  }

  private mutating func removePage(_ pageIndex: Int) {
    pages.remove(at: pageIndex)
    firsts.remove(at: pageIndex)
  }

  // MARK: - Searching

  /// Calls `body` with the entries in order, from the first for which `isAtOrAfter` holds (it holds for all that follow),
  /// until `body` returns false.
  func scan(from isAtOrAfter: (IndexEntry) -> Bool, _ body: (IndexEntry) -> Bool) {
    guard !firsts.isEmpty else { return }
    // The first such entry is in the last page that begins before it.
    var pageIndex = Self.lastIndex(firsts.count) { !isAtOrAfter(firsts[$0]) }
    var isFirst = true
    while pageIndex < firsts.count {
      guard let leaves = pages.segment(pageIndex)?.leaves else { return }
      var leafIndex = isFirst ? Self.lastIndex(leaves.count) { !isAtOrAfter(leaves[$0].entries[0]) } : 0
      while leafIndex < leaves.count {
        let entries = leaves[leafIndex].entries
        var place =
          isFirst
          ? entries.withUnsafeBufferPointer { entries in Self.firstIndex(entries.count) { isAtOrAfter(entries[$0]) } } : 0
        isFirst = isFirst && place == entries.count
        while place < entries.count {
          guard body(entries[place]) else { return }
          place += 1
        }
        leafIndex += 1
      }
      pageIndex += 1
    }
  }

  private func pageIndex(of entry: IndexEntry) -> Int {
    Self.lastIndex(firsts.count) { !order.precedes(entry, firsts[$0]) }
  }

  private func place(of entry: IndexEntry, in entries: [IndexEntry]) -> Int {
    Self.firstIndex(entries.count) { !order.precedes(entries[$0], entry) }
  }

  /// The last index below `count` for which `holds`, which holds for a beginning of the indices; 0 where there is none.
  private static func lastIndex(_ count: Int, where holds: (Int) -> Bool) -> Int {
    max(firstIndex(count) { !holds($0) } - 1, 0)
  }

  /// The first index for which `holds`, which holds for an end of the indices; `count` where there is none.
  private static func firstIndex(_ count: Int, where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if holds(middle) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
