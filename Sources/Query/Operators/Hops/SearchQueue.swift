import GraphStorage

/// What a search has met, in the order in which it did: an array without checks that grows by whole runs and is kept from search
/// to search.
final class SearchQueue<Element: BitwiseCopyable> {
  /// Valid until `reserve` is called.
  private(set) var elements: UnsafeMutablePointer<Element>
  private var capacity: Int
  var count = 0

  init(capacity: Int = 64) {
    self.capacity = capacity
    elements = .allocate(capacity: capacity)
  }

  deinit { elements.deallocate() }

  /// Makes room for as many more, for whoever writes behind `count` and then raises it.
  @inline(__always) func reserve(_ additional: Int) {
    if count &+ additional > capacity { grow(count + additional) }
  }

  /// Forgets what was there and begins with one element.
  func begin(with first: Element) {
    elements[0] = first
    count = 1
  }

  private func grow(_ needed: Int) {
    capacity = max(2 * capacity, needed)
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    larger.moveInitialize(from: elements, count: count)
    elements.deallocate()
    elements = larger
  }
}

extension SearchQueue where Element == UInt32 {
  /// Appends the neighbours of a run that a search has not met yet, and marks them with a number.
  @inline(__always)
  func appendUnmarked(in run: NeighbourRun, _ search: NodeMarks.Search, number: UInt32) {
    reserve(run.count)
    let nodes = elements
    var count = count
    for index in 0..<run.count {
      let node = run.neighbours[index]
      guard !search.isMarked(node) else { continue }
      search.mark(node, number)
      nodes[count] = node
      count &+= 1
    }
    self.count = count
  }
}
